using Analytics.Domain.Estimation;
using Analytics.Domain.Evaluation;

namespace Analytics.Domain.Tests.Evaluation;

public sealed class CautionTests
{
    [Fact]
    public void Evaluate_TrendUnderWay_SaysSo() =>
        Assert.Contains(EvaluationCode.TrendBefore, Codes(new SimulatedSeries { Mean = 200, TrendAYear = 1.5 }.Ask(1)));

    [Fact]
    public void Evaluate_PersistentShocks_SaysThatTheIntervalMayBeTooNarrow() =>
        Assert.Contains(EvaluationCode.Autocorrelated, Codes(new SimulatedSeries { Mean = 200, Rho = 0.8, Sigma = 0.4 }.Ask(3)));

    [Fact]
    public void Evaluate_FewEvents_SaysSo()
    {
        var codes = Codes(new SimulatedSeries { Mean = 2 }.Ask(1));

        Assert.Contains(EvaluationCode.FewAPeriod, codes);
    }

    [Fact]
    public void Evaluate_EarlierShiftAsLarge_RanksLow()
    {
        var question = new SimulatedSeries { Mean = 200, RateRatio = 0.85, Before = 48 }.Ask(4);
        var shifted = question.Series.Points.Select((point, month) => month < 24 ? point with { Count = point.Count * 2 } : point);
        var result = Evaluator.Evaluate(question with { Series = new(question.Series.Name, SeriesFrequency.Monthly, shifted) }, new() { Form = ModelForm.Poisson, Errors = ErrorSource.Model });

        Assert.True(result.Effect!.RateRatio!.PValue < 0.05);
        Assert.True(result.Placebo!.Rank > 3);
        Assert.Contains(result.Verdict.Reasons, reason => reason.Code == EvaluationCode.PlaceboRank);
    }

    [Fact]
    public void Evaluate_ComparisonTooShort_AnswersWithoutItAndSaysSo()
    {
        var question = new SimulatedSeries().Ask(5) with { Comparison = new SimulatedSeries { Before = 5 }.Draw(6) };
        var result = Evaluator.Evaluate(question);

        Assert.NotNull(result.Effect);
        Assert.Null(result.Comparison);
        Assert.Contains(result.Verdict.Reasons, reason => reason.Code == EvaluationCode.ComparisonNotUsable);
    }

    [Fact]
    public void Evaluate_ComparisonMovingApart_SaysThatItIsWeak()
    {
        var question = new SimulatedSeries { Mean = 300, TrendAYear = 1.4 }.Ask(7) with { Comparison = new SimulatedSeries { Mean = 300, TrendAYear = 0.8 }.Draw(8) };

        Assert.Contains(EvaluationCode.ComparisonTrend, Codes(question));
    }

    [Fact]
    public void Evaluate_ShortSeries_SaysThatSeasonIsNotModelled()
    {
        var codes = Codes(new SimulatedSeries { Before = 14, After = 7, Mean = 200, Season = 0 }.Ask(9));

        Assert.Contains(EvaluationCode.SeasonNotModelled, codes);
        Assert.Contains(EvaluationCode.FewPlaceboDates, codes);
    }

    [Fact]
    public void Evaluate_ScatterBeyondPoisson_IsNegativeBinomial()
    {
        var result = Evaluator.Evaluate(new SimulatedSeries { Mean = 100, Sigma = 0.4 }.Ask(10));

        Assert.Equal(ModelForm.NegativeBinomial, result.Model!.Form);

        // A log-normal disturbance of spread 0.4 has variance e^0.16 − 1 = 0.174 = 1 ÷ θ.
        Assert.InRange(1 / result.Model.Theta!.Value, 0.08, 0.3);
    }

    private static IEnumerable<EvaluationCode> Codes(InterruptedSeries question)
    {
        var verdict = Evaluator.Evaluate(question).Verdict;
        Assert.Equal(VerdictLevel.EstimableWithCaution, verdict.Level);
        return verdict.Reasons.Select(reason => reason.Code);
    }
}
