using Analytics.Etl.Hosting;
using Analytics.Etl.Stages;
using Analytics.Etl.Stages.Publish;

namespace Analytics.Etl.Commands;

/// <summary>The publication that follows a load by hand.</summary>
internal static class PublishAfterLoad
{
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(DatabaseAccess database, TimeProvider time, CancellationToken token)
    {
        try
        {
            await new Refresh(database.Etl, time).RunAsync(token);
            return Exit.Done;
        }
        catch (PublicationBlockedException cause)
        {
            return Exit.Failed($"the rows were loaded, but not published: {cause.Message}");
        }
    }
}
