using System.Globalization;
using Analytics.Database;
using Dapper;
using Npgsql;

namespace Analytics.Dashboard.Cells;

/// <summary>Reads the cells of a request through one profile's database role.</summary>
public static class CellQuery
{
    private static readonly string s_sql = SqlText.Beside(typeof(CellQuery), "cells.sql");

    /// <param name="publication">An earlier publication; null for the current one.</param>
    public static async Task<IReadOnlyList<Cell>> ReadAsync(NpgsqlDataSource database, CellRequest request, long? publication, CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(s_sql, Parameters(request, publication), cancellationToken: token));
        return [.. rows.Select(row => row.Cell())];
    }

    private static DynamicParameters Parameters(CellRequest request, long? publication)
    {
        var parameters = new DynamicParameters();
        parameters.Add("publication", publication);
        parameters.Add("measures", request.Measures.ToArray());
        parameters.Add("kind", request.ByPeriod ? request.PeriodKind.Code() : null);
        parameters.Add("from", request.From?.ToString("O", CultureInfo.InvariantCulture));
        parameters.Add("to", request.To?.ToString("O", CultureInfo.InvariantCulture));
        foreach (var dimension in Dimension.All)
        {
            var kept = request.Filters.TryGetValue(dimension, out var members) ? members.ToArray()
                : request.By.Contains(dimension) ? null
                : [Dimension.Total];
            parameters.Add(dimension, kept);
        }

        return parameters;
    }

    private sealed class Row
    {
        public required string Measure { get; init; }
        public required string PeriodKind { get; init; }
        public required string Period { get; init; }
        public DateOnly Start { get; init; }
        public DateOnly End { get; init; }
        /// <summary>In the order of <see cref="Dimension.All"/>.</summary>
        public required string[] Members { get; init; }
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
            var cut = Dimension.All.Zip(Members)
                .Where(pair => pair.Second != Dimension.Total)
                .ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
            return new(Measure, CodeText.PeriodKind(PeriodKind), Period, Start, End, cut, Value, Lower, Upper, CodeText.StatusOf(Status), Provisional)
            {
                Revision = OldStatus is null ? null : new(OldValue, CodeText.StatusOf(OldStatus), new DateTimeOffset(RevisedAt!.Value, TimeSpan.Zero), RevisedBy!.Value),
            };
        }
    }
}
