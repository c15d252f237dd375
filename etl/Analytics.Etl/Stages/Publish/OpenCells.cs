using Analytics.Domain.Disclosure;
using Analytics.Domain.Measures;

namespace Analytics.Etl.Stages.Publish;

/// <summary>Counts of official acts: open to every profile, zeros included.</summary>
internal static class OpenCells
{
    public static IEnumerable<PublishedCell> Of(
        PublishedTable table, IReadOnlyList<Period> periods, MemberList members, Coverage coverage, SignOff signOff,
        IReadOnlyDictionary<string, TrueCounts> counts) =>
        from cell in table.Cells(periods, members)
        from measure in table.Measures
        let known = counts.GetValueOrDefault(measure)
        let count = known?[cell.Period.Id, cell.Codes].Count ?? 0
        let reported = coverage.Reports(cell.Period) && !(known is not null && RegionTree.IsUnstated(table, cell.Period.Id, cell.Codes, known))
        let status = !reported ? "not_reported" : count == 0 ? "zero" : "ok"
        from policy in SuppressionPolicy.All
        select new PublishedCell(
            policy.Profile, measure, cell.Period, TableProtection.Codes(table, cell.Codes), status, reported ? count : null, null, null,
            reported && signOff.IsProvisional(measure, cell.Period));
}
