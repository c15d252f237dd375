using System.Text;
using Analytics.Domain;
using Analytics.Domain.Identifiers;

namespace Analytics.Etl.Feeds.Types;

/// <summary>A country: ISO 3166-1 alpha-3 or alpha-2, or its name in English, Russian or Kyrgyz. Canonical: alpha-3.</summary>
internal sealed class CountryType : ColumnType
{
    private static readonly (string Iso3, string[] Names)[] s_alsoKnownAs =
    [
        ("KGZ", ["Kyrgyz Republic", "Киргизия", "Кыргызская Республика", "Кыргыз Республикасы", "КР"]),
        ("RUS", ["Russian Federation", "Российская Федерация", "РФ", "Россия Федерациясы"]),
        ("ARE", ["UAE", "Объединенные Арабские Эмираты", "Бириккен Араб Эмираттары", "Dubai", "Дубай"]),
        ("KOR", ["South Korea", "Republic of Korea", "Южная Корея", "Корея", "Түштүк Корея"]),
        ("TUR", ["Turkey", "Турция", "Түркия"]),
        ("USA", ["USA", "США", "АКШ"]),
        ("GBR", ["UK", "Great Britain", "Великобритания"]),
        ("CHN", ["China", "КНР"]),
        ("SYR", ["Syrian Arab Republic"]),
        ("CZE", ["Czech Republic", "Чехия"]),
    ];

    private static readonly Problem s_problem = new("country", new LocalText(
        "a country: ISO 3166 code (KAZ, KZ) or name",
        "страна: код ISO 3166 (KAZ, KZ) или название",
        "өлкө: ISO 3166 коду (KAZ, KZ) же аталышы"));

    private readonly byte[][] _codes;
    private readonly Vocabulary _words = new(Vocabulary.FoldWord);

    public CountryType(IReadOnlyList<ReferenceCountry> countries)
    {
        _codes = [.. countries.Select(c => Encoding.UTF8.GetBytes(c.Iso3))];
        foreach (var (index, country) in countries.Index())
        {
            _words.Add(country.Iso3, index);
            _words.Add(country.Iso2, index);
        }

        foreach (var (index, country) in countries.Index())
        {
            foreach (var name in country.Names.Concat(s_alsoKnownAs.Where(a => a.Iso3 == country.Iso3).SelectMany(a => a.Names)))
            {
                _words.AddIfNew(name, index);
            }
        }
    }

    public override ValueContext Context => ValueContext.Code;

    public override Problem? Write(ReadOnlySpan<byte> value, CanonicalRow row)
    {
        var word = _words.Find(value);
        if (word < 0)
        {
            return s_problem;
        }

        row.Write(_codes[word]);
        return null;
    }
}
