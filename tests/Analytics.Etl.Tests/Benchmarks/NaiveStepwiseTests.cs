using Analytics.Domain.Estimation;
using Analytics.Domain.Estimation.Simulation;
using Analytics.Benchmarks;

namespace Analytics.Etl.Tests.Benchmarks;

public sealed class NaiveStepwiseTests
{
    /// <summary>The engine against a programme written the plain way, on tables neither has seen.</summary>
    [Theory]
    [InlineData("dense", 1)]
    [InlineData("dense", 7)]
    [InlineData("small", 0)]
    [InlineData("small", 4)]
    [InlineData("tiny", 2)]
    [InlineData("tiny", 3)]
    [InlineData("sparse", 6)]
    public void Total_RandomTables_AreThoseOfTheEngine(string density, int structure)
    {
        var setting = SimulationSetting.Study.Where(setting => setting.Density == density).ElementAt(structure);
        string[] names = [.. Enumerable.Range(0, setting.Lists).Select(list => $"list {list}")];
        for (var seed = 0; seed < 12; seed++)
        {
            var table = Draw(setting, names, new Random(seed));
            var engine = Estimator.Estimate(table, new() { Replicates = 0, Sensitivity = false }).Total;
            var naive = NaiveStepwise.Total(table.Counts.ToArray(), setting.Lists, 0.02);

            Assert.Equal(naive, engine ?? double.PositiveInfinity, naive * 1e-6);
        }
    }

    private static CaptureHistories Draw(SimulationSetting setting, string[] names, Random random)
    {
        var counts = new double[setting.Probabilities.Length];
        for (var person = 0; person < setting.Persons; person++)
        {
            var u = random.NextDouble();
            var history = 0;
            while (history < counts.Length - 1 && (u -= setting.Probabilities[history]) >= 0)
            {
                history++;
            }

            counts[history]++;
        }

        return CaptureHistories.Create(names, counts.Select((count, history) => (history, count)).Skip(1));
    }
}
