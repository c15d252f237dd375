using System.Text;

namespace Analytics.Demo.Cases;

/// <summary>The columns of the feed `ngo_case`, shared by the workbooks and the JSON files.</summary>
internal static class CaseColumns
{
    private const double DistrictNamed = 0.65;

    /// <returns>
    /// Column names and values in the contract's order. A value is text, a whole number or a <see cref="DateOnly"/>;
    /// null is an empty cell.
    /// </returns>
    public static IReadOnlyList<(string Name, object? Value)> Of(PersonCase c, SeededRandom spelling) =>
    [
        ("organisation", c.Organisation.Code),
        ("case_ref", c.CaseRef),
        ("intake_date", c.IntakeDate),
        ("person_token", c.PersonToken),
        ("sex", c.Sex),
        ("birth_year", c.BirthYear),
        ("age_at_intake", c.AgeAtIntake),
        ("citizenship", Spell(c.Citizenship, spelling)),
        ("region_origin", c.Origin is { } origin ? Places.SpellOrDistrict(origin, DistrictNamed, spelling, Encoding.UTF8) : null),
        ("region_service", c.Service is { } service ? Places.Spell(service, spelling, Encoding.UTF8) : null),
        ("destination_country", Spell(c.Destination, spelling)),
        ("forms", Text(c.Forms)),
        ("sector", Text(c.Sector)),
        ("acts", Text(c.Acts)),
        ("means", Text(c.Means)),
        ("means_of_control", Text(c.Control)),
        ("recruitment_channel", Text(c.Recruitment)),
        ("exploitation_start", Date(c.ExploitationStart)),
        ("exploitation_end", Date(c.ExploitationEnd)),
        ("identified_by", Text(c.IdentifiedBy)),
        ("victim_status", Text(c.VictimStatus)),
        ("services", Text(c.Services)),
        ("applied_to_police", Text(c.AppliedToPolice)),
        ("reasons_not_applied", Text(c.ReasonsNotApplied)),
        ("programme", Text(c.Programme)),
        ("updated_at", c.UpdatedAt),
        ("deleted", "no"),
    ];

    private static string? Text(string value) => value.Length == 0 ? null : value;

    private static string? Spell(Country? country, SeededRandom spelling) => country is null ? null : Places.Spell(country, spelling, Encoding.UTF8);

    private static object? Date(PartialDate? date) => date switch
    {
        null => null,
        { Precision: Precision.Day } => date.Date,
        _ => date.ToString(),
    };
}
