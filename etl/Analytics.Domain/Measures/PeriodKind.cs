namespace Analytics.Domain.Measures;

/// <summary>Kinds of period; each is published on its own, so that no period is a sum of protected others.</summary>
public enum PeriodKind
{
    Month,
    Quarter,
    Year,

    /// <summary>A declared reporting period of several years.</summary>
    Span,

    /// <summary>Everything there is.</summary>
    All,
}
