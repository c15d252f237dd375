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

public sealed record JobsView(IReadOnlyList<RunRow> Runs)
{
    /// <summary>The newest run of each job.</summary>
    public IReadOnlyList<RunRow> Newest { get; } = [.. Runs.DistinctBy(run => run.Job).OrderBy(run => run.Job, StringComparer.Ordinal)];
}

/// <summary>How the jobs ran, from <c>ops</c>.</summary>
public sealed class JobsQuery(AdminDatabase database)
{
    private const int Most = 200;

    public async Task<JobsView> ReadAsync(CancellationToken token)
    {
        await using var connection = await database.Source.OpenConnectionAsync(token);
        var command = new CommandDefinition(SqlText.Beside<JobsQuery>("runs.sql"), new { most = Most }, cancellationToken: token);
        return new JobsView([.. await connection.QueryAsync<RunRow>(command)]);
    }
}
