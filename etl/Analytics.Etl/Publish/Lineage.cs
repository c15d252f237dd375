using Analytics.Database;
using Analytics.Domain.Measures;
using Analytics.Etl.Publish.Cells;
using Dapper;
using Npgsql;
using NpgsqlTypes;

namespace Analytics.Etl.Publish;

/// <summary>Which batches stand behind each published count.</summary>
internal static class Lineage
{
    private const string SeesAll = "ministry";

    /// <summary>Replaces <c>ops.cell_lineage</c> by the batches of the cells that the ministry sees.</summary>
    public static async Task SaveAsync(NpgsqlConnection connection, IEnumerable<PublishedCell> cells, CancellationToken token)
    {
        await connection.ExecuteAsync(new CommandDefinition("create temporary table built_lineage (like ops.cell_lineage) on commit drop", cancellationToken: token));
        await using (var writer = await connection.BeginBinaryImportAsync("copy built_lineage (measure, period, members, batches) from stdin (format binary)", token))
        {
            foreach (var cell in cells.Where(cell => cell is { Profile: SeesAll, Status: CellStatus.Ok, Batches.Count: > 0 }))
            {
                await writer.StartRowAsync(token);
                await writer.WriteAsync(cell.Measure, NpgsqlDbType.Text, token);
                await writer.WriteAsync(cell.Period.Id, NpgsqlDbType.Text, token);
                await writer.WriteAsync(cell.Members, NpgsqlDbType.Jsonb, token);
                await writer.WriteAsync(cell.Batches.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Bigint, token);
            }

            await writer.CompleteAsync(token);
        }

        await connection.ExecuteAsync(new CommandDefinition(SqlText.Beside(typeof(Lineage), "save_lineage.sql"), commandTimeout: 0, cancellationToken: token));
    }
}
