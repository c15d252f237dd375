using Analytics.Database;
using Analytics.Domain.Measures;
using Dapper;
using Npgsql;

namespace Analytics.Etl.Publish.Cells;

/// <summary>A month of a source, and whether the coordinating body signed it off as published.</summary>
/// <param name="Month">Its first day.</param>
internal readonly record struct SourceMonth(string Feed, string Source, DateOnly Month, bool Signed);

/// <summary>
/// Whether a figure may still change: it is provisional until every source month behind it is signed off, and until sign-off has
/// reached its last month.
/// </summary>
internal sealed class SignOff(IEnumerable<SourceMonth> months)
{
    private readonly Dictionary<string, SourceMonth[]> _feeds =
        months.GroupBy(month => month.Feed, StringComparer.Ordinal).ToDictionary(feed => feed.Key, feed => feed.ToArray(), StringComparer.Ordinal);

    private readonly Dictionary<(string Feed, string Period), bool> _settled = [];

    /// <summary>Renews the months that sources have rows of, and reads where their review stands.</summary>
    /// <param name="now">When demonstration sources, which nobody reviews, sign themselves off.</param>
    public static async Task<SignOff> ReadAsync(NpgsqlConnection connection, DateTimeOffset now, CancellationToken token)
    {
        await connection.ExecuteAsync(new CommandDefinition(Sql("replace_source_months.sql"), commandTimeout: 0, cancellationToken: token));
        await connection.ExecuteAsync(new CommandDefinition(Sql("sign_off_demo.sql"), new { now }, cancellationToken: token));
        return new SignOff(await connection.QueryAsync<SourceMonth>(new CommandDefinition(Sql("signed_off_months.sql"), cancellationToken: token)));
    }

    public bool IsProvisional(string measure, Period period) =>
        MeasureCatalogue.Find(measure)!.Feeds.Any(feed => _feeds.ContainsKey(feed) && !IsSettled(feed, period));

    private bool IsSettled(string feed, Period period)
    {
        lock (_settled)
        {
            if (!_settled.TryGetValue((feed, period.Id), out var settled))
            {
                var behind = _feeds[feed].Where(month => month.Month >= period.Start && month.Month <= period.End).ToArray();
                // All time has no last month of its own.
                settled = Array.TrueForAll(behind, month => month.Signed)
                    && (period.Kind == PeriodKind.All || _feeds[feed].Any(month => month.Signed && month.Month.AddMonths(1) > period.End));
                _settled.Add((feed, period.Id), settled);
            }

            return settled;
        }
    }

    private static string Sql(string file) => SqlText.Beside<SignOff>(file);
}
