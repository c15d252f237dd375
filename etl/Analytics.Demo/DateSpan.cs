namespace Analytics.Demo;

/// <summary>Days from <paramref name="From"/> to <paramref name="To"/>, both included.</summary>
internal sealed record DateSpan(DateOnly From, DateOnly To)
{
    public static DateSpan Year(int year) => new(new(year, 1, 1), new(year, 12, 31));

    /// <summary>Whole months, both included.</summary>
    public static DateSpan Months(int fromYear, int fromMonth, int toYear, int toMonth) =>
        new(new(fromYear, fromMonth, 1), new(toYear, toMonth, DateTime.DaysInMonth(toYear, toMonth)));

    public int Days => To.DayNumber - From.DayNumber + 1;

    public bool Contains(DateOnly day) => From <= day && day <= To;

    public bool Contains(DateSpan other) => From <= other.From && other.To <= To;

    public bool Overlaps(DateSpan other) => From <= other.To && other.From <= To;

    /// <returns>The first day of each month that the span touches.</returns>
    public IEnumerable<DateOnly> MonthStarts()
    {
        for (var month = new DateOnly(From.Year, From.Month, 1); month <= To; month = month.AddMonths(1))
        {
            yield return month;
        }
    }

    public override string ToString() => $"{From:yyyy-MM-dd} to {To:yyyy-MM-dd}";
}
