namespace Analytics.Domain.SyntheticRelease;

/// <summary>Whether a release would be of use, said before anything is spent.</summary>
/// <param name="Recommended">False: do not release.</param>
/// <param name="RelativeError">By order: mean error over the mean count of a cell that somebody is in.</param>
/// <param name="PersonsNeeded">About how many persons would make the same plan useful.</param>
public sealed record ReleaseAdvice(bool Recommended, IReadOnlyList<double> RelativeError, int PersonsNeeded)
{
    /// <summary>
    /// Largest mean error, relative to a mean count, that still lets a reader tell two groups apart: pairs of attributes are what
    /// researchers cross-tabulate, and beyond a quarter of the mean a doubling drowns in noise.
    /// </summary>
    public const double MostSinglesError = 0.1;

    /// <inheritdoc cref="MostSinglesError"/>
    public const double MostPairsError = 0.25;

    /// <param name="persons">About how many persons the table holds, as published: the exact number is not public.</param>
    public static ReleaseAdvice For(ReleasePlan plan, int persons)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(persons);
        var errors = plan.Orders.Select(order => RelativeErrorOf(order, persons)).ToArray();
        return new ReleaseAdvice(IsUseful(plan, persons), errors, PersonsNeededFor(plan));
    }

    private static bool IsUseful(ReleasePlan plan, int persons) =>
        RelativeErrorOf(plan.Orders[0], persons) <= MostSinglesError && (plan.Orders.Count < 2 || RelativeErrorOf(plan.Orders[1], persons) <= MostPairsError);

    // At most one cell a person and table is occupied, so the mean count of an occupied cell is at least 1.
    private static double RelativeErrorOf(PlannedOrder order, int persons)
    {
        var cellsOfATable = (double)order.Cells / order.Tables;
        return order.ExpectedError / Math.Max(1, persons / cellsOfATable);
    }

    private static int PersonsNeededFor(ReleasePlan plan)
    {
        var (low, high) = (1, int.MaxValue);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = IsUseful(plan, middle) ? (low, middle) : (middle + 1, high);
        }

        return low;
    }
}
