using System.Data;
using Dapper;

namespace Analytics.Database;

/// <summary>The checks of <c>sql/checks</c>: a row returned is a failure.</summary>
public static class Checks
{
    /// <returns>Names of the checks that returned rows, each with how many (at most 100 are counted).</returns>
    public static async Task<IReadOnlyList<(string Name, int Rows)>> FailuresAsync(IDbConnection connection, CancellationToken token)
    {
        var failures = new List<(string, int)>();
        foreach (var check in Script.In("checks"))
        {
            var rows = (await connection.QueryAsync(new CommandDefinition($"-- {check.Path}\n{check.Text}", cancellationToken: token))).Count();
            if (rows > 0)
            {
                failures.Add((Path.GetFileNameWithoutExtension(check.Path), rows));
            }
        }

        return failures;
    }
}
