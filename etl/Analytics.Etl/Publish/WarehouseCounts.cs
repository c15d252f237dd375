using System.Data.Common;
using Analytics.Database;
using Analytics.Domain.Measures;
using Analytics.Etl.Publish.Cells;
using Dapper;
using Npgsql;

namespace Analytics.Etl.Publish;

/// <summary>Reads the counts of every published table from <c>mart</c>, with the batches behind them. The database counts; protection happens later.</summary>
internal static class WarehouseCounts
{
    /// <summary>Each query with the columns of its counts and of their batches; without a measure the row names its own.</summary>
    private static readonly (string File, (string Count, string Batches, string? Measure)[] Measures)[] s_queries =
    [
        ("count_intakes.sql", [("persons", "batches", "persons_assisted"), ("intakes", "batches", "intakes"), ("services", "service_batches", "services_delivered")]),
        ("count_intakes_by_form.sql", [("persons", "batches", "persons_assisted"), ("intakes", "batches", "intakes")]),
        ("count_reasons.sql", [("persons", "batches", "reasons_not_applied"), ("statements", "batches", "reasons_stated")]),
        ("count_contacts.sql",
            [("contacts", "batches", "contacts"), ("suspected", "suspected_batches", "contacts_suspected"), ("referred", "referred_batches", "contacts_referred")]),
        ("count_reported.sql",
            [("reported", "batches", "persons_reported"), ("reported_apart", "batches", PublishedTable.ReportedApart), ("intakes_apart", "batches", PublishedTable.IntakesApart)]),
        ("count_crimes.sql", [("amount", "batches", null)]),
        ("count_requalified.sql", [("amount", "batches", null)]),
        ("count_agencies.sql", [("amount", "batches", null)]),
    ];

    private static readonly Dictionary<string, PublishedTable> s_tables = PublishedTable.All
        .SelectMany(table => table.Measures.Append(table.Deciding).Concat(table.Beside).Distinct(StringComparer.Ordinal).Select(measure => (measure, table)))
        .ToDictionary(pair => pair.measure, pair => pair.table, StringComparer.Ordinal);

    /// <returns>Counts by measure.</returns>
    public static async Task<IReadOnlyDictionary<string, TrueCounts>> ReadAsync(NpgsqlConnection connection, CancellationToken token)
    {
        var counts = new Dictionary<string, TrueCounts>(StringComparer.Ordinal);
        foreach (var query in s_queries)
        {
            var sql = SqlText.Beside(typeof(WarehouseCounts), query.File);
            await using var reader = await connection.ExecuteReaderAsync(new CommandDefinition(sql, commandTimeout: 0, cancellationToken: token));
            var column = Enumerable.Range(0, reader.FieldCount).ToDictionary(reader.GetName, i => i, StringComparer.Ordinal);
            string[] dimensions = [.. column.Keys.Where(Dimension.All.Contains)];
            while (await reader.ReadAsync(token))
            {
                foreach (var (count, batches, fixedMeasure) in query.Measures)
                {
                    var measure = fixedMeasure ?? reader.GetString(column["measure"]);
                    if (s_tables.TryGetValue(measure, out var table) && !reader.IsDBNull(column[count]))
                    {
                        Add(counts, measure, table, dimensions, reader, column, count, batches);
                    }
                }
            }
        }

        return counts;
    }

    private static void Add(
        Dictionary<string, TrueCounts> counts, string measure, PublishedTable table, string[] dimensions, DbDataReader row, Dictionary<string, int> column,
        string count, string batches)
    {
        var organisation = column.TryGetValue(Dimension.Organisation, out var at) && row.GetString(at) is var code && code != Dimension.Total ? code : null;
        // A query may be cut finer than the table that reads it; those rows belong to another table.
        if (dimensions.Any(name => name != Dimension.Organisation && !table.Dimensions.Contains(name) && row.GetString(column[name]) != Dimension.Total))
        {
            return;
        }

        if (!counts.TryGetValue(measure, out var known))
        {
            counts.Add(measure, known = new TrueCounts());
        }

        known.Add(
            row.GetString(column["period"]),
            Array.ConvertAll(table.Dimensions, name => column.TryGetValue(name, out var i) ? row.GetString(i) : Dimension.Total),
            organisation,
            row.GetInt64(column[count]),
            organisation is not null || row.IsDBNull(column[batches]) ? [] : row.GetFieldValue<long[]>(column[batches]));
    }
}
