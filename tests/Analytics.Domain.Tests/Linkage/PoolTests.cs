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

    /// <summary>A pool of people who are there once teaches nothing of how many of the next records are theirs.</summary>
    [Theory]
    [InlineData(1_000, 200, 1.0)]
    [InlineData(10_000, 500, 1.0)]
    [InlineData(10_000, 500, 0.1)]
    [InlineData(10_000, 500, 0)]
    [InlineData(10_000, 3, 1.0)]
    public void Score_NewRecordsOnAPoolWithoutDuplicates_FindsThoseWhoAreThere(int people, int records, double back)
    {
        var error = MeasureIncrement(people, records, back, patronymics: true);
        Assert.True(error.False <= Math.Max(1, 0.03 * error.True), $"{error.False} false");
        Assert.True(error.Missed <= 0.15 * (error.True + error.Missed), $"{error.Missed} missed");
    }

    [MeasureTheory]
    [InlineData(1.0, false)]
    [InlineData(1.0, true)]
    [InlineData(0.1, false)]
    public void Score_NewRecordsOnAHundredThousand_FindsThoseWhoAreThere(double back, bool patronymics) =>
        Assert.True(MeasureIncrement(100_000, 1_000, back, patronymics).Precision.Estimate >= 0.95);

    /// <param name="back">Share of the new records whose people are in the pool.</param>
    private MeasuredError MeasureIncrement(int people, int records, double back, bool patronymics)
    {
        var returning = (int)(records * back);
        var drawn = new SyntheticPeople(11).Draw(people + records - returning);
        var pool = Fields(drawn.Take(people).Select(p => p.First), patronymics);
        var come = Fields(drawn.Take(returning).Concat(drawn.Skip(people)).Select(p => p.Second), patronymics);
        var encoder = new PersonEncoder(Truth.Key);
        var (before, now) = (Truth.Table(pool, encoder), Truth.Table(come, encoder));
        var (fit, within) = Linker.Score(Linker.Compare(before, before), onePersonOnce: false);
        var increment = Increment.Score([Linker.Compare(now, before), Linker.Compare(now, now)], records, fit.Model, default);
        var pairs = increment.Pairs[0].Select(p => (p, Right: p.A < returning && p.A == p.B)).Concat(increment.Pairs[1].Select(p => (p, Right: false))).ToArray();
        var threshold = Linker.Threshold([.. within.Concat(pairs.Select(p => p.p)).Select(p => p.Probability)], kept: 1);
        MeasuredError At(double least) => Judged(pairs.Where(p => p.p.Probability >= least).Select(p => p.Right), returning);
        var (linked, reviewed) = (At(threshold), At(Linker.LeastReviewed));
        output.WriteLine(
            $"{records} records on {people}, {returning} of them there, {(patronymics ? "with" : "without")} patronymics: expected {increment.Arrivals.WithPartner:0}; threshold {threshold:0.00}, "
            + $"{linked.False} false, precision {Shown(linked.Precision)}, recall {Shown(linked.Recall)}; with review recall {Shown(reviewed.Recall)}, {reviewed.True + reviewed.False - linked.True - linked.False} pairs to review");
        return linked;
    }

    private static PersonFields[] Fields(IEnumerable<Typed> people, bool patronymics) =>
        [.. people.Select(p => p.ToFields()).Select(f => patronymics ? f : f with { Patronymic = null })];

    private static MeasuredError Judged(IEnumerable<bool> links, int truth)
    {
        var all = links.ToArray();
        var right = all.Count(link => link);
        return MeasuredError.Of(right, all.Length - right, truth - right);
    }

    private MeasuredError Measure(int people, double share, bool patronymics)
    {
        var drawn = new SyntheticPeople(7).Draw(people);
        var twice = (int)(people * share);
        var fields = Fields(drawn.Select(p => p.First).Concat(drawn.Take(twice).Select(p => p.Second)), patronymics);
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

        var reviewed = Judged(pairs.Where(p => p.Probability >= Linker.LeastReviewed).Select(p => p.B == p.A + people), twice);
        output.WriteLine($"  with review: recall {Shown(reviewed.Recall)}; {Linker.ForReview(pairs, threshold).Count} pairs to review");
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
