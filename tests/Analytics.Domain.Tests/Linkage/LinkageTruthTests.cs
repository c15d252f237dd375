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
        var error = truth.Measure(scored, Linker.DefaultThreshold);
        Assert.True(error.Precision.Estimate >= 0.98, $"precision {error.Precision}");
        Assert.True(error.Recall.Estimate >= 0.93, $"recall {error.Recall}");
    }
}
