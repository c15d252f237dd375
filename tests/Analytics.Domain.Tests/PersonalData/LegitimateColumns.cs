using System.Globalization;
using Analytics.Domain.PersonalData;

namespace Analytics.Domain.Tests.PersonalData;

/// <summary>Values that the columns of the seven feeds may hold, in the spellings that sources use.</summary>
internal static class LegitimateColumns
{
    private static readonly string[] s_organisations =
    [
        "NGO-03", "NGO-18", "SEZIM", "ОФ «Сезим»", "Кризисный центр «Чолпон»", "Кризисный центр \"Аялзат\"", "ОФ Ак Жүрөк", "«Мээрим» коомдук фонду", "ОО «Адилет»", "Общественное объединение «Эл Агартуу»",
        "Crisis centre Sezim", "Public foundation Umut", "Ассоциация кризисных центров", "Приют «Жаңы өмүр»", "МОМ", "IOM Kyrgyzstan", "ОсОО «Салым»", "Министерство труда", "Эмгек министрлиги",
    ];

    private static readonly string[] s_articles =
        ["166 ч.2 п.1", "171", "124 ч.1", "ст. 166 ч. 3 п. 2, 4 УК КР", "167", "170 ч.2", "166-берене 2-бөлүк", "166 ч.2 п.п. 1,3,5", "art. 166 para 2", "159 ч.1 п. 10", "171 ч. 3 (2019)", "Статья 166 часть 2 пункт 1"];

    private static readonly string[] s_programmes =
        ["Safe Migration 2021-2023", "USAID/IOM phase 2", "Келечек", "Программа реинтеграции", "Dignity of women", "TIP-2022", "NRM pilot", "Жардам долбоору", "EU-2020/412-345", "Спутник", "SMICA"];

    private static readonly string[] s_sources = ["НСК КР, перепись 2022", "National Statistical Committee, 2022 census", "КР УСК, 2022-ж. каттоо", "оценка на 1 января 2024"];

