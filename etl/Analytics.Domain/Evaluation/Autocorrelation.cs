using System.Collections.Immutable;
using MathNet.Numerics.Distributions;

namespace Analytics.Domain.Evaluation;

/// <summary>Whether what the model leaves over still follows a pattern in time.</summary>
/// <param name="DurbinWatson">Near 2 without autocorrelation of neighbours, below with positive (Durbin and Watson 1950); null where nothing is left over.</param>
/// <param name="LjungBox">Q over <paramref name="Lags"/> (Ljung and Box 1978).</param>
/// <param name="Lags">Lags tested: a year of periods, at most a quarter of the series.</param>
/// <param name="PValue">Of Q, χ² with that many degrees of freedom.</param>
/// <param name="Acf">Autocorrelation at lags 1, 2 ….</param>
/// <param name="PartialAcf">Partial autocorrelation at the same lags (Durbin–Levinson).</param>
/// <param name="Bound">Values beyond ± this are larger than chance gives, 95 %.</param>
public sealed record Autocorrelation(
    double? DurbinWatson,
    double? LjungBox,
    int Lags,
    double? PValue,
    ImmutableArray<double> Acf,
    ImmutableArray<double> PartialAcf,
    double Bound)
{
    /// <param name="residuals">By period; absent periods have no residual and no share in any product.</param>
    /// <param name="season">Periods a year.</param>
    internal static Autocorrelation Of(IReadOnlyList<(int Period, double Value)> residuals, int season)
    {
        var count = residuals.Count;
        var lags = Math.Clamp(season, 1, Math.Max(count / 4, 1));
        var values = residuals.ToDictionary(residual => residual.Period, residual => residual.Value);
        var squares = residuals.Sum(residual => residual.Value * residual.Value);
        var largest = residuals.Max(residual => Math.Abs(residual.Value));
        if (!(squares > 0) || largest < 1e-9)
        {
            return new(null, null, lags, null, [], [], 1.96 / Math.Sqrt(count));
        }

        var mean = residuals.Average(residual => residual.Value);
        var spread = residuals.Sum(residual => (residual.Value - mean) * (residual.Value - mean));
        double At(int lag) => residuals
            .Where(residual => values.ContainsKey(residual.Period - lag))
            .Sum(residual => (residual.Value - mean) * (values[residual.Period - lag] - mean)) / spread;

        var acf = Enumerable.Range(1, lags).Select(At).ToImmutableArray();
        var statistic = count * (count + 2.0) * acf.Select((value, index) => value * value / (count - index - 1)).Sum();
        var watson = residuals
            .Where(residual => values.ContainsKey(residual.Period - 1))
            .Sum(residual => Math.Pow(residual.Value - values[residual.Period - 1], 2)) / squares;
        return new(watson, statistic, lags, 1 - ChiSquared.CDF(lags, statistic), acf, Partial(acf), 1.96 / Math.Sqrt(count));
    }

    /// <summary>The Durbin–Levinson recursion.</summary>
    internal static ImmutableArray<double> Partial(ImmutableArray<double> acf)
    {
        var partial = new List<double>();
        double[] before = [];
        for (var order = 1; order <= acf.Length; order++)
        {
            var above = acf[order - 1] - before.Select((weight, index) => weight * acf[order - 2 - index]).Sum();
            var below = 1 - before.Select((weight, index) => weight * acf[index]).Sum();
            if (below < 1e-12)
            {
                break;
            }

            var last = above / below;
            before = [.. before.Select((weight, index) => weight - (last * before[order - 2 - index])), last];
            partial.Add(last);
        }

        return [.. partial];
    }
}
