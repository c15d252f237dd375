using Analytics.Domain.Disclosure;
using Analytics.Domain.Measures;
using Analytics.Etl.Publish;
using Analytics.Etl.Publish.Cells;

namespace Analytics.Etl.Tests.Publish;

/// <summary>Persons reported beside intakes, against somebody who takes the one from the other.</summary>
public sealed class ReportedPatternTests
{
    private static readonly string[] s_months = ["total", "2023-01", "2023-02", "2023-03"];

    [Fact]
    public void Of_SourcesThatAgree_WithholdsWhatTheIntakesWithholdAndWhatHidesIt()
    {
        var pattern = Show(new(Table([60, 20, 20, 20], organisations: 3), Nothing, Nothing), hidden: [0, 1]);
        Assert.Equal([CellStatus.Withheld, CellStatus.Withheld, CellStatus.Ok, CellStatus.Ok], pattern.Select(cell => cell.Status));
    }

    [Fact]
    public void Of_OneOrganisationThatCountsAlone_CannotBeFoundInTheDifference()
    {
        // In February there are 14 persons more than intakes, all of one organisation. Elsewhere the two are the same.
        var parts = new ReportedParts(Table([74, 20, 34, 20], organisations: 3), Table([14, 0, 14, 0], organisations: 1), Nothing);
        var pattern = Show(parts, hidden: []);
        Assert.Equal([CellStatus.Withheld, CellStatus.Ok, CellStatus.Withheld, CellStatus.Ok], pattern.Select(cell => cell.Status));
        Assert.Empty(Attack.Run(parts.ReportedApart, SuppressionPolicy.Ministry, [.. pattern.Zip(parts.ReportedApart.Cells, (shown, cell) => cell.Count == 0 ? ProtectedCell.Zero : shown.Status == CellStatus.Withheld ? shown : new ProtectedCell(CellStatus.Ok, cell.Count))]).Exposed);

        // Without the difference the engine hides nothing of it.
        Assert.All(Show(parts with { ReportedApart = Nothing }, hidden: []), cell => Assert.Equal(CellStatus.Ok, cell.Status));
    }

    [Fact]
    public void Of_IntakesOfOneOrganisationThatDidNotCount_AreHiddenBesideACellThatNobodyReported()
    {
        // Nobody reported on March; the 30 intakes of it are shown by themselves. In February one organisation did not count its 12.
        var parts = new ReportedParts(Table([40, 20, 20, 0], organisations: 3), Nothing, Table([42, 0, 12, 30], organisations: 1));
        var pattern = Show(parts, hidden: []);
        Assert.Equal(CellStatus.Withheld, pattern[2].Status);
        Assert.Equal(CellStatus.Withheld, pattern[0].Status);
        Assert.Equal(CellStatus.Zero, pattern[3].Status);
    }

    private static CountTable Nothing => Table([0, 0, 0, 0], organisations: 0);

    private static IReadOnlyList<ProtectedCell> Show(ReportedParts parts, int[] hidden) =>
        ReportedPattern.Of(parts, [.. s_months.Select((_, i) => hidden.Contains(i))], SuppressionPolicy.Ministry, [], CancellationToken.None);

    private static CountTable Table(long[] counts, int organisations) => new(
        [
            SpanningVariable.Flat("period", s_months),
            .. PublishedTable.Reported.Dimensions.Select(name => SpanningVariable.Flat(name, [])),
        ],
        [.. s_months.Select((month, i) => new CountCell([month, .. PublishedTable.Reported.Dimensions.Select(_ => Dimension.Total)], counts[i], organisations))]);
}
