using System.Runtime.InteropServices;

namespace Analytics.Domain.Linkage;

/// <summary>How many pairs show a pattern.</summary>
/// <param name="Pairs">All of them.</param>
/// <param name="Outdone">
/// Those of which a record agrees better with another record: where a person stands once in a list, they cannot be matches.
/// Zero where lists hold persons several times.
/// </param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct PatternCount(long Pairs, long Outdone);

/// <summary>A fitted model with the story of its fit.</summary>
/// <param name="ExpectedMatches">Pairs of one person that the model expects in the two lists, seen and unseen.</param>
/// <param name="UnseenMatches">Those among them that no filter shows: the part of the misses that no threshold can win back.</param>
public sealed record LinkageFit(FellegiSunter Model, int Iterations, bool Converged, double ExpectedMatches, double UnseenMatches);

/// <summary>
/// Learns the Fellegi–Sunter weights from counts of agreement patterns, without training data. The true levels of a pair are
/// hidden twice: by the class of the pair, and by the salts (<see cref="Visibility"/>); the E-step takes the expectation over
/// both. The M-step for <c>m</c> is in closed form; <c>u</c>, of which almost everything is unseen, takes a generalised
/// iterative scaling step (Darroch &amp; Ratcliff 1972) that matches the expected to the counted non-matches (an ECM algorithm:
/// Meng &amp; Rubin 1993). Weak priors keep small lists sensible: what few pairs cannot teach stays near common experience.
/// </summary>
public static class ExpectationMaximisation
{
    private const int MostIterations = 500;
    private const double Tolerance = 1e-5;
    private const double MostAgreement = 0.99;

    // Relative changes of rare levels matter less than absolute ones of shares.
    private const double RelativeWeight = 0.01;

    // Worth, in pairs, of the experience below against the counts.
    private const double PriorMatches = 20;
    private const double PriorNonMatches = 4;
    private const double ShareOfExperience = 0.5;

    // A lit filter names at most four levels; steps of this share of the ratio cannot overshoot.
    private const double Step = 1.0 / 3;

    // Levels in rising order: differs, similar, agrees; date: differs, year, day and month, both; sex: differs, agrees.
    private static readonly double[][] s_priorM = [[0.04, 0.13, 0.83], [0.04, 0.13, 0.83], [0.06, 0.14, 0.80], [0.07, 0.06, 0.04, 0.83], [0.02, 0.98], [0.12, 0.10, 0.78]];
    private static readonly double[][] s_priorU = [[0.970, 0.022, 0.008], [0.985, 0.011, 0.004], [0.970, 0.022, 0.008], [0.9699, 0.026, 0.004, 0.0001], [0.45, 0.55], [0.89, 0.03, 0.08]];

    /// <summary>The model of common experience alone: where fitting starts, and what lists too small to teach anything get.</summary>
    public static FellegiSunter Prior(double matchShare, double metWhenAlike = 1) => new(s_priorM, s_priorU, matchShare, metWhenAlike);

    /// <param name="counts">Pairs by pattern, those that show some agreement.</param>
    /// <param name="pairs">All pairs of the two lists by the parts that both records know, seen or not.</param>
    /// <param name="start">Where to begin: <see cref="Prior"/> or a model of much the same lists.</param>
    /// <param name="holdM">Keep <c>m</c> as it is, and learn the share of matches and <c>u</c> alone.</param>
    public static LinkageFit Fit(
        IReadOnlyDictionary<AgreementPattern, PatternCount> counts, IReadOnlyDictionary<byte, long> pairs, FellegiSunter start, bool holdM = false)
    {
        ArgumentNullException.ThrowIfNull(start);
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentNullException.ThrowIfNull(pairs);
        var m = Enum.GetValues<LinkageField>().Select(field => start.M(field).ToArray()).ToArray();
        var u = Enum.GetValues<LinkageField>().Select(field => start.U(field).ToArray()).ToArray();
        var total = (double)Math.Max(1, pairs.Values.Sum());
        var matches = start.MatchShare * total;
        var unseen = 0.0;
        var groups = pairs.Select(p => new Group((Parts)p.Key, p.Value, counts, start.MetWhenAlike)).ToArray();
        for (var iteration = 1; iteration <= MostIterations; iteration++)
        {
            var expected = new Expected();
            var (productsM, productsU) = (ClassProbabilities.Products(m), ClassProbabilities.Products(u));
            foreach (var group in groups)
            {
                group.Expect(productsM, productsU, matches / total, expected);
            }

            var change = (holdM ? 0 : UpdateM(m, expected)) + UpdateU(u, expected);
            var next = Math.Clamp(expected.Matches, 0.5, total / 2);
            change += Math.Abs(next - matches) / matches;
            matches = next;
            unseen = expected.Unseen;
            if (change < Tolerance)
            {
                return new LinkageFit(new FellegiSunter(m, u, matches / total, start.MetWhenAlike), iteration, Converged: true, matches, unseen);
            }
        }

        return new LinkageFit(new FellegiSunter(m, u, matches / total, start.MetWhenAlike), MostIterations, Converged: false, matches, unseen);
    }

