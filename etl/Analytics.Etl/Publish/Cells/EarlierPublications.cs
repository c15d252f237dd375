using Analytics.Database;
using Analytics.Domain.Disclosure;
using Analytics.Domain.Measures;
using Dapper;
using Npgsql;
using NpgsqlTypes;

namespace Analytics.Etl.Publish.Cells;

/// <summary>The pattern of one table for one profile, as a publication shows it.</summary>
/// <param name="Table">The true counts.</param>
/// <param name="Cells">What is shown of them, in the same order.</param>
internal sealed record ProtectedTable(PublishedTable Of, SuppressionPolicy Policy, CountTable Table, IReadOnlyList<ProtectedCell> Cells);

/// <summary>
/// What every publication so far gave to each profile. All of it can still be read ("as it was known on"), so all of it belongs to
/// the attack on the next one.
/// </summary>
internal sealed class EarlierPublications
{
    private readonly ILookup<(string Profile, string Measure), Row> _rows;

    private EarlierPublications(IEnumerable<Row> rows) => _rows = rows.ToLookup(row => (row.Profile, row.Measure));

    public static async Task<EarlierPublications> ReadAsync(NpgsqlConnection connection, CancellationToken token) =>
        new(await connection.QueryAsync<Row>(new CommandDefinition(Sql("earlier_counts.sql"), cancellationToken: token)));

    /// <returns>Each state of the table that was public, oldest first; publications that changed nothing of it are one state.</returns>
    public IReadOnlyList<EarlierPublication> Of(PublishedTable table, SuppressionPolicy policy, IReadOnlyList<Period> periods) =>
        Of(table, policy, periods, codes => TableProtection.Dimensions(table, periods, codes));

    /// <param name="dimensions">The trees that codes of the table stand in.</param>
    public IReadOnlyList<EarlierPublication> Of(
        PublishedTable table, SuppressionPolicy policy, IReadOnlyList<Period> periods, Func<IReadOnlyList<IReadOnlyList<string>>, SpanningVariable[]> dimensions)
    {
        var known = periods.Select(period => TableProtection.Code(period)).ToHashSet(StringComparer.Ordinal);
        var rows = _rows[(policy.Profile, table.Measures[0])].Select(row => (Row: row, Codes: table.CodesOf(row.Members)))
            .Where(row => row.Codes is not null && known.Contains(row.Codes[0])).Select(row => row.Row with { Codes = row.Codes! }).ToArray();
        return [.. rows.SelectMany(row => new[] { row.PublishedFrom, row.PublishedTo ?? row.PublishedFrom }).Distinct().Order()
            .Select(publication => rows.Where(row => row.PublishedFrom <= publication && (row.PublishedTo is null || row.PublishedTo > publication)).ToArray())
            .Where(state => state.Length > 0)
            .Select(state => new EarlierPublication(
                new CountTable(
                    dimensions([.. state.Select(row => row.Codes)]),
                    [.. state.Select(row => new CountCell(row.Codes, row.Count, row.Contributors, row.Largest, row.Second))]),
                [.. state.Select(row => row.Withheld ? ProtectedCell.Withheld : row.Count == 0 ? ProtectedCell.Zero : new ProtectedCell(CellStatus.Ok, policy.Round(row.Count)))]))];
    }

    /// <summary>Adds this publication to what later ones are attacked with.</summary>
    public static async Task KeepAsync(NpgsqlConnection connection, long publication, IReadOnlyList<ProtectedTable> tables, CancellationToken token)
    {
        await connection.ExecuteAsync(new CommandDefinition("create temporary table built_count (like ops.protected_count) on commit drop", cancellationToken: token));
        await using (var writer = await connection.BeginBinaryImportAsync(
            "copy built_count (published_from, profile, measure, members, count, contributors, largest, second, withheld) from stdin (format binary)", token))
        {
            foreach (var table in tables)
            {
                foreach (var (cell, shown) in table.Table.Cells.Zip(table.Cells))
                {
                    await writer.StartRowAsync(token);
                    await writer.WriteAsync(publication, NpgsqlDbType.Bigint, token);
                    await writer.WriteAsync(table.Policy.Profile, NpgsqlDbType.Text, token);
                    await writer.WriteAsync(table.Of.Measures[0], NpgsqlDbType.Text, token);
                    await writer.WriteAsync(table.Of.MembersOf(cell.Codes), NpgsqlDbType.Jsonb, token);
                    await writer.WriteAsync(cell.Count, NpgsqlDbType.Bigint, token);
                    await writer.WriteAsync(cell.Contributors, NpgsqlDbType.Integer, token);
                    await writer.WriteAsync(cell.LargestContribution, NpgsqlDbType.Bigint, token);
                    await writer.WriteAsync(cell.SecondContribution, NpgsqlDbType.Bigint, token);
                    await writer.WriteAsync(shown.Status == CellStatus.Withheld, NpgsqlDbType.Boolean, token);
                }
            }

            await writer.CompleteAsync(token);
        }

        await connection.ExecuteAsync(new CommandDefinition(Sql("keep_counts.sql"), new { publication }, cancellationToken: token));
    }

    private static string Sql(string file) => SqlText.Beside<EarlierPublications>(file);

    private sealed record Row
    {
        public long PublishedFrom { get; init; }

        public long? PublishedTo { get; init; }

        public required string Profile { get; init; }

        public required string Measure { get; init; }

        /// <summary>A JSON object of codes by dimension, the period among them.</summary>
        public required string Members { get; init; }

        /// <summary>In the order of the table's dimensions, the period first.</summary>
        public string[] Codes { get; init; } = [];

        public long Count { get; init; }

        public int Contributors { get; init; }

        public long Largest { get; init; }

        public long Second { get; init; }

        public bool Withheld { get; init; }
    }
}
