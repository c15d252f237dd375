namespace Analytics.Etl.Feeds;

/// <summary>Where a file comes from.</summary>
/// <param name="Synthetic">Demonstration data.</param>
/// <param name="Schedule">Cron expression of its job; null when it is loaded by hand.</param>
/// <param name="DatedNames">Its files came before they are loaded and say when, at the end of their names: <c>…_received_2026-04-14.csv</c>.</param>
internal sealed record LoadSource(string Id, bool Synthetic = false, string? Schedule = null, bool DatedNames = false);
