using Analytics.Dashboard.Access;
using Analytics.Dashboard.Charts;
using Analytics.Dashboard.Localization;
using Analytics.Dashboard.Pages.UnderRegistration;
using Analytics.Dashboard.Published;
using Analytics.Domain.Measures;
using static Analytics.Dashboard.Pages.UnderRegistration.UnderRegistrationModel;

namespace Analytics.Dashboard.Tests.Pages;

public sealed class UnderRegistrationTests
{
    private static readonly PublishedPeriod s_study = new(PeriodKind.Span, "2018-2020", new DateOnly(2018, 1, 1), new DateOnly(2020, 12, 31), Provisional: false);

    [Fact]
    public void Build_StudyPeriod_ShowsTheCountsInTheirTwoUnits()
    {
        var figure = Build().Steps.Figure;
        Assert.Equal(["persons", "crimes"], figure.Series.Select(series => series.Unit));
        Assert.Equal([355m], figure.Series[0].Points.Select(point => point.Value!.Value));
        Assert.Equal([55m, 31m, 24m], figure.Series[1].Points.Select(point => point.Value!.Value));
        Assert.Equal("18\u00a0organisations", figure.Series[0].Points[0].SubLabel);
        Assert.Equal(["15.5 per 100 persons assisted", "56\u00a0% of registered", "44\u00a0% of registered"], figure.Series[1].Points.Select(point => point.Note));
    }

    [Fact]
    public void Build_StudyPeriod_LabelsTheGapCrimesAgainstPersons()
    {
        var gap = Build().KeyFigures[0];
        Assert.Equal("84.5\u00a0%", gap.Text);
        Assert.Contains("crimes against persons", gap.Unit, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_LedgerHasTheSameNumber_SaysThatItAgrees() => Assert.Contains("Agrees", Assert.Single(Build().Steps.Figure.Notes), StringComparison.Ordinal);

    [Fact]
    public void Build_LedgerHasAnotherNumber_ShowsBoth()
    {
        var note = Assert.Single(Build(persons: Count(Assisted, 360)).Steps.Figure.Notes);
        Assert.Contains("355 ≠ 360", note, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_PersonsWithheld_TellsNoGapAndNoShare()
    {
        var view = Build(persons: Count(Assisted, null, CellStatus.Withheld), ratio: null, gap: null);
        Assert.StartsWith("The gap cannot be told", view.Heading, StringComparison.Ordinal);
        Assert.Contains("withheld", view.Heading, StringComparison.Ordinal);
        Assert.False(view.KeyFigures[0].HasNumber);
        Assert.Equal("withheld", view.Steps.Figure.Series[0].Points[0].Text);
    }

    [Fact]
    public void Build_OutcomesOfOtherYearsCrimes_AreNotCalledAShareOfRegistered()
    {
        var view = Build(registered: Count(Registered, 40));
        Assert.Null(view.Steps.Figure.Series[1].Points[1].Note);
    }

    [Theory]
    [InlineData("ru", "2018–2020: к НПО за помощью обратились 355\u00a0человек, а в реестр преступлений попало только 55\u00a0преступлений")]
    [InlineData("ky", "2018–2020: БӨУларга 355\u00a0адам кайрылды, кылмыштар реестрине 55\u00a0кылмыш гана жетти")]
    public void Build_OtherLanguages_HeadingIsInThem(string code, string heading) => Assert.Equal(heading, Build(Language.Find(code)).Heading);

    [Fact]
    public void Build_MarksOfStepsYearsAndRegions_LeadToTheirSeriesPeriodAndRegion()
    {
        var view = Build();
        Assert.Equal("/trends?measure=persons_assisted", view.Steps.Figure.Series[0].Points[0].Href);
        Assert.All(view.ByYear.Figure.Series[0].Points, point => Assert.EndsWith($"period={point.Key}", point.Href, StringComparison.Ordinal));
        Assert.All(view.ByRegion.Figure.Series[0].Points, point => Assert.StartsWith($"/regions?region={point.Key}&measure=registration_gap", point.Href, StringComparison.Ordinal));
        Assert.True(view.Steps.Figure.Leads);
    }

    [Fact]
    public void Draw_EveryFigure_HasAWideAndANarrowForm()
    {
        var view = Build();
        Assert.All([view.Steps, view.ByYear, view.ByRegion, view.Reasons], sourced =>
        {
            var drawing = PlotlyFigureSpecification.Of(sourced.Figure);
            Assert.NotEmpty(drawing.Wide.Data!);
            Assert.NotEmpty(drawing.Narrow.Data ?? drawing.Wide.Data!);
            Assert.NotEmpty(sourced.Figure.Summary);
        });
    }

    private static UnderRegistrationView Build(
        Language? language = null, Cell? persons = null, Cell? registered = null, decimal? ratio = 15.492957746m, decimal? gap = 0.845070423m)
    {
        var request = StepsRequest(s_study);
        var answers = new UnderRegistrationAnswers(
            s_study,
            Sample.Answer(request, persons ?? Count(Assisted, 355), registered ?? Count(Registered, 55), Count(Discontinued, 31), Count(SentToCourt, 24)),
            Sample.Answer(request, Sample.Year(Per100, 2018, 17, lower: 10, upper: 25), Sample.Year(Per100, 2019, 14, lower: 8, upper: 22)),
            Sample.Answer(request, Count(Gap, 0.9m) with { Members = Cut(Dimension.Region, "41702000000000") }),
            Sample.Answer(request, Count(ReasonsNotApplied, 30) with { Members = Cut(Dimension.Reason, "confidentiality") }),
            Sample.Answer(request, Count(ReasonsNotApplied, 60)),
            Sample.Answer(request, [.. ratio is null ? Array.Empty<Cell>() : [Count(Per100, ratio)], .. gap is null ? Array.Empty<Cell>() : [Count(Gap, gap)]]));
        return UnderRegistrationModel.Build(Sample.Reader(language, "http://site/under-registration"), Sample.Reference, [s_study], answers);
    }

    private static Dictionary<string, string> Cut(string dimension, string member) => new(StringComparer.Ordinal) { [dimension] = member };

    private static Cell Count(string measure, decimal? value, CellStatus status = CellStatus.Ok) => new(
        measure, PeriodKind.Span, s_study.Code, s_study.Start, s_study.End, new Dictionary<string, string>(StringComparer.Ordinal), value, null, null, status, Provisional: false);
}
