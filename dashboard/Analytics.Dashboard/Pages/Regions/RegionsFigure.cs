using Analytics.Dashboard.Access;
using Analytics.Dashboard.Charts;
using Analytics.Dashboard.Localization;
using Analytics.Dashboard.Published;
using Analytics.Dashboard.Shared;
using Analytics.Domain.Measures;

namespace Analytics.Dashboard.Pages.Regions;

/// <summary>The nine regions, or the districts of one, as a map or as ranked bars.</summary>
public static class RegionsFigure
{
    private const string Unknown = "unknown";

    /// <summary>A point for each of the nine regions, or for each published district of one, highest first; those without a number last.</summary>
    public static IReadOnlyList<Point> Rows(Reader reader, RegionsFilters filters, Reference reference, CellAnswer answer)
    {
        var cells = answer.Cells.ToDictionary(cell => cell.Member(filters.PartDimension), StringComparer.Ordinal);
        return
        [
            .. (filters.Region is { } region ? reference.DistrictsIn(region).Where(member => cells.ContainsKey(member.Code)) : Regions(reference, answer))
                .Select(member => Row(reader, filters, reference, member, cells.GetValueOrDefault(member.Code)))
                .OrderByDescending(point => point.Value ?? -1),
        ];
    }

    /// <summary>What is counted in the whole and in none of its parts, since the source does not name one; null where there is none.</summary>
    public static Point? NotStated(Reader reader, RegionsFilters filters, Reference reference, CellAnswer answer)
    {
        var cell = answer.Cells.FirstOrDefault(cell => cell.Member(filters.PartDimension) == Unknown);
        return cell is null or { Status: CellStatus.Zero } || filters.Measure.Kind == MeasureKind.Ratio ? null : FigureParts.Point(
            reader, Unknown, reader.Text(filters.Region is null ? RegionsText.RegionNotStated : reference.Name(Dimension.District, Unknown)), cell);
    }

    /// <summary>The regions that were there in the period of an answer.</summary>
    public static IReadOnlyList<Member> Regions(Reference reference, CellAnswer answer) =>
        answer.Cells.Count == 0 ? reference.RegionsIn(DateOnly.MaxValue.AddDays(-1), DateOnly.MaxValue.AddDays(-1)) : reference.RegionsIn(answer.Cells.Min(cell => cell.Start), answer.Cells.Max(cell => cell.End));

    /// <summary>The same figure for the whole country, or the whole region.</summary>
    public static decimal? Country(RegionsFilters filters, Reference reference, CellAnswer whole) => whole.Cells switch
    {
        [var cell] when filters.PerPopulation => PopulationRate.Of(cell.Value, Reference.Country, cell.Start, cell.End, reference.Population)?.Value,
        [var cell] => cell.Value * MeasureFormat.Scale(filters.Measure),
        _ => null,
    };

    public static int Decimals(RegionsFilters filters) => filters.PerPopulation ? 1 : MeasureFormat.Decimals(filters.Measure);

    public static Figure Build(Reader reader, RegionsFilters filters, Reference reference, IReadOnlyList<Point> rows, FigureShape shape, Point? apart = null)
    {
        var unit = reader.Text(filters.Measure.UnitName);
        var unitAndPopulation = filters.PerPopulation ? reader.Text(RegionsText.UnitPer, unit) : unit;
        return new Figure
        {
            Shape = shape,
            // The course of the same measure stands below.
            Title = filters.Region is null ? reader.Text(filters.Measure.Name) : reader.Text(RegionsText.ByDistrict, reader.Text(filters.Measure.Name)),
            Subtitle = FigureParts.Scope(
                unitAndPopulation,
                filters.Region is { } region ? reader.Text(reference.Name(Dimension.Region, region)) : null,
                RegionsModel.PeriodName(reader, filters),
                // Elsewhere the measure has one place only.
                filters.Role == PlaceRole.Service ? reader.Text(PlaceRoles.Name(filters.Role)) : null,
                filters.Sex is { } sex ? reader.Text(reference.Name(Dimension.Sex, sex)) : null,
                filters.Form is { } form ? reader.Text(reference.Name(Dimension.Form, form)) : null),
            Summary = RegionsFinding.Summary(reader, filters, rows),
            PointHeading = reader.Text(filters.Region is null ? SharedText.Region : RegionsText.District),
            Unit = unitAndPopulation,
            Series = [new Series(reader.Text(filters.Measure.Name), UnitText.Colour(filters.Measure.Unit), unitAndPopulation, rows)],
            Apart = apart is null || rows.Count == 0 ? [] : [apart],
            Notes = [.. Apart(reader, filters, rows, apart), .. Notes(reader, rows)],
            Separators = reader.Language.Separators,
            Language = reader.Language.Code,
        };
    }

