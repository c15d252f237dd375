using Analytics.Domain.Identifiers;

namespace Analytics.Etl.Feeds.Types;

/// <summary>What types of a load depend on beside their column.</summary>
/// <param name="Today">The day in Asia/Bishkek; no date of a source is later.</param>
/// <param name="DateFormats">Date formats of the mapping.</param>
/// <param name="Rounds">Linkage rounds whose tokens are taken; none stands for any.</param>
internal sealed record TypeContext(DateOnly Today, IReadOnlyList<string> DateFormats, IReadOnlyCollection<string> Rounds);

/// <summary>The table of column types: the names that <c>feed.yml</c> uses.</summary>
internal static class ColumnTypes
{
    private const int EarliestBirth = 1900;
    private const int MostIntByDefault = 1_000_000_000;

    private static readonly string[] s_yesNo = ["yes", "no"];

    private static readonly (string, string)[] s_yesNoNames =
    [
        ("yes", "y"), ("yes", "true"), ("yes", "1"), ("yes", "да"), ("yes", "ооба"), ("yes", "бар"),
        ("no", "n"), ("no", "false"), ("no", "0"), ("no", "нет"), ("no", "жок"),
        ("unknown", "неизвестно"), ("unknown", "белгисиз"),
    ];

    private static readonly (string, string)[] s_sexNames =
    [
        ("female", "f"), ("female", "woman"), ("female", "женский"), ("female", "ж"), ("female", "жен"), ("female", "аял"), ("female", "кыз"), ("female", "женщина"),
        ("male", "m"), ("male", "man"), ("male", "мужской"), ("male", "м"), ("male", "муж"), ("male", "эркек"), ("male", "бала"), ("male", "мужчина"),
        ("total", "итого"), ("total", "всего"), ("total", "бардыгы"), ("total", "both"),
    ];

    private static readonly Dictionary<string, Func<FeedColumn, TypeContext, ColumnType>> s_makers = new(StringComparer.Ordinal)
    {
        ["text"] = (c, _) => new TextType(c.Max ?? 200, ValueContext.FreeText),
        ["reference"] = (c, _) => new TextType(c.Max ?? 64, ValueContext.Reference),
        ["organisation"] = (_, _) => new OrganisationType(),
        ["token"] = (_, x) => new TokenType(many: false, x.Rounds),
        ["tokens"] = (_, x) => new TokenType(many: true, x.Rounds),
        ["code"] = (c, _) => new CodeType(c.Codes, Names(c), many: false),
        ["codes"] = (c, _) => new CodeType(c.Codes, Names(c), many: true),
        ["yes_no"] = (_, _) => new CodeType(s_yesNo, s_yesNoNames, many: false),
        ["yes_no_unknown"] = (_, _) => new CodeType([.. s_yesNo, "unknown"], s_yesNoNames, many: false),
        ["int"] = (c, _) => new IntType(c.Min ?? 0, c.Max ?? MostIntByDefault),
        ["year"] = (c, x) => new IntType(c.Min ?? EarliestBirth, x.Today.Year),
        ["age"] = (_, _) => new AgeType(),
        ["date"] = (_, x) => new DateType(x.Today, x.DateFormats),
        ["month"] = (_, x) => new DateType(x.Today, x.DateFormats, monthOnly: true),
        ["timestamp"] = (_, x) => new TimestampType(x.Today, x.DateFormats),
        ["instant"] = (_, x) => new TimestampType(x.Today, x.DateFormats, instant: true),
        ["region"] = (_, _) => new RegionType(ReferenceLists.Regions),
        ["country"] = (_, _) => new CountryType(ReferenceLists.Countries),
        ["article"] = (_, _) => new ArticleType(),
    };

    public static bool Knows(string type) => s_makers.ContainsKey(type);

    public static ColumnType Make(FeedColumn column, TypeContext context) => s_makers[column.Type](column, context);

    private static IEnumerable<(string Code, string Name)> Names(FeedColumn column) => column.List switch
    {
        null => [],
        "sex" => ReferenceLists.CodeNames["sex"].Concat(s_sexNames),
        var list => ReferenceLists.CodeNames[list],
    };
}
