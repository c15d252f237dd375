using System.Collections.Immutable;
using System.Numerics;

namespace Analytics.Domain.Estimation;

/// <summary>
/// How many persons have each capture history: the set of lists a person is on. A history is a bit mask,
/// bit <c>i</c> for list <c>i</c> in the order of <see cref="Lists"/>; histories that are not held have a count of zero.
/// Counts are persons; they are whole in data, and may be fractional after a correction for linkage error.
/// </summary>
public sealed class CaptureHistories
{
    public const int MaxLists = 15;

    private readonly double[] counts;

    private CaptureHistories(ImmutableArray<string> lists, double[] counts)
    {
        Lists = lists;
        this.counts = counts;
    }

    /// <summary>Names of the lists, one or more, at most <see cref="MaxLists"/>.</summary>
    public ImmutableArray<string> Lists { get; }

    /// <summary>2^t counts, indexed by history; index 0 (on no list) is always zero.</summary>
    public ReadOnlySpan<double> Counts => counts;

    /// <summary>Persons on at least one list.</summary>
    public double Observed => counts.Sum();

    /// <exception cref="ArgumentException">No list or too many, a repeated name, a history outside the lists, on no list
    /// or given twice, or a count that is negative or not finite.</exception>
    public static CaptureHistories Create(IReadOnlyList<string> lists, IEnumerable<(int History, double Count)> histories)
    {
        if (lists.Count is 0 or > MaxLists || lists.Distinct(StringComparer.Ordinal).Count() != lists.Count)
        {
            throw new ArgumentException($"1 to {MaxLists} lists with distinct names are expected.", nameof(lists));
        }

        var table = new double[1 << lists.Count];
        var given = new bool[table.Length];
        foreach (var (history, count) in histories)
        {
            if (history <= 0 || history >= table.Length || given[history] || count < 0 || !double.IsFinite(count))
            {
                throw new ArgumentException($"History {history} with count {count} is out of range or given twice.", nameof(histories));
            }

            given[history] = true;
            table[history] = count;
        }

        return new([.. lists], table);
    }

    /// <summary>Persons on every list of the mask <paramref name="lists"/>, whatever else they are on.</summary>
    public double OnAll(int lists)
    {
        var total = 0.0;
        for (var history = lists; history < counts.Length; history = (history + 1) | lists)
        {
            total += counts[history];
        }

        return total;
    }

    /// <summary>Persons on exactly <paramref name="k"/> lists.</summary>
    public double OnExactly(int k) =>
        counts.Where((_, history) => BitOperations.PopCount((uint)history) == k).Sum();

    /// <summary>The same persons with one list never consulted; those on that list alone are no longer observed.</summary>
    public CaptureHistories Without(int list)
    {
        var low = (1 << list) - 1;
        var reduced = new double[counts.Length >> 1];
        for (var history = 1; history < counts.Length; history++)
        {
            reduced[(history & low) | ((history >> 1) & ~low)] += counts[history];
        }

        reduced[0] = 0;
        return new(Lists.RemoveAt(list), reduced);
    }

    /// <summary>
    /// The persons on one list, by the other lists they are on: a population whose size is known, of which those on no other
    /// list go unobserved.
    /// </summary>
    public CaptureHistories Within(int list)
    {
        var low = (1 << list) - 1;
        var within = new double[counts.Length >> 1];
        for (var history = 1; history < counts.Length; history++)
        {
            if ((history >> list & 1) == 1)
            {
                within[(history & low) | ((history >> 1) & ~low)] += counts[history];
            }
        }

        within[0] = 0;
        return new(Lists.RemoveAt(list), within);
    }

    /// <summary>The lists that nobody is on are left out.</summary>
    public CaptureHistories WithoutEmptyLists()
    {
        var kept = this;
        for (var list = Lists.Length - 1; list >= 0 && kept.Lists.Length > 1; list--)
        {
            kept = OnAll(1 << list) > 0 ? kept : kept.Without(list);
        }

        return kept;
    }

    /// <summary>Lists given by a mask, named as in <c>PF:NCA</c>.</summary>
    public string Name(int lists) =>
        string.Join(':', Lists.Where((_, i) => (lists >> i & 1) == 1));
}
