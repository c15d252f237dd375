namespace Analytics.Domain.SyntheticRelease;

/// <summary>
/// How a release will spend its privacy: noise and threshold of the tables of counts of each order. Made from public facts alone,
/// so that looking at it costs nothing.
/// </summary>
public sealed class ReleasePlan
{
    /// <summary>Parts of the budget for tables of one, two and three attributes: there are more of the larger ones.</summary>
    private static readonly double[] s_shares = [0.2, 0.35, 0.45];

    // P(N(0,1) > 2.326) = 0.01: of the empty cells one in a hundred stays as if it were not.
    private const double ThresholdInDeviations = 2.326;

    /// <param name="epsilon">ε of the whole release, above 0.</param>
    /// <param name="delta">δ; below one over the number of persons, or single persons are not protected at all.</param>
    /// <param name="order">Largest number of attributes counted together, 1 to 3.</param>
    public ReleasePlan(IReadOnlyList<PublicVariable> attributes, double epsilon, double delta, int order = 3)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(order, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(order, 3);
        Attributes = attributes;
        Epsilon = epsilon;
        Delta = delta;
        Loss = PrivacyLoss.Within(epsilon, delta);
        Sets = AttributeSet.UpTo(order, attributes);
        var shares = s_shares[..Math.Min(order, attributes.Count)];
        Orders = [.. shares.Select((share, i) => OrderOf(i + 1, Loss.Rho * share / shares.Sum()))];
    }

    public IReadOnlyList<PublicVariable> Attributes { get; }

    public double Epsilon { get; }

    public double Delta { get; }

    /// <summary>What the whole release gives away.</summary>
    public PrivacyLoss Loss { get; }

    public IReadOnlyList<AttributeSet> Sets { get; }

    public IReadOnlyList<PlannedOrder> Orders { get; }

    public PlannedOrder this[AttributeSet set] => Orders[set.Order - 1];

    // One person is in one cell of each of the order's tables: adding or removing them moves the counts by √tables.
    private PlannedOrder OrderOf(int order, double rho)
    {
        var sets = Sets.Where(set => set.Order == order).ToList();
        var variance = sets.Count / (2 * rho);
        return new PlannedOrder(order, sets.Count, sets.Sum(set => (long)set.Cells), variance, Math.Max(1, (long)Math.Ceiling(ThresholdInDeviations * Math.Sqrt(variance))));
    }
}

/// <summary>Tables of counts of one order.</summary>
/// <param name="Order">How many attributes are counted together.</param>
/// <param name="Tables">How many sets of attributes there are.</param>
/// <param name="Cells">In all of them.</param>
/// <param name="Variance">σ² of each count's noise.</param>
/// <param name="Threshold">Noisy counts below it are taken for none.</param>
public sealed record PlannedOrder(int Order, int Tables, long Cells, double Variance, long Threshold)
{
    /// <summary>Mean size of a count's error, E|N(0, σ²)| = σ√(2/π).</summary>
    public double ExpectedError => Math.Sqrt(Variance * 2 / Math.PI);

    /// <summary>Combinations that nobody has and that the release will nevertheless show, about.</summary>
    public double ExpectedFabricated => Cells * 0.01;
}
