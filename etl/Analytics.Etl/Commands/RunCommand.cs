using System.CommandLine;
using Analytics.Etl.Hosting;
using Analytics.Etl.Publish;
using Analytics.Etl.Scheduling;
using Analytics.Etl.Settings;
using Analytics.Etl.Telemetry;

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

        using var telemetry = WorkerTelemetry.OfCommand();
        await using var database = await DatabaseAccess.OpenAsync(folder, "run", time, new Screen(Console.Error), token, $"job {job}");
        using var logs = FileLoggerProvider.FactoryOf(folder, time);
        await using var scheduler = await SchedulerService.OpenByHandAsync(folder, database.Etl, settings, time, logs, token);
        var failed = await StepAsync(scheduler, job, token);
        if (job != JobSettings.Publish && await new Unpublished(database.Etl).AnyAsync(token))
        {
            var unpublished = await StepAsync(scheduler, JobSettings.Publish, token);
            failed = (failed, unpublished) switch
            {
                (_, null) => failed,
                (null, _) => PublishAfterLoad.NotPublished(unpublished),
                _ => $"{failed}; and {PublishAfterLoad.NotPublished(unpublished)}",
            };
        }

        return failed is null ? Exit.Done : Exit.Failed($"{failed}.");
    }

    /// <summary>Runs a job and says what it did.</summary>
    /// <returns>Why it failed, without a full stop; null when it did not.</returns>
    private static async Task<string?> StepAsync(SchedulerService scheduler, string job, CancellationToken token)
    {
        var report = await scheduler.RunAsync(job, "hand", token);
        if (report.Error is { } error)
        {
            return $"{job}: {error.TrimEnd('.')}";
        }

        Console.WriteLine($"{job}: {report.Summary}");
        return null;
    }
}
