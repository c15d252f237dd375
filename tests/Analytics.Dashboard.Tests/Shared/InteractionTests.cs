using Analytics.Dashboard.Access;
using Analytics.Dashboard.Charts;
using Analytics.Dashboard.Pages.Accounts;
using Analytics.Dashboard.Pages.Trends;
using Analytics.Dashboard.Shared;
using Analytics.Database.Accounts;
using Bunit;
using Microsoft.AspNetCore.Components.Web;

namespace Analytics.Dashboard.Tests.Shared;

/// <summary>What components do when a reader acts on them.</summary>
public sealed class InteractionTests : BunitContext
{
    [Fact]
    public void LoadView_RetryClicked_AsksForThePageAgain()
    {
        var asked = 0;
        var view = Render<LoadView<string>>(parameters => parameters
            .AddCascadingValue(Sample.Reader())
            .Add(component => component.State, LoadState.First<string>().Failed())
            .Add(component => component.ChildContent, text => $"<p>{text}</p>")
            .Add(component => component.Retry, () => asked++));

        view.Find("[role=alert] button").Click();

        Assert.Equal(1, asked);
    }

    [Fact]
    public void FigureCard_TableTabClicked_ShowsTheNumbersInsteadOfTheDrawing()
    {
        var card = Card();
        Assert.NotNull(card.Find("#drawn"));

        card.Find("#figure-trend-tab-table").Click();

        Assert.Equal("true", card.Find("#figure-trend-tab-table").GetAttribute("aria-selected"));
        Assert.Empty(card.FindAll("#drawn"));
        Assert.Contains("1,234", card.Find("[role=tabpanel] table").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void FigureCard_ArrowLeftOnTheFirstTab_GoesToTheLastAndMovesTheFocus()
    {
        var card = Card();

        card.Find("#figure-trend-tab-chart").KeyDown(new KeyboardEventArgs { Key = "ArrowLeft" });

        Assert.Equal("true", card.Find("#figure-trend-tab-download").GetAttribute("aria-selected"));
        JSInterop.VerifyFocusAsyncInvoke();
    }

    [Fact]
    public void AccountEditor_LimitTickedAndRoleChosen_AreInTheDraft()
    {
        var draft = new AccountDraft();
        var editor = Render<AccountEditor>(parameters => parameters
            .AddCascadingValue(Sample.Reader(role: RoleNames.Administrator))
            .Add(component => component.View, AccountsView.Of([], Sample.Reference, ["demo_hotline"], []))
            .Add(component => component.Draft, draft));

        editor.Find("[data-right='source:demo_hotline']").Change(true);
        editor.Find("[data-field=role]").Change(RoleNames.Donor);
        Assert.Equal([("source", "demo_hotline")], draft.Rights);
        Assert.Equal(RoleNames.Donor, draft.Role);

        editor.Find("[data-right='source:demo_hotline']").Change(false);
        Assert.Empty(draft.Rights);
    }

    private IRenderedComponent<FigureCard> Card()
    {
        var reader = Sample.Reader(address: "http://site/trends?measure=contacts");
        var filters = TrendsFilters.Of(reader.Address);
        var answer = Sample.Answer(filters.Request(), Sample.Year("contacts", 2017, 1234));
        var figure = TrendsFigure.Build(reader, filters, Sample.Reference, answer);
        return Render<FigureCard>(parameters => parameters
            .AddCascadingValue(reader)
            .Add(component => component.Figure, figure)
            .Add(component => component.Source, new FigureSource("TR-ABCDEFGH", "Hotline, 20 Nov 2026", []))
            .Add(component => component.Name, "trend")
            .Add(component => component.Drawing, "<p id=\"drawn\"></p>"));
    }
}
