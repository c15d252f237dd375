using System.Text;
using Analytics.Domain;
using Analytics.Etl.Feeds;
using Analytics.Etl.Feeds.Types;

namespace Analytics.Etl.Tests.Feeds;

public sealed class ColumnTypesTests
{
    [Theory]
    [InlineData("2010", "2010")]
    [InlineData("2010-7", "2010-07")]
    [InlineData("2010-07-15", "2010-07-15")]
    [InlineData("15.07.2010", "2010-07-15")]
    [InlineData("7.2010", "2010-07")]
    [InlineData("20100715", "2010-07-15")]
    [InlineData("2010-07-15T10:00:00Z", "2010-07-15")]
    [InlineData("15.07.10", null)]
    [InlineData("15/07/2010", null)]
    [InlineData("2010-13", null)]
    [InlineData("2010-02-29", null)]
    [InlineData("2012-02-29", "2012-02-29")]
    [InlineData("1900", null)]
    [InlineData("0", null)]
    [InlineData("2026-11-21", "2026-11-21")]
    [InlineData("2026-11-22", null)]
    public void Date_AnyForm_KeepsItsPrecision(string received, string? canonical) => Assert.Equal(canonical, Write("date", received));

    [Theory]
    [InlineData("12 мая 2021 г.", "2021-05-12")]
    [InlineData("«12» мая 2021 г.", "2021-05-12")]
    [InlineData("12 май 2021", "2021-05-12")]
    [InlineData("12-мая-2021", "2021-05-12")]
    [InlineData("5 мар. 2021", "2021-03-05")]
    [InlineData("05.III.2021", "2021-03-05")]
    [InlineData("12.V.2021", "2021-05-12")]
    [InlineData("2021-жылдын 12-майы", "2021-05-12")]
    [InlineData("2021-жылдын 3-мартынан", "2021-03-03")]
    [InlineData("2021-ж. 3-март", "2021-03-03")]
    [InlineData("3 март 2021-ж.", "2021-03-03")]
    [InlineData("мая 2021", "2021-05")]
    [InlineData("Март 2021 г.", "2021-03")]
    [InlineData("2021-жылдын марты", "2021-03")]
    [InlineData("12 December 2021", "2021-12-12")]
    [InlineData("December 12, 2021", "2021-12-12")]
    [InlineData("Sept 2021", "2021-09")]
    [InlineData("2021 год", "2021")]
    [InlineData("2021-ж.", "2021")]
    [InlineData("05.03.2021г", "2021-03-05")]
    [InlineData("2021/03/05", "2021-03-05")]
    [InlineData("2021.03.05", "2021-03-05")]
    [InlineData("03/2021", "2021-03")]
    [InlineData("2021M03", "2021-03")]
    [InlineData("44624", "2022-03-04")]
    [InlineData("44624.5", "2022-03-04")]
    [InlineData("44624,25", "2022-03-04")]
    [InlineData("10000", null)]
    [InlineData("99999", null)]
    [InlineData("4/4/2022", "2022-04-04")]
    [InlineData("07-7-2022", "2022-07-07")]
    [InlineData("4/5/2022", null)]
    [InlineData("пт, 4 марта 2022", "2022-03-04")]
    [InlineData("5 марвел 2021", null)]
    [InlineData("31 июня 2021", null)]
    [InlineData("0 мая 2021", null)]
    [InlineData("март 21", null)]
    [InlineData("мар.21", null)]
    [InlineData("весна 2021", null)]
    [InlineData("1 кв. 2021", null)]
    [InlineData("около 2020", null)]
    [InlineData("2020-2021", null)]
    [InlineData("05.03.2021 (примерно)", null)]
    [InlineData("05.03.202l", null)]
    [InlineData("2021/13/05", null)]
    public void Date_InWords_IsReadWhereItSaysOneThing(string received, string? canonical) => Assert.Equal(canonical, Write("date", received));

