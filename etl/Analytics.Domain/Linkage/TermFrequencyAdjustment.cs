namespace Analytics.Domain.Linkage;

/// <summary>
/// How common the names of a record are, without knowing them: the number of strangers in the lists whose tokens show both
/// names agreeing with its own. Two records that share a rare name are likelier one person than two that share a common one
/// (value-specific weights: Winkler 1989). The model has the average; this is the ratio to it, by the posterior mean of a gamma
/// distribution, so that small lists, where nobody has a namesake, change nothing.
/// </summary>
internal sealed class TermFrequencyAdjustment
{
    // Shape of the distribution of commonness over names: exponential, nearly as skewed as names are.
    private const double Shape = 1;

    private readonly double[] _namesakesOfA;
    private readonly double[] _namesakesOfB;
    private readonly Dictionary<AgreementPattern, double> _stranger;
    private readonly double _usual;

    /// <param name="odds">Log odds of each pattern by the model of average names.</param>
    public TermFrequencyAdjustment(Comparisons comparisons, IReadOnlyDictionary<AgreementPattern, double> odds)
    {
        _stranger = odds.ToDictionary(o => o.Key, o => o.Key.ShowsNames ? 1 / (1 + Math.Exp(o.Value)) : 0);
        _namesakesOfA = new double[comparisons.Records.A];
        _namesakesOfB = comparisons.Within ? _namesakesOfA : new double[comparisons.Records.B];
        var strangers = 0.0;
        foreach (var pair in comparisons.Pairs)
        {
            var stranger = _stranger[pair.Pattern];
            _namesakesOfA[pair.A] += stranger;
            _namesakesOfB[pair.B] += stranger;
            strangers += stranger;
        }

        _usual = comparisons.Within
            ? 4 * strangers / Math.Max(1, comparisons.Records.A)
            : (strangers / Math.Max(1, comparisons.Records.A)) + (strangers / Math.Max(1, comparisons.Records.B));
    }

    /// <summary>Natural logarithm of how many times commoner than usual the names are that two records share; 0 where they show none in common.</summary>
    public double LogOf(int a, int b, AgreementPattern pattern)
    {
        if (!pattern.ShowsNames)
        {
            return 0;
        }

        var others = _namesakesOfA[a] + _namesakesOfB[b] - (2 * _stranger[pattern]);
        return Math.Log((Math.Max(0, others) + Shape) / (_usual + Shape));
    }
}
