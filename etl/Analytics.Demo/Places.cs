using System.Text;

namespace Analytics.Demo;

/// <summary>A region and the ways in which people write it.</summary>
/// <param name="Soate">14 digits.</param>
internal sealed record Region(string Soate, string Iso, string En, string Ru, string Ky)
{
    /// <summary>Its districts and towns that occur, the larger ones more often.</summary>
    public Shares<District> Districts { get; init; } = [];
}

/// <param name="Soate">14 digits.</param>
internal sealed record District(string Soate, string Ru);

/// <summary>A country and the ways in which people write it.</summary>
internal sealed record Country(string Alpha3, string Alpha2, string En, string Ru, string Ky);

/// <summary>The places that occur in the demo, spelled in as many ways as the contract allows.</summary>
internal static class Places
{
    public static readonly Region IssykKul = new("41702000000000", "KG-Y", "Issyk-Kul Region", "Иссык-Кульская область", "Ысык-Көл облусу")
    {
        Districts = new()
        {
            { new("41702410000010", "город Каракол"), 22 }, { new("41702210000000", "Жети-Огузский район"), 20 }, { new("41702205000000", "Ак-Суйский район"), 16 },
            { new("41702215000000", "Иссык-Кульский район"), 16 }, { new("41702225000000", "Тюпский район"), 12 }, { new("41702220000000", "Тонский район"), 10 },
            { new("41702420000010", "город Балыкчы"), 8 },
        },
    };
    public static readonly Region JalalAbad = new("41703000000000", "KG-J", "Jalal-Abad Region", "Джалал-Абадская область", "Жалал-Абад облусу")
    {
        Districts = new()
        {
            { new("41703220000000", "Сузакский район"), 30 }, { new("41703410000010", "город Джалал-Абад"), 18 }, { new("41703207000000", "Базар-Коргонский район"), 16 },
            { new("41703215000000", "Ноокенский район"), 12 }, { new("41703211000000", "Аксыйский район"), 10 }, { new("41703204000000", "Ала-Букинский район"), 8 },
            { new("41703225000000", "Токтогульский район"), 6 },
        },
    };
    public static readonly Region Naryn = new("41704000000000", "KG-N", "Naryn Region", "Нарынская область", "Нарын облусу")
    {
        Districts = new()
        {
            { new("41704235000000", "Кочкорский район"), 34 }, { new("41704400000010", "город Нарын"), 26 }, { new("41704220000000", "Ат-Башынский район"), 20 },
            { new("41704230000000", "Жумгальский район"), 20 },
        },
    };
    public static readonly Region Batken = new("41705000000000", "KG-B", "Batken Region", "Баткенская область", "Баткен облусу")
    {
        Districts = new()
        {
            { new("41705258000000", "Кадамжайский район"), 40 }, { new("41705236000000", "Лейлекский район"), 24 }, { new("41705214000000", "Баткенский район"), 20 },
            { new("41705430000010", "город Кызыл-Кия"), 16 },
        },
    };
    public static readonly Region Osh = new("41706000000000", "KG-O", "Osh Region", "Ошская область", "Ош облусу")
    {
        Districts = new()
        {
            { new("41706226000000", "Кара-Сууский район"), 36 }, { new("41706255000000", "Узгенский район"), 22 }, { new("41706242000000", "Ноокатский район"), 20 },
            { new("41706211000000", "Араванский район"), 12 }, { new("41706207000000", "Алайский район"), 6 }, { new("41706246000000", "Кара-Кулжинский район"), 4 },
        },
    };
    public static readonly Region Talas = new("41707000000000", "KG-T", "Talas Region", "Таласская область", "Талас облусу")
    {
        Districts = new()
        {
            { new("41707215000000", "Кара-Бууринский район"), 40 }, { new("41707232000000", "Таласский район"), 35 }, { new("41707400000010", "город Талас"), 25 },
        },
    };
    public static readonly Region Chui = new("41708000000000", "KG-C", "Chui Region", "Чуйская область", "Чүй облусу")
    {
        Districts = new()
        {
            { new("41708222000000", "Сокулукский район"), 26 }, { new("41708203000000", "Аламудунский район"), 24 }, { new("41708206000000", "Ысык-Атинский район"), 20 },
            { new("41708209000000", "Жайылский район"), 14 }, { new("41708217000000", "Московский район"), 8 }, { new("41708400000010", "город Токмок"), 8 },
        },
    };
    public static readonly Region Bishkek = new("41711000000000", "KG-GB", "Bishkek city", "город Бишкек", "Бишкек шаары")
    {
        Districts = new()
        {
            { new("41711203000000", "Первомайский район"), 28 }, { new("41711204000000", "Свердловский район"), 27 }, { new("41711201000000", "Ленинский район"), 24 },
            { new("41711202000000", "Октябрьский район"), 21 },
        },
    };
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

    /// <param name="share">How often one of the region's districts is named.</param>
    /// <returns>The region, or one of its districts.</returns>
    public static string SpellOrDistrict(Region region, double share, SeededRandom random, Encoding encoding)
    {
        if (!region.Districts.Any() || !random.Chance(share))
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
