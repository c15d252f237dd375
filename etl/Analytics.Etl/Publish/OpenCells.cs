using Analytics.Domain.Disclosure;
using Analytics.Domain.Measures;
using Analytics.Etl.Publish.Cells;

namespace Analytics.Etl.Publish;

/// <summary>Counts of official acts: open to every profile, zeros included.</summary>
internal static class OpenCells
{
    public static IEnumerable<PublishedCell> Of(
        PublishedTable table, IReadOnlyList<Period> periods, MemberList members, Coverage coverage, SignOff signOff,
        IReadOnlyDictionary<string, TrueCounts> counts) =>
        from cell in table.Cells(periods, members)
        from measure in table.Measures
        let known = counts.GetValueOrDefault(measure)
        let counted = known?[cell.Period.Id, cell.Codes]
        let count = counted?.Count ?? 0
        let reported = coverage.Reports(cell.Period) && (count > 0 || coverage.KnowsZero(cell.Period, TableProtection.Codes(table, cell.Codes))) && !(known is not null && RegionTree.IsUnstated(table, cell.Period.Id, cell.Codes, known))
        let status = !reported ? CellStatus.NotReported : count == 0 ? CellStatus.Zero : CellStatus.Ok
        from policy in SuppressionPolicy.All
        select new PublishedCell(
            policy.Profile, measure, cell.Period, TableProtection.Codes(table, cell.Codes), status, reported ? count : null, null, null,
            reported && signOff.IsProvisional(measure, cell.Period)) { Batches = counted?.Batches ?? [] };
}
