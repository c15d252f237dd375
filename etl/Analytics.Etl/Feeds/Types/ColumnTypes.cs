using Analytics.Domain.PersonalData;

namespace Analytics.Etl.Feeds.Types;

/// <summary>What types of a load depend on beside their column.</summary>
/// <param name="Today">The day in Asia/Bishkek; no date of a source is later.</param>
/// <param name="DateFormats">Date formats of the mapping.</param>
/// <param name="Rounds">Linkage rounds whose tokens are taken; none stands for any.</param>
/// <param name="TimeZone">Time zone of times without an offset; null for Asia/Bishkek.</param>
internal sealed record TypeContext(DateOnly Today, IReadOnlyList<string> DateFormats, IReadOnlyCollection<string> Rounds, TimeZoneInfo? TimeZone = null);

/// <summary>The table of column types: the names that <c>feed.yml</c> uses.</summary>
internal static class ColumnTypes
{
    private const int EarliestBirth = 1900;
    private const int MostIntByDefault = 1_000_000_000;

    // The last day that mart.dim_date has.
    private static readonly DateOnly s_lastDay = new(2050, 12, 31);

    private static readonly string[] s_yesNo = ["yes", "no"];

    private static readonly Dictionary<string, Func<FeedColumn, TypeContext, ColumnType>> s_makers = new(StringComparer.Ordinal)
    {
        ["text"] = (c, _) => new TextType(c.Max ?? 200, ValueContext.FreeText),
        ["reference"] = (c, _) => new TextType(c.Max ?? 64, ValueContext.Reference),
        ["legal_name"] = (c, _) => new LegalNameType(c.Max ?? 200),
        ["organisation"] = (_, _) => new OrganisationType(),
        ["token"] = (_, x) => new TokenType(many: false, x.Rounds),
        ["tokens"] = (_, x) => new TokenType(many: true, x.Rounds),
        ["code"] = (c, _) => new CodeType(c.Codes, Names(c), many: false),
        ["codes"] = (c, _) => new CodeType(c.Codes, Names(c), many: true),
        ["yes_no"] = (_, _) => new CodeType(s_yesNo, Spellings.Of("yes_no"), many: false, ticks: true),
        ["yes_no_unknown"] = (_, _) => new CodeType([.. s_yesNo, "unknown"], Spellings.Of("yes_no"), many: false, ticks: true),
        ["int"] = (c, _) => new IntType(c.Min ?? 0, c.Max ?? MostIntByDefault),
        ["duration"] = (c, _) => new DurationType(c.Max ?? MostIntByDefault),
        ["year"] = (c, x) => new IntType(c.Min ?? EarliestBirth, x.Today.Year),
        ["age"] = (_, _) => new AgeType(),
        ["date"] = (_, x) => new DateType(x.Today, x.DateFormats),
        ["date_ahead"] = (_, x) => new DateType(s_lastDay, x.DateFormats),
        ["month"] = (_, x) => new DateType(x.Today, x.DateFormats, monthOnly: true),
        ["timestamp"] = (_, x) => new TimestampType(x.Today, x.DateFormats, x.TimeZone),
        ["instant"] = (_, x) => new TimestampType(x.Today, x.DateFormats, x.TimeZone, instant: true),
        ["region"] = (_, _) => new RegionType(ReferenceLists.Regions),
        ["country"] = (_, _) => new CountryType(ReferenceLists.Countries),
        ["article"] = (_, _) => new ArticleType(),
    };

    public static bool Knows(string type) => s_makers.ContainsKey(type);

    public static ColumnType Make(FeedColumn column, TypeContext context) => s_makers[column.Type](column, context);

    private static IEnumerable<(string Code, string Name)> Names(FeedColumn column) => column.List switch
    {
        null => [],
        var list => ReferenceLists.CodeNames[list].Concat(Spellings.Of(list)),
    };
}
