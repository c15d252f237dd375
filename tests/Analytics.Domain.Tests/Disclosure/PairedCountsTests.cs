using Analytics.Domain.Disclosure;
using Analytics.Domain.Measures;

namespace Analytics.Domain.Tests.Disclosure;

public sealed class PairedCountsTests
{
    private static readonly SpanningVariable s_form = SpanningVariable.Flat("form", ["a", "b", "c"]);

    // A donor sees intakes 20, 10, 10 and c withheld: by these alone c is 1 to 22 − 8 − 8 = 6.
    private static readonly CountTable s_intakes = new([s_form], [new(["total"], 20), new(["a"], 8), new(["b"], 8), new(["c"], 4)]);
    private static readonly ProtectedCell[] s_pattern = [new(CellStatus.Ok, 20), new(CellStatus.Ok, 10), new(CellStatus.Ok, 10), ProtectedCell.Withheld];

    // Persons 20, 5, 5: 18 or more in all, 7 or fewer in a and in b, so that c is at least 4.
    private static readonly long[] s_telling = [18, 7, 7, 4];

    [Fact]
    public void Exposed_SecondCountRaisesTheFloor_FindsWhatTheFirstAloneHides()
    {
        Assert.Empty(PairedCounts.Exposed(s_intakes, [19, 8, 7, 4], s_pattern, SuppressionPolicy.Donor));
        Assert.Equal([3], PairedCounts.Exposed(s_intakes, s_telling, s_pattern, SuppressionPolicy.Donor));
    }

    [Fact]
    public void Protect_ExposedByTheSecondCount_WithholdsFurtherCellsUntilNothingStandsOut()
    {
        var safe = PairedCounts.Protect(s_intakes, s_telling, s_pattern, SuppressionPolicy.Donor, []);
        Assert.Equal(CellStatus.Withheld, safe[1].Status);
        Assert.Equal(CellStatus.Ok, safe[0].Status);
        Assert.Empty(PairedCounts.Exposed(s_intakes, s_telling, safe, SuppressionPolicy.Donor));
    }

    [Fact]
    public void Protect_CellThatAnEarlierPublicationShows_IsWithheldLast()
    {
        var safe = PairedCounts.Protect(s_intakes, s_telling, s_pattern, SuppressionPolicy.Donor, [1]);
        Assert.Equal([CellStatus.Ok, CellStatus.Withheld], [safe[1].Status, safe[2].Status]);
    }

    [Fact]
    public void Protect_NothingStandsOut_ChangesNothing()
    {
        ProtectedCell[] pattern = [new(CellStatus.Ok, 20), new(CellStatus.Ok, 8), ProtectedCell.Withheld, ProtectedCell.Withheld];
        Assert.Equal(pattern, PairedCounts.Protect(s_intakes, s_telling, pattern, SuppressionPolicy.Ministry, []));
    }

    [Fact]
    public void Exposed_PersonsOverYears_DoNotAddUpAndAreNotTakenTo()
    {
        // Years 2020 and 2021 of everybody: a person in both counts once in all. Withheld 2021 could be anything from 1 on.
        var table = new CountTable([new SpanningVariable("period", new Dictionary<string, string> { ["2020"] = "total", ["2021"] = "total" })], [new(["total"], 23), new(["2020"], 20), new(["2021"], 3)]);
        ProtectedCell[] pattern = [ProtectedCell.Withheld, new(CellStatus.Ok, 20), ProtectedCell.Withheld];
        Assert.Empty(PairedCounts.Exposed(table, [21, 20, 3], pattern, SuppressionPolicy.Donor));
    }
}
