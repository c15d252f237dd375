using Npgsql;

namespace Analytics.Database.Server;

/// <summary>Tells that a database went away from that it refused a statement: after the one, the same work may be tried again.</summary>
public static class DatabaseLoss
{
    /// <summary>Whether <paramref name="cause"/>, or what it came from, is a lost or refused connection.</summary>
    public static bool Is(Exception? cause) => cause switch
    {
        null => false,
        PostgresException refused => IsLoss(refused.SqlState),
        // Too slow is not away: the same statement would be as slow again.
        NpgsqlException { InnerException: TimeoutException } => false,
        NpgsqlException => true,
        AggregateException several => several.InnerExceptions.Any(Is),
        _ => Is(cause.InnerException),
    };

    private static bool IsLoss(string state) =>
        state is PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow
        || state.StartsWith("08", StringComparison.Ordinal);
}
