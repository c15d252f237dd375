using System.Collections.Immutable;

namespace Analytics.Domain.Estimation;

/// <summary>How two lists of one table lie to each other.</summary>
public enum ListRelationKind
{
    /// <summary>Both hold the same persons.</summary>
    Same,

    /// <summary>Everybody on the first is on the second.</summary>
    Inside,

    /// <summary>All but a few on the first are on the second.</summary>
    NearlyInside,

    /// <summary>Nobody is on both.</summary>
    Disjoint,
}

/// <summary>Two lists that are not two looks at the population independent of each other.</summary>
/// <param name="Kind">How they lie to each other.</param>
/// <param name="First">Number of the first list; the inner one where one lies inside the other.</param>
/// <param name="Second">Number of the second list.</param>
/// <param name="Outside">Share of the first list's persons who are not on the second.</param>
public sealed record ListRelation(ListRelationKind Kind, int First, int Second, double Outside);

/// <summary>Finds the lists that are the same, lie inside one another or share nobody.</summary>
public static class ListRelations
{
    /// <summary>All relations, pair by pair; lists with nobody on them have none.</summary>
    /// <param name="nearly">Greatest share of a list outside another that it is still called nearly inside.</param>
    public static ImmutableArray<ListRelation> Of(CaptureHistories table, double nearly) =>
    [
        .. from first in Enumerable.Range(0, table.Lists.Length)
           from second in Enumerable.Range(first + 1, table.Lists.Length - first - 1)
           let relation = Between(table, first, second, nearly)
           where relation is not null
           select relation,
    ];

    /// <summary>The lists that lie wholly inside another.</summary>
    internal static ImmutableArray<Inclusion> Inside(CaptureHistories table) =>
    [
        .. from relation in Of(table, 0)
           where relation.Kind == ListRelationKind.Inside
           select new Inclusion(1 << relation.First, 1 << relation.Second),
    ];

    private static ListRelation? Between(CaptureHistories table, int first, int second, double nearly)
    {
        var (one, other, both) = (table.OnAll(1 << first), table.OnAll(1 << second), table.OnAll(1 << first | 1 << second));
        if (one <= 0 || other <= 0)
        {
            return null;
        }

        if (both <= 0)
        {
            return new(ListRelationKind.Disjoint, first, second, 1);
        }

        var (inner, outer, persons) = one <= other ? (first, second, one) : (second, first, other);
        var outside = 1 - both / persons;
        return both >= one && both >= other ? new(ListRelationKind.Same, first, second, 0)
            : both >= persons ? new(ListRelationKind.Inside, inner, outer, 0)
            : outside <= nearly ? new(ListRelationKind.NearlyInside, inner, outer, outside)
            : null;
    }
}
