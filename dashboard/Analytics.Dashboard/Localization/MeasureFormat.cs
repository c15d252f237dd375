using Analytics.Domain.Measures;

namespace Analytics.Dashboard.Localization;

/// <summary>How the values of a measure are written.</summary>
public static class MeasureFormat
{
    /// <summary>A share of one is shown as a percentage.</summary>
    public static bool IsShare(Measure measure) => measure is { Kind: MeasureKind.Ratio, Scale: < 2 and > -2 } or { Kind: MeasureKind.LinkedShare or MeasureKind.EstimatedShare };

    public static decimal Scale(Measure measure) => IsShare(measure) ? 100 : 1;

    public static int Decimals(Measure measure) => measure.Kind == MeasureKind.Ratio || IsShare(measure) ? 1 : 0;

    public static string Suffix(Measure measure) => IsShare(measure) ? Language.PercentSign : "";
}
