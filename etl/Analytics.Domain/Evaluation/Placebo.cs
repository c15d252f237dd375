namespace Analytics.Domain.Evaluation;

/// <summary>
/// The model at every admissible date before the interruption, on the periods before it alone, so that the interruption's own
/// effect cannot leak in. A method that finds effects where nothing happened proves nothing where something did.
/// </summary>
internal static class Placebo
{
    /// <param name="question">The question itself.</param>
    /// <param name="fit">Its fit; its form and terms are used at every date.</param>
    /// <param name="options">As for the question.</param>
    public static PlaceboTest Test(InterruptedSeries question, SegmentedFit fit, EvaluationOptions options)
    {
        var before = fit.Window.In(Segment.Before).Select(row => row.Point).ToArray();
        var same = options with { Form = fit.Fit.Form, HarmonicPairs = fit.Terms.Pairs };
        var truncated = new CountSeries(question.Series.Name, question.Series.Frequency, before);
        var dates = new List<PlaceboDate>();
        var without = 0;
        foreach (var point in before)
        {
            var placebo = new InterruptedSeries(truncated, question.Interruption with { On = point.Start });
            var window = new Window(truncated, placebo.Interruption);
            if (Eligibility.Reasons(placebo, window, fit.Terms, options.Rules).Any(reason => reason.Refuses))
            {
                continue;
            }

            if (SegmentedFit.Of(window, fit.Terms, same) is { } other)
            {
                var effect = Effects.Of(other);
                dates.Add(new(point.Start, Statistic(effect), effect.RateRatio, effect.Difference));
            }
            else
            {
                without++;
            }
        }

        var own = Statistic(Effects.Of(fit));
        var rank = 1 + dates.Count(date => Math.Abs(date.Statistic) >= Math.Abs(own));
        return new([.. dates], without, own, rank, rank / (dates.Count + 1.0));
    }

    /// <summary>Signed: negative for fewer events than expected.</summary>
    private static double Statistic(Effect effect) => effect.RateRatio is { } ratio
        ? Math.Sign(Math.Log(ratio.Value)) * Infer.Statistic(Math.Log(ratio.Value), ratio.StandardError)
        : Math.Sign(effect.Difference.Value) * Infer.Statistic(effect.Difference.Value, effect.Difference.StandardError);
}
