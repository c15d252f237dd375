using Analytics.Domain.Estimation;
namespace Analytics.Domain.Tests.Estimation;
public sealed class Explore(Xunit.Abstractions.ITestOutputHelper o)
{
    [Theory]
    [InlineData("UKdat_5", 3)][InlineData("UKdat_5", 2)][InlineData("Korea", 2)][InlineData("Artificial_3", 2)][InlineData("UKdat", 2)]
    public void X(string name, int order)
    {
        var t = PublishedTables.ByName(name);
        int L = t.Lists.Length;
        for (int i = 0; i < 3; i++) {
        var sw = System.Diagnostics.Stopwatch.StartNew();
        var cpu = System.Diagnostics.Process.GetCurrentProcess().TotalProcessorTime;
        var r = ModelSearch.Run(t, order, Model.MainEffects, new Work(1, -1, default, null, default))!;
        var ms = sw.Elapsed.TotalMilliseconds;
        var c = (System.Diagnostics.Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalMilliseconds;
        o.WriteLine($"{name} {ms:f0} ms cpu {c:f0} {r.Tried} {r.Models.Length} best {r.BestBic.Model.Notation(L)} {r.BestBic} aic {r.BestAic.Model.Notation(L)} {r.BestAic.Total} {r.BestAic.Aic} wm {r.BicWeightedMean} {r.AicWeightedMean} {r.WeightOfBest} {r.Within(2)} {r.Within(10)}");
        }
    }
}
