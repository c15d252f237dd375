using System.Net;
using Analytics.Dashboard.Access;
using Analytics.Dashboard.Localization;
using Analytics.Dashboard.Pages.Programmes;
using Analytics.Dashboard.Published;
using Analytics.Domain;
using Analytics.Domain.Evaluation;
using Analytics.Domain.Measures;
using Analytics.Domain.Programmes;

namespace Analytics.Dashboard.Tests.Pages;

public sealed class ProgrammesTests
{
    private static readonly Declared s_declared = new(
        [new("A", new("Shelter", "Приют", "Баш калка"), new DateOnly(2019, 1, 1), null, []), new("B", new("Legal aid", "Правовая помощь", "Укуктук жардам"), new DateOnly(2020, 1, 1), null, [])],
        [new("D1", new("One", "Один", "Бир"), "reader"), new("D2", new("Two", "Два", "Эки"), null)],
        [new Grant("A", "D1", new DateOnly(2024, 1, 1), new DateOnly(2024, 12, 31), 100_000, "USD", 1)],
        [new("A", "D1", new DateOnly(2024, 1, 1), new DateOnly(2025, 1, 1), 1), new("B", "D2", new DateOnly(2024, 1, 1), new DateOnly(2025, 1, 1), 1)],
        [
            new("A", "persons_assisted", 2024, new DateOnly(2023, 11, 15), 60), new("A", "persons_assisted", 2024, new DateOnly(2024, 6, 20), 45),
            new("A", "persons_assisted", 2023, new DateOnly(2022, 11, 15), 50), new("B", "persons_assisted", 2024, new DateOnly(2023, 11, 15), 30),
        ]);

    [Fact]
    public void List_OfADonor_ShowsItsOwnProgrammesWithoutAsking()
    {
        var view = List("http://site/programmes");
        Assert.Equal("A", Assert.Single(view.List).Key);
        Assert.Equal(["A", "B"], List("http://site/programmes?donor=all").List.Select(row => row.Key));
    }

    [Fact]
    public void Target_ChangedAfterTheYearBegan_SaysSo()
    {
        var row = Assert.Single(List("http://site/programmes").List);
        Assert.True(row.Changed);
        Assert.Equal("changed on 20\u00a0Jun\u00a02024, after the year began: it was 60", row.Notes);
        Assert.Equal((TargetStatus.Reached, "47\u00a0persons · target 45"), (row.Status, row.Text));
    }

    [Theory]
    [InlineData(47, CellStatus.Ok, TargetStatus.Reached, true)]
    [InlineData(20, CellStatus.Ok, TargetStatus.Behind, true)]
    [InlineData(null, CellStatus.Withheld, TargetStatus.Withheld, false)]
    public void Programme_Result_GivesStatusAndCost(int? value, CellStatus status, TargetStatus expected, bool hasCost)
    {
        var view = One(value, status, Language.English);
        Assert.Equal(expected, view.Targets[0].Rows[0].Status);
        Assert.Equal(hasCost, view.KeyFigures[1].HasNumber);
        if (value == 47)
        {
            Assert.Equal(("2,128", "USD per assisted person"), (view.KeyFigures[1].Text, view.KeyFigures[1].Unit));
        }
    }

    [Theory]
    [InlineData("en", "No change beyond chance")]
    [InlineData("ru", "Статистически значимых изменений нет")]
    [InlineData("ky", "Кокустуктан ашкан өзгөрүү жок")]
    public void Effect_Verdict_IsInPlainWords(string language, string words) =>
        Assert.StartsWith(words, EffectModel.Sentence(Sample.Reader(Language.Find(language)), Answer(Outcome.NoChange)), StringComparison.Ordinal);

    [Fact]
    public void Effect_Refused_TellsWhyAndDrawsNoExpectation()
    {
        var refused = Answer(Outcome.CannotBeTold) with { Body = Answer(Outcome.CannotBeTold).Body with { Ratio = null, Reasons = [new("Too few.", "Мало.", "Аз.")] } };
        var view = EffectModel.Build(Sample.Reader(), Sample.Reference, [refused], refused, Sample.Answer(EffectModel.Request(refused)));
        Assert.Equal(("Cannot be told.", "Why", "Too few."), (view.Sentence, view.ReasonsTitle, Assert.Single(view.Reasons)));
        Assert.Single(view.Sourced.Figure.Series);
    }

    [Fact]
    public async Task TargetRows_EveryRow_HasBarMarkNumbersAndStatusInWords()
    {
        var html = WebUtility.HtmlDecode(await Rendering.RenderAsync<TargetRows>(Sample.Reader(), new() { [nameof(TargetRows.Rows)] = One(47, CellStatus.Ok, Language.English).Targets[0].Rows }));
        Assert.Contains("class=\"result\"", html, StringComparison.Ordinal);
        Assert.Contains("class=\"mark\"", html, StringComparison.Ordinal);
        Assert.Contains("reached", html, StringComparison.Ordinal);
        Assert.Contains("target-note changed", html, StringComparison.Ordinal);
    }

    private static ProgrammesView List(string address)
    {
        var reader = Sample.Reader(address: address, role: RoleNames.Donor);
        return ProgrammeListModel.Build(reader, Choice(reader), Sample.Answer(new CellRequest { Measures = [ProgrammesModel.Assisted] }, Cell(2024, 47, CellStatus.Ok, "A")));
    }

    private static ProgrammesView One(int? value, CellStatus status, Language language)
    {
        var reader = Sample.Reader(language, "http://site/programmes?programme=A&year=2024");
        var answer = Sample.Answer(new CellRequest { Measures = [ProgrammesModel.Assisted] }, Cell(2024, value, status, "A"));
        return ProgrammesModel.Build(
            reader, Choice(reader), new Dictionary<string, CellAnswer>(StringComparer.Ordinal) { [ProgrammesModel.Assisted] = answer },
            Sample.Answer(new CellRequest { Measures = [ProgrammesModel.Credited] }), effect: null);
    }

    private static ProgrammeChoice Choice(Reader reader) => ProgrammesModel.Choice(
        reader, s_declared, Sample.Reference with { Sources = [new SourceStatus("ngo_case", "ngo_case", true, DateTimeOffset.UnixEpoch, new DateOnly(2017, 1, 1), new DateOnly(2025, 3, 31), 30)] });

    private static Cell Cell(int year, int? value, CellStatus status, string programme) =>
        Sample.Year(ProgrammesModel.Assisted, year, value, status) with { Members = new Dictionary<string, string>(StringComparer.Ordinal) { [Dimension.Programme] = programme } };

    private static BeforeAfterAnswer Answer(Outcome outcome) => new("programme", "A", ProgrammesModel.Assisted, Monthly: true, new DateOnly(2019, 1, 1), outcome, new BeforeAfterBody
    {
        From = new DateOnly(2018, 1, 1),
        To = new DateOnly(2019, 6, 1),
        RoundedTo = 1,
        Regions = [],
        WithCaution = false,
        Method = LocalText.Same("method"),
        Reasons = [],
        Observed = 60,
        Expected = 55,
        Ratio = new(1.09, 0.8, 1.4, 0.5),
        Points = [new(new DateOnly(2018, 1, 1), Segment.Before, PointStatus.Reported, 5, null, null, null)],
    });
}
