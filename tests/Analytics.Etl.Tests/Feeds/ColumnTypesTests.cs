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
