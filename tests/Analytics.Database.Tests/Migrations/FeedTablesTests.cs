using Analytics.Etl.Feeds;
using Analytics.Testing;
using Dapper;

namespace Analytics.Database.Tests.Migrations;

/// <summary>What the database has of a feed is what the feed's declaration says.</summary>
public sealed class FeedTablesTests(PostgresFixture fixture) : IClassFixture<PostgresFixture>
{
    public static TheoryData<string> Feeds => [.. FeedList.Names];

    [DatabaseTheory]
    [MemberData(nameof(Feeds))]
    public async Task Raw_OfAFeed_HasItsColumnsAsTexts(string feed)
    {
        var columns = (await ColumnsAsync("raw", FeedList.RowTable(feed))).Where(column => column.Name is not ("batch_id" or "line" or "row_hash" or "received"));
        Assert.Equal(FeedList.Find(feed)!.Columns.Select(column => new Column(column.Name, "text")).OrderBy(column => column.Name), columns.OrderBy(column => column.Name));
    }

    [DatabaseTheory]
    [MemberData(nameof(Feeds))]
    public async Task Core_OfAFeed_HasItsTypedColumns(string feed)
    {
        var columns = (await ColumnsAsync("core", feed))
            .Where(column => column.Name is not ("version_id" or "batch_id" or "line" or "row_hash" or "known_since" or "known_until"))
            // A whole number fits into a wider one.
            .Select(column => column.Type == "bigint" ? column with { Type = "integer" } : column);
        Assert.Equal(FeedSql.CoreColumns(FeedList.Find(feed)!).Select(column => new Column(column.Name, column.Type)).OrderBy(column => column.Name), columns.OrderBy(column => column.Name));
    }

    [DatabaseFact]
    public async Task Rebuild_EveryTableOfFactsThatAFeedFills_IsEmptied()
    {
        string[] otherwise = ["fct_capture_history", "fct_estimate", "fct_figure", "fct_grant", "fct_report_expected", "fct_target"];
        await using var connection = await fixture.Owner.OpenConnectionAsync();
        var facts = await connection.QueryAsync<string>("select relname from pg_class where relnamespace = 'mart'::regnamespace and relkind in ('r', 'p') and not relispartition and relname like 'fct\\_%'");
        Assert.Equal(FeedList.All.SelectMany(feed => feed.Tables).Where(table => table.StartsWith("fct_", StringComparison.Ordinal)).Concat(otherwise).Order(), facts.Order());
    }

    private async Task<List<Column>> ColumnsAsync(string schema, string table)
    {
        await using var connection = await fixture.Owner.OpenConnectionAsync();
        return [.. await connection.QueryAsync<Column>(
            """
            select attname as name, format_type(atttypid, null) as type
            from pg_attribute where attrelid = format('%I.%I', @schema, @table)::regclass and attnum > 0 and not attisdropped
            """, new { schema, table })];
    }

    private sealed record Column(string Name, string Type);
}
