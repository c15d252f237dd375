using System.Collections.Immutable;
using Analytics.Domain.Estimation;

namespace Analytics.Domain.Evaluation;

/// <summary>
/// Before and after, honestly: interrupted time series by segmented regression (Wagner et al. 2002,
/// doi:10.1046/j.1365-2710.2002.00430.x; Lopez Bernal, Cummins and Gasparrini 2017, doi:10.1093/ije/dyw098). The same question
/// gives the same answer; nothing here draws random numbers.
/// </summary>
public static class Evaluator
{
    /// <returns>Always an answer; what cannot be estimated says so in its verdict and has no effect.</returns>
    /// <exception cref="ArgumentException">Options or a comparison that make no sense: a caller's mistake, not a property of the data.</exception>
    public static EvaluationResult Evaluate(InterruptedSeries question, EvaluationOptions? options = null)
    {
        options ??= EvaluationOptions.Default;
        Check(question, options);
        var window = new Window(question.Series, question.Interruption);
        var terms = TermsOf(window, question.Series.Frequency, options);
        var refused = new EvaluationResult
        {
            Question = question,
            Options = options,
            Verdict = new([.. Eligibility.Reasons(question, window, terms, options.Rules)]),
            Method = MethodText.Of(options, null, terms),
        };
        if (!refused.Verdict.Estimable)
        {
            return refused;
        }

        return SegmentedFit.Of(window, terms, options) is { } fit
            ? Describe(refused, fit)
            : Add(refused, [new(EvaluationCode.NoEstimate, VerdictLevel.NotEstimable)]);
    }

    private static EvaluationResult Describe(EvaluationResult start, SegmentedFit fit)
    {
        var (question, options) = (start.Question, start.Options);
        var free = Free(fit, options);
        var result = start with
        {
            Method = MethodText.Of(options, fit.Fit.Form, fit.Terms),
            Effect = Effects.Of(fit),
            Model = Effects.Summary(fit),
            PreTrend = free is null ? null : Effects.Before(free),
            Residuals = Autocorrelation.Of(fit.Residuals(), fit.Window.Season),
            Placebo = Placebo.Test(question, fit, options),
            Comparison = Compare(question, options, fit, free),
            Points = Effects.Points(fit),
        };
        result = Add(result, Cautions.Of(result));
        return result.Verdict.Estimable ? result : Add(start, result.Verdict.Reasons.Except(start.Verdict.Reasons));
    }

    private static ComparisonResult? Compare(InterruptedSeries question, EvaluationOptions options, SegmentedFit fit, SegmentedFit? free)
    {
        if (question.Comparison is not { } comparison)
        {
            return null;
        }

        var other = new InterruptedSeries(comparison, question.Interruption) { Breaks = question.Breaks };
        var window = new Window(comparison, question.Interruption);
        var terms = TermsOf(window, comparison.Frequency, options);
        return !Eligibility.Reasons(other, window, terms, options.Rules).Any(reason => reason.Refuses)
            && SegmentedFit.Of(window, terms, options) is { } otherFit
            ? ControlledSeries.Compare(fit, otherFit, free, Free(otherFit, options))
            : null;
    }

    /// <summary>The same model with a trend that may change; null where the periods do not bear one more term.</summary>
    private static SegmentedFit? Free(SegmentedFit fit, EvaluationOptions options) => fit.Terms.SlopeChange
        ? fit
        : SegmentedFit.Of(fit.Window, fit.Terms with { SlopeChange = true }, options with { Form = fit.Fit.Form });

    private static Terms TermsOf(Window window, SeriesFrequency frequency, EvaluationOptions options) =>
        new(options.SlopeChange, options.HarmonicPairs ?? Seasonality.Pairs(frequency, window.Fitted.Count));

    private static EvaluationResult Add(EvaluationResult result, IEnumerable<EvaluationReason> reasons) =>
        result with { Verdict = new([.. result.Verdict.Reasons, .. reasons]) };

    private static void Check(InterruptedSeries question, EvaluationOptions options)
    {
        if (question.Comparison is { } comparison && comparison.Frequency != question.Series.Frequency)
        {
            throw new ArgumentException($"The comparison is {comparison.Frequency} and the series {question.Series.Frequency}; give both at one frequency.", nameof(question));
        }

        if (question.Interruption.TransitionPeriods < 0)
        {
            throw new ArgumentException($"{question.Interruption.TransitionPeriods} transition periods; give zero or more.", nameof(question));
        }

        if (options.HarmonicPairs is { } pairs && (pairs < 0 || pairs > Seasonality.Most(question.Series.Frequency)))
        {
            throw new ArgumentException($"{pairs} harmonic pairs; a {question.Series.Frequency} series has 0 to {Seasonality.Most(question.Series.Frequency)}.", nameof(options));
        }

        if (options.Coverage is not (> 0 and < 1) || options.Lags < 0)
        {
            throw new ArgumentException($"Coverage {options.Coverage}, lags {options.Lags}; coverage lies between 0 and 1, lags are zero or more.", nameof(options));
        }
    }
}
