using Analytics.Domain.Linkage;

namespace Analytics.Domain.Tests.Linkage;

/// <summary>Twins, namesakes, default dates and full names in one column, on lists of invented people with known truth.</summary>
public sealed class RelativesTests
{
    private static readonly string[] s_given = ["Айнура", "Бермет", "Венера", "Назгүл", "Мээрим", "Перизат", "Чынара", "Жылдыз", "Сайкал", "Роза", "Үмүт", "Динара"];

    [Theory]
    [InlineData(true, 0.2)]
    [InlineData(false, 0.2)]
    [InlineData(true, 0.6)]
    [InlineData(false, 0.6)]
    public void Link_TwinsBesideRealPairs_LinksThePairsAndAsksAboutTwins(bool patronymics, double firstOfJanuary)
    {
        var random = new Random(7);
        PersonFields Person(int i) => new(
            s_given[random.Next(s_given.Length)], $"{"БВГДЖЗКЛМНПРСТ"[random.Next(14)]}{"аеиоу"[random.Next(5)]}{"бвгдзклмнрст"[random.Next(12)]}{"аеиоу"[random.Next(5)]}{"бдклмнр"[i % 7]}ова",
            patronymics ? $"{"БДКЛМНРСТ"[random.Next(9)]}{"ауы"[random.Next(3)]}{"лмнрт"[random.Next(5)]}{"абе"[random.Next(3)]}товна" : null,
            random.NextDouble() < firstOfJanuary ? new BirthDate(random.Next(1965, 2006), 1, 1) : new BirthDate(random.Next(1965, 2006), random.Next(1, 13), random.Next(1, 29)),
            "female", $"{"АБВГДЕЖКЛМНП"[random.Next(12)]}{"аои"[random.Next(3)]}тор");
        PersonFields[] first = [.. Enumerable.Range(0, 900).Select(Person)];
        var pairs = first.Take(300).Select(person => person with { Place = null });
        var twins = first.Skip(300).Take(60).Select(person => person with { GivenName = s_given.First(name => !Alike(name, person.GivenName!)) });
        PersonFields[] second = [.. pairs, .. twins, .. Enumerable.Range(0, 200).Select(Person)];
        var encoder = new PersonEncoder(Truth.Key);
        var scored = Linker.Score(Linker.Compare(Table(first, encoder), Table(second, encoder))).Pairs;

        var links = OneToOneAssignment.Solve(scored, Linker.Threshold(scored));

        var right = links.Count(link => link.B < 300 && link.A == link.B);
        Assert.DoesNotContain(links, link => link.B is >= 300 and < 360 && link.A == link.B);
        Assert.True(right >= 0.85 * 300, $"{right} of 300");
        Assert.True(right >= 0.98 * links.Count, $"{right} right of {links.Count} links");
        var asked = Linker.ForReview(scored, Linker.Threshold(scored)).Count(pair => pair.B is >= 300 and < 360 && pair.A == pair.B);
        Assert.True(asked >= 30, $"{asked} of 60 twins are asked about");
    }

    [Fact]
    public void Score_NamesakesOfADefaultDay_AreAskedAboutAndThoseOfATrueDayLinked()
    {
        var random = new Random(9);
        PersonFields[] crowd = [.. Enumerable.Range(0, 400).Select(i => new PersonFields(
            s_given[i % 12], $"{"БВГДЖЗКЛМН"[i % 10]}а{"дзклмнрст"[i / 10 % 9]}у{"бдкл"[i / 90 % 4]}ова", null,
            i % 2 == 0 ? new BirthDate(1970 + random.Next(30), 1, 1) : new BirthDate(1970 + random.Next(30), random.Next(2, 13), random.Next(2, 29)), "female", "Талас"))];
        PersonFields[] moved = [.. crowd.Take(100).Select(person => person with { Place = "Нарын" })];
        var encoder = new PersonEncoder(Truth.Key);

        var scored = Linker.Score(Linker.Compare(Table(crowd, encoder), Table(moved, encoder))).Pairs;

        var threshold = Linker.Threshold(scored);
        var linked = OneToOneAssignment.Solve(scored, threshold);
        Assert.All(linked, link => Assert.True(link.B % 2 == 1, "a default day and names alone were linked"));
        Assert.True(linked.Count >= 40);
        Assert.Contains(Linker.ForReview(scored, threshold), pair => pair.A == pair.B && pair.B % 2 == 0);
    }

    [Theory]
    [InlineData("Асанова Айгүл Бакытовна", null)]
    [InlineData("Айгүл Асанова", null)]
    [InlineData("Асанова Айгүл", null)]
    [InlineData("Айгүл Бакытовна Асанова", null)]
    [InlineData(null, "Асанова Айгүл Бакытовна")]
    [InlineData("Асанова Айгүл Бакыт кызы", "нет данных")]
    public void Encode_FullNameInOneColumn_IsTakenApart(string? family, string? given)
    {
        var whole = new PersonFields(given, family, null, new BirthDate(1985, 3, 12), "ж", "Ош");
        var apart = new PersonFields("Айгүл", "Асанова", $"{family}{given}".Contains("Бакыт", StringComparison.Ordinal) ? "Бакытовна" : null, new BirthDate(1985, 3, 12), "ж", "Ош");
        var encoder = new PersonEncoder(Truth.Key);

        Assert.Equal(encoder.Encode(apart).ToString(), encoder.Encode(whole).ToString());
    }

    [Theory]
    [InlineData("нет данных")]
    [InlineData("X")]
    [InlineData("не указано")]
    [InlineData("Неизвестно")]
    [InlineData("маалымат жок")]
    [InlineData("-")]
    public void Encode_PlaceholderNamesAndDefaultYear_SayNothing(string name)
    {
        var person = new PersonFields(name, name, name, new BirthDate(1900, 1, 1), "ж", "Ош");

        Assert.Equal(2, PersonEncoder.UsableFields(person));
        Assert.False(new PersonEncoder(Truth.Key).Encode(person).IsLinkable);
    }

    private static bool Alike(string one, string other) => one.Intersect(other).Count() > 2;

    private static TokenTable Table(IEnumerable<PersonFields> people, PersonEncoder encoder) => new([.. people.Select(encoder.Encode)]);
}
