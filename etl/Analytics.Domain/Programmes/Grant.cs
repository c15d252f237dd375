namespace Analytics.Domain.Programmes;

/// <summary>What a donor gives to a programme.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="Amount">In the currency; above 0.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Share">Of the credit while it runs, as the donors agreed, above 0 up to 1; null where it follows from the amounts.</param>
public sealed record Grant(string Programme, string Donor, DateOnly From, DateOnly To, decimal Amount, string Currency, decimal? Share)
{
    public int Days => To.DayNumber - From.DayNumber + 1;

    /// <summary>Days of the grant that lie in a period, both ends included.</summary>
    public int DaysIn(DateOnly from, DateOnly to) =>
        Math.Max(0, Math.Min(To.DayNumber, to.DayNumber) - Math.Max(From.DayNumber, from.DayNumber) + 1);
}

/// <summary>The donors' shares of a programme while they do not change.</summary>
/// <param name="From">First day.</param>
/// <param name="Until">The day after the last.</param>
/// <param name="Shares">By donor; they add up to exactly 1.</param>
public sealed record ShareSpell(string Programme, DateOnly From, DateOnly Until, IReadOnlyDictionary<string, decimal> Shares);
