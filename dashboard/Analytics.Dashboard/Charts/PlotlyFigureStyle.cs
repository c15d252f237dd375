using Plotly.Blazor;
using Plotly.Blazor.LayoutLib;
using Plotly.Blazor.LayoutLib.HoverLabelLib;
using Plotly.Blazor.Traces.BarLib.MarkerLib;
using Plotly.Blazor.Traces.BarLib.MarkerLib.PatternLib;
using PlotLayout = Plotly.Blazor.Layout;

namespace Analytics.Dashboard.Charts;

/// <summary>Parts that every drawing shares.</summary>
internal static class PlotlyStyle
{
    public const string Clear = "rgba(0,0,0,0)";
    public const string FontFamily = "\"Source Sans 3 Variable\", \"Source Sans 3\", system-ui, sans-serif";
    public const int FontSize = 14;
    public const string HoverText = "%{text}<extra></extra>";

    public static readonly Pattern Hatch = new()
    {
        Shape = ShapeEnum.Slash,
        FgColor = Token("hatch-line"),
        BgColor = Token("hatch-back"),
        Size = 7,
        Solidity = 0.4m,
        FillMode = FillModeEnum.Replace,
    };

    private static readonly Plotly.Blazor.LayoutLib.Font s_font = new() { Family = FontFamily, Size = FontSize, Color = Token("ink-2") };

    private static readonly HoverLabel s_hoverLabel = new()
    {
        BgColor = Token("card"),
        BorderColor = Token("line"),
        Font = new() { Family = FontFamily, Size = 14, Color = Token("ink") },
        Align = AlignEnum.Left,
    };

    /// <summary>A layout of this height with what all have in common.</summary>
    public static PlotLayout LayoutOf(Figure figure, decimal height, Margin margin, PlotlyFigureMeta meta) => new()
    {
        Height = height,
        Margin = margin,
        PaperBgColor = Clear,
        PlotBgColor = Clear,
        Font = s_font,
        HoverLabel = s_hoverLabel,
        HoverMode = HoverModeEnum.Closest,
        DragMode = DragModeEnum.False,
        ShowLegend = false,
        Separators = figure.Separators,
        Meta = meta,
        Shapes = [],
        Annotations = [],
    };

    public static string Token(string name) => $"var(--{name})";

    public static string Token(string name, string opacity) => $"var(--{name})/{opacity}";

    /// <summary>The library's lists hold any value.</summary>
    public static List<object> Values<T>(IEnumerable<T> values) => [.. values.Select(value => (object)value!)];
}
