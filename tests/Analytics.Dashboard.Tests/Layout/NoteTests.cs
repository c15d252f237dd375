using System.Security.Claims;
using Analytics.Dashboard.Access;
using Analytics.Dashboard.Layout;
using Analytics.Dashboard.Localization;

namespace Analytics.Dashboard.Tests.Layout;

public sealed class NoteTests
{
    [Fact]
    public async Task NotFoundNote_AccountGone_SaysThatTheSessionEndedAndLeadsBackHere()
    {
        var reader = Sample.Reader(Language.Russian, "http://site/trends?measure=contacts&lang=ru") with { User = new ClaimsPrincipal(new ClaimsIdentity()) };
        var html = await Rendering.RenderAsync<NotFoundNote>(reader);
        Assert.Contains("Сеанс завершён", html, StringComparison.Ordinal);
        Assert.Contains($"/sign-in?returnUrl={Uri.EscapeDataString("/trends?measure=contacts&lang=ru")}", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Такой страницы нет", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NotFoundNote_AccountThere_SaysThatThereIsNoSuchPage()
    {
        var html = await Rendering.RenderAsync<NotFoundNote>(Sample.Reader(address: "http://site/audit"));
        Assert.Contains("There is no such page", html, StringComparison.Ordinal);
        Assert.DoesNotContain("session", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/trends?measure=contacts", "hotline", true)]
    [InlineData("/trends?measure=contacts", "register_crime", false)]
    [InlineData("/trends", "register_crime", true)]
    [InlineData("/regions", "ngo_case", true)]
    [InlineData("/", "hotline", true)]
    [InlineData("/programmes", "hotline", false)]
    [InlineData("/account", "hotline", false)]
    [InlineData("/glossary", "ngo_case", false)]
    public void PageFeeds_Page_NamesTheFeedsOfItsFigures(string address, string feed, bool feeds) =>
        Assert.Equal(feeds, PageFeeds.Of(Address.Of("http://site" + address)).Contains(feed));
}
