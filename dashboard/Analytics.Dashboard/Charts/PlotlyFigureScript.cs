namespace Analytics.Dashboard.Charts;

/// <summary>The scripts that the chart component asks for, by the addresses that stand in its package.</summary>
public static class PlotlyFigureScript
{
    /// <summary>The component's own, unchanged.</summary>
    public const string Connection = "_content/Plotly.Blazor/plotly-interop-7.2.0.js";

    /// <summary>The library with what we draw by, bundled by us under the address of the package's.</summary>
    public const string Drawing = "_content/Plotly.Blazor/plotly-3.7.0.min.js";
}
