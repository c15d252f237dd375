using Analytics.Domain.Estimation;
using Analytics.Domain.Evaluation;
using MathNet.Numerics.Distributions;

namespace Analytics.Domain.Tests.Evaluation;

/// <summary>Monthly series whose change is known.</summary>
internal sealed record SimulatedSeries
{
    public static readonly DateOnly First = new(2015, 1, 1);

    public int Before { get; init; } = 36;

    public int After { get; init; } = 24;

    public double Mean { get; init; } = 40;

    /// <summary>True rate ratio of the change of level.</summary>
    public double RateRatio { get; init; } = 1;

    public double TrendAYear { get; init; } = 1.05;

    public double Season { get; init; } = 0.15;

    /// <summary>First-order autocorrelation and spread of the log rate's own disturbance.</summary>
    public double Rho { get; init; }

    public double Sigma { get; init; }

    public DateOnly Event => First.AddMonths(Before);

    /// <summary>The mean of a month, disturbance left out.</summary>
    public double MeanOf(int month) => Mean * Math.Exp(
        (Math.Log(TrendAYear) * (month - Before) / 12) + (Season * Math.Sin(2 * Math.PI * month / 12)) + (month >= Before ? Math.Log(RateRatio) : 0));

    public CountSeries Draw(int seed)
    {
        var stream = new RandomStream(seed, 20_240_401);
        var disturbance = Sigma * Gauss(ref stream);
        var points = new List<SeriesPoint>();
        for (var month = 0; month < Before + After; month++)
        {
            points.Add(new(First.AddMonths(month), Poisson(MeanOf(month) * Math.Exp(disturbance), stream.NextDouble())));
            disturbance = (Rho * disturbance) + (Sigma * Math.Sqrt(1 - (Rho * Rho)) * Gauss(ref stream));
        }

        return new(LocalText.Same("simulated"), SeriesFrequency.Monthly, points);
    }

    public InterruptedSeries Ask(int seed) => new(Draw(seed), new(LocalText.Same("event"), Event));

    private static double Gauss(ref RandomStream stream) => Normal.InvCDF(0, 1, Math.Clamp(stream.NextDouble(), 1e-12, 1 - 1e-12));

    /// <summary>By inversion: one uniform, one count.</summary>
    private static long Poisson(double mean, double uniform)
    {
        var probability = Math.Exp(-mean);
        var cumulative = probability;
        long count = 0;
        while (uniform > cumulative && count < 10_000)
        {
            count++;
            probability *= mean / count;
            cumulative += probability;
        }

        return count;
    }
}