    public static IEnumerable<LabelledValue> Of(int seed, int rows)
    {
        var made = new Made(seed);
        foreach (var (column, context, values) in Lists())
        {
            foreach (var value in values)
            {
                yield return new(value, context, null, column);
            }
        }

        for (var i = 0; i < rows; i++)
        {
            var number = made.From(1, 99_999);
            var year = made.From(2010, 2026);
            yield return new(made.Of($"HL-{made.Date("yyMM")}-{number:00000}", $"C{number:000000}", $"{year}-{number:000000}", $"{number:000000000}", number.ToString(CultureInfo.InvariantCulture), made.Uuid(), $"uuid:{made.Uuid()}", $"HL{number:0000000}", $"call_{number}", made.From(10_000_000, 489_999_999).ToString(CultureInfo.InvariantCulture)), ValueContext.Reference, null, "contact_id");
            yield return new(made.Of($"NGO-{made.From(1, 18):00}/{year}/{number % 1000:000}", $"SEZIM-{year}-{number % 10000}", $"{number % 1000}/{year}", $"№{number % 1000}-{year % 100}", $"OSH/{made.Of("F", "M")}/{number % 500}", $"{year}_{number:0000}", $"КЦ-{year}-{number % 999:000}", $"{made.From(1, 9):00}-{year}-{number % 10000:0000}"), ValueContext.Reference, null, "case_ref");
            yield return new(made.Of($"SYN-{year}-{number % 10000:0000}", $"{made.From(1, 9):00}-{made.From(100, 199)}-{year}-{number:000000}", $"{made.From(1, 9)}-{number % 100000:00000}/{year}", $"ЕРПП-{year}-{number}", $"{made.From(10, 99)}-{year % 100}-{number % 10000:0000}"), ValueContext.Reference, null, "register_no");
            yield return new(made.Token(), ValueContext.Reference, null, "person_token");
            yield return new(made.Date(made.Of("yyyy-MM-dd", "yyyy-MM-ddTHH:mm:sszzz", "yyyy-MM-ddTHH:mm:ss.fffffffK", "yyyy-MM-dd HH:mm:ss", "dd.MM.yyyy", "dd/MM/yyyy", "MM/dd/yyyy", "d.M.yy", "yyyy-MM", "yyyy", "dd.MM.yyyy HH:mm", "yyyyMMdd", "yyyyMMddHHmmss", "dd-MMM-yyyy", "yyyy-MM-ddTHH:mm:ss.fff+06:00", "MMMM yyyy")), ValueContext.Date, null, "dates");
            yield return new(made.Date(made.Of("yyyy-MM-dd", "dd.MM.yyyy HH:mm:ss", "yyyy-MM-ddTHH:mm:ss.fff+06:00")), ValueContext.Unmapped, null, "unmapped dates");
            yield return new(made.Of($"{made.From(36526, 46000)}.{made.Digits(made.From(1, 10))}", $"{made.From(1, 28)} {made.Of("июля", "марта", "мая", "августа", "январь", "октября")} {year} г.", $"{year}-жылдын {made.From(1, 28)}-{made.Of("март", "май", "август", "июль")}ы", $"{made.From(1, 28)} {made.Of("March", "May", "August", "June")} {year}"), ValueContext.Date, null, "dates in words, spreadsheet dates");
            yield return new(made.Of(made.From(0, 86400).ToString(CultureInfo.InvariantCulture), $"{made.From(0, 3600)}.5", made.From(0, 9_000_000).ToString(CultureInfo.InvariantCulture), $"0.{made.Digits(15)}", $"{made.From(1, 9)} {made.Digits(3)} {made.Digits(3)}", $"{made.From(1, 200)},{made.Digits(2)}", $"-{made.From(1, 99)}", $"{made.From(1, 9999)}.0"), ValueContext.Number, null, "counts and durations");
            yield return new(made.Of($"{made.From(14, 65)}", $"{made.From(1950, 2010)}", $"{made.From(14, 30)}-{made.From(31, 65)}", "30--38", $"{made.From(18, 60)} лет", $"{made.From(18, 60)} жашта"), ValueContext.Number, null, "ages and years");
            yield return new(made.Of(ReferenceLists.Soate), ValueContext.Code, null, "region SOATE");
            yield return new(made.Of(ReferenceLists.Soate), ValueContext.Unmapped, null, "unmapped SOATE");
            yield return new(made.Of(ReferenceLists.Soate)[..made.Of(5, 8)], ValueContext.Code, null, "region SOATE");
            yield return new(string.Join('|', made.Of(ReferenceLists.Codes), made.Of(ReferenceLists.Codes), made.Of(ReferenceLists.Codes)), ValueContext.Code, null, "codes, several");
            yield return new(made.Of(ReferenceLists.Codes), ValueContext.Unmapped, null, "unmapped codes");
        }
    }

    private static IEnumerable<(string Column, ValueContext Context, IEnumerable<string> Values)> Lists() =>
    [
        ("region", ValueContext.Code, ReferenceLists.Regions),
        ("region, unmapped", ValueContext.Unmapped, ReferenceLists.Regions),
        ("country", ValueContext.Code, ReferenceLists.Countries),
        ("codes", ValueContext.Code, ReferenceLists.Codes),
        ("organisation", ValueContext.Code, s_organisations),
        ("article", ValueContext.Code, s_articles),
        ("programme", ValueContext.Reference, s_programmes),
        ("source", ValueContext.Unmapped, s_sources),
        ("yes and no", ValueContext.Code, ["yes", "no", "unknown", "да", "нет", "неизвестно", "ооба", "жок", "белгисиз", "-", "", "  ", "н/д", "N/A", "-99", "True", "0"]),
        ("ISIC", ValueContext.Code, ["A", "F", "I", "T", "Construction", "Строительство", "Курулуш", "Agriculture, forestry and fishing", "Гостиницы и рестораны", "Айыл чарбасы"]),
        ("ISO 3166-2", ValueContext.Code, ["KG-Y", "KG-GB", "KG-GO", "kg-j"]),
        ("form export", ValueContext.Unmapped, ["vK4tGZ9aBcDeFgHiJkLmNo", "validation_status_approved", "submitted_via_web", "[null, null]", "2 (2021-03-15 10:22:31)", "Case Management", "False promises;Restricts movement;Takes earnings", "0.0.0.0", "1.2.3.4", "v2.14.0"]),
    ];
}
