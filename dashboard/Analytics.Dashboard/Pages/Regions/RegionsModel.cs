using Analytics.Dashboard.Cells;
using Analytics.Dashboard.Charts;
using Analytics.Dashboard.Localization;
using Analytics.Dashboard.Published;
using Analytics.Dashboard.Shared;
using Analytics.Domain.Measures;

namespace Analytics.Dashboard.Pages.Regions;

/// <summary>The regions page: one measure over the nine regions as a map, ranked bars and a table.</summary>
public sealed record RegionsView(string Heading, string Lede, IReadOnlyList<Filter> Filters, Figure Map, Figure Ranking, FigureSource Source, string? KnownOn);

public static class RegionsModel
{
    private const string FigurePrefix = "RE";

    public static async Task<RegionsView> LoadAsync(PublishedData data, Reader reader, CancellationToken token)
    {
        var reference = await data.ReferenceAsync(reader.User, token);
        var periods = await Periods.OfAsync(data, reader.User, RegionsFilters.MeasureOf(reader.Address).Id, token);
        var filters = RegionsFilters.Of(reader.Address, periods);
        var answer = await data.CellsAsync(reader.User, filters.Request(byRegion: true), FigurePrefix, token);
        var whole = await data.CellsAsync(reader.User, filters.Request(byRegion: false), prefix: null, token);
        return Build(reader, filters, reference, periods, answer, whole, await data.PublicationDaysAsync(reader.User, token));
    }

    public static RegionsView Build(
        Reader reader, RegionsFilters filters, Reference reference, IReadOnlyList<PublishedPeriod> periods, CellAnswer answer, CellAnswer whole,
        IReadOnlyList<DateOnly> publicationDays)
    {
        var rows = RegionsFigure.Rows(reader, filters, reference, answer);
        var map = RegionsFigure.Build(reader, filters, reference, rows, FigureShape.Map);
        return new RegionsView(
            RegionsFinding.Heading(reader, filters, rows, RegionsFigure.Country(filters, reference, whole)),
            reader.Text(
                filters.PerPopulation ? RegionsText.LedePerPopulation : RegionsText.Lede,
                reader.Text(filters.Measure.UnitName),
                PeriodName(reader, filters)),
            [.. Filters(reader, filters, reference, periods), Shared.KnownOn.Filter(reader, publicationDays)],
            map,
            RegionsFigure.Build(reader, filters, reference, rows, FigureShape.Bars),
            FigureParts.Source(reader, answer,
                new MethodNote(reader.Text(RegionsText.PopulationTerm), reader.Text(RegionsText.PopulationNote)),
                new MethodNote(reader.Text(RegionsText.BoundariesTerm), reader.Text(RegionsText.BoundariesNote))),
            Shared.KnownOn.Banner(reader, answer));
    }

    public static string PeriodName(Reader reader, RegionsFilters filters) =>
        filters.Period is { } period ? FigureParts.Period(reader.Language, period.Kind, period.Code) : reader.Text(SharedText.AllYears);

    private static IEnumerable<Filter> Filters(Reader reader, RegionsFilters filters, Reference reference, IReadOnlyList<PublishedPeriod> periods)
    {
        yield return new Filter(reader.Text(SharedText.Measure),
        [
            .. RegionsFilters.Measures.Select(measure => new FilterChoice(
                reader.Text(measure.Name), reader.Address.With(RegionsFilters.MeasureKey, measure.Id),
                measure == filters.Measure, measure.Id == RegionsFilters.DefaultMeasure)),
        ]);
        var usual = Periods.Default(periods, yearsFirst: true);
        yield return new Filter(reader.Text(SharedText.Period),
        [
            .. periods.Select(period => new FilterChoice(
                FigureParts.Period(reader.Language, period.Kind, period.Code), reader.Address.With(RegionsFilters.PeriodKey, period.Code),
                period == filters.Period, period == usual)),
        ]);
        if (RegionsFilters.CanBePerPopulation(filters.Measure))
        {
            yield return Filter.Of(reader, RegionsText.Per, RegionsFilters.PerKey,
                [(null, RegionsText.PerHundredThousand), (RegionsFilters.PerNothing, RegionsText.PerNothing)],
                filters.PerPopulation ? null : RegionsFilters.PerNothing);
        }

        foreach (var dimension in new[] { Dimension.Sex, Dimension.Form })
        {
            if (filters.Period is { } period && reference.IsPublished(filters.Measure.Id, period.Kind, [Dimension.Region, dimension]))
            {
                var chosen = dimension == Dimension.Sex ? filters.Sex : filters.Form;
                var other = dimension == Dimension.Sex ? Dimension.Form : Dimension.Sex;
                yield return new Filter(reader.Text(SharedText.Dimension(dimension)),
                [
                    new(reader.Text(SharedText.AllOf), reader.Address.With(dimension, null), chosen is null, IsDefault: true),
                    .. reference.Of(dimension).Select(member => new FilterChoice(
                        reader.Text(member.Name), reader.Address.With((other, null), (dimension, member.Code)), member.Code == chosen)),
                ]);
            }
        }
    }
}
