using Analytics.Dashboard.Access;
using Analytics.Dashboard.Published;
using Analytics.Dashboard.Shared;

namespace Analytics.Dashboard.Telemetry;

/// <summary>How fresh what is published is, as it was last read.</summary>
public sealed class Freshness(ProfileDatabase databases)
{
    /// <summary>Null where the database did not answer.</summary>
    public (Publication? Publication, IReadOnlyList<SourceStatus> Sources)? Last { get; private set; }

    public async Task ReadAsync(CancellationToken token)
    {
        try
        {
            var publication = await ReferenceQuery.PublicationAsync(databases.ForReadiness, token);
            Last = (publication, (await ReferenceQuery.ReferenceAsync(databases.ForReadiness, token)).Sources);
        }
        catch (Exception fault) when (LoadFault.IsPassing(fault))
        {
            Last = null;
        }
    }
}
