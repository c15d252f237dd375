using Analytics.Domain.PersonalData;
using Xunit.Abstractions;

namespace Analytics.Domain.Tests.PersonalData;

/// <summary>Recall and false alarms on labelled values; <c>README.md</c> beside the code quotes the tables printed here.</summary>
public class MeasuredTests(ITestOutputHelper output)
{
    private const double LeastRecall = 0.99;
    private const double MostFalseAlarms = 0.005;

    [Fact]
    public void InValue_TuningSet_KeepsToBounds() => Judge("Tuning set", Score.Of(TuningSet.All()));

    [Fact]
    public void InValue_SecondTuningSet_KeepsToBounds() => Judge("Second tuning set", Score.Of(SecondTuningSet.All()));

    [Fact]
    public void InValue_HeldOutSet_KeepsToBounds() => Judge("Held-out set", Score.Of(HeldOutSet.All()));

    private void Judge(string title, Score score)
    {
        output.WriteLine(score.Table(title));
        foreach (var error in score.Errors())
        {
            output.WriteLine(error);
        }

        Assert.True(score.Results.Count >= 2000, $"only {score.Results.Count} values");
        Assert.True(score.StructuredRecall >= LeastRecall, $"structured recall {score.StructuredRecall:P2}");
        Assert.True(score.FalseAlarmsOnColumns <= MostFalseAlarms, $"false alarms {score.FalseAlarmsOnColumns:P2}");
    }
}
