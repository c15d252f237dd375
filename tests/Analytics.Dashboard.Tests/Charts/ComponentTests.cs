using Analytics.Dashboard.Access;
using Analytics.Dashboard.Charts;
using Analytics.Dashboard.Glossary;
using Analytics.Dashboard.Localization;
using Analytics.Dashboard.Pages.Trends;
using Analytics.Dashboard.Shared;
using Analytics.Domain.Measures;
using Microsoft.AspNetCore.Components;

namespace Analytics.Dashboard.Tests.Charts;

public sealed class ComponentTests
{
    [Fact]
    public async Task FigureTable_EveryState_HasItsWordAndClass()
    {
        var html = await RenderAsync<FigureTable>(Language.English, new() { [nameof(FigureTable.Figure)] = Figure(Language.English) });
        Assert.Contains("<td class=\"number withheld\">withheld</td>", html, StringComparison.Ordinal);
        Assert.Contains("<td class=\"number not-reported\">not reported</td>", html, StringComparison.Ordinal);
        Assert.Contains("<td class=\"number \">0</td>", html, StringComparison.Ordinal);
        Assert.Contains("1,234", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FigureLegend_StatesThatOccur_AreNamed()
    {
        var html = await RenderAsync<FigureLegend>(Language.Russian, new() { [nameof(FigureLegend.Figure)] = Figure(Language.Russian) });
        Assert.Contains("скрыто для защиты людей", html, StringComparison.Ordinal);
        Assert.Contains("нет данных от источников", html, StringComparison.Ordinal);
        Assert.Contains(StateTerms.Withheld.Definition.Ru, html, StringComparison.Ordinal);
        Assert.DoesNotContain("предварительно", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FilterChip_ChosenMember_IsMarkedAndTheOthersAreLinks()
    {
        FilterChoice[] choices = [new("All", "/trends", IsCurrent: false, IsDefault: true), new("Female", "/trends?sex=female", IsCurrent: true)];
        var html = await RenderAsync<FilterChip>(Language.English, new() { [nameof(FilterChip.Name)] = "Sex", [nameof(FilterChip.Choices)] = choices });
        Assert.Contains("chip chosen", html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/trends?sex=female\" aria-current=\"true\">Female</a>", html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/trends\">All</a>", html, StringComparison.Ordinal);
    }

    private static Figure Figure(Language language)
    {
        var reader = Sample.Reader(language, "http://site/trends?measure=contacts");
        var filters = TrendsFilters.Of(reader.Address);
        return TrendsFigure.Build(reader, filters, Sample.Reference, Sample.Answer(
            filters.Request(),
            Sample.Year("contacts", 2017, 1234),
            Sample.Year("contacts", 2018, null, CellStatus.Withheld),
            Sample.Year("contacts", 2019, null, CellStatus.NotReported),
            Sample.Year("contacts", 2020, 0, CellStatus.Zero)));
    }

    private static Task<string> RenderAsync<TComponent>(Language language, Dictionary<string, object?> parameters)
        where TComponent : IComponent => Rendering.RenderAsync<TComponent>(Sample.Reader(language), parameters);
}
