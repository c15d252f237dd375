using Analytics.Domain.Linkage;
using Xunit.Abstractions;

namespace Analytics.Domain.Tests.Linkage;

/// <summary>Precision and recall where the truth is known, at the default threshold and over thresholds.</summary>
public sealed class LinkageTruthTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(1, 2000, true)]
    [InlineData(2, 2000, false)]
    [InlineData(3, 300, true)]
    [InlineData(4, 300, false)]
    [InlineData(5, 5000, false)]
    [InlineData(6, 6000, true)]
    public void Link_KyrgyzAndRussianCorruptions_KeepsPrecisionAndRecall(int seed, int people, bool patronymics)
    {
        var truth = Truth.Kyrgyz(seed, people);
        if (!patronymics)
        {
            truth = truth with { A = [.. truth.A.Select(p => p with { Patronymic = null })], B = [.. truth.B.Select(p => p with { Patronymic = null })] };
        }

        var encoder = new PersonEncoder(Truth.Key);
        var (fit, scored) = Linker.Score(Linker.Compare(truth.TableA(encoder), truth.TableB(encoder)));
        output.WriteLine($"{truth.A.Count} × {truth.B.Count} records, {truth.Matches} matches; expected by the model {fit.ExpectedMatches:0}, converged {fit.Converged} after {fit.Iterations}");
        foreach (var f in Enum.GetValues<LinkageField>())
        {
            output.WriteLine($"{f}: m {string.Join(" ", fit.Model.M(f).Select(x => x.ToString("0.####")))} u {string.Join(" ", fit.Model.U(f).Select(x => x.ToString("0.#####")))}");
        }

        output.WriteLine(truth.Curve(scored));
        var error = truth.Measure(scored, Linker.Threshold(scored));
        output.WriteLine($"threshold {Linker.Threshold(scored):0.000}: precision {error.Precision}, recall {error.Recall}");
        Assert.True(error.Precision.Estimate >= 0.98, $"precision {error.Precision}");
        Assert.True(error.Recall.Estimate >= 0.93, $"recall {error.Recall}");
    }

    [FebrlFact]
    public void Link_FebrlOriginalsWithEachCopy_KeepsPrecisionAndRecall()
    {
        var records = FebrlFile.Read();
        var originals = records.Where(r => r.Copy < 0).ToArray();
        var encoder = new PersonEncoder(Truth.Key);
        var a = Truth.Table([.. originals.Select(r => r.Fields)], encoder);
        var (right, wrong, missed) = (0, 0, 0);
        for (var copy = 0; copy < 5; copy++)
        {
            var copies = records.Where(r => r.Copy == copy).ToArray();
            var truth = new Truth([], [], [.. copies.Select(c => Array.FindIndex(originals, o => o.Person == c.Person))]);
            var (_, scored) = Linker.Score(Linker.Compare(a, Truth.Table([.. copies.Select(r => r.Fields)], encoder)));
            var error = truth.Measure(scored, Linker.Threshold(scored));
            output.WriteLine($"originals × copies number {copy}: {originals.Length} × {copies.Length}");
            output.WriteLine(truth.Curve(scored));
            (right, wrong, missed) = (right + (int)error.True, wrong + (int)error.False, missed + (int)error.Missed);
        }

        var all = MeasuredError.Of(right, wrong, missed);
        output.WriteLine($"all 3,000 copies: precision {all.Precision}, recall {all.Recall}");
        Assert.True(all.Precision.Estimate >= 0.98, $"precision {all.Precision}");
        Assert.True(all.Recall.Estimate >= 0.95, $"recall {all.Recall}");
    }

    [FebrlFact]
    public void Cluster_FebrlAsSixLists_KeepsPrecisionAndRecallOfPairs()
    {
        var records = FebrlFile.Read();
        var encoder = new PersonEncoder(Truth.Key);
        var lists = Enumerable.Range(-1, 6).Select(copy => records.Select((r, at) => (r.Copy, r.Fields, at)).Where(r => r.Copy == copy).ToArray()).ToArray();
        var tables = lists.Select(list => Truth.Table([.. list.Select(r => r.Fields)], encoder)).ToArray();
        var pairs = new List<RecordPair>();
        for (var i = 0; i < lists.Length; i++)
        {
            for (var j = i + 1; j < lists.Length; j++)
            {
                var scored = Linker.Score(Linker.Compare(tables[i], tables[j])).Pairs;
                pairs.AddRange(scored.Select(p => new RecordPair(lists[i][p.A].at, lists[j][p.B].at, p.LogOdds)));
            }
        }

        var groups = Clusters.Build([.. Enumerable.Range(0, records.Count).Select(r => (long)r)], pairs, r => $"{records[(int)r].Copy}", _ => true, [], Linker.Threshold(pairs.Select(pair => 1 / (1 + Math.Exp(-pair.LogOdds)))));
        var linked = groups.SelectMany(g => g.SelectMany(a => g.Where(b => a < b).Select(b => (a, b)))).ToArray();
        var right = linked.Count(p => records[(int)p.a].Person == records[(int)p.b].Person);
        var all = records.CountBy(r => r.Person).Sum(c => c.Value * (c.Value - 1) / 2);
        var error = MeasuredError.Of(right, linked.Length - right, all - right);
        output.WriteLine($"{groups.Count} persons of 2000; pairs within persons: precision {error.Precision}, recall {error.Recall}");
        Assert.True(error.Precision.Estimate >= 0.98, $"precision {error.Precision}");
        Assert.True(error.Recall.Estimate >= 0.93, $"recall {error.Recall}");
    }

    [Fact]
    public void Compare_Blocked_LosesFewLinks()
    {
        var truth = Truth.Kyrgyz(seed: 31, people: 4000);
        var encoder = new PersonEncoder(Truth.Key);
        var (a, b) = (truth.TableA(encoder), truth.TableB(encoder));
        var full = Linker.Link(a, b, blocked: false).Select(p => (p.A, p.B)).ToHashSet();
        var blocked = Linker.Link(a, b, blocked: true).Select(p => (p.A, p.B)).ToHashSet();
        output.WriteLine($"{full.Count} links in full, {full.Except(blocked).Count()} lost by blocking, {blocked.Except(full).Count()} others");
        Assert.True(full.Except(blocked).Count() <= 0.01 * full.Count);
    }

    [Fact]
    public void Link_ListWithItself_GivesEachRecordItself()
    {
        var truth = Truth.Kyrgyz(seed: 41, people: 300);
        var encoder = new PersonEncoder(Truth.Key);
        var links = Linker.Link(truth.TableA(encoder), truth.TableA(encoder));
        Assert.True(links.Count >= 0.98 * truth.A.Count);
        Assert.All(links, link => Assert.Equal(link.A, link.B));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(8)]
    [InlineData(16)]
    [InlineData(24)]
    public void Link_WithNoise_CostOfNoiseIsMeasured(int flipped)
    {
        var truth = Truth.Kyrgyz(seed: 51, people: 2000);
        var encoder = new PersonEncoder(Truth.Key, flipped);
        var scored = Linker.Score(Linker.Compare(truth.TableA(encoder), truth.TableB(encoder))).Pairs;
        var error = truth.Measure(scored, Linker.Threshold(scored));
        output.WriteLine($"{flipped} of {TokenSchema.Bits} bits flipped: precision {error.Precision}, recall {error.Recall}");
        Assert.True(flipped > TokenSchema.NoiseBits || (error.Precision.Estimate >= 0.98 && error.Recall.Estimate >= 0.93), $"{error}");
    }
}
