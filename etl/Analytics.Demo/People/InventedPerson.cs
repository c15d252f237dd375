namespace Analytics.Demo.People;

/// <summary>Somebody who does not exist: lives in memory only, while tokens are made.</summary>
/// <param name="Town">Spellings of one place; empty when unknown.</param>
internal sealed record InventedPerson(bool Female, string Given, string Root, string Father, DateOnly Born, string[] Town)
{
    /// <param name="sex">female, male, or anything else for either.</param>
    /// <param name="birthYear">Null for any adult year before <paramref name="year"/>.</param>
    public static InventedPerson Draw(SeededRandom random, string sex, int? birthYear, Region? region, int year)
    {
        var female = sex is "female" || (sex is not "male" && random.Chance(0.5));
        var born = new DateOnly(birthYear ?? year - random.Between(18, 45), 1, 1).AddDays(random.Next(365));
        var towns = CommonNames.Towns[(region ?? Places.Osh).Soate];
        return new(
            female, random.Pick(female ? CommonNames.Women : CommonNames.Men), random.Pick(CommonNames.Roots), random.Pick(CommonNames.Roots), born,
            random.Pick(towns));
    }
}
