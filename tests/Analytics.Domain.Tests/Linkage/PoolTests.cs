using System.Diagnostics;
using Analytics.Domain.Linkage;
using Xunit.Abstractions;

namespace Analytics.Domain.Tests.Linkage;

public sealed class PoolTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(1000, 0.01, false)]
    [InlineData(1000, 0.2, false)]
    [InlineData(10_000, 0.01, false)]
    [InlineData(10_000, 0.2, false)]
    [InlineData(100_000, 0.01, false)]
    [InlineData(100_000, 0.2, false)]
    [InlineData(10_000, 0.01, true)]
    [InlineData(100_000, 0.01, true)]
    public void Pool(int size, double again, bool patronymics)
    {
        var people = new SyntheticPeople(7).Draw(size);
        var twice = (int)(size * again);
        var fields = people.Select(p => p.First.ToFields()).Concat(people.Take(twice).Select(p => p.Second.ToFields()))
            .Select(f => patronymics ? f : f with { Patronymic = null }).ToArray();
        var table = Truth.Table(fields, new PersonEncoder(Truth.Key));
        var clock = Stopwatch.StartNew();
        var comparisons = Linker.Compare(table, table);
        output.WriteLine($"size {size} twice {twice} patronymics {patronymics}: compared {clock.Elapsed.TotalSeconds:0.0} s, {comparisons.Pairs.Count} pairs");
        var (fit, pairs) = Linker.Score(comparisons, onePersonOnce: false);
        output.WriteLine($"expected {fit.ExpectedMatches:0} unseen {fit.UnseenMatches:0} of {twice}; converged {fit.Converged} {fit.Iterations}");
        foreach (var f in Enum.GetValues<LinkageField>())
        {
            output.WriteLine($"{f}: m {string.Join(" ", fit.Model.M(f).Select(x => x.ToString("0.####")))} u {string.Join(" ", fit.Model.U(f).Select(x => x.ToString("0.#####")))}");
        }

        foreach (var pattern in pairs.GroupBy(p => p.Pattern).OrderByDescending(g => g.First().LogOdds).Where(g => g.First().Probability > 0.01).Take(40))
        {
            output.WriteLine($"  {string.Join(' ', Enum.GetValues<LinkageField>().Select(f => pattern.Key[f].ToString()[..3]))} p {pattern.First().Probability:0.000} n {pattern.Count()} true {pattern.Count(p => p.B == p.A + size)}");
        }

        foreach (var threshold in new[] { 0.5, 0.9, Linker.Threshold(pairs.Select(p => p.Probability)) })
        {
            var kept = pairs.Where(p => p.Probability >= 0.001).Select(p => new RecordPair(p.A, p.B, p.LogOdds)).ToArray();
            var groups = Clusters.Build([.. Enumerable.Range(0, fields.Length).Select(r => (long)r)], kept, _ => "", _ => false, [], threshold);
            var linked = groups.SelectMany(g => g.SelectMany(a => g.Where(b => a < b).Select(b => (a, b)))).ToArray();
            var right = linked.Count(p => p.b == p.a + size);
            var error = MeasuredError.Of(right, linked.Length - right, twice - right);
            output.WriteLine($"{threshold}: {groups.Count} persons of {size}; false {linked.Length - right}; precision {error.Precision.Estimate:0.0000}, recall {error.Recall.Estimate:0.0000}");
        }
    }
}
