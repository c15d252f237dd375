namespace Analytics.Dashboard.Glossary;

/// <summary>How a number can be, and what is counted.</summary>
public static class StateTerms
{
    public static readonly Term Withheld = new("withheld", GlossaryText.WithheldName, GlossaryText.WithheldDefinition);
    public static readonly Term NotReported = new("not-reported", GlossaryText.NotReportedName, GlossaryText.NotReportedDefinition);
    public static readonly Term Zero = new("zero", GlossaryText.ZeroName, GlossaryText.ZeroDefinition);
    public static readonly Term Provisional = new("provisional", GlossaryText.ProvisionalName, GlossaryText.ProvisionalDefinition);
    public static readonly Term Interval = new("interval", GlossaryText.IntervalName, GlossaryText.IntervalDefinition);
    public static readonly Term Break = new("series-break", GlossaryText.BreakName, GlossaryText.BreakDefinition);
    public static readonly Term Revised = new("revised", GlossaryText.RevisedName, GlossaryText.RevisedDefinition, Routes.Revisions);
    public static readonly Term Rounded = new("rounded", GlossaryText.RoundedName, GlossaryText.RoundedDefinition);

    public static readonly Term Contact = new("contact", GlossaryText.ContactName, GlossaryText.ContactDefinition);
    public static readonly Term Person = new("person", GlossaryText.PersonName, GlossaryText.PersonDefinition);
    public static readonly Term Crime = new("crime", GlossaryText.CrimeName, GlossaryText.CrimeDefinition);
    public static readonly Term PersonsAgainstCrimes = new(
        "persons-against-crimes",
        GlossaryText.PersonsAgainstCrimesName,
        GlossaryText.PersonsAgainstCrimesDefinition,
        Routes.UnderRegistration);

    public static readonly IReadOnlyList<TermGroup> Groups =
    [
        new(GlossaryText.States, [Withheld, NotReported, Zero, Provisional, Interval, Break, Revised, Rounded]),
        new(GlossaryText.Units, [Contact, Person, Crime, PersonsAgainstCrimes]),
    ];
}
