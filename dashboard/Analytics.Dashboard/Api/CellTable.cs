using System.Globalization;
using Analytics.Dashboard.Localization;
using Analytics.Dashboard.Published;
using Analytics.Domain.Measures;

namespace Analytics.Dashboard.Api;

/// <summary>Cells as rows: measure, unit, period, the members with their names, value, interval and status.</summary>
public sealed record CellTable(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows)
{
    private const string Provisional = "provisional";

    public static CellTable Of(CellAnswer answer, Reference reference, Language language)
    {
        var request = answer.Request;
        var dimensions = Dimension.All.Where(dimension => request.By.Contains(dimension) || request.Filters.ContainsKey(dimension)).ToList();
        return new CellTable(
            [
                "measure", "unit", "period_kind", "period", "period_start", "period_end",
                .. dimensions.SelectMany(dimension => new[] { dimension, dimension + "_name" }),
                "value", "lower", "upper", "status",
                .. request.PerPopulation ? new[] { "per_100000_population", "population_interpolated" } : [],
            ],
            [.. answer.Cells.Select(cell => Row(cell, dimensions, request, reference, language))]);
    }

    /// <summary>A field as files carry it.</summary>
    public static string Invariant(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";

    private static IReadOnlyList<object?> Row(Cell cell, List<string> dimensions, CellRequest request, Reference reference, Language language)
    {
        // There is no population of districts, and who is helped in a region need not be one of its people.
        var rate = request.PerPopulation && cell.Member(Dimension.District) == Dimension.Total && cell.Member(Dimension.RegionService) == Dimension.Total
            ? PopulationRate.Of(cell.Value, cell.Member(Dimension.Region) is var region and not Dimension.Total ? region : Reference.Country, cell.Start, cell.End, reference.Population)
            : null;
        return
        [
            cell.Measure,
            MeasureCatalogue.Find(cell.Measure) is { } measure ? language.Text(measure.UnitName) : "",
            cell.PeriodKind.Code(),
            cell.Period,
            cell.Start.ToString("O", CultureInfo.InvariantCulture),
            cell.End.ToString("O", CultureInfo.InvariantCulture),
            .. dimensions.SelectMany(dimension => new object?[] { cell.Member(dimension), language.Text(reference.Name(dimension, cell.Member(dimension), cell.End)) }),
            cell.Value,
            cell.Lower,
            cell.Upper,
            cell is { Provisional: true, Status: CellStatus.Ok } ? Provisional : cell.Status.Code(),
            .. request.PerPopulation ? new object?[] { rate?.Value is { } value ? Math.Round(value, 3) : null, rate?.Interpolated } : [],
        ];
    }
}
