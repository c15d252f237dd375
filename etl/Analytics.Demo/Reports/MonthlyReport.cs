using Analytics.Demo.Cases;

namespace Analytics.Demo.Reports;

/// <summary>The monthly count of one organisation, as it was sent.</summary>
/// <param name="Cases">The cases it counts; none makes it a nil report.</param>
/// <param name="ReceivedOn">The day it came.</param>
internal sealed record MonthlyReport(Organisation Organisation, DateOnly Month, IReadOnlyList<PersonCase> Cases, DateOnly ReceivedOn);

/// <summary>Who reports when: most by the due day, one late, one with gaps, one that joined later and one that went quiet.</summary>
internal static class MonthlyReports
{
    /// <summary>The first month owed. The settings of <c>demo_ngo_monthly</c> declare the same.</summary>
    public static readonly DateOnly From = new(2025, 1, 1);

    /// <summary>Day of the following month by which a report is owed.</summary>
    public const int DueDay = 10;

    private const string JoinedLater = "NGO-18";
    private const string OftenLate = "NGO-05";
    private const string WithGaps = "NGO-11";
    private const int LongestSilence = 5;

    private static readonly DateOnly s_joined = new(2025, 7, 1);
    private static readonly DateOnly[] s_gaps = [new(2025, 5, 1), new(2026, 2, 1)];

    /// <returns>Reports by month and organisation; none before <see cref="From"/> and none that had not come by the demo's day.</returns>
    public static IReadOnlyList<MonthlyReport> Make(IReadOnlyList<PersonCase> cases, DemoOptions options)
    {
        if (options.Period.To < From)
        {
            return [];
        }

        var months = new DateSpan(From > options.Period.From ? From : options.Period.From, options.Period.To).MonthStarts().ToList();
        var byMonth = cases.Where(c => c.VictimStatus is not "not_victim").ToLookup(c => (c.Organisation.Code, First(c.IntakeDate)));
        var (quiet, lastReported) = Quiet(cases, months);
        return
        [
            .. from month in months
               from organisation in CaseShares.Organisations.Select(share => share.Value)
               where IsSent(organisation.Code, month) && !(organisation.Code == quiet && month > lastReported)
               let report = new MonthlyReport(organisation, month, [.. byMonth[(organisation.Code, month)]], ReceivedOn(organisation.Code, month, options.Seed))
               where report.ReceivedOn < options.Today
               select report,
        ];
    }

    private static bool IsSent(string organisation, DateOnly month) =>
        (organisation != JoinedLater || month >= s_joined) && (organisation != WithGaps || !s_gaps.Contains(month));

    /// <summary>The organisation whose cases ended first, and the last month it reported on: nobody stays silent over people it helped.</summary>
    private static (string Code, DateOnly LastMonth) Quiet(IReadOnlyList<PersonCase> cases, List<DateOnly> months)
    {
        var owing = CaseShares.Organisations.Select(share => share.Value.Code).ToHashSet(StringComparer.Ordinal);
        var last = cases.Where(c => owing.Contains(c.Organisation.Code)).GroupBy(c => c.Organisation.Code, StringComparer.Ordinal)
            .Where(group => group.Key is not (JoinedLater or OftenLate or WithGaps))
            .Select(group => (Code: group.Key, Month: First(group.Max(c => c.IntakeDate))))
            .OrderBy(end => end.Month).ThenBy(end => end.Code, StringComparer.Ordinal)
            .First();
        var earliest = months[^1].AddMonths(-LongestSilence);
        return (last.Code, last.Month > earliest ? last.Month : earliest);
    }

    private static DateOnly ReceivedOn(string organisation, DateOnly month, int seed)
    {
        // Drawn once a month: what comes in time is collected and put away on one day.
        var collected = month.AddMonths(1).AddDays(new SeededRandom(seed, $"reports/{month:yyyy-MM}").Between(6, DueDay) - 1);
        return organisation == OftenLate && month.Month % 3 != 0
            ? month.AddMonths(1).AddDays(DueDay - 1 + new SeededRandom(seed, $"reports/{month:yyyy-MM}/late").Between(1, 9))
            : collected;
    }

    private static DateOnly First(DateOnly day) => new(day.Year, day.Month, 1);
}
