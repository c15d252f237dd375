using System.Globalization;
using System.Text.Json;
using Analytics.Database;
using Analytics.Domain.Measures;
using Dapper;
using Npgsql;

namespace Analytics.Dashboard.Published;

/// <summary>Reads the cells of a request through one profile's database role.</summary>
public static class CellQuery
{
    private static readonly string s_sql = SqlText.Beside(typeof(CellQuery), "cells.sql");

    /// <param name="publication">An earlier publication; null for the current one.</param>
    public static async Task<IReadOnlyList<Cell>> ReadAsync(NpgsqlDataSource database, CellRequest request, long? publication, CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(s_sql, Parameters(request, publication), cancellationToken: token));
        var measures = request.Measures.ToList();
        var cells = rows.Select(row => row.Cell()).OrderBy(cell => measures.IndexOf(cell.Measure)).ThenBy(cell => cell.Start);
        return [.. Dimension.All.Aggregate(cells, (sorted, dimension) => sorted.ThenBy(cell => cell.Member(dimension), StringComparer.Ordinal))];
    }

    private static DynamicParameters Parameters(CellRequest request, long? publication)
    {
        var parameters = new DynamicParameters();
        parameters.Add("publication", publication);
        parameters.Add("measures", request.Measures.ToArray());
        parameters.Add("kind", request.ByPeriod ? request.PeriodKind.Code() : null);
        parameters.Add("from", request.From?.ToString("O", CultureInfo.InvariantCulture));
        parameters.Add("to", request.To?.ToString("O", CultureInfo.InvariantCulture));
        parameters.Add("cuts", Cuts(request).ToArray());
        parameters.Add("filters", JsonSerializer.Serialize(request.Filters));
        return parameters;
    }

    /// <summary>The cuts that hold the cells: by what the request is cut and filtered by, with and without a dimension whose total is asked for too.</summary>
    private static IEnumerable<string> Cuts(CellRequest request)
    {
        var always = request.By.Where(dimension => dimension != CellRequest.PeriodDimension && !request.Filters.ContainsKey(dimension))
            .Concat(request.Filters.Where(filter => !filter.Value.Contains(Dimension.Total)).Select(filter => filter.Key));
        var alsoTotal = request.Filters.Where(filter => filter.Value.Contains(Dimension.Total) && filter.Value.Count > 1).Select(filter => filter.Key);
        return alsoTotal.Aggregate(
            (IEnumerable<string[]>)[[.. always]],
            (cuts, dimension) => cuts.SelectMany(cut => new[] { cut, [.. cut, dimension] })).Select(Dimension.Cut);
    }

    private sealed class Row
    {
        public required string Measure { get; init; }
        public required string PeriodKind { get; init; }
        public required string Period { get; init; }
        public DateOnly Start { get; init; }
        public DateOnly End { get; init; }
        /// <summary>A JSON object of codes by dimension.</summary>
        public required string Members { get; init; }
        public decimal? Value { get; init; }
        public decimal? Lower { get; init; }
        public decimal? Upper { get; init; }
        public required string Status { get; init; }
        public bool Provisional { get; init; }
        public decimal? OldValue { get; init; }
        public string? OldStatus { get; init; }
        public DateTime? RevisedAt { get; init; }
        public long? RevisedBy { get; init; }

        public Cell Cell()
        {
            var cut = JsonSerializer.Deserialize<Dictionary<string, string>>(Members)!;
            return new(Measure, CodeText.PeriodKind(PeriodKind), Period, Start, End, cut, Value, Lower, Upper, CodeText.StatusOf(Status), Provisional)
            {
                Revision = OldStatus is null ? null : new(OldValue, CodeText.StatusOf(OldStatus), new DateTimeOffset(RevisedAt!.Value, TimeSpan.Zero), RevisedBy!.Value),
            };
        }
    }
}
