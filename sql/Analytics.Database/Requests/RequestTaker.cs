using Analytics.Contracts;
using Dapper;
using Npgsql;

namespace Analytics.Database.Requests;

/// <summary>
/// The worker's side of <c>ops.request</c>: takes each request once. Whoever works on one holds an advisory lock on it, so that a
/// request of a worker that was killed is free again as soon as its connection is gone.
/// </summary>
/// <param name="database">Connects as the role that loads.</param>
public sealed class RequestTaker(NpgsqlDataSource database, TimeProvider time)
{
    /// <summary>The channel that tells of new requests.</summary>
    public const string Channel = "analytics_request";

    /// <summary>A request that has ended so many workers is not tried again.</summary>
    private const int MostAttempts = 3;

    /// <summary>Takes the oldest request that nobody works on.</summary>
    /// <returns>Null when there is none.</returns>
    public async Task<HeldRequest?> TakeAsync(CancellationToken token)
    {
        var connection = await database.OpenConnectionAsync(token);
        try
        {
            foreach (var candidate in await connection.QueryAsync<long>(Command("open_requests.sql", null, token)))
            {
                if (await connection.ExecuteScalarAsync<bool>(Command("lock_request.sql", new { request = candidate }, token)))
                {
                    // Another worker may have done it between the two statements.
                    var taken = await connection.QuerySingleOrDefaultAsync<Request>(Command("take_request.sql", new { request = candidate, now = time.GetUtcNow(), most = MostAttempts }, token));
                    if (taken is { State: "running" })
                    {
                        return new HeldRequest(taken, connection, time);
                    }

                    await connection.ExecuteAsync(Command("unlock_request.sql", new { request = candidate }, token));
                }
            }
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }

        await connection.DisposeAsync();
        return null;
    }

    internal static CommandDefinition Command(string file, object? parameters, CancellationToken token) =>
        new(SqlText.Beside<RequestTaker>(file), parameters, cancellationToken: token);
}

/// <summary>A request that this process works on; disposing lets go of it, ended or not.</summary>
public sealed class HeldRequest(Request request, NpgsqlConnection connection, TimeProvider time) : IAsyncDisposable
{
    private readonly SemaphoreSlim _one = new(1);

    public Request Request => request;

    /// <summary>Says how many rows were read so far.</summary>
    public Task TellAsync(long rowsRead, CancellationToken token) => RunAsync("tell_request.sql", new { request = request.RequestId, rows = rowsRead }, token);

    /// <param name="result">As <see cref="RequestKind"/> says; a <see cref="FailureResult"/> when it failed.</param>
    public Task FinishAsync(object result, CancellationToken token) => RunAsync(
        "finish_request.sql",
        new { request = request.RequestId, now = time.GetUtcNow(), state = result is FailureResult ? "failed" : "done", result = RequestJson.Write(result) },
        token);

    public async ValueTask DisposeAsync()
    {
        await using (connection)
        {
            if (connection.State == System.Data.ConnectionState.Open)
            {
                await RunAsync("unlock_request.sql", new { request = request.RequestId }, CancellationToken.None);
            }
        }

        _one.Dispose();
    }

    private async Task RunAsync(string file, object parameters, CancellationToken token)
    {
        await _one.WaitAsync(token);
        try
        {
            await connection.ExecuteAsync(RequestTaker.Command(file, parameters, token));
        }
        finally
        {
            _one.Release();
        }
    }
}
