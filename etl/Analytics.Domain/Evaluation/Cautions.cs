using Analytics.Domain.Estimation;

namespace Analytics.Domain.Evaluation;

/// <summary>What the fit itself says against a result.</summary>
internal static class Cautions
{
    public static IEnumerable<EvaluationReason> Of(EvaluationResult result)
    {
        var rules = result.Options.Rules;
        var effect = result.Effect ?? throw new ArgumentException("Cautions are about a result that has an effect.", nameof(result));
        if (Width(effect) is { } width && width > rules.WideInterval)
        {
            var refuses = width > rules.RefusedInterval;
            yield return new(
                EvaluationCode.WideInterval,
                refuses ? VerdictLevel.NotEstimable : VerdictLevel.EstimableWithCaution,
                width,
                refuses ? rules.RefusedInterval : rules.WideInterval);
        }

        if (effect.RateRatio is null)
        {
            yield return Careful(EvaluationCode.NoRatio);
        }

        var fitted = result.Points.Where(point => point.Fitted is not null).ToArray();
        var average = fitted.Average(point => (double)point.Count!.Value);
        if (average < rules.FewAPeriod)
        {
            yield return Careful(EvaluationCode.FewAPeriod, average, rules.FewAPeriod);
        }

        if (result.Model!.HarmonicPairs == 0)
        {
            yield return Careful(EvaluationCode.SeasonNotModelled, fitted.Length);
        }

        if (result.Residuals!.PValue < rules.Significance)
        {
            yield return Careful(EvaluationCode.Autocorrelated, result.Residuals.PValue, rules.Significance);
        }

        if (result.PreTrend is { } trend && trend.AYear.PValue < rules.Significance)
        {
            yield return Careful(EvaluationCode.TrendBefore, trend.AYear.PValue, rules.Significance);
        }

        if (!result.Options.SlopeChange && result.PreTrend?.Change.PValue < rules.Significance)
        {
            yield return Careful(EvaluationCode.TrendChanged, result.PreTrend.Change.PValue, rules.Significance);
        }

        foreach (var reason in Placebos(result.Placebo!, effect, rules).Concat(Comparisons(result, rules)))
        {
            yield return reason;
        }
    }

    private static IEnumerable<EvaluationReason> Placebos(PlaceboTest placebo, Effect effect, EvaluationRules rules)
    {
        if (placebo.Dates.Length < rules.PlaceboDates)
        {
            yield return Careful(EvaluationCode.FewPlaceboDates, placebo.Dates.Length, rules.PlaceboDates);
        }

        // Only an effect that is claimed can be contradicted by dates that do as well.
        else if ((effect.RateRatio ?? effect.Difference).PValue < rules.Significance && placebo.Share > rules.PlaceboShare)
        {
            yield return Careful(EvaluationCode.PlaceboRank, placebo.Rank, placebo.Dates.Length + 1);
        }
    }

    private static IEnumerable<EvaluationReason> Comparisons(EvaluationResult result, EvaluationRules rules)
    {
        if (result.Question.Comparison is not null && result.Comparison is null)
        {
            yield return Careful(EvaluationCode.ComparisonNotUsable);
        }

        if (result.Comparison?.TrendDifference is { } difference && difference.PValue < rules.Significance)
        {
            yield return Careful(EvaluationCode.ComparisonTrend, difference.PValue, rules.Significance);
        }
    }

    private static double? Width(Effect effect) => effect.RateRatio is not { } ratio
        ? null
        : ratio.Interval is { Lower: > 0 and { } lower, Upper: { } upper } ? upper / lower : double.MaxValue;

    private static EvaluationReason Careful(EvaluationCode code, double? value = null, double? limit = null) =>
        new(code, VerdictLevel.EstimableWithCaution, value, limit);
}