    private static Point Row(Reader reader, RegionsFilters filters, Reference reference, Member region, Cell? cell)
    {
        var name = reader.Text(region.Name);
        var suffix = MeasureFormat.Suffix(filters.Measure);
        var decimals = Decimals(filters);
        var point = Chance(reader, filters, FigureParts.Point(reader, region.Code, name, cell, decimals, MeasureFormat.Scale(filters.Measure), suffix)) with
        {
            SubLabel = filters.Region is null ? reader.Text(RegionPlace.Brief(region.Code, region.Name)) : null,
            Href = filters.Region is { } whole
                ? reader.Address.To(Routes.Trends, [(RegionsFilters.MeasureKey, filters.Measure.Id), (Dimension.Region, whole), (Dimension.District, region.Code)])
                : reader.Address.With(Dimension.Region, region.Code),
        };
        if (!filters.PerPopulation || cell?.Value is not { } count)
        {
            return point;
        }

        // Without a population there is no rate, though there is a count.
        return PopulationRate.Of(count, region.Code, cell.Start, cell.End, reference.Population) is { } rate
            ? point with
            {
                Value = rate.Value,
                Text = reader.Language.Number(rate.Value!.Value, decimals),
                Lower = Rate(point.Lower),
                Upper = Rate(point.Upper),
                IntervalText = point is { Lower: { } lower, Upper: { } upper }
                    ? reader.Text(ChartText.IntervalOf, reader.Language.Number(Rate(lower)!.Value, decimals), reader.Language.Number(Rate(upper)!.Value, decimals))
                    : null,
                Note = Notes(point.Note, reader.Text(
                    (rate.Interpolated, rate.Rebased) switch
                    {
                        (true, true) => RegionsText.CountInterpolatedRebased,
                        (true, false) => RegionsText.CountInterpolated,
                        (false, true) => RegionsText.CountRebased,
                        _ => RegionsText.CountOnly,
                    },
                    reader.Language.Number(count))),
            }
            : point with
            {
                Value = null,
                Lower = null,
                Upper = null,
                IntervalText = null,
                Status = CellStatus.NotReported,
                Text = reader.Text(RegionsText.NoPopulation),
                Note = Notes(point.Note, reader.Text(RegionsText.CountOnly, reader.Language.Number(count))),
            };

        decimal? Rate(decimal? end) => PopulationRate.Of(end, region.Code, cell.Start, cell.End, reference.Population)?.Value;
    }

    // Counts vary by chance; without an interval of its own a count has the exact one of Poisson, of what rounding leaves possible.
    private static Point Chance(Reader reader, RegionsFilters filters, Point point)
    {
        if (!RegionsFilters.CanBePerPopulation(filters.Measure) || point.Value is not { } count)
        {
            return point;
        }

        var rounding = point.Status == CellStatus.Zero ? 0 : Comparison.Rounding(reader, filters.Measure);
        var least = Math.Min(point.Lower ?? count, Math.Max(0, count - rounding));
        var most = Math.Max(point.Upper ?? count, count + rounding);
        var (lower, upper) = ((decimal)PoissonInterval.Exact((double)least).Lower, (decimal)PoissonInterval.Exact((double)most).Upper);
        return point with { Lower = lower, Upper = upper, IntervalText = reader.Text(ChartText.IntervalOf, reader.Language.Number(lower, 1), reader.Language.Number(upper, 1)) };
    }

    // That a count was revised, or that it is a rate of a count, are two things; neither takes the other's place.
    private static string Notes(string? first, string second) => first is null ? second : $"{second}; {first}";

    private static IEnumerable<string> Apart(Reader reader, RegionsFilters filters, IReadOnlyList<Point> rows, Point? apart)
    {
        if (apart is not null && rows.Count > 0)
        {
            yield return reader.Text(filters.Region is null ? RegionsText.RegionNotStatedNote : RegionsText.DistrictNotStatedNote, apart.Label, apart.Text);
        }

        if (filters.Region is not null && rows.Any(row => row.Status == CellStatus.NotReported))
        {
            yield return reader.Text(RegionsText.NoneStated);
        }
    }

    private static List<string> Notes(Reader reader, IReadOnlyList<Point> rows) =>
        rows.Any(row => row.Note?.Contains('*', StringComparison.Ordinal) == true) ? [reader.Text(RegionsText.InterpolatedNote)] : [];
}
