using System.Text.Json;
using Analytics.Database;
using Analytics.Domain.Measures;
using Dapper;
using Npgsql;

namespace Analytics.Dashboard.Published;

/// <summary>A change of a cell that had been published as final, as this profile saw it on both sides.</summary>
public sealed record Revision(
    long Publication, DateTimeOffset PublishedAt, string Measure, PeriodKind Kind, string Period, IReadOnlyDictionary<string, string> Members,
    decimal? OldValue, CellStatus OldStatus, decimal? NewValue, CellStatus NewStatus, bool Provisional);

/// <summary>What was known of a year on a day.</summary>
public sealed record KnownCount(string Measure, string Period, DateOnly KnownOn, decimal? Value, CellStatus Status);

/// <summary>Reads what changed between publications, through one profile's database role.</summary>
public static class RevisionQuery
{
    private const int Most = 500;

    public static async Task<IReadOnlyList<Revision>> ReadAsync(NpgsqlDataSource database, bool wholeOnly, CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(
            SqlText.Beside(typeof(RevisionQuery), "revisions.sql"), new { wholeOnly, most = Most }, cancellationToken: token));
        return [.. rows.Select(row => row.Revision())];
    }

    public static async Task<IReadOnlyList<KnownCount>> TriangleAsync(NpgsqlDataSource database, CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        var rows = await connection.QueryAsync<(string Measure, string Period, DateOnly KnownOn, decimal? Value, string Status)>(
            new CommandDefinition(SqlText.Beside(typeof(RevisionQuery), "triangle.sql"), cancellationToken: token));
        return [.. rows.Select(row => new KnownCount(row.Measure, row.Period, row.KnownOn, row.Value, CodeText.StatusOf(row.Status)))];
    }

    public static async Task<IReadOnlyList<DateOnly>> DaysAsync(NpgsqlDataSource database, CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        return [.. await connection.QueryAsync<DateOnly>(new CommandDefinition(SqlText.Beside(typeof(RevisionQuery), "publication_days.sql"), cancellationToken: token))];
    }

    private sealed class Row
    {
        public long Publication { get; init; }
        public DateTime PublishedAt { get; init; }
        public required string Measure { get; init; }
        public required string PeriodKind { get; init; }
        public required string Period { get; init; }
        /// <summary>A JSON object of codes by dimension.</summary>
        public required string Members { get; init; }
        public decimal? OldValue { get; init; }
        public required string OldStatus { get; init; }
        public decimal? NewValue { get; init; }
        public required string NewStatus { get; init; }
        public bool Provisional { get; init; }

        public Revision Revision() => new(
            Publication, new DateTimeOffset(PublishedAt, TimeSpan.Zero), Measure, CodeText.PeriodKind(PeriodKind), Period,
            JsonSerializer.Deserialize<Dictionary<string, string>>(Members)!,
            OldValue, CodeText.StatusOf(OldStatus), NewValue, CodeText.StatusOf(NewStatus), Provisional);
    }
}
