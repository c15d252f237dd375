using Npgsql;
using Polly;
using Polly.Retry;

namespace Analytics.Etl.Warehouse;

/// <summary>
/// Tries work on the database again when it failed for a passing reason: it met other work, and the server undid one of the two.
/// The work is done whole or not at all each time, so trying it again from its start is safe.
/// </summary>
internal static class PassingFaults
{
    /// <summary>How often work is tried again before its fault is the caller's.</summary>
    public const int MostRetries = 6;

    private static readonly ResiliencePipeline s_collisions = Of(IsCollision, TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(5));
    private static readonly ResiliencePipeline s_lostServer = Of(IsLostServer, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(20));

    /// <summary>Tries again after a deadlock or a serialisation fault.</summary>
    public static async Task<T> RetryAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken token) =>
        await s_collisions.ExecuteAsync(async stop => await work(stop), token);

    /// <summary>Tries again when the server went away: for work that nobody waits for, where something else starts the server again.</summary>
    public static async Task<T> OutliveServerAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken token) =>
        await s_lostServer.ExecuteAsync(async stop => await work(stop), token);

    private static bool IsCollision(NpgsqlException fault) =>
        fault.SqlState is PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure;

    private static bool IsLostServer(NpgsqlException fault) => fault is PostgresException
        ? fault.SqlState is PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow
        : fault.IsTransient;

    private static ResiliencePipeline Of(Func<NpgsqlException, bool> passes, TimeSpan first, TimeSpan longest) => new ResiliencePipelineBuilder()
        .AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle(passes),
            MaxRetryAttempts = MostRetries,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = first,
            MaxDelay = longest,
        })
        .Build();
}
