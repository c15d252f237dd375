using System.Text.Json;
using Analytics.Dashboard.Access;
using Analytics.Dashboard.Charts;
using Analytics.Dashboard.Localization;
using Analytics.Dashboard.Pages.Regions;
using Analytics.Dashboard.Published;
using Analytics.Domain;
using Analytics.Domain.Measures;

namespace Analytics.Dashboard.Tests.Pages;

public sealed class RegionsTests
{
    private const string IssykKul = "41702000000000";
    private const string Bishkek = "41711000000000";
    private const string AkSuu = "41702205000000";
    private const string JetiOguz = "41702210000000";

    private static readonly PublishedPeriod s_year = new(PeriodKind.Year, "2018", new DateOnly(2018, 1, 1), new DateOnly(2018, 12, 31), Provisional: false);

    private static readonly Reference s_reference = Sample.Reference with
    {
        Cuts = [new Cut("persons_assisted", PeriodKind.Year, [Dimension.Region]), new Cut("persons_assisted", PeriodKind.Year, [Dimension.Destination])],
        Members =
        [
            .. Sample.Reference.Members,
            .. new[] { "ARE", "DEU", "IND", "KAZ", "KGZ", "KOR", "POL", "RUS", "SAU", "SYR", "TUR" }
                .Select((code, index) => new Member(Dimension.Destination, code, "total", index, LocalText.Same("Country " + code))),
        ],
    };

    [Theory]
    [InlineData("persons_assisted", PlaceRole.Origin)]
    [InlineData("crimes_registered", PlaceRole.Registration)]
    [InlineData("victims_registered", PlaceRole.Registration)]
    [InlineData("contacts", PlaceRole.Caller)]
    [InlineData("agencies_licensed", PlaceRole.Registration)]
    [InlineData("crimes_per_100_assisted", PlaceRole.Mixed)]
    [InlineData("persons_reported", PlaceRole.Service)]
    public void Role_OfAMeasure_IsThePlaceThatItsRecordsName(string measure, PlaceRole role) => Assert.Equal(role, PlaceRoles.Of(MeasureCatalogue.Find(measure)!));

