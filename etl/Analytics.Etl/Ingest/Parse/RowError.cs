using Analytics.Etl.Feeds.Types;

namespace Analytics.Etl.Ingest.Parse;

/// <summary>One problem of one row: where, which rule, and what was expected. No value.</summary>
/// <param name="Column">Column of the feed; null when the row as a whole is at fault.</param>
internal readonly record struct RowError(long Line, string? Column, Problem Problem);
