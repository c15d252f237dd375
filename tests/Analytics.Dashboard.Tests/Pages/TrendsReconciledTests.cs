using Analytics.Dashboard.Access;
using Analytics.Dashboard.Pages.Trends;
using Analytics.Dashboard.Published;
using Analytics.Domain.Measures;

namespace Analytics.Dashboard.Tests.Pages;

public sealed class TrendsReconciledTests
{
    private static readonly TrendsFilters s_filters = TrendsFilters.Of(Sample.Reader(address: "http://site/trends?measure=persons_reported").Address);

    [Fact]
    public void Notes_BothShown_SayTheDifferenceOfTheNewestYearsAndAddNothing()
    {
        var notes = Notes(Profile.Ministry, [Sample.Year("persons_reported", 2023, 41), Sample.Year("persons_reported", 2024, 20)], [Sample.Year("intakes", 2023, 30), Sample.Year("intakes", 2024, 22)]);
        Assert.Equal(2, notes.Count);
        Assert.StartsWith("2024: persons reported 20, intakes of cases 22, difference −2.", notes[0].Replace('-', '−'), StringComparison.Ordinal);
        Assert.StartsWith("2023: persons reported 41, intakes of cases 30, difference +11.", notes[1], StringComparison.Ordinal);
        Assert.DoesNotContain(notes, note => note.Contains("71", StringComparison.Ordinal));
    }

    [Fact]
    public void Notes_EitherNotShown_SayNothingOfIt() => Assert.Empty(Notes(
        Profile.Ministry,
        [Sample.Year("persons_reported", 2022, 0, CellStatus.Zero), Sample.Year("persons_reported", 2023, 41), Sample.Year("persons_reported", 2024, null, CellStatus.Withheld)],
        [Sample.Year("intakes", 2022, 30), Sample.Year("intakes", 2023, null, CellStatus.Withheld), Sample.Year("intakes", 2024, 22)]));

    [Fact]
    public void Notes_OfRoundedCounts_SaySo() => Assert.Contains(
        "give or take the rounding", Assert.Single(Notes(Profile.Public, [Sample.Year("persons_reported", 2023, 40)], [Sample.Year("intakes", 2023, 30)])), StringComparison.Ordinal);

    [Fact]
    public void Request_AnotherMeasureOrASplit_AsksForNothing()
    {
        Assert.Equal(["intakes"], TrendsReconciled.Request(s_filters)!.Measures);
        Assert.Null(TrendsReconciled.Request(s_filters with { Split = Dimension.Sex }));
        Assert.Null(TrendsReconciled.Request(s_filters with { Measure = MeasureCatalogue.Find("intakes")! }));
    }

    private static List<string> Notes(Profile profile, IReadOnlyList<Cell> reported, IReadOnlyList<Cell> intakes) =>
        [.. TrendsReconciled.Notes(Sample.Reader(), Sample.Answer(s_filters.Request(), reported) with { Profile = profile }, Sample.Answer(TrendsReconciled.Request(s_filters)!, intakes))];
}
