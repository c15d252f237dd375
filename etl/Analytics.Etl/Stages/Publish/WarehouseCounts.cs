using System.Data.Common;
using Analytics.Database;
using Analytics.Domain.Disclosure;
using Dapper;
using Npgsql;

namespace Analytics.Etl.Stages.Publish;

/// <summary>Reads the counts of every published table from <c>mart</c>. The database counts; protection happens later.</summary>
internal static class WarehouseCounts
{
    private static readonly (string File, string[] Dimensions, (string Column, string Measure)[] Measures)[] s_queries =
    [
        ("count_intakes.sql", ["region", "sex", "age_band", "form", "destination", "programme", "region_service"], [("persons", "persons_assisted"), ("intakes", "intakes")]),
        ("count_intakes.sql", ["region", "programme"], [("services", "services_delivered")]),
        ("count_intakes_by_form.sql", ["region", "sex", "age_band", "form", "destination", "programme", "region_service"], [("persons", "persons_assisted"), ("intakes", "intakes")]),
        ("count_reasons.sql", ["reason"], [("persons", "reasons_not_applied"), ("statements", "reasons_stated")]),
        ("count_contacts.sql", ["region", "topic"], [("contacts", "contacts")]),
        ("count_contacts.sql", ["region"], [("suspected", "contacts_suspected")]),
        ("count_contacts.sql", [], [("referred", "contacts_referred")]),
        ("count_crimes.sql", ["region"], [("amount", "")]),
        ("count_requalified.sql", ["article_group"], [("amount", "")]),
    ];

    /// <returns>Counts by measure.</returns>
    public static async Task<IReadOnlyDictionary<string, TrueCounts>> ReadAsync(NpgsqlConnection connection, CancellationToken token)
    {
        var counts = new Dictionary<string, TrueCounts>(StringComparer.Ordinal);
        foreach (var query in s_queries)
        {
            var sql = SqlText.Beside(typeof(WarehouseCounts), query.File);
            await using var reader = await connection.ExecuteReaderAsync(new CommandDefinition(sql, cancellationToken: token));
            var column = Enumerable.Range(0, reader.FieldCount).ToDictionary(reader.GetName, i => i, StringComparer.Ordinal);
            while (await reader.ReadAsync(token))
            {
                Add(counts, query.Dimensions, query.Measures, reader, column);
            }
        }

        return counts;
    }

    private static void Add(
        Dictionary<string, TrueCounts> counts, string[] dimensions, (string Column, string Measure)[] measures, DbDataReader row, Dictionary<string, int> column)
    {
        // A query may be cut finer than the table that reads it; those rows belong to another table.
        var other = column.Keys.Where(name => name is "region" or "sex" or "age_band" or "form" or "destination" or "topic" or "reason" or "programme" or "region_service" or "article_group").Except(dimensions, StringComparer.Ordinal);
        if (other.Any(name => row.GetString(column[name]) != Dimension.Total))
        {
            return;
        }

        var codes = Array.ConvertAll(dimensions, name => column.TryGetValue(name, out var i) ? row.GetString(i) : Dimension.Total);
        var period = row.GetString(column["period"]);
        var organisation = column.TryGetValue("organisation", out var at) && row.GetString(at) is var code && code != Dimension.Total ? code : null;
        foreach (var (name, fixedMeasure) in measures)
        {
            var measure = fixedMeasure.Length > 0 ? fixedMeasure : row.GetString(column["measure"]);
            if (!counts.TryGetValue(measure, out var known))
            {
                counts.Add(measure, known = new TrueCounts());
            }

            known.Add(period, codes, organisation, row.GetInt64(column[name]));
        }
    }
}
