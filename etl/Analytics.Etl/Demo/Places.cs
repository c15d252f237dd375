using System.Text;

namespace Analytics.Etl.Demo;

/// <summary>A region and the ways in which people write it.</summary>
/// <param name="Soate">14 digits.</param>
/// <param name="Districts">A few of its districts, by 14-digit code and Russian name.</param>
internal sealed record Region(string Soate, string Iso, string En, string Ru, string Ky, params (string Soate, string Ru)[] Districts);

/// <summary>A country and the ways in which people write it.</summary>
internal sealed record Country(string Alpha3, string Alpha2, string En, string Ru, string Ky);

/// <summary>The places that occur in the demo, spelled in as many ways as the contract allows.</summary>
internal static class Places
{
    public static readonly Region IssykKul = new("41702000000000", "KG-Y", "Issyk-Kul Region", "Иссык-Кульская область", "Ысык-Көл облусу", ("41702210000000", "Жети-Огузский район"), ("41702220000000", "Тонский район"));
    public static readonly Region JalalAbad = new("41703000000000", "KG-J", "Jalal-Abad Region", "Джалал-Абадская область", "Жалал-Абад облусу", ("41703220000000", "Сузакский район"), ("41703215000000", "Ноокенский район"));
    public static readonly Region Naryn = new("41704000000000", "KG-N", "Naryn Region", "Нарынская область", "Нарын облусу", ("41704235000000", "Кочкорский район"));
    public static readonly Region Batken = new("41705000000000", "KG-B", "Batken Region", "Баткенская область", "Баткен облусу", ("41705258000000", "Кадамжайский район"), ("41705236000000", "Лейлекский район"));
    public static readonly Region Osh = new("41706000000000", "KG-O", "Osh Region", "Ошская область", "Ош облусу", ("41706226000000", "Кара-Сууский район"), ("41706255000000", "Узгенский район"), ("41706242000000", "Ноокатский район"));
    public static readonly Region Talas = new("41707000000000", "KG-T", "Talas Region", "Таласская область", "Талас облусу", ("41707215000000", "Кара-Бууринский район"));
    public static readonly Region Chui = new("41708000000000", "KG-C", "Chui Region", "Чуйская область", "Чүй облусу", ("41708222000000", "Сокулукский район"), ("41708203000000", "Аламудунский район"));
    public static readonly Region Bishkek = new("41711000000000", "KG-GB", "Bishkek city", "город Бишкек", "Бишкек шаары");
    public static readonly Region OshCity = new("41721000000000", "KG-GO", "Osh city", "город Ош", "Ош шаары");

    public static readonly Country Kyrgyzstan = new("KGZ", "KG", "Kyrgyzstan", "Кыргызстан", "Кыргызстан");
    public static readonly Country Russia = new("RUS", "RU", "Russia", "Россия", "Россия");
    public static readonly Country Kazakhstan = new("KAZ", "KZ", "Kazakhstan", "Казахстан", "Казакстан");
    public static readonly Country Turkiye = new("TUR", "TR", "Türkiye", "Турция", "Түркия");
    public static readonly Country Emirates = new("ARE", "AE", "United Arab Emirates", "ОАЭ", "Бириккен Араб Эмираттары");
    public static readonly Country SouthKorea = new("KOR", "KR", "South Korea", "Республика Корея", "Түштүк Корея");
    public static readonly Country India = new("IND", "IN", "India", "Индия", "Индия");
    public static readonly Country Syria = new("SYR", "SY", "Syria", "Сирия", "Сирия");
    public static readonly Country Bahrain = new("BHR", "BH", "Bahrain", "Бахрейн", "Бахрейн");
    public static readonly Country SaudiArabia = new("SAU", "SA", "Saudi Arabia", "Саудовская Аравия", "Сауд Арабиясы");
    public static readonly Country Poland = new("POL", "PL", "Poland", "Польша", "Польша");
    public static readonly Country Germany = new("DEU", "DE", "Germany", "Германия", "Германия");
    public static readonly Country Uzbekistan = new("UZB", "UZ", "Uzbekistan", "Узбекистан", "Өзбекстан");
    public static readonly Country Tajikistan = new("TJK", "TJ", "Tajikistan", "Таджикистан", "Тажикстан");

    private static readonly Encoding s_windows1251 = Windows1251();

    public static Encoding Windows1251Encoding => s_windows1251;

    /// <returns>The region as somebody wrote it; never in letters that <paramref name="encoding"/> lacks (Windows-1251 has no ң, ө, ү).</returns>
    public static string Spell(Region region, SeededRandom random, Encoding encoding) => Spell(random, encoding,
    [
        region.Ru, region.Ru, region.Ru, region.Ky, region.Ky, region.En, region.Soate, region.Soate, region.Soate[..5], region.Iso,
    ]);

    /// <returns>The region, or one time in six one of its districts.</returns>
    public static string SpellOrDistrict(Region region, SeededRandom random, Encoding encoding)
    {
        if (region.Districts.Length == 0 || !random.Chance(1 / 6.0))
        {
            return Spell(region, random, encoding);
        }

        var district = random.Pick(region.Districts);
        return random.Pick([district.Ru, district.Soate, district.Soate[..8]]);
    }

    /// <returns>The country as somebody wrote it, in letters that <paramref name="encoding"/> has.</returns>
    public static string Spell(Country country, SeededRandom random, Encoding encoding) => Spell(random, encoding,
    [
        country.Ru, country.Ru, country.Ru, country.Alpha2, country.Alpha3, country.Alpha3, country.En, country.Ky,
    ]);

    private static string Spell(SeededRandom random, Encoding encoding, string[] spellings)
    {
        var spelling = random.Pick(spellings);
        return string.Equals(encoding.GetString(encoding.GetBytes(spelling)), spelling, StringComparison.Ordinal) ? spelling : spellings[0];
    }

    private static Encoding Windows1251()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding(1251, new EncoderReplacementFallback("?"), new DecoderReplacementFallback("?"));
    }
}
