using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;

namespace Analytics.Domain.Estimation;

/// <summary>
/// A hierarchical log-linear model: intercept, all main effects and these interactions, each a mask of two or more
/// lists, in the order in which they were chosen.
/// </summary>
public sealed record LogLinearModel(ImmutableArray<int> Interactions)
{
    public static readonly LogLinearModel MainEffects = new([]);

    public bool Equals(LogLinearModel? other) => other is not null && Interactions.SequenceEqual(other.Interactions);

    public override int GetHashCode() => Interactions.Aggregate(17, HashCode.Combine);

    /// <summary>Whether both have the same interactions, in whatever order they were chosen.</summary>
    public bool SameTerms(LogLinearModel other) => Interactions.Length == other.Interactions.Length && Interactions.All(other.Interactions.Contains);

    public LogLinearModel With(int interaction) => new(Interactions.Add(interaction));

    /// <summary>
    /// The maximal terms with lists numbered from 1 in column order, as in <c>[12,13,4]</c>: the interaction of lists
    /// 1 and 2, that of 1 and 3, and list 4 alone. Lists from the tenth on are a, b, c …
    /// </summary>
    public string Notation(int lists)
    {
        var terms = Interactions.Concat(Enumerable.Range(0, lists).Select(i => 1 << i)).ToList();
        var maximal = terms.Where(term => !terms.Exists(other => other != term && (other & term) == term));
        var ordered = maximal.OrderByDescending(term => BitOperations.PopCount((uint)term)).ThenBy(Digits, StringComparer.Ordinal);
        return $"[{string.Join(',', ordered.Select(Digits))}]";
    }

    private static string Digits(int term) =>
        string.Concat(Enumerable.Range(0, 32).Where(i => (term >> i & 1) == 1)
            .Select(i => i < 9 ? (i + 1).ToString(CultureInfo.InvariantCulture) : ((char)('a' + i - 9)).ToString()));

    /// <summary>All pairs of lists, in the order 12, 13, … 1t, 23, …: where candidates tie, the first wins.</summary>
    public static IEnumerable<int> Pairs(int lists) =>
        from first in Enumerable.Range(0, lists)
        from second in Enumerable.Range(first + 1, lists - first - 1)
        select 1 << first | 1 << second;
}
