namespace Analytics.Dashboard.Glossary;

/// <summary>Words of the International Classification Standard for Administrative Data on Trafficking in Persons (IC-TIP, UN, 2023).</summary>
public static class TraffickingTerms
{
    public static readonly Term Trafficking = new("trafficking", GlossaryText.TraffickingName, GlossaryText.TraffickingDefinition);
    public static readonly Term Act = new("act", GlossaryText.ActName, GlossaryText.ActDefinition);
    public static readonly Term Means = new("means", GlossaryText.MeansName, GlossaryText.MeansDefinition);
    public static readonly Term Purpose = new("form", GlossaryText.PurposeName, GlossaryText.PurposeDefinition, Routes.Trends);
    public static readonly Term Control = new("means-of-control", GlossaryText.ControlName, GlossaryText.ControlDefinition);
    public static readonly Term Victim = new("victim", GlossaryText.VictimName, GlossaryText.VictimDefinition);
    public static readonly Term Perpetrator = new("perpetrator", GlossaryText.PerpetratorName, GlossaryText.PerpetratorDefinition);
    public static readonly Term ReportingEntity = new(
        "reporting-entity",
        GlossaryText.ReportingEntityName,
        GlossaryText.ReportingEntityDefinition);

    public static readonly TermGroup Group = new(
        GlossaryText.Trafficking, [Trafficking, Act, Means, Purpose, Control, Victim, Perpetrator, ReportingEntity]);
}
