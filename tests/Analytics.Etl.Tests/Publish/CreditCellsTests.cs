using Analytics.Domain.Disclosure;
using Analytics.Domain.Measures;
using Analytics.Domain.Programmes;
using Analytics.Etl.Publish;
using Analytics.Etl.Publish.Cells;

namespace Analytics.Etl.Tests.Publish;

/// <summary>A programme reached 40 persons in 2019 and 2020: X paid for it in 2019, Y in 2020, so that their parts of the whole are the two years.</summary>
public sealed class CreditCellsTests
{
    private static readonly Period s_whole = new(PeriodKind.Span, "2019-2020", null, new DateOnly(2019, 1, 1), new DateOnly(2020, 12, 31));
    private static readonly Period s_first = new(PeriodKind.Year, "2019", "2019-2020", new DateOnly(2019, 1, 1), new DateOnly(2019, 12, 31));

    [Theory]
    [InlineData(CellStatus.Withheld, true)]
    [InlineData(CellStatus.Ok, false)]
    public void Of_SharesThatChangedWithinThePeriod_AreHiddenWhereAYearIs(CellStatus year, bool isHidden)
    {
        CreditedIntakes inFirst = new("P", Of(("X", 1)), 1), inSecond = new("P", Of(("Y", 1)), 1);
        Assert.Equal(isHidden, CreditOfWhole(year, [new([inFirst], 24), new([inSecond], 16)]).TrueForAll(cell => cell.Status == CellStatus.Withheld));
    }

    [Fact]
    public void Of_SharesThatNeverChanged_TellNoYear()
    {
        CreditedIntakes shared = new("P", Of(("X", 0.5m), ("Y", 0.5m)), 1);
        var credit = CreditOfWhole(CellStatus.Withheld, [new([shared], 40)]);
        Assert.Equal([("X", 20), ("Y", 20)], credit.Where(cell => cell.Codes.Count == 2).Select(cell => (cell.Codes["donor"], (int)cell.Value!.Value)));
    }

    private static List<PublishedCell> CreditOfWhole(CellStatus year, IEnumerable<CreditPattern> patterns) =>
    [
        .. CreditCells.Of(
            SuppressionPolicy.Donor,
            new Dictionary<string, IReadOnlyList<ProgrammeCredit>>(StringComparer.Ordinal) { [s_whole.Id] = SharedCredit.Of(patterns) },
            [Persons(s_whole, CellStatus.Ok, 40), Persons(s_first, year, year == CellStatus.Ok ? 24 : null)]),
    ];

    private static PublishedCell Persons(Period period, CellStatus status, double? value) => new(
        SuppressionPolicy.Donor.Profile, "persons_assisted", period, new Dictionary<string, string>(StringComparer.Ordinal) { ["programme"] = "P" }, status, value, null, null, Provisional: false);

    private static Dictionary<string, decimal> Of(params (string Donor, decimal Share)[] shares) => shares.ToDictionary(share => share.Donor, share => share.Share, StringComparer.Ordinal);
}
