using System.Globalization;
using System.Text;
using Analytics.Etl.Feeds;
using Analytics.Testing;
using Dapper;
using Npgsql;

namespace Analytics.Database.Tests.Migrations;

/// <summary>The documents of the schema, written from the catalogue of a migrated database and from the declarations of the feeds.</summary>
internal sealed class CatalogueDocuments
{
    private static readonly Dictionary<string, string> s_schemas = new(StringComparer.Ordinal)
    {
        ["raw"] = "as received, in the canonical text of each feed",
        ["core"] = "typed and linked, every version kept",
        ["mart"] = "the star schema: dimensions, facts, bridges",
        ["pub"] = "published cells, and what explains them; all that readers' roles can read",
        ["ops"] = "runs, batches, rejected rows, accounts, what disclosure control remembers",
    };

    private readonly Column[] _columns;
    private readonly ILookup<string, Column> _tables;
    private readonly Dictionary<string, string> _dimensionOfKey;

    private CatalogueDocuments(IEnumerable<Column> columns)
    {
        _columns = [.. columns];
        _tables = _columns.ToLookup(column => $"{column.Schema}.{column.Table}", StringComparer.Ordinal);
        _dimensionOfKey = _columns.Where(column => column is { Schema: "mart", InKey: true } && column.Table.StartsWith("dim_", StringComparison.Ordinal) && column.Name.EndsWith("_key", StringComparison.Ordinal))
            .ToDictionary(column => column.Name, column => column.Table, StringComparer.Ordinal);
    }

    public static async Task<CatalogueDocuments> ReadAsync(NpgsqlDataSource database)
    {
        await using var connection = await database.OpenConnectionAsync();
        return new CatalogueDocuments(await connection.QueryAsync<Column>(await File.ReadAllTextAsync(Path.Combine(ProjectRoot.Path, "tests", "Analytics.Database.Tests", "Migrations", "catalogue_columns.sql"))));
    }

    /// <summary>Facts and their dimensions as a diagram, and each with its grain and keys.</summary>
    public string Star()
    {
        var text = new StringBuilder(
            """
            # The star schema

            Written from the database's own catalogue: `ANALYTICS_WRITE=1 dotnet test tests/Analytics.Database.Tests --filter CatalogueDocuments`.
            A test fails when it is stale. Every column of every schema: [data-dictionary.md](data-dictionary.md).

            A key 0 is the unknown member of its dimension; no fact has an empty key. Facts are kept in versions: `known_since` to `known_until`
            is when the warehouse held one for true, and `infinity` marks what it holds today.

            ```mermaid
            erDiagram

            """);
        foreach (var (fact, key, dimension) in Links())
        {
            text.Append(CultureInfo.InvariantCulture, $"    {dimension} ||--o{{ {fact} : {key}\n");
        }

        text.Append("```\n");
        foreach (var (kind, title) in (ReadOnlySpan<(string, string)>)[("fct_", "Facts"), ("bridge_", "Bridges"), ("dim_", "Dimensions")])
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {title}\n\n| table | grain | key | dimensions |\n|---|---|---|---|\n");
            foreach (var table in _tables.Where(table => table.Key.StartsWith($"mart.{kind}", StringComparison.Ordinal)))
            {
                var name = table.Key["mart.".Length..];
                text.Append(CultureInfo.InvariantCulture, $"| `{name}` | {Grain(table)} | {Code(table.Where(column => column.InKey).Select(column => column.Name))} | {Code(Links().Where(link => link.Table == name).Select(link => link.Key))} |\n");
            }
        }

        return text.ToString();
    }

    /// <summary>Every column of every table and view; of a feed's columns also their titles in three languages.</summary>
    public string Dictionary()
    {
        var text = new StringBuilder(
            """
            # Data dictionary

            Written from the database's own catalogue and from each feed's declaration:
            `ANALYTICS_WRITE=1 dotnet test tests/Analytics.Database.Tests --filter CatalogueDocuments`. A test fails when it is stale.
            **Bold** columns are the key. How facts and dimensions hang together: [star.md](star.md).

            """);
        foreach (var (schema, meaning) in s_schemas)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## `{schema}`: {meaning}\n");
            foreach (var table in _tables.Where(table => table.Key.StartsWith($"{schema}.", StringComparison.Ordinal)))
            {
                var feed = FeedList.Find(table.First().Table);
                text.Append(CultureInfo.InvariantCulture, $"\n### `{table.Key}`\n\n{(feed is null || schema is not ("raw" or "core") ? "" : $"{feed.Title.En} · {feed.Title.Ru} · {feed.Title.Ky}. ")}{Grain(table)}\n\n| column | type | may be empty | meaning |\n|---|---|---|---|\n");
                foreach (var column in table)
                {
                    text.Append(CultureInfo.InvariantCulture, $"| {(column.InKey ? $"**`{column.Name}`**" : $"`{column.Name}`")} | {column.Type} | {(column.Nullable && column.Kind == "table" ? "yes" : "")} | {Meaning(column, feed)} |\n");
                }
            }
        }

        return text.ToString();
    }

    private static string Meaning(Column column, Feed? feed)
    {
        var said = column.Meaning.Replace("\n", " ", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal);
        return column.Schema is "raw" or "core" && feed?.IndexOf(column.Name) is >= 0 and var at && feed.Columns[at].Title is var title
            ? $"{title.En} · {title.Ru} · {title.Ky}{(said.Length > 0 ? $". {said}" : "")}"
            : said.Length > 0 ? said : column.RefersTo is { } other ? $"of `{other}`" : "";
    }

    private IEnumerable<(string Table, string Key, string Dimension)> Links() =>
        from column in _columns
        where column is { Schema: "mart", Kind: "table" } && (column.Table.StartsWith("fct_", StringComparison.Ordinal) || column.Table.StartsWith("bridge_", StringComparison.Ordinal))
        let dimension = column.RefersTo?.Replace("mart.", "", StringComparison.Ordinal) ?? DimensionOf(column.Name)
        where dimension?.StartsWith("dim_", StringComparison.Ordinal) == true
        select (column.Table, column.Name, dimension);

    /// <summary>A key is named by its role and its dimension, as intake_date_key, or by its role alone where only one dimension can have it.</summary>
    private string? DimensionOf(string key) => key switch
    {
        "exploitation_start_key" or "exploitation_end_key" => "dim_date",
        "referred_to_key" => "dim_organisation",
        "article_to_key" => "dim_article",
        "batch_key" => "dim_batch",
        _ when key.StartsWith("region_", StringComparison.Ordinal) && key.EndsWith("_key", StringComparison.Ordinal) => "dim_region",
        _ => _dimensionOfKey.Where(dimension => key == dimension.Key || key.EndsWith($"_{dimension.Key}", StringComparison.Ordinal)).Select(dimension => dimension.Value).FirstOrDefault(),
    };

    private static string Grain(IEnumerable<Column> table)
    {
        var grain = (table.First().Grain ?? "").Replace("grain: ", "", StringComparison.Ordinal).Replace("\n", " ", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal);
        return grain.Length == 0 ? "" : char.ToUpperInvariant(grain[0]) + grain[1..];
    }

    private static string Code(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"`{name}`"));

    private sealed record Column(string Schema, string Table, string? Grain, string Kind, string Name, string Type, bool Nullable, bool InKey, string? RefersTo, string Meaning);
}
