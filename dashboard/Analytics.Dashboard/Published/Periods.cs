using System.Security.Claims;
using Analytics.Domain.Measures;

namespace Analytics.Dashboard.Published;

/// <summary>A published period.</summary>
public sealed record PublishedPeriod(PeriodKind Kind, string Code, DateOnly Start, DateOnly End, bool Provisional)
{
    /// <summary>Complete, and not to be changed by late reports.</summary>
    public bool IsSettled => !Provisional;
}

/// <summary>The periods that a page can be asked for: declared spans of years, then years, newest first.</summary>
public static class Periods
{
    public static async Task<IReadOnlyList<PublishedPeriod>> OfAsync(PublishedData data, ClaimsPrincipal user, string measure, CancellationToken token)
    {
        List<PublishedPeriod> periods = [];
        foreach (var kind in new[] { PeriodKind.Span, PeriodKind.Year })
        {
            var request = new CellRequest { Measures = [measure], By = [CellRequest.PeriodDimension], PeriodKind = kind };
            var answer = await data.CellsAsync(user, request, prefix: null, token);
            periods.AddRange(answer.Cells
                .OrderByDescending(cell => cell.Start)
                .Select(cell => new PublishedPeriod(kind, cell.Period, cell.Start, cell.End, cell.Provisional)));
        }

        return periods;
    }

    /// <summary>The period that the address names; else the newest declared span, else the newest settled year, else the newest.</summary>
    public static PublishedPeriod? Choose(IReadOnlyList<PublishedPeriod> periods, string? code, bool yearsFirst = false) =>
        periods.FirstOrDefault(period => period.Code == code) ?? Default(periods, yearsFirst);

    public static PublishedPeriod? Default(IReadOnlyList<PublishedPeriod> periods, bool yearsFirst) =>
        periods.FirstOrDefault(period => (period.Kind == PeriodKind.Year) == yearsFirst && period.IsSettled)
        ?? periods.FirstOrDefault(period => period.IsSettled)
        ?? (periods.Count > 0 ? periods[0] : null);
}
