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

    [DatabaseTheory]
    [MemberData(nameof(Feeds))]
    public async Task Core_OfAFeed_HoldsNoNullWhereItsDeclarationAsksForAValue(string feed)
    {
        var declared = FeedList.Find(feed)!;
        var filled = FeedSql.CoreColumns(declared).Select(column => column.Name).Where(name => name == "withdrawn" || declared.Columns.Any(column => Fills(declared, column, name)));
        var required = await ListAsync(
            "select attname from pg_attribute where attrelid = format('core.%I', @feed)::regclass and attnum > 0 and not attisdropped and attnotnull", feed);
        Assert.Equal(filled.Order(), required.Except(["version_id", "batch_id", "line", "row_hash", "known_since", "known_until"]).Order());
    }

    [DatabaseTheory]
    [MemberData(nameof(Feeds))]
    public async Task Core_OfAFeed_HasOneCurrentVersionOfItsKey(string feed)
    {
        var keys = await ListAsync(
            """
            select string_agg(attname, ',' order by place)
            from pg_index
            cross join unnest(indkey) with ordinality as part (number, place)
            join pg_attribute on attrelid = indrelid and attnum = part.number
            where indrelid = format('core.%I', @feed)::regclass and indisunique and pg_get_expr(indpred, indrelid) like '%known_until = ''infinity''%'
            group by indexrelid
            """, feed);
        Assert.Equal(string.Join(',', FeedList.Find(feed)!.Key), Assert.Single(keys));
    }

    // Of a moment its day is known, and not always its time; an age is open at one end at least.
    private static bool Fills(Feed feed, FeedColumn column, string core) =>
        (column.Required || column.Missing is not null || feed.Key.Contains(column.Name))
        && (column.Type == "timestamp"
            ? core == (column.Name.EndsWith("_at", StringComparison.Ordinal) ? $"{column.Name[..^3]}_on" : $"{column.Name}_on")
            : core == column.Name || (column.Type == "article" && core == $"{column.Name}_no"));

    private async Task<List<string>> ListAsync(string sql, string feed)
    {
        await using var connection = await fixture.Owner.OpenConnectionAsync();
        return [.. await connection.QueryAsync<string>(sql, new { feed })];
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
