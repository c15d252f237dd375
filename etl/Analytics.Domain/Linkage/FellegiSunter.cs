namespace Analytics.Domain.Linkage;

/// <summary>
/// The Fellegi–Sunter model (Fellegi &amp; Sunter 1969) over agreement levels: how often each level occurs among pairs of one
/// person (<c>m</c>) and among pairs of two people (<c>u</c>), fields independent given which of the two a pair is.
/// </summary>
public sealed class FellegiSunter
{
    private readonly Dictionary<Parts, ClassProbabilities> _byComparable = [];
    private readonly double[][] _m;
    private readonly double[][] _u;

    internal FellegiSunter(double[][] m, double[][] u, double matchShare, double metWhenAlike)
    {
        _m = m;
        _u = u;
        MatchShare = matchShare;
        MetWhenAlike = metWhenAlike;
    }

    /// <summary>A model that was learnt before and kept: <see cref="M"/> and <see cref="U"/> of every field, in the order of <see cref="LinkageField"/>.</summary>
    /// <exception cref="ArgumentException">The levels are not those of the fields.</exception>
    public static FellegiSunter Of(IReadOnlyList<IReadOnlyList<double>> m, IReadOnlyList<IReadOnlyList<double>> u, double matchShare, double metWhenAlike = 1)
    {
        ArgumentNullException.ThrowIfNull(m);
        ArgumentNullException.ThrowIfNull(u);
        if (!m.Select(levels => levels.Count).SequenceEqual(AgreementPattern.LevelCounts) || !u.Select(levels => levels.Count).SequenceEqual(AgreementPattern.LevelCounts))
        {
            throw new ArgumentException("the levels of each field are expected", nameof(m));
        }

        return new FellegiSunter([.. m.Select(levels => levels.ToArray())], [.. u.Select(levels => levels.ToArray())], matchShare, metWhenAlike);
    }

    /// <summary>Share of all pairs of the two lists that are one person.</summary>
    public double MatchShare { get; }

    /// <summary>
    /// Probability that a filter that is alike in two records, and not the same, brought them together: 1 where all pairs were
    /// compared. It is the same for one person and for two, so it changes what is expected and no pair's weight.
    /// </summary>
    public double MetWhenAlike { get; }

    /// <summary>Probability of each level of a field among pairs of one person; levels in rising order, the first is "differs".</summary>
    public IReadOnlyList<double> M(LinkageField field) => _m[(int)field];

    /// <summary>The same among pairs of two different people.</summary>
    public IReadOnlyList<double> U(LinkageField field) => _u[(int)field];

    /// <summary>Match weight of a pattern: log2 of how much likelier it is for one person than for two.</summary>
    public double Weight(AgreementPattern pattern)
    {
        var (m, u) = Likelihoods(pattern);
        return Math.Log2(m / u);
    }

    /// <summary>Probability (0 to 1) that a pair with this pattern is one person.</summary>
    public double MatchProbability(AgreementPattern pattern)
    {
        var (m, u) = Likelihoods(pattern);
        return MatchShare * m / ((MatchShare * m) + ((1 - MatchShare) * u));
    }

    /// <summary>Natural logarithm of the odds that a pair with this pattern is one person; unlike the probability it never saturates.</summary>
    public double LogOdds(AgreementPattern pattern)
    {
        var (m, u) = Likelihoods(pattern);
        return Math.Log(MatchShare / (1 - MatchShare)) + Math.Log(m / u);
    }

    /// <summary>The same weights over lists with another share of matches, met in another way.</summary>
    internal FellegiSunter With(double matchShare, double metWhenAlike) => new(_m, _u, matchShare, metWhenAlike);

    /// <summary>Probability that two records of one person who know these parts show nothing.</summary>
    internal double Unseen(byte comparableParts) => Likelihoods(new AgreementPattern(0, comparableParts)).M;

    private (double M, double U) Likelihoods(AgreementPattern pattern)
    {
        lock (_byComparable)
        {
            if (!_byComparable.TryGetValue(pattern.Comparable, out var probabilities))
            {
                _byComparable[pattern.Comparable] = probabilities = new ClassProbabilities(Visibility.Seen(pattern.Comparable, MetWhenAlike));
                probabilities.Update(ClassProbabilities.Products(_m), ClassProbabilities.Products(_u));
            }

            return (probabilities.M[pattern.Code], probabilities.U[pattern.Code]);
        }
    }
}

/// <summary>Probabilities, in both classes, of what is seen: sums over all true levels that would show the same.</summary>
/// <param name="visible">What each code of true levels shows, and how likely at all (<see cref="Visibility.Seen"/>).</param>
internal sealed class ClassProbabilities((short[] Codes, double[] Met) visible)
{
    public double[] M { get; } = new double[AgreementPattern.Codes];

    public double[] U { get; } = new double[AgreementPattern.Codes];

    public short[] Seen => visible.Codes;

    public double[] Met => visible.Met;

    /// <summary>Codes that some true levels would show; others come about by noise alone.</summary>
    public bool[] Reachable { get; } = CodesIn(visible.Codes);

    /// <param name="m">Probability of each code of true levels among matches (<see cref="Products"/>).</param>
    /// <param name="u">The same among non-matches.</param>
    public void Update(double[] m, double[] u)
    {
        Array.Clear(M);
        Array.Clear(U);
        for (var code = 0; code < Seen.Length; code++)
        {
            var met = Met[code];
            M[Seen[code]] += met * m[code];
            U[Seen[code]] += met * u[code];
            M[0] += (1 - met) * m[code];
            U[0] += (1 - met) * u[code];
            if (!Reachable[code])
            {
                // Noise can show what the filters would never show together; it is then taken at its word.
                M[code] += m[code];
                U[code] += u[code];
            }
        }
    }

    /// <summary>Probability of every code, fields independent.</summary>
    public static double[] Products(double[][] levels)
    {
        var products = new double[AgreementPattern.Codes];
        for (var code = 0; code < products.Length; code++)
        {
            var (product, rest) = (1.0, code);
            for (var field = 0; field < levels.Length; field++)
            {
                product *= levels[field][rest % AgreementPattern.LevelCounts[field]];
                rest /= AgreementPattern.LevelCounts[field];
            }

            products[code] = product;
        }

        return products;
    }

    private static bool[] CodesIn(short[] seen)
    {
        var reachable = new bool[seen.Length];
        foreach (var code in seen)
        {
            reachable[code] = true;
        }

        return reachable;
    }
}
