using Analytics.Dashboard.Access;
using Analytics.Dashboard.Charts;
using Analytics.Dashboard.Localization;
using Analytics.Dashboard.Pages.Trends;
using Analytics.Dashboard.Published;
using Analytics.Dashboard.Shared;
using Analytics.Domain.Measures;

namespace Analytics.Dashboard.Pages.Regions;

/// <summary>The regions page: one measure over the nine regions as a map, ranked bars and a table; or over the districts of one region as bars.</summary>
/// <param name="Map">Null for the districts of a region, of which no openly licensed boundaries are known.</param>
/// <param name="Region">Name of the region whose districts are shown.</param>
/// <param name="Unpublished">Why there is nothing to show; null where there is.</param>
public sealed record RegionsView(
    string Heading, string Lede, IReadOnlyList<Filter> Filters, Figure? Map, Figure Ranking, FigureSource Source, string? KnownOn,
    string? Region = null, string? Unpublished = null)
{
    public RegionsFlowsView? Flows { get; init; }

    /// <summary>The chosen region over the years.</summary>
    public (Figure Figure, FigureSource Source)? Course { get; init; }
}

public static class RegionsModel
{
    private const string FigurePrefix = "RE";
    private const string CoursePrefix = "RC";

    public static async Task<RegionsView> LoadAsync(PublishedData data, Reader reader, CancellationToken token)
    {
        var reference = await data.ReferenceAsync(reader.User, token);
        var periods = await Periods.OfAsync(data, reader.User, RegionsFilters.MeasureOf(reader.Address).Id, token);
        var filters = RegionsFilters.Of(reader.Address, periods, reference);
        var answer = await data.CellsAsync(reader.User, filters.Parts(), FigurePrefix, token);
        var whole = await data.CellsAsync(reader.User, filters.Whole(), prefix: null, token);
        return Build(reader, filters, reference, periods, answer, whole, await data.PublicationDaysAsync(reader.User, token)) with
        {
            Flows = await RegionsFlows.LoadAsync(data, reader, filters, reference, token),
            Course = await CourseAsync(data, reader, filters, reference, token),
        };
    }

    private static async Task<(Figure, FigureSource)?> CourseAsync(PublishedData data, Reader reader, RegionsFilters filters, Reference reference, CancellationToken token)
    {
        if (filters.Region is not { } region)
        {
            return null;
        }

        var members = new Dictionary<string, string>(StringComparer.Ordinal) { [PlaceRoles.DimensionOf(filters.Role)] = region };
        var years = new TrendsFilters(filters.Measure, PeriodKind.Year, Split: null, FromYear: null, ToYear: null, members, filters.KnownOn);
        var answer = await data.CellsAsync(reader.User, years.Request(), CoursePrefix, token);
        return (TrendsFigure.Build(reader, years, reference, answer), FigureParts.Source(reader, answer));
    }

    public static RegionsView Build(
        Reader reader, RegionsFilters filters, Reference reference, IReadOnlyList<PublishedPeriod> periods, CellAnswer answer, CellAnswer whole,
        IReadOnlyList<DateOnly> publicationDays)
    {
        var rows = RegionsFigure.Rows(reader, filters, reference, answer);
        var region = filters.Region is { } code ? reader.Text(reference.Name(Dimension.Region, code)) : null;
        var unpublished = region is null || rows.Count > 0 ? null
            : reference.DistrictsIn(filters.Region!).Count == 0 ? reader.Text(RegionsText.HasNoDistricts, region)
            : reader.Text(filters.Role == PlaceRole.Service ? RegionsText.NoDistrictsOfService : RegionsText.NoDistricts, reader.Text(filters.Measure.Name));
        var apart = RegionsFigure.NotStated(reader, filters, reference, answer);
        return new RegionsView(
            unpublished is null ? RegionsFinding.Heading(reader, filters, rows, RegionsFigure.Country(filters, reference, whole), apart)
                : RegionsFinding.Whole(reader, filters, region!, whole),
            reader.Text(
                region is not null ? RegionsText.LedeDistricts : filters.PerPopulation ? RegionsText.LedePerPopulation : RegionsText.Lede,
                reader.Text(filters.Measure.UnitName),
                PeriodName(reader, filters),
                region,
                reader.Text(PlaceRoles.Name(filters.Role))),
            [.. Filters(reader, filters, reference, periods), KnownOnFilter.Of(reader, publicationDays)],
            region is null ? RegionsFigure.Build(reader, filters, reference, rows, FigureShape.Map, apart) : null,
            RegionsFigure.Build(reader, filters, reference, rows, FigureShape.Bars, apart),
            FigureParts.Source(reader, answer,
                new MethodNote(reader.Text(RegionsText.PlaceTerm), reader.Text(RegionsText.PlaceNote)),
                new MethodNote(reader.Text(RegionsText.ChanceTerm), reader.Text(RegionsText.ChanceNote)),
                new MethodNote(reader.Text(RegionsText.PopulationTerm), reader.Text(RegionsText.PopulationNote)),
                new MethodNote(reader.Text(RegionsText.BoundariesTerm), reader.Text(RegionsText.BoundariesNote))),
            Published.KnownOn.Banner(reader, answer),
            region,
            unpublished);
    }

