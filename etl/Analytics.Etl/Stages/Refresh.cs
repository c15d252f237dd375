using Analytics.Etl.Stages.Estimate;
using Analytics.Etl.Stages.Link;
using Analytics.Etl.Stages.Publish;
using Npgsql;

namespace Analytics.Etl.Stages;

/// <summary>Everything that follows a load, in order: persons are linked, those on no list estimated, and what readers see is published.</summary>
internal sealed class Refresh(NpgsqlDataSource database, TimeProvider time)
{
    /// <exception cref="PublicationBlockedException">The attack found withheld cells, or a check of the warehouse failed.</exception>
    public async Task<PublishReport> RunAsync(CancellationToken token)
    {
        await new LinkStage(database, time).RunAsync(token);
        await new EstimateStage(database, time).RunAsync(token);
        return await new PublishStage(database, time).RunAsync(token);
    }
}
