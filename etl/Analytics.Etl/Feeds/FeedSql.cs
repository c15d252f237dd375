namespace Analytics.Etl.Feeds;

/// <summary>A column of <c>core</c>, and how it is made of a canonical text of <c>raw</c>.</summary>
/// <param name="Type">Its type in the database.</param>
/// <param name="Expression">Over the columns of <c>raw</c>.</param>
internal sealed record CoreColumn(string Name, string Type, string Expression);

/// <summary>What the database has of a feed, made of its declaration: the columns of <c>core</c>, and the script that types raw rows.</summary>
internal static class FeedSql
{
    private const string Updated = "updated_at";
    private const string Deleted = "deleted";
    private const string PartialDate = "core.partial_date";

    /// <summary>The typed columns, in the order of the feed's; whether a row takes its record back every feed's rows say.</summary>
    public static IEnumerable<CoreColumn> CoreColumns(Feed feed) => feed.Columns.Where(column => column.Name != Deleted).SelectMany(Of)
        .Append(new CoreColumn("withdrawn", "boolean", feed.IndexOf(Deleted) < 0 ? "false" : $"coalesce({Deleted} = 'yes', false)"));

    /// <summary>The script that types the feed's raw rows, a view that <c>core.insert_new</c> and <c>core.merge_incoming</c> read by batch.</summary>
    public static string Conform(Feed feed) =>
        $"""
        -- conform {feed.Name}: rows from canonical text to types, as Feeds/FeedSql.cs makes it of the feed's declaration.
        -- grain: a row of raw.{feed.Name}. reads: raw.{feed.Name}. writes: nothing.
        create or replace temporary view incoming as
        select batch_id, line, row_hash,
               {string.Join(",\n       ", Typed(feed).Select(column => column.Expression == column.Name ? column.Name : $"{column.Expression} as {column.Name}"))}
        from raw.{feed.Name};
        """;

    /// <summary>The script that finds the rows of a batch that would put another record in the place of one that is there; null for a feed whose key says all.</summary>
    public static string? ChangedRecords(Feed feed)
    {
        if (feed.Identity.Count == 0)
        {
            return null;
        }

        var columns = feed.Identity.Select(name => feed.Columns[feed.IndexOf(name)]).Select(Compared).ToList();
        string[] names =
        [
            feed.Name,
            string.Join(" and ", feed.Key.Select(key => $"current.{key} = incoming.{key}")),
            string.Join(" + ", columns.Select(column => $"({column.Stated})::int")),
            string.Join(" + ", columns.Select(column => $"coalesce({column.Stated} and {column.Differs}, false)::int")),
            $"coalesce({columns[0].Stated} and {columns[0].Differs}, false)",
            feed.IndexOf(Updated) < 0 ? "null::timestamptz" : $"current.{Updated}",
        ];

        // Identifiers come from the feed's own declaration.
        return names.Index().Aggregate(
            Database.SqlText.Beside(typeof(FeedSql), "changed_records.sql"),
            (sql, name) => sql.Replace(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{{{name.Index}}}"), name.Item, StringComparison.Ordinal));
    }

    /// <summary>Whether both rows state a column, and whether they differ in it as far as both know it.</summary>
    private static (string Stated, string Differs) Compared(FeedColumn column)
    {
        var core = Of(column).First();
        var (one, other) = (Value("incoming"), Value("current"));
        var stated = $"({one} is not null and {other} is not null)";
        return core.Type == PartialDate
            ? (stated, $"(case when least({one} % 10000, {other} % 10000) = 0 then {one} / 10000 <> {other} / 10000 when least({one} % 100, {other} % 100) = 0 then {one} / 100 <> {other} / 100 else {one} <> {other} end)")
            : (stated, $"({one} is distinct from {other})");

        string Value(string row) => core.Type == "text" ? $"nullif({row}.{core.Name}, 'unknown')" : $"{row}.{core.Name}";
    }

    // When a record was last changed the merge asks of every feed.
    private static IEnumerable<CoreColumn> Typed(Feed feed) =>
        feed.IndexOf(Updated) < 0 ? CoreColumns(feed).Append(new CoreColumn(Updated, "timestamp with time zone", "null::timestamptz")) : CoreColumns(feed);

    /// <summary>Empties everything that is made of the raw rows of these feeds.</summary>
    public static string Empty(IEnumerable<Feed> feeds) =>
        $"truncate {string.Join(", ", feeds.SelectMany(feed => feed.Tables.Select(table => $"mart.{table}").Prepend($"core.{feed.Name}")))}";

    // A date as far as it is known is a number: yyyymmdd, with 00 for what is not known. An age may be a range, open above.
    private static IEnumerable<CoreColumn> Of(FeedColumn column)
    {
        var name = column.Name;
        switch (column.Type)
        {
            case "date" or "date_ahead" or "month":
                yield return new CoreColumn(name, PartialDate, $"rpad(replace({name}, '-', ''), 8, '0')::integer");
                break;
            case "timestamp":
                yield return new CoreColumn(Day(name), PartialDate, $"rpad(replace(left({name}, 10), '-', ''), 8, '0')::integer");
                yield return new CoreColumn(name, "timestamp with time zone", $"case when length({name}) > 10 then {name}::timestamptz end");
                break;
            case "instant":
                yield return new CoreColumn(name, "timestamp with time zone", $"{name}::timestamptz");
                break;
            case "int" or "duration" or "year":
                yield return new CoreColumn(name, "integer", $"{name}::integer");
                break;
            case "age":
                yield return new CoreColumn("age_from", "integer", $"split_part(rtrim({name}, '+'), '-', 1)::integer");
                yield return new CoreColumn("age_to", "integer", $"case when {name} not like '%+' then coalesce(nullif(split_part({name}, '-', 2), ''), {name})::integer end");
                break;
            case "codes" or "tokens":
                yield return new CoreColumn(name, "text[]", $"string_to_array({name}, '|')");
                break;
            case "article":
                yield return new CoreColumn(name, "text", name);
                yield return new CoreColumn($"{name}_no", "text", $"split_part({name}, ' ', 1)");
                break;
            case "yes_no" when column.IsBoolean:
                yield return new CoreColumn(name, "boolean", column.Missing is { } missing ? $"coalesce({name} = 'yes', {missing})" : $"case {name} when 'yes' then true when 'no' then false end");
                break;
            default:
                yield return new CoreColumn(name, "text", column.Missing is { } unstated ? $"coalesce({name}, '{unstated}')" : name);
                break;
        }
    }

    /// <summary>The day of a moment: <c>started_at</c> has <c>started_on</c>.</summary>
    private static string Day(string moment) => moment.EndsWith("_at", StringComparison.Ordinal) ? $"{moment[..^3]}_on" : $"{moment}_on";
}
