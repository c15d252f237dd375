using System.CommandLine;
using Analytics.Database.Server;
using Analytics.Etl.Hosting;
using Analytics.Etl.Publish;

namespace Analytics.Etl.Commands;

/// <summary>The publication that follows a load by hand: of what it changed, and of whatever else is loaded and not published.</summary>
internal static class PublishAfterLoad
{
    private const string Later = "later";
    private const string Wait = "wait";
    private const string No = "no";

    /// <summary><c>--publish</c>: who publishes, and whether the command waits for it.</summary>
    public static Option<string> Option()
    {
        var option = new Option<string>("--publish")
        {
            Description = $"{Later}: the running worker publishes, and without one this command does (the default); {Wait}: this command publishes and says when it has; {No}: the next publication takes it along.",
            HelpName = $"{Wait}|{Later}|{No}",
            DefaultValueFactory = _ => Later,
        };
        option.AcceptOnlyFromAmong(Wait, Later, No);
        return option;
    }

    /// <param name="how">A value of <see cref="Option"/>.</param>
    /// <param name="progress">Hears what becomes of the publication.</param>
    /// <returns>The exit code; an error has been printed.</returns>
    public static async Task<int> RunAsync(DatabaseAccess database, string how, TimeProvider time, IProgress<string> progress, CancellationToken token)
    {
        try
        {
            if (!await new Unpublished(database.Etl).AnyAsync(token))
            {
                return Exit.Done;
            }

            if (how == No)
            {
                progress.Report("Not published: the next publication takes it along (./analytics publish).");
            }
            else if (how == Later && await WorkerLease.IsHeldAsync(database.Owner, token))
            {
                await LoadNews.TellAsync(database.Etl, token);
                progress.Report("The worker publishes it; --publish wait waits for that.");
            }
            else
            {
                progress.Report("Publishing …");
                await new Refresh(database.Etl, time).RunAsync(token);
                progress.Report("Published.");
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
