namespace Analytics.Domain.Linkage;

/// <summary>The identifying fields of one person as a source wrote them. It exists only at the source's own desk, only in memory.</summary>
public sealed record PersonFields(
    string? GivenName = null,
    string? FamilyName = null,
    string? Patronymic = null,
    BirthDate Birth = default,
    string? Sex = null,
    string? Place = null);

/// <summary>The same fields in the form in which they are encoded; null where a field says nothing.</summary>
internal sealed record NormalPerson(string? Given, string? Family, string? Patronymic, BirthDate Birth, string? Sex, string? Place)
{
    public static NormalPerson From(PersonFields person)
    {
        var (given, family, patronymic) = (person.GivenName, person.FamilyName, person.Patronymic);
        if (NameForm.LooksLikeFamily(given) && NameForm.Family(family) is not null && !NameForm.LooksLikeFamily(family))
        {
            (given, family) = (family, given);
        }

        if (string.IsNullOrWhiteSpace(patronymic))
        {
            (given, patronymic) = NameForm.SplitPatronymic(given);
        }

        return new NormalPerson(
            NameForm.Given(given), NameForm.Family(family), NameForm.Patronymic(patronymic),
            person.Birth, SexForm.Of(person.Sex), PlaceForm.Of(person.Place));
    }
}
