using Analytics.Dashboard.Cells;
using Analytics.Dashboard.Charts;
using Analytics.Dashboard.Localization;
using Analytics.Dashboard.Published;
using Analytics.Dashboard.Shared;
using Analytics.Domain.Measures;

namespace Analytics.Dashboard.Pages.Regions;

/// <summary>The nine regions as a map or as ranked bars.</summary>
public static class RegionsFigure
{
    /// <summary>A point for each of the nine regions, highest first; those without a number last.</summary>
    public static IReadOnlyList<Point> Rows(Reader reader, RegionsFilters filters, Reference reference, CellAnswer answer)
    {
        var cells = answer.Cells.ToDictionary(cell => cell.Member(Dimension.Region), StringComparer.Ordinal);
        return
        [
            .. Regions(reference, answer)
                .Select(region => Row(reader, filters, reference, region, cells.GetValueOrDefault(region.Code)))
                .OrderByDescending(point => point.Value ?? -1),
        ];
    }

    /// <summary>The regions that were there in the period of an answer.</summary>
    public static IReadOnlyList<Member> Regions(Reference reference, CellAnswer answer) =>
        answer.Cells.Count == 0 ? reference.RegionsIn(DateOnly.MaxValue.AddDays(-1), DateOnly.MaxValue.AddDays(-1)) : reference.RegionsIn(answer.Cells.Min(cell => cell.Start), answer.Cells.Max(cell => cell.End));

    /// <summary>The same figure for the whole country.</summary>
    public static decimal? Country(RegionsFilters filters, Reference reference, CellAnswer whole) => whole.Cells switch
    {
        [var cell] when filters.PerPopulation => PopulationRate.Of(cell.Value, Reference.Country, cell.Start, cell.End, reference.Population)?.Value,
        [var cell] => cell.Value * MeasureFormat.Scale(filters.Measure),
        _ => null,
    };

    public static int Decimals(RegionsFilters filters) => filters.PerPopulation ? 1 : MeasureFormat.Decimals(filters.Measure);

    public static Figure Build(Reader reader, RegionsFilters filters, Reference reference, IReadOnlyList<Point> rows, FigureShape shape)
    {
        var unit = reader.Text(filters.Measure.UnitName);
        var unitAndPopulation = filters.PerPopulation ? reader.Text(RegionsText.UnitPer, unit) : unit;
        return new Figure
        {
            Shape = shape,
            Title = reader.Text(filters.Measure.Name),
            Subtitle = FigureParts.Scope(
                unitAndPopulation,
                RegionsModel.PeriodName(reader, filters),
                filters.Sex is { } sex ? reader.Text(reference.Name(Dimension.Sex, sex)) : null,
                filters.Form is { } form ? reader.Text(reference.Name(Dimension.Form, form)) : null),
            Summary = RegionsFinding.Summary(reader, filters, rows),
            PointHeading = reader.Text(SharedText.Region),
            Unit = unitAndPopulation,
            Series = [new Series(reader.Text(filters.Measure.Name), UnitText.Colour(filters.Measure.Unit), unitAndPopulation, rows)],
            Notes = Notes(reader, rows),
            Separators = reader.Language.Separators,
            Language = reader.Language.Code,
        };
    }

    private static Point Row(Reader reader, RegionsFilters filters, Reference reference, Member region, Cell? cell)
    {
        var name = reader.Text(region.Name);
        var suffix = MeasureFormat.Suffix(filters.Measure);
        var decimals = Decimals(filters);
        var point = FigureParts.Point(reader, region.Code, name, cell, decimals, MeasureFormat.Scale(filters.Measure), suffix) with
        {
            SubLabel = reader.Text(RegionsText.Brief(region.Code, region.Name)),
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
                Lower = null,
                Upper = null,
                IntervalText = null,
                Note = reader.Text(
                    (rate.Interpolated, rate.Rebased) switch
                    {
                        (true, true) => RegionsText.CountInterpolatedRebased,
                        (true, false) => RegionsText.CountInterpolated,
                        (false, true) => RegionsText.CountRebased,
                        _ => RegionsText.CountOnly,
                    },
                    reader.Language.Number(count)),
            }
            : point with { Value = null, Status = CellStatus.NotReported, Text = reader.Text(RegionsText.NoPopulation), Note = reader.Text(RegionsText.CountOnly, reader.Language.Number(count)) };
    }

    private static List<string> Notes(Reader reader, IReadOnlyList<Point> rows) =>
        rows.Any(row => row.Note?.Contains('*', StringComparison.Ordinal) == true) ? [reader.Text(RegionsText.InterpolatedNote)] : [];
}
