using System.Security.Cryptography;
using System.Text;
using Dapper;
using Npgsql;

namespace Analytics.Database.Tests.Publish;

/// <summary>What <c>pub</c> holds, apart from the numbers of publications and the moments of loading: to compare two ways of getting there.</summary>
internal static class PublishedContent
{
    private const int MostShown = 3;

    /// <summary>Of each table a hash over its rows. Of publications and of the versions of cells those that stand.</summary>
    public static async Task<SortedDictionary<string, string>> OfAsync(NpgsqlDataSource database)
    {
        await using var connection = await database.OpenConnectionAsync();
        var content = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var tables = await connection.QueryAsync<string>(
            "select relname from pg_class where relnamespace = 'pub'::regnamespace and relkind in ('r', 'p') and not relispartition");
        foreach (var table in tables)
        {
            var rows = await RowsAsync(connection, table);
            content.Add(table, $"{rows.Count} rows, {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', rows))))}");
        }

        return content;
    }

    /// <summary>The rows of a table that one of two databases holds and the other does not, to see what a difference is.</summary>
    public static async Task<string> DifferenceAsync(string table, NpgsqlDataSource one, NpgsqlDataSource other)
    {
        await using var first = await one.OpenConnectionAsync();
        await using var second = await other.OpenConnectionAsync();
        var (here, there) = (await RowsAsync(first, table), await RowsAsync(second, table));
        return $"{string.Join(' ', here.Except(there).Take(MostShown))} is not {string.Join(' ', there.Except(here).Take(MostShown))}";
    }

    private static async Task<List<string>> RowsAsync(NpgsqlConnection connection, string table)
    {
        var which = table switch { "cell_version" => "where published_to is null", "publication" => "where current", _ => "" };
        return (await connection.QueryAsync<string>(
            $"select (to_jsonb(t) - array['publication_id', 'published_at', 'published_from', 'data_as_of', 'last_loaded_at'])::text from pub.{table} as t {which}"))
            .Order(StringComparer.Ordinal).ToList();
    }

    /// <summary>Forgets every file, person and publication; dimensions stay.</summary>
    public static async Task ForgetAsync(Etl.EtlFixture fixture)
    {
        await Etl.WarehouseContent.ForgetAsync(fixture);
        await using var owner = NpgsqlDataSource.Create(fixture.ConnectionString);
        await using var connection = await owner.OpenConnectionAsync();
        await connection.ExecuteAsync(
            """
            truncate ops.information_loss, ops.protected_count, pub.cell_version, pub.evaluation, ops.link_round, ops.link_run, ops.link_band, ops.link_review, ops.link_decision, ops.link_seen, ops.source_month;
            alter table ops.period_review disable trigger period_review_steps;
            delete from ops.period_review;
            alter table ops.period_review enable trigger period_review_steps;
            delete from pub.publication;
            """);
    }
}