    [Theory]
    [InlineData("05.03.2021, 14:05", "2021-03-05T14:05:00+06:00")]
    [InlineData("05.03.2021  14:05:33", "2021-03-05T14:05:33+06:00")]
    [InlineData("05.03.2021 14.05", "2021-03-05T14:05:00+06:00")]
    [InlineData("2021-03-05 2:05 PM", "2021-03-05T14:05:00+06:00")]
    [InlineData("05.03.2021 12:05 am", "2021-03-05T00:05:00+06:00")]
    [InlineData("2021-03-05 14:05:00 UTC", "2021-03-05T20:05:00+06:00")]
    [InlineData("2021-03-05T14:05:00+6", "2021-03-05T14:05:00+06:00")]
    [InlineData("2021-03-05T140500Z", "2021-03-05T20:05:00+06:00")]
    [InlineData("20210305T140500", "2021-03-05T14:05:00+06:00")]
    [InlineData("5 марта 2021 14:05", "2021-03-05T14:05:00+06:00")]
    [InlineData("14:05 05.03.2021", "2021-03-05T14:05:00+06:00")]
    [InlineData("05.03.2021 25:10", null)]
    [InlineData("05.03.2021 14:05 PM", null)]
    [InlineData("март 2021 14:05", null)]
    [InlineData("1614924300", null)]
    public void Timestamp_AsPeopleWrite_IsReadWhereItSaysOneThing(string received, string? canonical) => Assert.Equal(canonical, Write("timestamp", received));

    [Theory]
    [InlineData("432", "432")]
    [InlineData("432.0", "432")]
    [InlineData("00:13:30", "810")]
    [InlineData("1:02:03", "3723")]
    [InlineData("7:12", "432")]
    [InlineData("7 мин 12 с", "432")]
    [InlineData("432 сек", "432")]
    [InlineData("7.2 мин", "432")]
    [InlineData("1 час", "3600")]
    [InlineData("7 мүн", "420")]
    [InlineData("PT7M12S", "432")]
    [InlineData("00:07:12.000", "432")]
    [InlineData("7:75", null)]
    [InlineData("долго", null)]
    [InlineData("-5", null)]
    [InlineData("PT", null)]
    public void Duration_AnyForm_IsSeconds(string received, string? canonical) => Assert.Equal(canonical, Write("duration", received));

    [Theory]
    [InlineData("25 лет", "25")]
    [InlineData("25л.", "25")]
    [InlineData("25 жаш", "25")]
    [InlineData("25 years", "25")]
    [InlineData("17,5", "17")]
    [InlineData("25.", "25")]
    [InlineData("30-35 лет", "30-35")]
    [InlineData("18..24", "18-24")]
    [InlineData("до 18", "0-17")]
    [InlineData("старше 60 лет", "60+")]
    [InlineData("несовершеннолетняя", "0-17")]
    [InlineData("1 год 3 мес", "1")]
    [InlineData("3 месяца", "0")]
    [InlineData("~30", null)]
    [InlineData("999", null)]
    [InlineData("25 человек", null)]
    public void Age_InWords_IsItsNumbers(string received, string? canonical) => Assert.Equal(canonical, Write("age", received));

    [Theory]
    [InlineData("3 чел.", "3")]
    [InlineData("3 человека", "3")]
    [InlineData("3 адам", "3")]
    [InlineData("12*", null)]
    [InlineData("менее 5", null)]
    [InlineData("пять", null)]
    public void Int_WithTheWordForWhatWasCounted_IsTheNumber(string received, string? canonical) => Assert.Equal(canonical, Write("int", received));

