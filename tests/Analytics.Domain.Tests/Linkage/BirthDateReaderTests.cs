using Analytics.Domain.Linkage;

namespace Analytics.Domain.Tests.Linkage;

public sealed class BirthDateReaderTests
{
    [Theory]
    [InlineData("1985-03-12", 1985, 3, 12)]
    [InlineData("19850312", 1985, 3, 12)]
    [InlineData("12.03.1985", 1985, 3, 12)]
    [InlineData("12/3/85", 1985, 3, 12)]
    [InlineData("3/25/1985", 1985, 3, 25)]
    [InlineData("12 марта 1985 г.", 1985, 3, 12)]
    [InlineData("12-мар-1985", 1985, 3, 12)]
    [InlineData("March 12, 1985", 1985, 3, 12)]
    [InlineData("1985-03-12T00:00:00", 1985, 3, 12)]
    [InlineData("31118", 1985, 3, 12)]
    [InlineData("03.1985", 1985, 3, null)]
    [InlineData("1985-03", 1985, 3, null)]
    [InlineData("апрель 1985", 1985, 4, null)]
    [InlineData("1985", 1985, null, null)]
    [InlineData("1985 ж.", 1985, null, null)]
    [InlineData("00.00.1985", 1985, null, null)]
    [InlineData("??.??.1985", 1985, null, null)]
    [InlineData("19850392", 1985, 3, null)]
    [InlineData("01.05.03", 2003, 5, 1)]
    [InlineData("", null, null, null)]
    [InlineData("-", null, null, null)]
    public void TryRead_KnownForms_GivesParts(string text, int? year, int? month, int? day)
    {
        Assert.True(BirthDateReader.TryRead(text, DateOrder.DayMonthYear, 2026, out var date));
        Assert.Equal(new BirthDate(year, month, day), date);
    }

    [Theory]
    [InlineData("Бишкек")]
    [InlineData("12.13.14.15")]
    [InlineData("1785-03-12")]
    [InlineData("2085-03-12")]
    [InlineData("123456789")]
    public void TryRead_NoDate_IsRefused(string text) => Assert.False(BirthDateReader.TryRead(text, DateOrder.DayMonthYear, 2026, out _));

    [Fact]
    public void TryRead_MonthFirst_FollowsTheOrder()
    {
        Assert.True(BirthDateReader.TryRead("03/07/1985", DateOrder.MonthDayYear, 2026, out var date));
        Assert.Equal(new BirthDate(1985, 3, 7), date);
    }
}