    [Fact]
    public void Rows_RateOfARevisedCount_KeepsBothNotes()
    {
        var (reader, filters) = Open("measure=persons_assisted");
        var revision = new CellRevision(20, CellStatus.Ok, DateTimeOffset.UnixEpoch, 6);
        var rows = RegionsFigure.Rows(reader, filters, s_reference, Answer(filters, Region(IssykKul, 25) with { Revision = revision }));
        var point = Assert.Single(rows, row => row.Key == IssykKul);
        Assert.StartsWith("count 25; ", point.Note, StringComparison.Ordinal);
        Assert.Contains("20", point.Note!["count 25".Length..], StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_Rate_HasTheIntervalOfItsCount()
    {
        var (reader, filters) = Open("measure=crimes_registered");
        var rows = RegionsFigure.Rows(reader, filters, s_reference, Answer(filters, Region(IssykKul, 10, measure: "crimes_registered")));
        var point = Assert.Single(rows, row => row.Key == IssykKul);
        // Garwood's limits of 10 are 4.795 and 18.390; 500,000 live there.
        Assert.Equal(2.0m, point.Value);
        Assert.Equal(0.959m, Math.Round(point.Lower!.Value, 3));
        Assert.Equal(3.678m, Math.Round(point.Upper!.Value, 3));
    }

    [Fact]
    public void Rows_Withheld_HasNoIntervalAndStandsLastInTheOrderOfTheList()
    {
        var (reader, filters) = Open("measure=persons_assisted&per=none");
        var rows = RegionsFigure.Rows(reader, filters, s_reference, Answer(filters, Region(IssykKul, null, CellStatus.Withheld), Region(Bishkek, 0, CellStatus.Zero)));
        Assert.Equal([Bishkek, IssykKul], rows.Select(row => row.Key));
        Assert.Null(rows[1].Lower);
        Assert.Null(rows[1].IntervalText);
    }

    [Theory]
    [InlineData(40, 12, "Issyk-Kul Region has the most, 40")]
    [InlineData(20, 18, "no difference beyond chance")]
    public void Heading_HighestOnlyWhereItIsBeyondChance(int first, int second, string words)
    {
        var (reader, filters) = Open("measure=persons_assisted&per=none");
        var rows = RegionsFigure.Rows(reader, filters, s_reference, Answer(filters, Region(IssykKul, first), Region(Bishkek, second)));
        Assert.Contains(words, RegionsFinding.Heading(reader, filters, rows, 60), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "Persons assisted by NGOs, Bishkek city: withheld, to protect persons")]
    [InlineData("ru", "Лица, получившие помощь НПО, город Бишкек: данные скрыты ради защиты людей")]
    [InlineData("ky", "БӨУлардан жардам алган адамдар, Бишкек шаары: маалымат адамдарды коргоо үчүн жашырылган")]
    public void Heading_AccountOfOneRegion_SpeaksOfThatRegion(string language, string heading)
    {
        var (reader, filters) = Open("measure=persons_assisted&per=none", language);
        var reference = s_reference with { Members = [.. s_reference.Members.Where(member => member.Code == Bishkek)] };
        var rows = RegionsFigure.Rows(reader, filters, reference, Answer(filters, Region(Bishkek, null, CellStatus.Withheld)));
        Assert.Equal(heading, RegionsFinding.Heading(reader, filters, rows, country: null));
    }

    [Fact]
    public void Draw_Region_LeadsToItsOwnViewAlsoWhereItIsWithheld()
    {
        var (reader, filters) = Open("measure=persons_assisted&per=none");
        var rows = RegionsFigure.Rows(reader, filters, s_reference, Answer(filters, Region(IssykKul, null, CellStatus.Withheld), Region(Bishkek, 30)));
        Assert.All(rows, row => Assert.Contains($"region={row.Key}", row.Href, StringComparison.Ordinal));
        var drawn = Drawn(RegionsFigure.Build(reader, filters, s_reference, rows, FigureShape.Bars));
        Assert.Equal(2, drawn.SelectMany(trace => trace.GetProperty("customdata").EnumerateArray()).Count(to => to.GetString()!.StartsWith("/regions", StringComparison.Ordinal)));
    }

    [Fact]
    public void Parts_RegionChosen_AsksForItsDistrictsAndTheRegionItself()
    {
        var (_, filters) = Open($"measure=crimes_registered&region={IssykKul}");
        Assert.Equal([Dimension.District], filters.Parts().By);
        Assert.Equal([IssykKul], filters.Parts().Filters[Dimension.Region]);
        Assert.Equal([IssykKul], filters.Whole().Filters[Dimension.Region]);
        Assert.False(filters.PerPopulation);
    }

    [Fact]
    public void Rows_DistrictsPublished_AreRankedWithIntervals()
    {
        var (reader, filters) = Open($"measure=crimes_registered&region={IssykKul}");
        var point = Assert.Single(RegionsFigure.Rows(reader, filters, s_reference, Answer(filters, District(AkSuu, 7, measure: "crimes_registered"))));
        Assert.Equal("Ak-Suu District", point.Label);
        Assert.True(point.Lower < 7 && point.Upper > 7);
    }

    [Fact]
    public void Build_DistrictsNotPublished_SaysSoAndNamesTheRegionsOwnFigure()
    {
        var (reader, filters) = Open($"measure=persons_assisted&region={IssykKul}");
        var view = RegionsModel.Build(reader, filters, s_reference, [s_year], Answer(filters), Answer(filters, Region(IssykKul, 25)), []);
        Assert.Equal("Persons assisted by NGOs, Issyk-Kul Region: 25", view.Heading);
        Assert.Contains("not published by district", view.Unpublished, StringComparison.Ordinal);
        Assert.Null(view.Map);
    }

    [Fact]
    public void Build_UnknownRegionInTheAddress_ShowsTheCountry()
    {
        var (_, filters) = Open("measure=persons_assisted&region=41799000000000");
        Assert.Null(filters.Region);
    }

    [Theory]
    [InlineData("en", "District not stated: 9.")]
    [InlineData("ru", "Район не указан: 9.")]
    [InlineData("ky", "Району көрсөтүлгөн эмес: 9.")]
    public async Task Build_DistrictNotStated_StandsApartFromTheRanking(string language, string note)
    {
        var (reader, filters) = Open($"measure=persons_assisted&region={IssykKul}", language);
        var answer = Answer(filters, District(AkSuu, null, CellStatus.Withheld), District(JetiOguz, 12), District("unknown", 9));
        var view = RegionsModel.Build(reader, filters, s_reference, [s_year], answer, Answer(filters, Region(IssykKul, 25)), []);
        Assert.Equal([JetiOguz, AkSuu], view.Ranking.Series[0].Points.Select(point => point.Key));
        Assert.Contains(view.Ranking.Notes, line => line.StartsWith(note, StringComparison.Ordinal));
        var html = await Rendering.RenderAsync<FigureTable>(reader, new() { [nameof(FigureTable.Figure)] = view.Ranking });
        Assert.True(html.IndexOf("class=\"apart\"", StringComparison.Ordinal) > html.IndexOf("number withheld", StringComparison.Ordinal));
        Assert.Contains(note[..^4], html, StringComparison.Ordinal);
        Assert.DoesNotContain(Drawn(view.Ranking).Select(trace => trace.GetRawText()), trace => trace.Contains(note[..^4], StringComparison.Ordinal));
    }

    [Fact]
    public void Heading_SomeDistrictsNotStated_SpeaksOfThoseThatAre()
    {
        var (reader, filters) = Open($"measure=persons_assisted&region={IssykKul}");
        var view = RegionsModel.Build(
            reader, filters, s_reference, [s_year], Answer(filters, District(AkSuu, 2), District(JetiOguz, 40), District("unknown", 9)), Answer(filters, Region(IssykKul, 51)), []);
        Assert.Equal("Persons assisted by NGOs: where the district is stated, Jeti-Oguz District has the most, 40", view.Heading);
    }

    [Fact]
    public void Build_NoDistrictStatedInThePeriod_IsNotZero()
    {
        var (reader, filters) = Open($"measure=persons_assisted&region={IssykKul}");
        var view = RegionsModel.Build(
            reader, filters, s_reference, [s_year],
            Answer(filters, District(AkSuu, null, CellStatus.NotReported), District(JetiOguz, null, CellStatus.NotReported), District("unknown", 30)), Answer(filters, Region(IssykKul, 30)), []);
        Assert.Contains(view.Ranking.Notes, note => note.EndsWith("that is not zero.", StringComparison.Ordinal));
        Assert.All(view.Ranking.Series[0].Points, point => Assert.Null(point.Value));
    }

    [Fact]
    public void Build_RegionWithoutDistricts_SaysSoAndNamesItsFigure()
    {
        var (reader, filters) = Open($"measure=persons_assisted&region={Bishkek}");
        var view = RegionsModel.Build(reader, filters, s_reference, [s_year], Answer(filters), Answer(filters, Region(Bishkek, 25)), []);
        Assert.Equal("Persons assisted by NGOs, Bishkek city: 25", view.Heading);
        Assert.StartsWith("Bishkek city has no districts.", view.Unpublished, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_RegionOfService_IsAskedForByItsOwnDimensionAndHasNoRate()
    {
        var (reader, filters) = Open("place=service");
        Assert.Equal(PlaceRole.Service, filters.Role);
        Assert.Equal([Dimension.RegionService], filters.Parts().By);
        Assert.False(filters.PerPopulation);
        var served = Region(IssykKul, 25) with { Members = new Dictionary<string, string>(StringComparer.Ordinal) { [Dimension.RegionService] = IssykKul } };
        var view = RegionsModel.Build(reader, filters, s_reference, [s_year], Answer(filters, served), Answer(filters), []);
        Assert.Null(view.Unpublished);
        Assert.Contains(view.Map!.Series[0].Points, point => point is { Key: IssykKul, Value: 25 });
        // Another measure that has the role keeps it; one that has not lets go of it.
        Assert.Contains(view.Filters[0].Choices, choice => choice.Href.Contains("measure=intakes", StringComparison.Ordinal) && choice.Href.Contains("place=service", StringComparison.Ordinal));
        Assert.Contains(view.Filters[0].Choices, choice => choice.Href.Contains("measure=contacts", StringComparison.Ordinal) && !choice.Href.Contains("place=", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_RoleThatTheMeasureHasNot_FallsBackToItsOwn() =>
        Assert.Equal(PlaceRole.Registration, Open("measure=crimes_registered&place=service").Filters.Role);

    [Fact]
    public void Rows_District_LeadsToItsCourseOverTime()
    {
        var (reader, filters) = Open($"measure=persons_assisted&region={IssykKul}&lang=ru", "ru");
        var point = Assert.Single(RegionsFigure.Rows(reader, filters, s_reference, Answer(filters, District(AkSuu, 7))));
        Assert.Equal($"/trends?lang=ru&measure=persons_assisted&region={IssykKul}&district={AkSuu}", point.Href);
    }

    [Theory]
    [InlineData("place=registration", "crimes_registered")]
    [InlineData("place=origin", "persons_assisted")]
    public void Of_RoleOfPlace_ChoosesAMeasureThatIsPublishedByIt(string query, string measure) =>
        Assert.Equal(measure, Open(query).Filters.Measure.Id);

    [Fact]
    public void Draw_Flows_WithheldHasNoWidthAndIsNoPartOfTheRest()
    {
        var cells = "RUS TUR KAZ ARE KOR IND POL DEU SAU".Split(' ').Select((code, index) => Destination(code, 90 - (5 * index))).ToList();
        var (reader, filters) = Open("measure=persons_assisted");
        var with = RegionsFlows.Build(reader, filters, s_reference, Answer(filters, [.. cells, Destination("KGZ", 10), Destination("SYR", null, CellStatus.Withheld)])).Figure;
        var without = RegionsFlows.Build(reader, filters, s_reference, Answer(filters, [.. cells, Destination("KGZ", 10)])).Figure;
        // The drawing is the same with and without the withheld flow: nothing of it can be read off.
        Assert.Equal(Json(without), Json(with));
        var link = Drawn(with)[0].GetProperty("link");
        Assert.Equal([90, 85, 80, 75, 70, 65, 60, 55, 60], link.GetProperty("value").EnumerateArray().Select(value => value.GetInt32()));
        Assert.Contains("Country SYR", Assert.Single(with.Notes, note => note.StartsWith("Withheld", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Equal("withheld", with.Series[0].Points[^1].Text);
        Assert.Contains("Country SYR: withheld", with.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_FlowsAllWithheld_HaveNothingToDraw()
    {
        var (reader, filters) = Open("measure=persons_assisted");
        var figure = RegionsFlows.Build(reader, filters, s_reference, Answer(filters, Destination("RUS", null, CellStatus.Withheld), Destination("TUR", 0, CellStatus.Zero))).Figure;
        Assert.False(figure.HasNumbers);
        Assert.True(figure.Has(CellStatus.Withheld));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ru")]
    [InlineData("ky")]
    public async Task FigureTable_OfTheFlows_LinksEachDestinationAndSaysItsState(string language)
    {
        var (reader, filters) = Open("measure=persons_assisted", language);
        var figure = RegionsFlows.Build(reader, filters, s_reference, Answer(filters, Destination("RUS", 40), Destination("SYR", null, CellStatus.Withheld))).Figure;
        var html = await Rendering.RenderAsync<FigureTable>(reader, new() { [nameof(FigureTable.Figure)] = figure });
        Assert.Contains("destination=RUS", html, StringComparison.Ordinal);
        Assert.Contains("number withheld", html, StringComparison.Ordinal);
    }

    private static (Reader Reader, RegionsFilters Filters) Open(string query, string language = "en", string role = RoleNames.Coordinator)
    {
        var reader = Sample.Reader(Language.Find(language), $"http://site/regions?{query}", role);
        return (reader, RegionsFilters.Of(reader.Address, [s_year], s_reference));
    }

    private static CellAnswer Answer(RegionsFilters filters, params IReadOnlyList<Cell> cells) => Sample.Answer(filters.Parts(), cells);

    private static Cell Region(string region, decimal? value, CellStatus status = CellStatus.Ok, string measure = "persons_assisted") =>
        Sample.Year(measure, 2018, value, status) with { Members = new Dictionary<string, string>(StringComparer.Ordinal) { [Dimension.Region] = region } };

    private static Cell District(string district, decimal? value, CellStatus status = CellStatus.Ok, string measure = "persons_assisted") =>
        Sample.Year(measure, 2018, value, status) with
        {
            Members = new Dictionary<string, string>(StringComparer.Ordinal) { [Dimension.Region] = IssykKul, [Dimension.District] = district },
        };

    private static Cell Destination(string country, decimal? value, CellStatus status = CellStatus.Ok) =>
        Sample.Year("persons_assisted", 2018, value, status) with { Members = new Dictionary<string, string>(StringComparer.Ordinal) { [Dimension.Destination] = country } };

    private static string Json(Figure figure) => JsonSerializer.Serialize(PlotlyFigureSpecification.Of(figure), PlotlyFigureJson.Options);

    private static List<JsonElement> Drawn(Figure figure) =>
        [.. JsonSerializer.SerializeToElement(PlotlyFigureSpecification.Of(figure).Wide.Data, PlotlyFigureJson.Options).EnumerateArray()];
}
