using MathNet.Numerics;

namespace Analytics.Domain.Estimation;

/// <summary>
/// How well a model without an estimate could fit: the limit of its likelihood, by iterative proportional fitting, which converges to
/// the fitted means also where effects go to infinity (Haberman 1974, The Analysis of Frequency Data; Csiszár 1975,
/// doi:10.1214/aop/1176996454). Nothing is said of the hidden number, which such a model leaves open.
/// </summary>
internal static class BoundaryLikelihood
{
    private const int MostRounds = 2000;

    /// <summary>A round that gains less than this in log-likelihood is the last.</summary>
    private const double LeastGain = 1e-6;

    /// <returns>BIC at the limit, from above: the last rounds gain next to nothing.</returns>
    public static double Bic(ReadOnlySpan<double> counts, LogLinearModel model)
    {
        var lists = System.Numerics.BitOperations.Log2((uint)counts.Length);
        int[] terms = [.. Enumerable.Range(0, lists).Select(list => 1 << list), .. model.Interactions];
        int[] generators = [.. terms.Where(term => !Array.Exists(terms, other => other != term && (other & term) == term))];
        var means = new double[counts.Length];
        Array.Fill(means, 1, 1, counts.Length - 1);
        var (table, last) = (counts.ToArray(), double.NegativeInfinity);
        for (var round = 0; round < MostRounds; round++)
        {
            foreach (var generator in generators)
            {
                Adjust(table, means, generator);
            }

            var now = LogLikelihood(table, means);
            if (now - last < LeastGain)
            {
                break;
            }

            last = now;
        }

        return (Parameters(lists, model) * Math.Log(table.Sum())) - (2 * LogLikelihood(table, means));
    }

    /// <summary>Effects that go to infinity included.</summary>
    public static int Parameters(int lists, LogLinearModel model) => 1 + lists + model.Interactions.Length;

    /// <summary>Log-likelihood of the model that fits every count: no model's is greater.</summary>
    public static double Saturated(ReadOnlySpan<double> counts)
    {
        var table = counts.ToArray();
        return LogLikelihood(table, table);
    }

    /// <summary>Scales the means so that the counts by the generator's lists are those of the table.</summary>
    private static void Adjust(double[] table, double[] means, int generator)
    {
        for (var part = generator; ; part = (part - 1) & generator)
        {
            var (observed, fitted) = (0.0, 0.0);
            for (var cell = 1; cell < table.Length; cell++)
            {
                observed += (cell & generator) == part ? table[cell] : 0;
                fitted += (cell & generator) == part ? means[cell] : 0;
            }

            for (var cell = 1; cell < table.Length && fitted > 0; cell++)
            {
                means[cell] *= (cell & generator) == part ? observed / fitted : 1;
            }

            if (part == 0)
            {
                return;
            }
        }
    }

    private static double LogLikelihood(double[] table, double[] means)
    {
        var sum = 0.0;
        for (var cell = 1; cell < table.Length; cell++)
        {
            sum += (table[cell] > 0 ? table[cell] * Math.Log(means[cell]) : 0) - means[cell] - SpecialFunctions.GammaLn(table[cell] + 1);
        }

        return sum;
    }
}
