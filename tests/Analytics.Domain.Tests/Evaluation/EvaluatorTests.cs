using System.Text.Json;
using Analytics.Domain.Estimation;
using Analytics.Domain.Evaluation;
using FsCheck;
using FsCheck.Fluent;
using MathNet.Numerics;

namespace Analytics.Domain.Tests.Evaluation;

public sealed class EvaluatorTests
{
    private static readonly SimulatedSeries s_strong = new() { RateRatio = 0.5, Mean = 60 };

    [Fact]
    public void Evaluate_StrongChange_IsFoundAndOutranksEveryPlaceboDate()
    {
        var result = Evaluator.Evaluate(s_strong.Ask(1));

        Assert.True(result.Verdict.Estimable);
        Assert.InRange(result.Effect!.RateRatio!.Value, 0.42, 0.6);
        Assert.True(result.Effect.RateRatio.PValue < 0.001);
        Assert.Equal(36 - 12 - 6 + 1, result.Placebo!.Dates.Length + result.Placebo.WithoutEstimate);
        Assert.Equal(1, result.Placebo.Rank);
        Assert.Equal(1.0 / (result.Placebo.Dates.Length + 1), result.Placebo.Share, 1e-12);
        Assert.Contains("season by 2 harmonic pairs", result.Method.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluate_Poisson_DifferenceIsObservedLessExpected()
    {
        var result = Evaluator.Evaluate(s_strong.Ask(2), new() { Form = ModelForm.Poisson });
        var effect = result.Effect!;
        var expected = result.Points.Where(point => point.Segment == Segment.After).Sum(point => point.Expected!.Value);

        Assert.Equal(expected, effect.Expected, 1e-6);
        Assert.Equal(effect.Observed - expected, effect.Difference.Value, 1e-6);
        Assert.Equal(effect.Observed / expected, effect.RateRatio!.Value, 1e-9);
    }

    [Fact]
    public void Evaluate_LinearWithChangeOfSlope_IsTwoSeparateLines()
    {
        var question = s_strong.Ask(3);
        var result = Evaluator.Evaluate(question, new() { Form = ModelForm.Linear, SlopeChange = true, HarmonicPairs = 0 });
        double[] counts = [.. question.Series.Points.Select(point => (double)point.Count!.Value)];
        double[] months = [.. Enumerable.Range(0, counts.Length).Select(month => (double)month - 36)];
        var before = Fit.Line(months[..36], counts[..36]);
        var after = Fit.Line(months[36..], counts[36..]);
        double Value(TermKind kind) => result.Model!.Coefficients.Single(coefficient => coefficient.Term == kind).Estimate.Value;

        Assert.Equal(before.Item2, Value(TermKind.Trend), 1e-9);
        Assert.Equal(after.Item1 - before.Item1, Value(TermKind.Level), 1e-8);
        Assert.Equal(after.Item2 - before.Item2, Value(TermKind.Slope), 1e-9);
        Assert.Equal(before.Item2 * 12, result.PreTrend!.AYear.Value, 1e-8);
        Assert.Equal(counts[36..].Sum() - Enumerable.Range(0, 24).Sum(month => before.Item1 + (before.Item2 * month)), result.Effect!.Difference.Value, 1e-6);
    }

    [Fact]
    public void Evaluate_WildTransition_IsLeftOut()
    {
        var series = s_strong.Draw(4);
        InterruptedSeries Ask(long wild) => new(
            new(series.Name, series.Frequency, series.Points.Select((point, month) => month is >= 36 and < 39 ? point with { Count = wild } : point)),
            new(LocalText.Same("event"), s_strong.Event, TransitionPeriods: 3));

        var (calm, loud) = (Evaluator.Evaluate(Ask(50)), Evaluator.Evaluate(Ask(5000)));

        Assert.Equal(calm.Effect, loud.Effect);
        Assert.Equal(21, calm.Effect!.Periods);
        Assert.Equal(3, loud.Points.Count(point => point.Segment == Segment.Transition && point.Fitted is null && point.Expected is not null));
    }

    [Fact]
    public void Evaluate_NotReported_IsNeitherZeroNorSilent()
    {
        InterruptedSeries With(SeriesPoint point) => s_strong.Ask(5) is var question
            ? question with { Series = new(question.Series.Name, SeriesFrequency.Monthly, question.Series.Points.SetItem(40, point)) }
            : question;
        var day = SimulatedSeries.First.AddMonths(40);

        var missing = Evaluator.Evaluate(With(SeriesPoint.NotReported(day)));
        var zero = Evaluator.Evaluate(With(new(day, 0)));

        Assert.Equal(23, missing.Effect!.Periods);
        Assert.Contains(missing.Verdict.Reasons, reason => reason is { Code: EvaluationCode.MissingReports, Level: VerdictLevel.EstimableWithCaution });
        Assert.Equal(24, zero.Effect!.Periods);
        Assert.DoesNotContain(zero.Verdict.Reasons, reason => reason.Code == EvaluationCode.MissingReports);
        Assert.True(zero.Effect.RateRatio!.Value < missing.Effect.RateRatio!.Value);
    }

    [Fact]
    public void Evaluate_SharedShock_IsRemovedByTheComparison()
    {
        var treated = new SimulatedSeries { Mean = 200, RateRatio = 0.35 };
        var untouched = new SimulatedSeries { Mean = 200, RateRatio = 0.5 };
        var result = Evaluator.Evaluate(treated.Ask(6) with { Comparison = untouched.Draw(7) });

        Assert.Equal(0.7, result.Comparison!.Controlled.RateRatio!.Value, 0.08);
        Assert.Equal(0.35, result.Effect!.RateRatio!.Value, 0.04);
        Assert.True(result.Comparison.Controlled.RateRatio.StandardError > result.Effect.RateRatio.StandardError);
        Assert.Equal(
            result.Comparison.Controlled.Difference.Value,
            (result.Effect.Expected * result.Effect.RateRatio.Value) - result.Comparison.Controlled.Expected,
            1e-6);
    }

    [Fact]
    public void Evaluate_ComparedWithItself_HasNoEffect()
    {
        var question = s_strong.Ask(8);
        var controlled = Evaluator.Evaluate(question with { Comparison = question.Series }, new() { Errors = ErrorSource.NeweyWest }).Comparison!.Controlled;

        Assert.Equal(1, controlled.RateRatio!.Value, 1e-9);
        Assert.Equal(0, controlled.Difference.Value, 1e-6);

        // The same shocks on both sides cancel in the robust variance.
        Assert.Equal(0, controlled.RateRatio.StandardError, 1e-9);
    }

    [Fact]
    public void Evaluate_OnlySeasonAndTrend_RarelyFindsAnything()
    {
        var found = Enumerable.Range(0, 60).Count(seed => Evaluator.Evaluate(new SimulatedSeries { Season = 0.4, TrendAYear = 1.3 }.Ask(seed)).Effect!.RateRatio!.PValue < 0.05);

        // Of 60 at 5 %, more than 9 happens about once in 1,000.
        Assert.InRange(found, 0, 9);
    }

    [Fact]
    public void Evaluate_Quarterly_UsesItsOwnLimits()
    {
        CountSeries Quarters(int count) => new(LocalText.Same("crimes"), SeriesFrequency.Quarterly, Enumerable.Range(0, count).Select(quarter =>
            new SeriesPoint(new DateOnly(2018, 1, 1).AddMonths(3 * quarter), 20 + (quarter * 7 % 5))));
        EvaluationResult Ask(int count) => Evaluator.Evaluate(new(Quarters(count), new(LocalText.Same("event"), new(2020, 2, 14))));

        Assert.True(Ask(12).Verdict.Estimable);
        Assert.Equal(4, Ask(12).Effect!.Periods);
        Assert.Equal([EvaluationCode.TooFewAfter], Ask(11).Verdict.Reasons.Where(reason => reason.Refuses).Select(reason => reason.Code));
    }

    [Fact]
    public void Evaluate_AnySeries_NeverGivesNaNAndAnswersTheSameTwice()
    {
        var series =
            from before in Gen.Choose(0, 30)
            from after in Gen.Choose(0, 20)
            from scale in Gen.Elements(0, 1, 3, 40, 2000)
            from counts in Gen.Choose(0, scale).ListOf(before + after + 1)
            from form in Gen.Elements(Enum.GetValues<ModelForm>())
            from slope in Gen.Elements(true, false)
            select (before, counts, form, slope);
        var property = Prop.ForAll(series.ToArbitrary(), drawn =>
        {
            var points = drawn.counts.Select((count, month) => new SeriesPoint(SimulatedSeries.First.AddMonths(month), count));
            var question = new InterruptedSeries(
                new(LocalText.Same("any"), SeriesFrequency.Monthly, points), new(LocalText.Same("event"), SimulatedSeries.First.AddMonths(drawn.before)));
            var options = new EvaluationOptions { Form = drawn.form, SlopeChange = drawn.slope };
            var result = Evaluator.Evaluate(question, options);
            var text = JsonSerializer.Serialize(result);
            return result.Verdict.Estimable == (result.Effect is not null)
                && result.Effect?.RateRatio is null or { PValue: >= 0 and <= 1 }
                && text == JsonSerializer.Serialize(Evaluator.Evaluate(question, options));
        });

        property.Check(Estimation.Properties.Usual);
    }
}
