using Analytics.Dashboard.Access;
using Analytics.Database;
using Dapper;

namespace Analytics.Dashboard.Pages.Jobs;

/// <summary>A run of a job.</summary>
/// <param name="State">running, done, failed or interrupted.</param>
/// <param name="Said">Its error, or its summary.</param>
public sealed record RunRow(
    long RunId, string Job, string Trigger, DateTime StartedAt, DateTime? FinishedAt, string State, int Files, long Read, long Rejected, string? Said)
{
    public bool HasFailed => State is "failed" or "interrupted";
}

/// <summary>A scheduled job and its newest run.</summary>
/// <param name="NextRun">Null where it runs by hand only.</param>
/// <param name="Newest">Null before its first run.</param>
public sealed record JobRow(string Job, string? Schedule, bool Paused, DateTime? NextRun, RunRow? Newest)
{
    public bool IsRunning => Newest?.State == "running";
}

public sealed record JobsView(IReadOnlyList<JobRow> Jobs, IReadOnlyList<RunRow> Runs)
{
    public bool IsAnyRunning => Runs.Any(run => run.State == "running");
}

/// <summary>How the jobs ran, from <c>ops</c>.</summary>
public sealed class JobsQuery(AdminDatabase database)
{
    private const int Most = 200;

    public async Task<JobsView> ReadAsync(Rights rights, CancellationToken token)
    {
        await using var connection = await database.OpenAsync(rights, token);
        CommandDefinition Command(string file) => new(SqlText.Beside<JobsQuery>(file), new { most = Most }, cancellationToken: token);
        List<RunRow> runs = [.. await connection.QueryAsync<RunRow>(Command("runs.sql"))];
        var newest = (await connection.QueryAsync<RunRow>(Command("newest_runs.sql"))).ToDictionary(run => run.Job, StringComparer.Ordinal);
        var jobs = await connection.QueryAsync<Job>(Command("jobs.sql"));
        return new JobsView([.. jobs.Select(job => new JobRow(job.Name, job.Schedule, job.Paused, job.NextRun, newest.GetValueOrDefault(job.Name)))], runs);
    }

    private sealed record Job(string Name, string? Schedule, bool Paused, DateTime? NextRun);
}
