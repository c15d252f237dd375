using System.Data;
using Dapper;

namespace Analytics.Database;

/// <summary>What is checked.</summary>
public enum CheckScope
{
    /// <summary>The warehouse and what is published of it.</summary>
    All,

    /// <summary>The warehouse alone: what was published is of an earlier moment while something is loaded and not published.</summary>
    Facts,
}

/// <summary>The checks of <c>sql/checks</c>: a row returned is a failure.</summary>
public static class Checks
{
    /// <returns>Names of the checks that returned rows, each with how many (at most 100 are counted).</returns>
    public static Task<IReadOnlyList<(string Name, int Rows)>> FailuresAsync(IDbConnection connection, CancellationToken token) =>
        FailuresAsync(connection, firstBatch: 0, token);

    /// <param name="firstBatch">Facts that grow are checked from this batch on; what earlier ones made was checked before.</param>
    public static Task<IReadOnlyList<(string Name, int Rows)>> FailuresAsync(IDbConnection connection, long firstBatch, CancellationToken token) =>
        FailuresAsync(connection, firstBatch, CheckScope.All, token);

    /// <param name="firstBatch">Facts that grow are checked from this batch on; what earlier ones made was checked before.</param>
    public static async Task<IReadOnlyList<(string Name, int Rows)>> FailuresAsync(IDbConnection connection, long firstBatch, CheckScope scope, CancellationToken token)
    {
        var failures = new List<(string, int)>();
        await connection.ExecuteAsync(new CommandDefinition(SqlText.Beside(typeof(Checks), "plan_for_checks.sql"), new { first_batch = firstBatch }, cancellationToken: token));
        foreach (var check in Script.In("checks").Where(check => scope == CheckScope.All || !ReadsAPublication(check.Text)))
        {
            var rows = (await connection.QueryAsync(new CommandDefinition($"-- {check.Path}\n{check.Text}", new { first_batch = firstBatch }, commandTimeout: 0, cancellationToken: token))).Count();
            if (rows > 0)
            {
                failures.Add((Path.GetFileNameWithoutExtension(check.Path), rows));
            }
        }

        return failures;
    }

    /// <summary>As the check says of itself.</summary>
    private static bool ReadsAPublication(string check) =>
        check.Contains("pub.", StringComparison.Ordinal) || check.Contains("mart.fct_capture_history", StringComparison.Ordinal);
}
