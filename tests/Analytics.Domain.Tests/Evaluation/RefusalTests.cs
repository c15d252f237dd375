using Analytics.Domain.Estimation;
using Analytics.Domain.Evaluation;

namespace Analytics.Domain.Tests.Evaluation;

public sealed class RefusalTests
{
    public static TheoryData<EvaluationCode> All => [.. Enum.GetValues<EvaluationCode>()];

    [Theory]
    [InlineData(11, 24, EvaluationCode.TooFewBefore)]
    [InlineData(36, 5, EvaluationCode.TooFewAfter)]
    public void Evaluate_TooFewPoints_IsRefusedWithTheReason(int before, int after, EvaluationCode code) =>
        Refused(new SimulatedSeries { Before = before, After = after }.Ask(1), code);

    [Fact]
    public void Evaluate_JustEnoughPoints_IsAnswered() =>
        Assert.True(Evaluator.Evaluate(new SimulatedSeries { Before = 12, After = 6, Mean = 200 }.Ask(1)).Verdict.Estimable);

    [Fact]
    public void Evaluate_TooFewEvents_IsRefusedOnEachSide()
    {
        Refused(Counts(month => month < 36 ? 0 : 5), EvaluationCode.TooFewEventsBefore);
        Refused(Counts(month => month < 36 ? 5 : 0), EvaluationCode.TooFewEventsAfter);
    }

    [Theory]
    [InlineData(2014, false)]
    [InlineData(2015, false)]
    [InlineData(2017, true)]
    [InlineData(2018, true)]
    [InlineData(2019, true)]
    [InlineData(2020, false)]
    public void Evaluate_SeriesBreak_IsRefusedInsideTheWindowOnly(int year, bool refused)
    {
        var question = Counts(_ => 20) with { Breaks = [new(new(year, 1, 1), new("new criminal code", "новый Уголовный кодекс", "жаңы Кылмыш кодекси"))] };
        var result = Evaluator.Evaluate(question);

        Assert.Equal(!refused, result.Verdict.Estimable);
        if (refused)
        {
            var reason = Assert.Single(result.Verdict.Reasons, reason => reason.Code == EvaluationCode.SeriesBreak);
            Assert.Contains("новый Уголовный кодекс", reason.Text.Ru, StringComparison.Ordinal);
            Assert.Contains($"{year}-01-01", reason.Text.Ky, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Evaluate_WithheldPeriod_IsRefused() =>
        Refused(Points((start, month) => month == 10 ? SeriesPoint.Withheld(start) : new(start, 20)), EvaluationCode.Withheld);

    [Fact]
    public void Evaluate_ManyPeriodsWithoutReport_IsRefused() =>
        Refused(Points((start, month) => month % 5 == 0 ? SeriesPoint.NotReported(start) : new(start, 20)), EvaluationCode.MissingReports);

    [Fact]
    public void Evaluate_ReportingFellAtTheEvent_IsRefused() =>
        Refused(Points((start, month) => new(start, 20, ReportingRate: month < 36 ? 1 : 0.7)), EvaluationCode.ReportingShift);

    [Fact]
    public void Evaluate_SlopeAndSeasonInAShortSeries_IsRefused()
    {
        var result = Evaluator.Evaluate(new SimulatedSeries { Before = 12, After = 6 }.Ask(1), new() { HarmonicPairs = 5, SlopeChange = true });

        Assert.Contains(result.Verdict.Reasons, reason => reason.Code == EvaluationCode.TooManyTerms);
        Assert.Null(result.Effect);
    }

    [Fact]
    public void Evaluate_EventOutsideTheSeries_IsRefused()
    {
        var question = Counts(_ => 20);

        Refused(question with { Interruption = question.Interruption with { On = new(1999, 1, 1) } }, EvaluationCode.TooFewBefore);
        Refused(question with { Interruption = question.Interruption with { On = new(2050, 1, 1) } }, EvaluationCode.TooFewAfter);
    }

    [Fact]
    public void Evaluate_SenselessOptions_Throws()
    {
        var question = Counts(_ => 20);

        Assert.Throws<ArgumentException>(() => Evaluator.Evaluate(question, new() { HarmonicPairs = 6 }));
        Assert.Throws<ArgumentException>(() => Evaluator.Evaluate(question, new() { Coverage = 1 }));
        Assert.Throws<ArgumentException>(() => Evaluator.Evaluate(question with { Interruption = question.Interruption with { TransitionPeriods = -1 } }));
        Assert.Throws<ArgumentException>(() => new CountSeries(LocalText.Same("x"), SeriesFrequency.Monthly, []));
        Assert.Throws<ArgumentException>(() => new CountSeries(LocalText.Same("x"), SeriesFrequency.Monthly, [new(new(2020, 1, 1), 1), new(new(2020, 1, 31), 2)]));
        Assert.Throws<ArgumentException>(() => new CountSeries(LocalText.Same("x"), SeriesFrequency.Monthly, [new(new(2020, 1, 1), 1, Exposure: double.NaN)]));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Text_EveryReason_IsInThreeLanguages(EvaluationCode code)
    {
        var text = new EvaluationReason(code, VerdictLevel.NotEstimable, 0.123, 12) { On = new(2019, 1, 1), What = LocalText.Same("code") }.Text;

        Assert.Equal(3, new[] { text.En, text.Ru, text.Ky }.Distinct().Count());
        Assert.All([text.En, text.Ru, text.Ky], words => Assert.DoesNotContain("{", words, StringComparison.Ordinal));
    }

    private static void Refused(InterruptedSeries question, EvaluationCode code)
    {
        var result = Evaluator.Evaluate(question);

        Assert.Contains(result.Verdict.Reasons, reason => reason.Code == code && reason.Refuses);
        Assert.Equal(VerdictLevel.NotEstimable, result.Verdict.Level);
        Assert.Null(result.Effect);
        Assert.Null(result.Model);
    }

    private static InterruptedSeries Counts(Func<int, long> count) => Points((start, month) => new(start, count(month) + (month * 7 % 5 * Math.Sign(count(month)))));

    private static InterruptedSeries Points(Func<DateOnly, int, SeriesPoint> point) => new(
        new(LocalText.Same("contacts"), SeriesFrequency.Monthly, Enumerable.Range(0, 60).Select(month => point(SimulatedSeries.First.AddMonths(month), month))),
        new(LocalText.Same("event"), SimulatedSeries.First.AddMonths(36)));
}