    private static double UpdateM(double[][] m, Expected expected)
    {
        var change = 0.0;
        for (var field = 0; field < m.Length; field++)
        {
            var prior = PriorMatches + (ShareOfExperience * expected.M[field].Sum());
            var sum = expected.M[field].Sum() + prior;
            for (var level = 0; level < m[field].Length; level++)
            {
                var next = (expected.M[field][level] + (prior * s_priorM[field][level])) / sum;
                change += Math.Abs(next - m[field][level]);
                m[field][level] = next;
            }
        }

        return change;
    }

    private static double UpdateU(double[][] u, Expected expected)
    {
        var change = 0.0;
        for (var field = 0; field < u.Length; field++)
        {
            var next = new double[u[field].Length];
            for (var level = 1; level < next.Length; level++)
            {
                var prior = PriorNonMatches / s_priorU[field][level];
                var ratio = (expected.SeenU[field][level] + PriorNonMatches) / (expected.ModelU[field][level] + (prior * u[field][level]));
                next[level] = u[field][level] * Math.Pow(ratio, Step);
            }

            // "Differs" takes what the others leave, and never vanishes.
            var agree = next.Sum();
            var scale = agree > MostAgreement ? MostAgreement / agree : 1;
            next[0] = 1 - (agree * scale);
            for (var level = 1; level < next.Length; level++)
            {
                next[level] *= scale;
                change += Math.Abs(Math.Log(next[level] / u[field][level])) * RelativeWeight;
            }

            next.CopyTo(u[field], 0);
        }

        return change;
    }

    /// <summary>Expected counts of levels: of matches (all), of non-matches (seen), and of non-matches as the model would have them seen.</summary>
    private sealed class Expected
    {
        public double[][] M { get; } = Zeros();

        public double[][] SeenU { get; } = Zeros();

        public double[][] ModelU { get; } = Zeros();

        public double Matches { get; set; }

        public double Unseen { get; set; }

        private static double[][] Zeros() => [.. AgreementPattern.LevelCounts.Select(levels => new double[levels])];
    }

    /// <summary>The pairs that know the same parts.</summary>
    private sealed class Group
    {
        private static readonly byte[,] s_levels = Levels();
        private readonly ClassProbabilities _probabilities;
        private readonly double[] _counts = new double[AgreementPattern.Codes];
        private readonly double[] _outdone = new double[AgreementPattern.Codes];
        private readonly bool[] _compared;
        private readonly long _pairs;

        public Group(Parts comparable, long pairs, IReadOnlyDictionary<AgreementPattern, PatternCount> counts, double metWhenAlike)
        {
            _probabilities = new ClassProbabilities(Visibility.Seen(comparable, metWhenAlike));
            _pairs = pairs;
            foreach (var (pattern, count) in counts.Where(c => c.Key.Comparable == comparable))
            {
                _counts[pattern.Code] = count.Pairs;
                _outdone[pattern.Code] = count.Outdone;
            }

            // The code of no agreement stands for every pair that showed nothing.
            _counts[0] = Math.Max(0, pairs - _counts.Skip(1).Sum());
            _compared = [.. Enum.GetValues<LinkageField>().Select(f => (comparable & AgreementPattern.PartsOf(f)) == AgreementPattern.PartsOf(f))];
        }

        public void Expect(double[] m, double[] u, double share, Expected expected)
        {
            _probabilities.Update(m, u);
            var matchesByCode = new double[AgreementPattern.Codes];
            for (var code = 0; code < AgreementPattern.Codes; code++)
            {
                var (pm, pu) = (share * _probabilities.M[code], (1 - share) * _probabilities.U[code]);
                var matches = pm + pu > 0 ? (_counts[code] - _outdone[code]) * pm / (pm + pu) : 0;
                matchesByCode[code] = matches;
                expected.Matches += matches;
                expected.Unseen += code == 0 ? matches : 0;
                if (code > 0)
                {
                    Add(expected.SeenU, code, _counts[code] - matches);
                    if (_probabilities.Reachable[code])
                    {
                        Add(expected.ModelU, code, _pairs * pu);
                    }
                }
            }

            for (var truth = 0; truth < AgreementPattern.Codes; truth++)
            {
                var (shown, met) = (_probabilities.Seen[truth], _probabilities.Met[truth]);
                var matches = (met * Share(matchesByCode[shown], _probabilities.M[shown])) + ((1 - met) * Share(matchesByCode[0], _probabilities.M[0]));
                Add(expected.M, truth, matches * m[truth]);
            }
        }

        private static double Share(double matches, double probability) => matches > 0 ? matches / probability : 0;

        private void Add(double[][] sums, int code, double amount)
        {
            if (amount <= 0)
            {
                return;
            }

            for (var field = 0; field < sums.Length; field++)
            {
                if (_compared[field])
                {
                    sums[field][s_levels[code, field]] += amount;
                }
            }
        }

        private static byte[,] Levels()
        {
            var levels = new byte[AgreementPattern.Codes, AgreementPattern.LevelCounts.Length];
            for (var code = 0; code < AgreementPattern.Codes; code++)
            {
                for (var field = 0; field < AgreementPattern.LevelCounts.Length; field++)
                {
                    levels[code, field] = (byte)AgreementPattern.Level(code, field);
                }
            }

            return levels;
        }
    }
}
