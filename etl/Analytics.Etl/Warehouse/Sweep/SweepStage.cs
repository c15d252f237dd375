using Analytics.Database;
using Analytics.Etl.Hosting;
using Dapper;
using Npgsql;

namespace Analytics.Etl.Warehouse.Sweep;

/// <summary>What was forgotten.</summary>
internal sealed record SweepReport(long Entries, int Figures);

/// <summary>Forgets what grows with every look and is older than <see cref="KeepSettings"/> say.</summary>
internal sealed class SweepStage(NpgsqlDataSource database, KeepSettings keep, TimeProvider time)
{
    public async Task<SweepReport> RunAsync(CancellationToken token)
    {
        var now = time.GetUtcNow();
        await using var connection = await database.OpenConnectionAsync(token);
        var entries = await connection.ExecuteScalarAsync<long>(Command("sweep_audit.sql", new { before = now.AddDays(-keep.AuditDays) }, token));
        var figures = await connection.ExecuteAsync(Command("sweep_figures.sql", new { before = now.AddDays(-keep.FigureDays), most = keep.MostFigures }, token));
        return new SweepReport(entries, figures);
    }

    private static CommandDefinition Command(string file, object parameters, CancellationToken token) =>
        new(SqlText.Beside<SweepStage>(file), parameters, commandTimeout: 0, cancellationToken: token);
}