    [Theory]
    [InlineData("yes_no", "ИСТИНА", "yes")]
    [InlineData("yes_no", "ЛОЖЬ", "no")]
    [InlineData("yes_no", "+", "yes")]
    [InlineData("yes_no", "V", "yes")]
    [InlineData("yes_no", "✓", "yes")]
    [InlineData("yes_no", "х", "yes")]
    [InlineData("yes_no", "x", "yes")]
    [InlineData("yes_no", "☐", "no")]
    [InlineData("yes_no", "возможно", null)]
    [InlineData("country", "Республика Казахстан", "KAZ")]
    [InlineData("country", "Респ. Казахстан", "KAZ")]
    [InlineData("country", "Турция (Стамбул)", "TUR")]
    [InlineData("country", "Эмираты", "ARE")]
    [InlineData("country", "внутри страны", "KGZ")]
    [InlineData("country", "г. Москва", null)]
    [InlineData("region", "Чуй", "41708000000000")]
    [InlineData("region", "Иссык-Куль", "41702000000000")]
    [InlineData("region", "Жалал-Абадская область", "41703000000000")]
    [InlineData("region", "Бишкек ш.", "41711000000000")]
    [InlineData("region", "Osh (city)", "41721000000000")]
    [InlineData("region", "Кыргызстан", "41700000000000")]
    [InlineData("region", "KGZ", "41700000000000")]
    [InlineData("region", "Баткенская обл., Лейлекский р-н", "41705236000000")]
    [InlineData("region", "Ошская обл., Лейлекский р-н", null)]
    [InlineData("region", "РФ", null)]
    [InlineData("article", "п.1 ч.2 ст.166 УК КР", "166 ч.2 п.1")]
    [InlineData("article", "ч. 2 ст. 166 УК КР", "166 ч.2")]
    [InlineData("article", "ч.2 ст.166", "166 ч.2")]
    [InlineData("article", "166;170", null)]
    [InlineData("article", "171-статья", "171")]
    [InlineData("article", "171-берененин 3-бөлүгү", "171 ч.3")]
    [InlineData("article", "171-берене 3-бөлүк 2-пункт", "171 ч.3 п.2")]
    [InlineData("article", "171 (ч.3)", "171 ч.3")]
    [InlineData("article", "ст.171 ч.3 (в ред. 2019 г.)", "171 ч.3")]
    [InlineData("article", "171 УК КР (торговля людьми)", "171")]
    [InlineData("article", "171 ч. III", "171 ч.3")]
    [InlineData("article", "171¹", "171-1")]
    [InlineData("article", "171 прим 1", "171-1")]
    [InlineData("article", "ст.ст. 171, 170", null)]
    [InlineData("organisation", "T13m", "T13M")]
    [InlineData("organisation", "Ab-12", "AB-12")]
    [InlineData("organisation", "Asanova1990", null)]
    [InlineData("int", "1\u202F234", "1234")]
    public void Value_InOrdinaryWords_IsItsCode(string type, string received, string? canonical) => Assert.Equal(canonical, Write(type, received));

    [Theory]
    [InlineData("05-701-2021-000001", "05-701-2021-000001")]
    [InlineData("570120210000012", "570120210000012")]
    [InlineData("12E10", "12E10")]
    [InlineData("5.7E+16", null)]
    [InlineData("5,70120210000001E+16", null)]
    [InlineData("1e+15", null)]
    public void Reference_RoundedNumber_IsNoKey(string received, string? canonical) => Assert.Equal(canonical, Write("reference", received));

    [Fact]
    public void Codes_BetweenSemicolons_AreSeveral()
    {
        var forms = new CodeType(["forced_labour", "sexual_exploitation"], ReferenceLists.CodeNames["form"].Concat(Spellings.Of("form")), many: true);
        Assert.Equal("forced_labour|sexual_exploitation", Write(forms, "Сексуальная эксплуатация; Принудительный труд"));
        Assert.Equal("forced_labour", Write(forms, "трудовая эксплуатация"));
        Assert.Null(Write(forms, "трудовая; прочая ерунда"));
        Assert.Null(Write(forms, ";,"[..1] + "x"));
    }

    [Theory]
    [InlineData("age")]
    [InlineData("article")]
    [InlineData("date")]
    [InlineData("timestamp")]
    [InlineData("duration")]
    [InlineData("int")]
    [InlineData("country")]
    [InlineData("region")]
    public void Value_VeryLong_IsRefusedAtOnce(string type)
    {
        foreach (var piece in (string[])["1 ", "ч. ", "мая ", ",", "( ", "12:", "п.1 "])
        {
            Assert.Null(Write(type, string.Concat(Enumerable.Repeat(piece, 200_000)).Trim()));
        }
    }

    [Theory]
    [InlineData("-", true)]
    [InlineData("—", true)]
    [InlineData("…", true)]
    [InlineData("н/д", true)]
    [InlineData("Не указано", true)]
    [InlineData("маалымат жок", true)]
    [InlineData("0", false)]
    [InlineData("нет", false)]
    public void NoAnswer_InWordsOrMarks_IsKnownAsOne(string value, bool expected) => Assert.Equal(expected, Spellings.IsNoAnswer(value));

