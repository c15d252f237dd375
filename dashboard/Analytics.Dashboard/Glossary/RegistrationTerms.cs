namespace Analytics.Dashboard.Glossary;

/// <summary>From a request for help to the court; who is on no list; programmes and reports.</summary>
public static class RegistrationTerms
{
    public static readonly Term Referral = new("nrm", GlossaryText.ReferralName, GlossaryText.ReferralDefinition);
    public static readonly Term Register = new("erpp", GlossaryText.RegisterName, GlossaryText.RegisterDefinition);
    public static readonly Term Gap = new("registration-gap", GlossaryText.GapName, GlossaryText.GapDefinition, Routes.UnderRegistration);
    public static readonly Term UnderRegistration = new(
        "under-registration-rate",
        GlossaryText.UnderRegistrationName,
        GlossaryText.UnderRegistrationDefinition,
        Routes.UnderRegistration);
    public static readonly Term Requalification = new(
        "requalification",
        GlossaryText.RequalificationName,
        GlossaryText.RequalificationDefinition,
        Routes.UnderRegistration);
    public static readonly Term Discontinued = new("discontinued", GlossaryText.DiscontinuedName, GlossaryText.DiscontinuedDefinition);

    public static readonly Term Linkage = new("linkage", GlossaryText.LinkageName, GlossaryText.LinkageDefinition);
    public static readonly Term Mse = new(
        "multiple-systems-estimation",
        GlossaryText.MseName,
        GlossaryText.MseDefinition,
        Routes.UnderRegistration);
    public static readonly Term NotEstimable = new("not-estimable", GlossaryText.NotEstimableName, GlossaryText.NotEstimableDefinition);

    public static readonly Term Target = new("target", GlossaryText.TargetName, GlossaryText.TargetDefinition, Routes.Programmes);
    public static readonly Term Credit = new("shared-credit", GlossaryText.CreditName, GlossaryText.CreditDefinition, Routes.Programmes);
    public static readonly Term ReportingRate = new("reporting-rate", GlossaryText.ReportingRateName, GlossaryText.ReportingRateDefinition);
    public static readonly Term Late = new("late-source", GlossaryText.LateName, GlossaryText.LateDefinition);

    public static readonly IReadOnlyList<TermGroup> Groups =
    [
        new(GlossaryText.Registration, [Referral, Register, Gap, UnderRegistration, Requalification, Discontinued]),
        new(GlossaryText.Estimation, [Linkage, Mse, NotEstimable]),
        new(GlossaryText.Programmes, [Target, Credit, ReportingRate, Late]),
    ];
}
