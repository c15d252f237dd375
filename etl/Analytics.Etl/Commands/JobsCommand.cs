using System.CommandLine;
using System.Text.Json;
using Analytics.Database;
using Analytics.Etl.Hosting;
using Analytics.Etl.Scheduling;
using Analytics.Etl.Settings;
using Dapper;

namespace Analytics.Etl.Commands;

/// <summary><c>./analytics jobs [--json]</c>: the jobs with last and next run, and state.</summary>
internal static class JobsCommand
{
    private static readonly Option<bool> s_json = new("--json") { Description = "Print an array of objects." };

    private static readonly TimeZoneInfo s_zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Bishkek");

    public static Command Create(TimeProvider time)
    {
        var command = new Command("jobs", "Jobs with last and next run, and state.") { s_json };
        command.SetAction((parsed, token) => RunAsync(parsed, time, token));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, TimeProvider time, CancellationToken token)
    {
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

        await using var database = await DatabaseAccess.OpenAsync(folder, "jobs", time, new Screen(Console.Error), token);
        await using var connection = await database.Etl.OpenConnectionAsync(token);
        var jobs = (await connection.QueryAsync<JobRow>(new CommandDefinition(
            SqlText.Beside(typeof(JobsCommand), "jobs.sql"),
            new { jobs = settings.Jobs.ToArray(), group = SchedulerService.Group },
            cancellationToken: token))).ToList();
        if (parsed.GetValue(s_json))
        {
            Console.WriteLine(JsonSerializer.Serialize(jobs.Select(j => new
            {
                job = j.Job,
                state = j.State,
                schedule = j.Schedule,
                last_run = Iso(j.Last_Run),
                last_state = j.Last_State,
                last_summary = j.Last_Summary,
                last_error = j.Last_Error,
                next_run = Iso(j.Next_Run),
            })));
            return Exit.Done;
        }

        Console.WriteLine($"{"job",-22} {"state",-14} {"last run",-17} {"ended",-12} next run");
        foreach (var j in jobs)
        {
            Console.WriteLine($"{j.Job,-22} {j.State,-14} {Shown(j.Last_Run),-17} {j.Last_State ?? "never run",-12} {Shown(j.Next_Run)}");
        }

        return Exit.Done;
    }

    private static string? Iso(DateTime? utc) => utc is { } time ? Local(time).ToString("yyyy-MM-dd'T'HH:mm:sszzz") : null;

    private static string Shown(DateTime? utc) => utc is { } time ? Local(time).ToString("yyyy-MM-dd HH:mm") : "-";

    private static DateTimeOffset Local(DateTime utc) => TimeZoneInfo.ConvertTime(new DateTimeOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc)), s_zone);

    private sealed record JobRow(
        string Job, string? Schedule, string State, DateTime? Last_Run, string? Last_State, string? Last_Summary, string? Last_Error, DateTime? Next_Run);
}
