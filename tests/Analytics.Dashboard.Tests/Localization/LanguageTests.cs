using System.Globalization;
using Analytics.Dashboard.Localization;

namespace Analytics.Dashboard.Tests.Localization;

public sealed class LanguageTests
{
    private const string Nbsp = "\u00a0";

    [Theory]
    [InlineData("en", "30 Nov 2026")]
    [InlineData("ru", "30 ноября 2026 г.")]
    [InlineData("ky", "2026-жылдын 30-ноябрына")]
    public void AsOf_Day_IsInTheCaseThatTheWordsAroundItAskFor(string code, string expected) =>
        Assert.Equal(expected, Language.Find(code)!.AsOf(new DateOnly(2026, 11, 30)).Replace(Nbsp, " ", StringComparison.Ordinal));

    [Theory]
    [InlineData("en", "15,000.5")]
    [InlineData("ru", "15" + Nbsp + "000,5")]
    [InlineData("ky", "15" + Nbsp + "000,5")]
    public void Number_Thousands_UsesTheReadersSeparators(string code, string expected) =>
        Assert.Equal(expected, Language.Find(code)!.Number(15000.45m, 1));

    [Theory]
    [InlineData(1, "1 преступление")]
    [InlineData(2, "2 преступления")]
    [InlineData(5, "5 преступлений")]
    [InlineData(11, "11 преступлений")]
    [InlineData(14, "14 преступлений")]
    [InlineData(21, "21 преступление")]
    [InlineData(22, "22 преступления")]
    [InlineData(55, "55 преступлений")]
    [InlineData(112, "112 преступлений")]
    public void Count_Russian_TakesTheFormAfterTheNumber(int count, string expected) =>
        Assert.Equal(expected, Language.Russian.Count(count, UnitText.Crimes).Replace(Nbsp, " ", StringComparison.Ordinal));

    [Theory]
    [InlineData("en", "20 Nov 2026")]
    [InlineData("ru", "20 ноября 2026 г.")]
    [InlineData("ky", "2026-ж. 20-ноябрь")]
    public void Date_Day_IsWrittenInWords(string code, string expected) =>
        Assert.Equal(expected, Language.Find(code)!.Date(new DateOnly(2026, 11, 20)).Replace(Nbsp, " ", StringComparison.Ordinal));

    [Theory]
    [InlineData("0.845", "84.5\u00a0%")]
    [InlineData("0.8450704", "84.5\u00a0%")]
    [InlineData("1", "100.0\u00a0%")]
    public void Percent_Share_HasOneDecimal(string share, string expected) =>
        Assert.Equal(expected, Language.English.Percent(decimal.Parse(share, CultureInfo.InvariantCulture)));

    [Fact]
    public void Address_With_ChangesOneThingAndKeepsTheRest()
    {
        var address = Address.Of("http://site/trends?measure=contacts&lang=ru");
        Assert.Equal("/trends?measure=contacts&lang=ru&region=41702000000000", address.With("region", "41702000000000"));
        Assert.Equal("/trends?lang=ru", address.With("measure", null));
        Assert.Equal("/regions?lang=ru", address.To("/regions"));
    }

    [Theory]
    [InlineData("/trends?measure=contacts", "/trends?measure=contacts")]
    [InlineData("//elsewhere.example", "/")]
    [InlineData("/\\elsewhere.example", "/")]
    [InlineData("https://elsewhere.example", "/")]
    [InlineData("/a\r\nSet-Cookie: x", "/")]
    [InlineData(null, "/")]
    public void LocalOrOverview_Address_NeverLeavesTheSite(string? address, string expected) =>
        Assert.Equal(expected, Routes.LocalOrOverview(address));
}
