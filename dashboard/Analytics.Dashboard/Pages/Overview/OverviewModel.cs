using Analytics.Dashboard.Access;
using Analytics.Dashboard.Charts;
using Analytics.Dashboard.Pages.Trends;
using Analytics.Dashboard.Pages.UnderRegistration;
using Analytics.Dashboard.Published;
using Analytics.Dashboard.Shared;
using Analytics.Domain.Measures;

namespace Analytics.Dashboard.Pages.Overview;

/// <summary>The overview: the central finding, key figures of the last settled year, two series, and how fresh the sources are.</summary>
public sealed record OverviewView(
    string Heading,
    string Lede,
    IReadOnlyList<KeyFigure> KeyFigures,
    SourcedFigure Steps,
    IReadOnlyList<SourcedFigure> Series,
    IReadOnlyList<SourceRow> Sources,
    IReadOnlyList<Question> Questions);

/// <summary>How fresh a source is, in the reader's words.</summary>
public sealed record SourceRow(string Name, string SourceId, string Loaded, string Expected, bool IsLate);

/// <summary>A question and the view that answers it.</summary>
public sealed record Question(string Text, string Href);

public static class OverviewModel
{
    private const string FigurePrefix = "OV";
    private static readonly string[] s_keyMeasures = ["contacts", "persons_assisted", "crimes_registered", "crimes_sent_to_court"];
    private static readonly string[] s_seriesMeasures = ["persons_assisted", "crimes_registered"];

    public static async Task<OverviewView> LoadAsync(PublishedData data, Reader reader, TimeProvider clock, CancellationToken token)
    {
        var reference = await data.ReferenceAsync(reader.User, token);
        var periods = await Periods.OfAsync(data, reader.User, UnderRegistrationModel.Assisted, token);
        var under = await UnderRegistrationModel.LoadAsync(data, reader, token);
        Dictionary<string, CellAnswer> years = new(StringComparer.Ordinal);
        foreach (var measure in s_keyMeasures)
        {
            years[measure] = await data.CellsAsync(reader.User, Yearly(measure), FigurePrefix, token);
        }

        return Build(reader, reference, periods, under, years, clock.GetUtcNow());
    }

    public static OverviewView Build(
        Reader reader, Reference reference, IReadOnlyList<PublishedPeriod> periods, UnderRegistrationView under,
        IReadOnlyDictionary<string, CellAnswer> years, DateTimeOffset now) => new(
        under.Heading,
        reader.Text(OverviewText.Lede),
        [.. s_keyMeasures.Select(id => OverviewFigures.Key(reader, reference, MeasureCatalogue.Find(id)!, years[id])), .. under.KeyFigures.Take(1).Select(figure => figure with { Href = reader.Href(Routes.UnderRegistration) })],
        under.Steps,
        [.. s_seriesMeasures.Select(id => Series(reader, reference, id, years[id]))],
        [.. reference.Sources.Select(source => OverviewFigures.Source(reader, source, now))],
        OverviewQuestions.Of(reader, periods));

    private static CellRequest Yearly(string measure) => new() { Measures = [measure], By = [CellRequest.PeriodDimension] };

    private static SourcedFigure Series(Reader reader, Reference reference, string measure, CellAnswer answer)
    {
        var filters = new TrendsFilters(MeasureCatalogue.Find(measure)!, PeriodKind.Year, null, null, null, new Dictionary<string, string>(StringComparer.Ordinal));
        return new SourcedFigure(TrendsFigure.Build(reader, filters, reference, answer) with { EventsAtFirst = false }, FigureParts.Source(reader, answer));
    }
}
