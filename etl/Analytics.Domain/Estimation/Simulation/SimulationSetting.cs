using System.Collections.Immutable;

namespace Analytics.Domain.Estimation.Simulation;

/// <summary>A population whose size is known, and how its persons come onto lists.</summary>
/// <param name="Density">How much of it the lists see, in words.</param>
/// <param name="Structure">How the lists depend on each other, in words.</param>
/// <param name="Persons">Its size.</param>
/// <param name="Probabilities">Of each of the 2^t histories, that of being on no list included; they add up to one.</param>
public sealed record SimulationSetting(string Density, string Structure, int Persons, ImmutableArray<double> Probabilities)
{
    public int Lists => int.Log2(Probabilities.Length);

    /// <summary>Each person comes onto each list by chance alone, with the given probabilities.</summary>
    public static double[] Independent(params double[] probabilities)
    {
        var cells = new double[1 << probabilities.Length];
        for (var cell = 0; cell < cells.Length; cell++)
        {
            cells[cell] = 1;
            for (var list = 0; list < probabilities.Length; list++)
            {
                cells[cell] *= (cell >> list & 1) == 1 ? probabilities[list] : 1 - probabilities[list];
            }
        }

        return cells;
    }

    /// <summary>Makes being on all the given lists so many times as likely, others things equal: a log-linear interaction; 0 lets none overlap.</summary>
    public static double[] Joined(double[] cells, int lists, double factor)
    {
        var joined = cells.Select((probability, cell) => (cell & lists) == lists ? probability * factor : probability).ToArray();
        var total = joined.Sum();
        return Array.ConvertAll(joined, probability => probability / total);
    }

    /// <summary>A person on one list is sent on to another with the given probability.</summary>
    public static double[] Referred(double[] cells, int from, int to, double probability)
    {
        var referred = (double[])cells.Clone();
        for (var cell = 0; cell < cells.Length; cell++)
        {
            if ((cell >> from & 1) == 1 && (cell >> to & 1) == 0)
            {
                referred[cell] -= cells[cell] * probability;
                referred[cell | 1 << to] += cells[cell] * probability;
            }
        }

        return referred;
    }

    /// <summary>Two kinds of persons, one more visible to every list than the other.</summary>
    public static double[] Mixed(double[] some, double share, double[] others) =>
        [.. some.Zip(others, (a, b) => share * a + (1 - share) * b)];

    /// <summary>The settings of the study: four densities, eight structures.</summary>
    public static ImmutableArray<SimulationSetting> Study { get; } =
    [
        .. Structures("dense", 1000, 0.2, 0.25, 0.3, 0.35),
        .. Structures("sparse", 5000, 0.02, 0.05, 0.1, 0.08, 0.03),
        .. Structures("small", 400, 0.05, 0.08, 0.12, 0.2),
        .. Structures("tiny", 150, 0.04, 0.06, 0.1, 0.2),
    ];

    private static IEnumerable<SimulationSetting> Structures(string density, int persons, params double[] probabilities)
    {
        const int FirstPair = 0b0011;
        const int LastPair = 0b1100;
        const int Triple = 0b0111;
        var independent = Independent(probabilities);
        double[] low = Array.ConvertAll(probabilities, p => p * 0.6);
        double[] high = Array.ConvertAll(probabilities, p => Math.Min(0.9, p * 2));
        (string Structure, double[] Cells)[] structures =
        [
            ("independent", independent),
            ("one pair 4 times as likely", Joined(independent, FirstPair, 4)),
            ("two pairs 4 times as likely", Joined(Joined(independent, FirstPair, 4), LastPair, 4)),
            ("one pair a quarter as likely", Joined(independent, LastPair, 0.25)),
            ("one pair never overlaps", Joined(independent, FirstPair, 0)),
            ("two kinds of persons", Mixed(Independent(high), 0.3, Independent(low))),
            ("30 % referred from one list to another", Referred(independent, 2, 3, 0.3)),
            ("three lists joined, 4 times", Joined(Joined(independent, FirstPair, 2), Triple, 4)),
        ];
        return structures.Select(s => new SimulationSetting(density, s.Structure, persons, [.. s.Cells]));
    }
}
