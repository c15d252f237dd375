using Analytics.Dashboard.Access;
using Analytics.Domain;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Analytics.Dashboard.Charts;

/// <summary>A figure as a reader meets it: title, unit and scope, tabs, source line. The same anatomy everywhere.</summary>
public sealed partial class FigureCard
{
    private string _id = "";
    private string _tab = "chart";

    [Parameter, EditorRequired]
    public required Figure Figure { get; set; }

    [Parameter, EditorRequired]
    public required FigureSource Source { get; set; }

    /// <summary>Names the card within its page; part of element ids.</summary>
    [Parameter, EditorRequired]
    public required string Name { get; set; }

    /// <summary>The same figures as ranked bars, for a map.</summary>
    [Parameter]
    public Figure? Ranking { get; set; }

    /// <summary>Drawn in place of the chart: what reads better as a list than as a plot.</summary>
    [Parameter]
    public RenderFragment? Drawing { get; set; }

    [Parameter]
    public string? Class { get; set; }

    [CascadingParameter]
    public required Reader Reader { get; set; }

    private List<Tab> Tabs { get; } =
    [
        new("chart", ChartText.Chart), new("ranking", ChartText.Ranking), new("table", ChartText.Table),
        new("method", ChartText.Method), new("download", ChartText.Download),
    ];

    protected override void OnParametersSet()
    {
        _id = "figure-" + Name;
        Tabs[0] = Tabs[0] with { Name = Figure.Shape == FigureShape.Map ? ChartText.Map : ChartText.Chart };
        if (Ranking is null)
        {
            Tabs.RemoveAll(tab => tab.Code == "ranking");
        }
    }

    // Arrow keys move within a tab list (WAI-ARIA Authoring Practices).
    private async Task Move(KeyboardEventArgs key)
    {
        var step = key.Key switch { "ArrowRight" => 1, "ArrowLeft" => -1, _ => 0 };
        if (step != 0)
        {
            var next = Tabs[(Tabs.FindIndex(tab => tab.Code == _tab) + step + Tabs.Count) % Tabs.Count];
            _tab = next.Code;
            await next.Element.FocusAsync();
        }
    }

    private string Text(LocalText text) => Reader.Text(text);

    private sealed record Tab(string Code, LocalText Name)
    {
        public ElementReference Element { get; set; }
    }
}
