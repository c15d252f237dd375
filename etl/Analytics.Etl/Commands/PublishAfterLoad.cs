using Analytics.Etl.Hosting;
using Analytics.Etl.Stages;

namespace Analytics.Etl.Commands;

/// <summary>The publication that follows a load by hand: of what it changed, and of whatever else is loaded and not published.</summary>
internal static class PublishAfterLoad
{
    /// <returns>The exit code; an error has been printed.</returns>
    public static async Task<int> RunAsync(DatabaseAccess database, TimeProvider time, CancellationToken token)
    {
        try
        {
            if (await new Unpublished(database.Etl).AnyAsync(token))
            {
                await new Refresh(database.Etl, time).RunAsync(token);
            }

            return Exit.Done;
        }
        catch (Exception cause) when (Faults.Describe(cause) is { } why)
        {
            return Exit.Failed($"{NotPublished(why)}.");
        }
    }

    /// <summary>What is so when a load is done and the publication after it failed, without a full stop.</summary>
    /// <param name="why">A clause.</param>
    public static string NotPublished(string why) => $"loaded; not published, because {why.TrimEnd('.')}; publish it with ./analytics publish";
}
