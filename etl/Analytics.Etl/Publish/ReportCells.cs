using Analytics.Database;
using Analytics.Domain.Disclosure;
using Analytics.Domain.Measures;
using Analytics.Etl.Publish.Cells;
using Dapper;
using Npgsql;

namespace Analytics.Etl.Publish;

/// <summary>
/// Reports expected and received, and their rate: acts of reporting, open to every profile in total and by source, by name of the
/// organisation to the ministry alone. The rate is of all reports owed, counted in full: it is no sample and has no interval.
/// </summary>
internal static class ReportCells
{
    private const string NamesOrganisations = "ministry";

    public static async Task<IReadOnlyList<PublishedCell>> ReadAsync(NpgsqlConnection connection, CancellationToken token)
    {
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(SqlText.Beside(typeof(ReportCells), "count_reports.sql"), cancellationToken: token));
        return [.. rows.Where(row => row.Expected > 0).SelectMany(Of)];
    }

    private static IEnumerable<PublishedCell> Of(Row row)
    {
        var kind = CodeText.PeriodKind(row.Period_Kind);
        var (start, months) = kind switch
        {
            PeriodKind.Month => (row.First_Month, 1),
            PeriodKind.Quarter => (new DateOnly(row.First_Month.Year, ((row.First_Month.Month - 1) / 3 * 3) + 1, 1), 3),
            _ => (new DateOnly(row.First_Month.Year, 1, 1), 12),
        };
        var period = new Period(kind, row.Period, null, start, start.AddMonths(months).AddDays(-1));
        var codes = new[] { (Dimension.Source, row.Source), (Dimension.Organisation, row.Organisation) }
            .Where(cut => cut.Item2 != Dimension.Total).ToDictionary(cut => cut.Item1, cut => cut.Item2, StringComparer.Ordinal);
        // More is owed before the period is over; one that a duty began within is whole all the same.
        var provisional = row.Not_Due > 0 || row.LastIsMissing(start, months);
        foreach (var policy in SuppressionPolicy.All.Where(policy => row.Organisation == Dimension.Total || policy.Profile == NamesOrganisations))
        {
            yield return Cell("reports_expected", row.Expected);
            yield return Cell("reports_received", row.Received);
            yield return Cell("reporting_rate", (double)row.Received / row.Expected);

            PublishedCell Cell(string measure, double value) =>
                new(policy.Profile, measure, period, codes, value == 0 ? CellStatus.Zero : CellStatus.Ok, value, null, null, provisional);
        }
    }

    private sealed record Row(
        string Period_Kind, string Period, string Source, string Organisation, DateOnly First_Month, long Expected, long Received, long Not_Due, long Months)
    {
        /// <summary>From the first month owed on, fewer months are over than the period has.</summary>
        public bool LastIsMissing(DateOnly start, int months) => First_Month.AddMonths((int)Months) < start.AddMonths(months);
    }
}
