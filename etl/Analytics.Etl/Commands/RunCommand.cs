using System.CommandLine;
using Analytics.Etl.Hosting;

namespace Analytics.Etl.Commands;

/// <summary><c>./analytics run JOB</c>: runs a job now, wherever its schedule stands, and publishes what it changed.</summary>
internal static class RunCommand
{
    private static readonly Argument<string> s_job = new("JOB") { Description = "A source's id, publish, rebuild or sweep. ./analytics jobs lists them." };

    public static Command Create(TimeProvider time)
    {
        var command = new Command("run", "Run a job now.") { s_job };
        command.SetAction((parsed, token) => RunAsync(parsed, time, token));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, TimeProvider time, CancellationToken token)
    {
        var job = parsed.GetValue(s_job)!;
        var folder = DataFolder.Of(parsed);
        JobSettings settings;
        try
        {
            settings = JobSettings.Read(folder, demo: true);
        }
        catch (SettingsException cause)
        {
            return Exit.Usage(cause.Message);
        }

        if (!settings.Jobs.Contains(job, StringComparer.Ordinal))
        {
            return Exit.Usage($"there is no job '{job}'; give one of: {string.Join(", ", settings.Jobs)}.");
        }

        await using var database = await DatabaseAccess.OpenAsync(folder, "run", time, new Screen(Console.Error), token, $"job {job}");
        using var logs = FileLoggerProvider.FactoryOf(folder, time);
        await using var scheduler = await SchedulerService.OpenByHandAsync(folder, database.Etl, settings, time, logs, token);
        foreach (var step in job == JobSettings.Publish ? [job] : (string[])[job, JobSettings.Publish])
        {
            var report = await scheduler.RunAsync(step, "hand", token);
            if (report.Error is { } error)
            {
                return Exit.Failed($"{step}: {error.TrimEnd('.')}.");
            }

            Console.WriteLine($"{step}: {report.Summary}");
            if (step == job && job != JobSettings.Rebuild && !report.ChangedAnything)
            {
                break;
            }
        }

        return Exit.Done;
    }
}
