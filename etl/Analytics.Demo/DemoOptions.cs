namespace Analytics.Demo;

/// <summary>What <see cref="DemoWriter"/> writes. Make one with <see cref="For"/>, then <see cref="Fault"/> says whether it can be written.</summary>
/// <param name="FirstYear">First calendar year of the files.</param>
/// <param name="LastYear">Last calendar year; the files end with the last month that is over.</param>
/// <param name="Contacts">Hotline contacts from January 2021 to January 2022; the other years scale with it.</param>
/// <param name="Seed">The same seed and dates give the same bytes.</param>
/// <param name="Today">The day it is in Bishkek.</param>
internal sealed record DemoOptions(int FirstYear, int LastYear, int Contacts, int Seed, DateOnly Today)
{
    public const int EarliestYear = 2010;
    public const int MostContacts = 1_000_000;
    public const int DefaultFirstYear = 2017;
    public const int DefaultSeed = 1;

    /// <returns>The defaults on the day that <paramref name="time"/> shows in Bishkek: 2017 to last month.</returns>
    public static DemoOptions For(TimeProvider time)
    {
        var now = TimeZoneInfo.ConvertTime(time.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("Asia/Bishkek"));
        var today = DateOnly.FromDateTime(now.DateTime);
        return new(DefaultFirstYear, LastMonthBefore(today).Year, DemoTargets.HotlineContacts.Value, DefaultSeed, today);
    }

    /// <summary>The days that the files cover: whole years, the last one up to the last month that is over.</summary>
    public DateSpan Period
    {
        get
        {
            var lastMonth = LastMonthBefore(Today);
            var end = DateSpan.Year(LastYear).To;
            return new(new(FirstYear, 1, 1), end < lastMonth ? end : lastMonth);
        }
    }

    /// <returns>Null, or what is wrong and what would be right, in one line.</returns>
    public string? Fault()
    {
        var latest = LastMonthBefore(Today).Year;
        if (FirstYear > LastYear || FirstYear < EarliestYear || LastYear > latest)
        {
            return $"--years {FirstYear}-{LastYear} cannot be written: give two years from {EarliestYear} to {latest}, the earlier one first, such as 2017-{latest}.";
        }

        return Contacts is < 1 or > MostContacts
            ? $"--contacts {Contacts} cannot be written: give a whole number from 1 to {MostContacts}."
            : null;
    }

    /// <returns>The last day of the last month that is over.</returns>
    private static DateOnly LastMonthBefore(DateOnly today) => new DateOnly(today.Year, today.Month, 1).AddDays(-1);
}
