using Analytics.Etl.Stages.Alerts;
using Analytics.Etl.Stages.Publish;
using Analytics.Etl.Stages.Quality;
using Analytics.Etl.Stages.Reports;
using Npgsql;

namespace Analytics.Etl.Stages;

/// <summary>What follows a load, in order: the new batches are examined, expected reports are set against them, alerts are brought up to date, all is published.</summary>
internal sealed class AfterLoad(NpgsqlDataSource database, TimeProvider time)
{
    /// <exception cref="PublicationBlockedException">The publication was not released; the rest is done.</exception>
    public async Task<PublishReport> RunAsync(CancellationToken token)
    {
        await new QualityStage(database, time).RunAsync(token);
        await new ReportStage(database, time).RunAsync(token);
        await new AlertStage(database, time).RunAsync(token);
        return await new PublishStage(database, time).RunAsync(token);
    }
}
