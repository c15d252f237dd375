using Analytics.Dashboard.Access;
using Analytics.Dashboard.Localization;
using Analytics.Dashboard.SavedViews;

namespace Analytics.Dashboard.Tests.Pages;

public sealed class SavedAddressTests
{
    [Theory]
    [InlineData("/", "/")]
    [InlineData("/trends?measure=contacts&lang=ru&period=month", "/trends?measure=contacts&period=month")]
    [InlineData("/trends?region=41708000000000#content", "/trends?region=41708000000000")]
    [InlineData("/trends?note=%D0%B0%26b", "/trends?note=%D0%B0%26b")]
    public void Of_PageOfTheSite_IsKeptWithoutLanguage(string text, string kept) => Assert.Equal(kept, SavedAddress.Of(Role.Donor, text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("trends")]
    [InlineData("https://elsewhere.example/trends")]
    [InlineData("//elsewhere.example/trends")]
    [InlineData("/\\elsewhere.example/trends")]
    [InlineData("/sign-out")]
    [InlineData("/api/v1/cells?measure=contacts")]
    [InlineData("/trends/../sign-out")]
    [InlineData("/trends\n?x=1")]
    [InlineData("javascript:alert(1)")]
    public void Of_AnythingElse_IsRefused(string? text) => Assert.Null(SavedAddress.Of(Role.Administrator, text));

    [Fact]
    public void Of_PageThatTheRoleMayNotOpen_IsRefused()
    {
        Assert.Equal("/audit", SavedAddress.Of(Role.Administrator, "/audit"));
        Assert.Null(SavedAddress.Of(Role.Donor, "/audit"));
        Assert.Null(SavedAddress.Of(null, "/trends"));
    }

    [Fact]
    public void Of_TooLong_IsRefused() => Assert.Null(SavedAddress.Of(Role.Donor, "/trends?x=" + new string('a', SavedAddress.Longest)));

    [Fact]
    public void Href_ReaderOfAnotherLanguage_IsInThatLanguage()
    {
        var reader = Sample.Reader(Language.Kyrgyz, "http://site/account?lang=ky");
        Assert.Equal("/trends?measure=contacts&lang=ky", SavedAddress.Href(reader, "/trends?measure=contacts"));
        Assert.True(SavedAddress.IsHere(Sample.Reader(address: "http://site/trends?measure=contacts&lang=ru"), "/trends?measure=contacts"));
    }
}
