namespace Analytics.Domain.Measures;

/// <summary>The codes of period kinds and cell states, as tables, files and the interface write them.</summary>
public static class CodeText
{
    private static readonly string[] s_kinds = ["month", "quarter", "year", "span", "all"];
    private static readonly string[] s_statuses = ["ok", "zero", "withheld", "not_reported"];

    public static string Code(this PeriodKind kind) => s_kinds[(int)kind];

    public static string Code(this CellStatus status) => s_statuses[(int)status];

    /// <returns>Null for a code that is none.</returns>
    public static PeriodKind? FindPeriodKind(string? code) => Array.IndexOf(s_kinds, code) is >= 0 and var at ? (PeriodKind)at : null;

    /// <exception cref="InvalidOperationException">The code is none.</exception>
    public static PeriodKind PeriodKind(string code) => FindPeriodKind(code)
        ?? throw new InvalidOperationException($"The kind of period is {code}; expected {string.Join(", ", s_kinds)}.");

    /// <exception cref="InvalidOperationException">The code is none.</exception>
    public static CellStatus StatusOf(string code) => Array.IndexOf(s_statuses, code) is >= 0 and var at
        ? (CellStatus)at
        : throw new InvalidOperationException($"The status is {code}; expected {string.Join(", ", s_statuses)}.");
}
