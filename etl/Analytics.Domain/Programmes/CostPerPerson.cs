using Analytics.Domain.Measures;

namespace Analytics.Domain.Programmes;

/// <summary>Money over persons, in whole persons' terms.</summary>
/// <param name="Value">Currency units a person.</param>
/// <param name="Lower">Lower end of the 95 % interval, from the count alone: the money is known.</param>
/// <param name="Upper">Upper end.</param>
public sealed record Cost(decimal Value, decimal Lower, decimal Upper, string Currency);

/// <summary>Cost per assisted person: the money of the grants in a period over the persons their programme reached in it.</summary>
public static class CostPerPerson
{
    /// <summary>The money of grants in a period: each grant is spread evenly over its days.</summary>
    /// <returns>Null where there is none, or where it is in several currencies: no exchange rate is made up.</returns>
    public static (decimal Amount, string Currency)? Budget(IEnumerable<Grant> grants, DateOnly from, DateOnly to)
    {
        Grant[] running = [.. grants.Where(grant => grant.DaysIn(from, to) > 0)];
        return running.Length == 0 || running.DistinctBy(grant => grant.Currency, StringComparer.Ordinal).Count() > 1
            ? null
            : (running.Sum(grant => grant.Amount * grant.DaysIn(from, to) / grant.Days), running[0].Currency);
    }

    /// <param name="persons">As published; null where withheld.</param>
    /// <param name="roundedTo">What published counts are rounded to: the interval covers what the rounding hides.</param>
    /// <returns>Null where the count is withheld or nobody was reached.</returns>
    /// <remarks>Interval: exact Poisson of the count (Garwood 1936).</remarks>
    public static Cost? Of((decimal Amount, string Currency)? budget, long? persons, int roundedTo)
    {
        if (budget is not { } money || persons is not (> 0 and var count))
        {
            return null;
        }

        var half = roundedTo / 2;
        var fewest = PoissonInterval.Exact(Math.Max(1, count - half)).Lower;
        var most = PoissonInterval.Exact(count + half).Upper;
        return new Cost(money.Amount / count, money.Amount / (decimal)most, money.Amount / (decimal)fewest, money.Currency);
    }
}