    public static string PeriodName(Reader reader, RegionsFilters filters) =>
        filters.Period is { } period ? FigureParts.Period(reader.Language, period.Kind, period.Code) : reader.Text(SharedText.AllYears);

    private static IEnumerable<Filter> Filters(Reader reader, RegionsFilters filters, Reference reference, IReadOnlyList<PublishedPeriod> periods)
    {
        yield return new Filter(reader.Text(SharedText.Measure),
        [
            .. RegionsFilters.Measures.Select(measure => new FilterChoice(
                reader.Text(measure.Name),
                reader.Address.With((RegionsFilters.RoleKey, filters.Role == PlaceRole.Service && PlaceRoles.Has(measure, filters.Role) ? PlaceRoles.Code(filters.Role) : null), (RegionsFilters.MeasureKey, measure.Id)),
                measure == filters.Measure, measure.Id == RegionsFilters.DefaultMeasure)),
        ]);
        var roles = PlaceRoles.Offered.Contains(filters.Role) ? PlaceRoles.Offered : [filters.Role, .. PlaceRoles.Offered];
        yield return new Filter(reader.Text(RegionsText.PlaceTerm),
        [
            .. roles.Select(role => new FilterChoice(
                reader.Text(PlaceRoles.Name(role)),
                role == filters.Role ? reader.Address.With()
                    : reader.Address.With((RegionsFilters.MeasureKey, PlaceRoles.Has(filters.Measure, role) ? filters.Measure.Id : null), (RegionsFilters.RoleKey, PlaceRoles.Code(role))),
                role == filters.Role, role == PlaceRole.Origin)),
        ]);
        // Clicking a region does the same.
        yield return Filter.Of(reader, SharedText.Region, Dimension.Region,
            [(null, SharedText.AllNine), .. reference.Regions.Where(member => reference.DistrictsIn(member.Code).Count > 0 || member.Code == filters.Region).Select(member => ((string?)member.Code, member.Name))],
            filters.Region);
        var usual = Periods.Default(periods, yearsFirst: true);
        yield return new Filter(reader.Text(SharedText.Period),
        [
            .. periods.Select(period => new FilterChoice(
                FigureParts.Period(reader.Language, period.Kind, period.Code), reader.Address.With(RegionsFilters.PeriodKey, period.Code),
                period == filters.Period, period == usual)),
        ]);
        if (RegionsFilters.CanBePerPopulation(filters.Measure) && filters.Region is null && filters.Role != PlaceRole.Service)
        {
            yield return Filter.Of(reader, RegionsText.Per, RegionsFilters.PerKey,
                [(null, RegionsText.PerHundredThousand), (RegionsFilters.PerNothing, RegionsText.PerNothing)],
                filters.PerPopulation ? null : RegionsFilters.PerNothing);
        }

        foreach (var dimension in new[] { Dimension.Sex, Dimension.Form })
        {
            if (filters.Region is null && filters.Role != PlaceRole.Service && filters.Period is { } period && reference.IsPublished(filters.Measure.Id, period.Kind, [Dimension.Region, dimension]))
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
