namespace Analytics.Domain.Linkage;

/// <summary>The identifying fields of one person as a source wrote them. It exists only at the source's own desk, only in memory.</summary>
/// <param name="IsCommonDay">Whether the list has so many births on this day that it stands for an unknown one, as 1 January and 1 July always may.</param>
public sealed record PersonFields(
    string? GivenName = null,
    string? FamilyName = null,
    string? Patronymic = null,
    BirthDate Birth = default,
    string? Sex = null,
    string? Place = null,
    bool IsCommonDay = false);

/// <summary>The same fields in the form in which they are encoded; null where a field says nothing.</summary>
internal sealed record NormalPerson(string? Given, string? Family, string? Patronymic, BirthDate Birth, string? Sex, string? Place, bool IsCommonDay)
{
    /// <summary>Nobody on a list of today was born then: 1900 stands for an unknown date.</summary>
    private const int DefaultYear = 1900;

    public static NormalPerson From(PersonFields person)
    {
        var (given, family, patronymic) = (person.GivenName, person.FamilyName, person.Patronymic);
        if ((NameForm.Given(given) is null || NameForm.Given(family) is null)
            && FullName.Split(NameForm.Given(given) is null ? family : given) is (not null, _, _) full)
        {
            (given, family, patronymic) = (full.Given, full.Family, NameForm.Patronymic(patronymic) is null ? full.Patronymic : patronymic);
        }

        if (NameForm.LooksLikeFamily(given) && NameForm.Family(family) is not null && !NameForm.LooksLikeFamily(family))
        {
            (given, family) = (family, given);
        }

        if (string.IsNullOrWhiteSpace(patronymic))
        {
            (given, patronymic) = NameForm.SplitPatronymic(given);
        }

        if (NameForm.Patronymic(patronymic) is null && NameForm.HasDescent(family))
        {
            // "Нурбек уулу" as family name is the father's name too.
            patronymic = family;
        }

        var birth = person.Birth.Year <= DefaultYear ? default : person.Birth;
        return new NormalPerson(
            NameForm.Given(given), NameForm.Family(family), NameForm.Patronymic(patronymic),
            birth, SexForm.Of(person.Sex), PlaceForm.Of(person.Place), person.IsCommonDay || birth is { Month: 1 or 7, Day: 1 });
    }
}