    [Fact]
    public void Spellings_OfEveryList_AreOfCodesThatItHas()
    {
        var lists = ReferenceLists.CodeNames.ToDictionary(list => list.Key, list => list.Select(code => code.Code).ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
        lists["yes_no"] = ["yes", "no", "unknown"];
        lists["sex"].Add("total");
        lists["country"] = [.. ReferenceLists.Countries.Select(country => country.Iso3)];
        lists["region"] = [.. ReferenceLists.Regions.Select(region => region.Soate)];
        Assert.All(lists, list => Assert.All(Spellings.Of(list.Key), spelling => Assert.Contains(spelling.Code, list.Value)));
    }

    [Theory]
    [InlineData("12 мая 2021 г.", "2021-05-12", "d MMMM yyyy 'г.'")]
    [InlineData("май 2021", "2021-05", "MMMM yyyy")]
    [InlineData("05.03.21", "2021-03-05", "dd.MM.yy")]
    [InlineData("13/02/2021", "2021-02-13", "dd/MM/yyyy")]
    [InlineData("02/13/2021", "2021-02-13", "MM/dd/yyyy")]
    [InlineData("Feb 2021", "2021-02", "MMM yyyy")]
    [InlineData("2021", "2021", "dd/MM/yyyy")]
    public void Date_FormatOfTheMapping_IsTriedFirst(string received, string canonical, string format) =>
        Assert.Equal(canonical, Write("date", received, format));

    [Theory]
    [InlineData("2021-03-12 14:05", "2021-03-12T14:05:00+06:00")]
    [InlineData("2021-03-12T14:05:09.123", "2021-03-12T14:05:09+06:00")]
    [InlineData("2021-03-12T14:05:00Z", "2021-03-12T20:05:00+06:00")]
    [InlineData("2021-03-12T22:05:00+0300", "2021-03-13T01:05:00+06:00")]
    [InlineData("2004-07-01T12:00:00", "2004-07-01T12:00:00+06:00")]
    [InlineData("2004-01-01T12:00:00", "2004-01-01T12:00:00+05:00")]
    [InlineData("2021-03", "2021-03")]
    [InlineData("2021-03-12T24:00", null)]
    [InlineData("2021-03-12T10", null)]
    [InlineData("2021-03-12T10:00 EST", null)]
    public void Timestamp_WithoutOffset_IsInBishkek(string received, string? canonical) => Assert.Equal(canonical, Write("timestamp", received));

    [Theory]
    [InlineData("30", "30")]
    [InlineData("30-38", "30-38")]
    [InlineData("30--38", "30-38")]
    [InlineData("30 – 38", "30-38")]
    [InlineData("48+", "48+")]
    [InlineData("27.0", "27")]
    [InlineData("27-27", "27")]
    [InlineData("0", "0")]
    [InlineData("121", null)]
    [InlineData("38-30", null)]
    [InlineData("adult", null)]
    public void Age_NumberOrRange_IsKeptAsGiven(string received, string? canonical) => Assert.Equal(canonical, Write("age", received));

    [Theory]
    [InlineData("41705000000000", "41705000000000")]
    [InlineData("41705", "41705000000000")]
    [InlineData("41703220", "41703220000000")]
    [InlineData("KG-O", "41706000000000")]
    [InlineData("Ошская область", "41706000000000")]
    [InlineData("ошская обл.", "41706000000000")]
    [InlineData("г. Ош", "41721000000000")]
    [InlineData("Ош шаары", "41721000000000")]
    [InlineData("Ысык-Көл облусу", "41702000000000")]
    [InlineData("Чүй", "41708000000000")]
    [InlineData("Naryn", "41704000000000")]
    [InlineData("Bishkek", "41711000000000")]
    [InlineData("Баткенский район", "41705214000000")]
    [InlineData("Osh", null)]
    [InlineData("Ош", null)]
    [InlineData("41799", null)]
    [InlineData("Almaty", null)]
    public void Region_AnySpelling_IsItsSoateCode(string received, string? canonical) => Assert.Equal(canonical, Write("region", received));

    [Theory]
    [InlineData("KZ", "KAZ")]
    [InlineData("kaz", "KAZ")]
    [InlineData("Казахстан", "KAZ")]
    [InlineData("Россия", "RUS")]
    [InlineData("РФ", "RUS")]
    [InlineData("Türkiye", "TUR")]
    [InlineData("Turkey", "TUR")]
    [InlineData("ОАЭ", "ARE")]
    [InlineData("UAE", "ARE")]
    [InlineData("Кыргызстан", "KGZ")]
    [InlineData("Südkorea", null)]
    [InlineData("ZZ", null)]
    public void Country_CodeOrName_IsAlpha3(string received, string? canonical) => Assert.Equal(canonical, Write("country", received));

    [Theory]
    [InlineData("166 ч.2 п.1", "166 ч.2 п.1")]
    [InlineData("ст.166 ч. 2, п. 1", "166 ч.2 п.1")]
    [InlineData("Статья 124 часть 3", "124 ч.3")]
    [InlineData("166 ч.2 п.1, 3", "166 ч.2 п.1,3")]
    [InlineData("171 УК КР", "171")]
    [InlineData("172-1", "172-1")]
    [InlineData("murder", null)]
    public void Article_AsWritten_HasOneForm(string received, string? canonical) => Assert.Equal(canonical, Write("article", received));

    [Theory]
    [InlineData("12", "12")]
    [InlineData("12.0", "12")]
    [InlineData("12,00", "12")]
    [InlineData("1 234", "1234")]
    [InlineData("1\u00A0234", "1234")]
    [InlineData("1,234", null)]
    [InlineData("1.5", null)]
    [InlineData("-1", null)]
    [InlineData("", null)]
    [InlineData("1e3", null)]
    public void Int_WholeNumbers_AreTakenAndNothingElse(string received, string? canonical) =>
        Assert.Equal(canonical, received.Length == 0 ? null : Write("int", received));

    [Fact]
    public void Codes_Joined_ComeOutOnceAndInOrder()
    {
        var forms = new CodeType(["a", "b", "c"], [], many: true);
        Assert.Equal("a|c", Write(forms, "c | a|C||a"));
        Assert.Equal("", Write(forms, "unknown"));
        Assert.Null(Write(forms, "a|d"));
    }

    [Fact]
    public void Canonical_ReadAgain_IsUnchanged()
    {
        (string Type, string[] Values)[] canonical =
        [
            ("date", ["2010", "2010-07", "2010-07-15"]),
            ("timestamp", ["2021-03-12T14:05:00+06:00", "2004-01-01T12:00:00+05:00", "2021-03"]),
            ("age", ["30", "30-38", "48+"]),
            ("region", [.. ReferenceLists.Regions.Select(r => r.Soate)]),
            ("country", [.. ReferenceLists.Countries.Select(c => c.Iso3)]),
            ("article", ["166 ч.2 п.1", "172-1", "166 ч.2 п.1,3"]),
        ];
        Assert.All(canonical.SelectMany(c => c.Values.Select(v => (c.Type, Value: v))), c => Assert.Equal(c.Value, Write(c.Type, c.Value)));
    }

    [Fact]
    public void Names_OfEveryRegionAndCountry_FindIt()
    {
        Assert.All(ReferenceLists.Countries, c => Assert.Equal(c.Iso3, Write("country", c.Iso2)));
        Assert.All(ReferenceLists.Regions.Where(r => r.Level <= 1), r => Assert.All(r.Names, name => Assert.Equal(r.Soate, Write("region", name))));
    }

    [Theory]
    [InlineData("code")]
    [InlineData("country")]
    [InlineData("region")]
    public void Write_SignThatIsNoCharacter_IsNoWord(string type) => Assert.Null(Write(type, "a\uFFFEb"));

    private static string? Write(string type, string received, params string[] formats) =>
        Write(ColumnTypes.Make(new FeedColumn("x", LocalText.Same("x"), type, false, [], null, null, null), new TypeContext(Canonical.Today, formats, [])), received);

    private static string? Write(ColumnType type, string received)
    {
        var row = new CanonicalRow(1);
        row.Start();
        return type.Write(Encoding.UTF8.GetBytes(received), row) is null ? Encoding.UTF8.GetString(row.Field) : null;
    }
}
