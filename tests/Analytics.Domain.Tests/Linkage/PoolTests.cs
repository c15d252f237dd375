using Analytics.Domain.Linkage;
using Xunit.Abstractions;

namespace Analytics.Domain.Tests.Linkage;

/// <summary>
/// Linkage within one pool, where a person may stand any number of times and nothing says how many do: the warehouse's case. The
/// more strangers there are, the more of them look alike; few of the pool are there twice.
/// </summary>
public sealed class PoolTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(1_000, 0.01, false)]
    [InlineData(1_000, 0.2, false)]
    [InlineData(10_000, 0.01, false)]
    [InlineData(10_000, 0.01, true)]
    [InlineData(10_000, 0.2, false)]
    public void Link_PoolWithFewDuplicates_JoinsFewStrangers(int people, double twice, bool patronymics)
    {
        var error = Measure(people, twice, patronymics);
        Assert.True(error.Precision.Estimate >= 0.95, $"precision {error.Precision}");
        Assert.True(error.Recall.Estimate >= 0.85, $"recall {error.Recall}");
    }

    [MeasureTheory]
    [InlineData(0.01, false)]
    [InlineData(0.01, true)]
    [InlineData(0.2, false)]
    public void Link_PoolOfAHundredThousand_JoinsFewStrangers(double twice, bool patronymics) =>
        Assert.True(Measure(100_000, twice, patronymics).Precision.Estimate >= 0.95);

    private MeasuredError Measure(int people, double share, bool patronymics)
    {
        var drawn = new SyntheticPeople(7).Draw(people);
        var twice = (int)(people * share);
        var fields = drawn.Select(p => p.First.ToFields()).Concat(drawn.Take(twice).Select(p => p.Second.ToFields()))
            .Select(f => patronymics ? f : f with { Patronymic = null }).ToArray();
        var table = Truth.Table(fields, new PersonEncoder(Truth.Key));
        var (fit, pairs) = Linker.Score(Linker.Compare(table, table), onePersonOnce: false);
        var threshold = Linker.Threshold(pairs.Select(p => p.Probability));
        output.WriteLine($"{people} people, {twice} of them twice, {(patronymics ? "with" : "without")} patronymics: the model expects {fit.ExpectedMatches:0}; threshold asked for {threshold:0.00}");
        MeasuredError? atThreshold = null;
        foreach (var least in new[] { 0.1, 0.5, 0.9, threshold })
        {
            var kept = pairs.Where(p => p.Probability >= 0.001).Select(p => new RecordPair(p.A, p.B, p.LogOdds)).ToArray();
            var groups = Clusters.Build([.. Enumerable.Range(0, fields.Length).Select(r => (long)r)], kept, _ => "", _ => false, [], least);
            var linked = groups.SelectMany(g => g.SelectMany(a => g.Where(b => a < b).Select(b => (a, b)))).ToArray();
            var right = linked.Count(p => p.b == p.a + people);
            atThreshold = MeasuredError.Of(right, linked.Length - right, twice - right);
            output.WriteLine($"  {least:0.00}: {groups.Count} persons, {linked.Length - right} false; precision {Shown(atThreshold.Precision)}, recall {Shown(atThreshold.Recall)}");
        }

        return atThreshold!;
    }

    private static string Shown(Proportion p) => $"{p.Estimate:0.000} ({p.Lower:0.000}–{p.Upper:0.000})";
}

/// <summary>Runs where ANALYTICS_MEASURE is set: minutes of work.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class MeasureTheoryAttribute : TheoryAttribute
{
    public MeasureTheoryAttribute()
    {
        if (Environment.GetEnvironmentVariable("ANALYTICS_MEASURE") is not { Length: > 0 })
        {
            Skip = "a measurement of minutes; set ANALYTICS_MEASURE=1 to make it";
        }
    }
}
