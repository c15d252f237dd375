using Analytics.Etl.Stages.Alerts;
using Analytics.Etl.Stages.Estimate;
using Analytics.Etl.Stages.Link;
using Analytics.Etl.Stages.Publish;
using Analytics.Etl.Stages.Quality;
using Analytics.Etl.Stages.Reports;
using Npgsql;

namespace Analytics.Etl.Stages;

/// <summary>Everything that follows a load, in order: persons are linked, those on no list estimated, new batches are examined, reports are set against
/// those owed, alerts are brought up to date, and what readers see is published.</summary>
internal sealed class Refresh(NpgsqlDataSource database, TimeProvider time)
{
    /// <exception cref="PublicationBlockedException">The attack found withheld cells, or a check of the warehouse failed.</exception>
    public async Task<PublishReport> RunAsync(CancellationToken token)
    {
        await LinkAsync(token);
        await new EstimateStage(database, time).RunAsync(token);
        await new QualityStage(database, time).RunAsync(token);
        await new ReportStage(database, time).RunAsync(token);
        await new AlertStage(database, time).RunAsync(token);
        return await new PublishStage(database, time).RunAsync(token);
    }

    /// <summary>Leaves linkage out when nothing that it reads has changed since it last ran.</summary>
    private async Task LinkAsync(CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        var inputs = await LinkInputs.ReadAsync(connection, token);
        if (inputs.Changed)
        {
            await new LinkStage(database, time).RunAsync(token);
            await inputs.KeepAsync(connection, token);
        }
    }
}
