using Dapper;
using Npgsql;

namespace Analytics.Database.Server;

/// <summary>
/// How a command tells the worker that something is loaded and not published. Told to nobody it is lost, and nothing is with it:
/// a worker that starts, and every publication, looks for what is loaded by itself.
/// </summary>
public static class LoadNews
{
    /// <summary>The channel of the database's notifications.</summary>
    public const string Channel = "analytics_loaded";

    public static async Task TellAsync(NpgsqlDataSource database, CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        await connection.ExecuteAsync(new CommandDefinition("select pg_notify(@Channel, '')", new { Channel }, cancellationToken: token));
    }

    /// <summary>From here on the connection hears of each; what is told between two waits is not missed.</summary>
    public static Task ListenAsync(NpgsqlConnection connection, CancellationToken token) =>
        connection.ExecuteAsync(new CommandDefinition($"listen {Channel}", cancellationToken: token));
}
