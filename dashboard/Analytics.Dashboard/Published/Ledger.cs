using Analytics.Domain.Measures;
using Analytics.Domain;

namespace Analytics.Dashboard.Published;

/// <summary>A figure that somebody published, from the ledger.</summary>
/// <param name="PeriodKind">calendar, report_year or other.</param>
/// <param name="Value">Null where the source did not report it, which is not zero.</param>
/// <param name="ValueText">How the source words it, where it is not the bare number: "at least 150".</param>
/// <param name="Note">Null where there is nothing to add.</param>
public sealed record LedgerFigure(
    string Id, DateOnly Start, DateOnly End, string PeriodKind, string Indicator, string Breakdown,
    decimal? Value, string? ValueText, string Unit, LedgerSource Source, LocalText? Note)
{
    public string SourceTitle => Source.Title;
}

/// <summary>A publication that printed figures.</summary>
public sealed record LedgerSource(string Title, string Publisher, string Published);

/// <param name="Measure">The measure that counts the same thing here; null where none does.</param>
public sealed record LedgerIndicator(string Id, string? Measure, LocalText Name);

/// <summary>Two printed figures that differ, and why they may.</summary>
public sealed record LedgerRival(string Figure, string Rival, LocalText Why);

/// <summary>Figures as others printed them.</summary>
public sealed record Ledger(IReadOnlyList<LedgerFigure> Figures, IReadOnlyList<LedgerIndicator> Indicators, IReadOnlyList<LedgerRival> Rivals)
{
    public static readonly Ledger Empty = new([], [], []);

    /// <summary>An indicator that has no name names itself.</summary>
    public LedgerIndicator Indicator(string id) => Indicators.FirstOrDefault(indicator => indicator.Id == id) ?? new LedgerIndicator(id, null, LocalText.Same(id));
}
