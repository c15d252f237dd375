using MathNet.Numerics;

namespace Analytics.Domain.Estimation;

/// <summary>Binomial and multinomial draws whose cost does not grow with the number of persons.</summary>
internal static class Sampling
{
    /// <summary>Shares out <paramref name="total"/> persons over cells in proportion to the weights.</summary>
    public static void Multinomial(ref RandomStream random, int total, ReadOnlySpan<double> weights, Span<double> into)
    {
        var left = 0.0;
        foreach (var weight in weights)
        {
            left += weight;
        }

        into.Clear();
        for (var cell = 0; cell < weights.Length && total > 0; cell++)
        {
            if (weights[cell] <= 0)
            {
                continue;
            }

            var drawn = weights[cell] >= left * (1 - 1e-12) ? total : Binomial(ref random, total, weights[cell] / left);
            into[cell] = drawn;
            total -= drawn;
            left -= weights[cell];
        }
    }

    /// <summary>Successes in <paramref name="trials"/> trials of probability <paramref name="p"/>.</summary>
    public static int Binomial(ref RandomStream random, int trials, double p)
    {
        if (p > 0.5)
        {
            return trials - Binomial(ref random, trials, 1 - p);
        }

        return trials * p < 10 ? Inversion(ref random, trials, p) : TransformedRejection(ref random, trials, p);
    }

    private static int Inversion(ref RandomStream random, int trials, double p)
    {
        var odds = p / (1 - p);
        while (true)
        {
            var probability = Math.Exp(trials * Math.Log(1 - p));
            var u = random.NextDouble();
            for (var k = 0; k <= trials; k++)
            {
                if (u < probability)
                {
                    return k;
                }

                u -= probability;
                probability *= odds * (trials - k) / (k + 1);
            }

            // Rounding left a sliver above the last probability: draw again.
        }
    }

    /// <summary>Algorithm BTRS of Hörmann (1993), The generation of binomial random variates, doi:10.1080/00949659308811496.</summary>
    private static int TransformedRejection(ref RandomStream random, int trials, double p)
    {
        var spread = Math.Sqrt(trials * p * (1 - p));
        var b = 1.15 + 2.53 * spread;
        var a = -0.0873 + 0.0248 * b + 0.01 * p;
        var centre = trials * p + 0.5;
        var squeeze = 0.92 - 4.2 / b;
        var alpha = (2.83 + 5.1 / b) * spread;
        var logOdds = Math.Log(p / (1 - p));
        var mode = Math.Floor((trials + 1) * p);
        var atMode = SpecialFunctions.GammaLn(mode + 1) + SpecialFunctions.GammaLn(trials - mode + 1);
        while (true)
        {
            var v = random.NextDouble();
            var u = random.NextDouble() - 0.5;
            var edge = 0.5 - Math.Abs(u);
            var k = Math.Floor((2 * a / edge + b) * u + centre);
            if (edge >= 0.07 && v <= squeeze)
            {
                return (int)k;
            }

            if (k < 0 || k > trials)
            {
                continue;
            }

            var bound = atMode - SpecialFunctions.GammaLn(k + 1) - SpecialFunctions.GammaLn(trials - k + 1) + (k - mode) * logOdds;
            if (Math.Log(v * alpha / (a / (edge * edge) + b)) <= bound)
            {
                return (int)k;
            }
        }
    }
}
