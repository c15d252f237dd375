using Analytics.Database;
using Analytics.Etl.Feeds;
using Dapper;
using Npgsql;

namespace Analytics.Etl.Ingest.Load;

/// <summary>
/// The way of a large file whose keys are all new: the worker types the rows and copies them into <c>core</c> and the facts, while they go
/// into <c>raw</c> over a second connection, packed. It ends at the first key that was there; from then on rows go to <c>raw</c> alone, and
/// the feed's scripts, for which all are unpacked, make the rest of them.
/// <para>Rows of <c>raw</c> are committed a moment before everything else. A batch that does not come to its end takes them back; what a crash in
/// that moment leaves belongs to no batch, is read by nobody, and is swept out at the next start (<see cref="SweepAsync"/>).</para>
/// </summary>
internal sealed class BulkPath : IAsyncDisposable
{
    private readonly NpgsqlConnection _main;
    private readonly NpgsqlConnection _aside;
    private readonly ITypedCopy _copy;
    private readonly Feed _feed;
    private readonly long _batchId;
    private NpgsqlTransaction? _landing;
    private bool _settled;

    private BulkPath(NpgsqlConnection main, NpgsqlConnection aside, NpgsqlTransaction landing, ITypedCopy copy, Feed feed, long batchId) =>
        (_main, _aside, _landing, _copy, _feed, _batchId) = (main, aside, landing, copy, feed, batchId);

    public bool IsOpen => _landing is not null;

    private string CopyPacked => $"copy raw.{_feed.Name}_packed (batch_id, first_line, last_line, rows) from stdin (format binary)";

    /// <summary>The last line that is in core and the facts; -1 before the first.</summary>
    public long CopiedTo { get; private set; } = -1;

    /// <summary>How many rows that is.</summary>
    public long CopiedRows { get; private set; }

    public ITypedCopy Copy => _copy;

    /// <param name="main">In the batch's transaction, with no other load merging.</param>
    public static async Task<BulkPath> OpenAsync(NpgsqlDataSource database, NpgsqlConnection main, ITypedCopy copy, Feed feed, long batchId, CancellationToken token)
    {
        var aside = await database.OpenConnectionAsync(token);
        var landing = await aside.BeginTransactionAsync(token);

        // The batch's own commit comes later and makes this one durable with it.
        await aside.ExecuteAsync(new CommandDefinition("set local synchronous_commit = off", cancellationToken: token));
        return new BulkPath(main, aside, landing, copy, feed, batchId);
    }

    public ITypedChunk NewChunk() => _copy.NewChunk();

    /// <param name="raw">The rows packed; those that come when the bulk path has ended are unpacked in the batch's own transaction.</param>
    public async Task StoreAsync(CopyBuffer raw, ITypedChunk typed, long lastLine, long rows, CancellationToken token)
    {
        if (!IsOpen)
        {
            await raw.SendAsync(_main, CopyPacked, token);
            await UnpackAsync(_main, token);
            return;
        }

        var landed = raw.SendAsync(_aside, CopyPacked, token);
        bool stored;
        try
        {
            stored = await TryStoreAsync(typed, token);
        }
        finally
        {
            await landed;
        }

        if (stored)
        {
            (CopiedTo, CopiedRows) = (lastLine, CopiedRows + rows);
        }
        else
        {
            await UnpackAsync(_aside, token);
            await CloseAsync(token);
        }
    }

    /// <summary>Shows the batch's own transaction what is in raw; nothing is copied past the scripts from then on.</summary>
    public async Task CloseAsync(CancellationToken token)
    {
        if (_landing is { } landing)
        {
            _landing = null;
            await landing.CommitAsync(token);
            await landing.DisposeAsync();
        }
    }

    /// <summary>The batch is loaded; its rows of raw stay.</summary>
    public void Settle() => _settled = true;

    public async ValueTask DisposeAsync()
    {
        if (_landing is not null)
        {
            await _landing.DisposeAsync();
        }
        else if (!_settled)
        {
            try
            {
                await _aside.ExecuteAsync(Sql("take_back_rows.sql"), new { batch_id = _batchId });
            }
            catch (NpgsqlException)
            {
                // The server is gone. The load fails for the same reason, and the next start sweeps.
            }
        }

        await _aside.DisposeAsync();
    }

    /// <summary>Takes out of raw what belongs to no batch. Waits until no load merges: one that does may be about to finish its batch.</summary>
    public static async Task SweepAsync(NpgsqlDataSource database, CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        await using var transaction = await connection.BeginTransactionAsync(token);
        await LoadPipeline.WaitForOthersAsync(connection, token);
        await connection.ExecuteAsync(new CommandDefinition(Sql("sweep_raw.sql"), commandTimeout: 0, cancellationToken: token));
        await transaction.CommitAsync(token);
    }

    private Task<int> UnpackAsync(NpgsqlConnection connection, CancellationToken token) =>
        connection.ExecuteAsync(new CommandDefinition(Sql("unpack_rows.sql"), new { batch_id = _batchId }, commandTimeout: 0, cancellationToken: token));

    private async Task<bool> TryStoreAsync(ITypedChunk typed, CancellationToken token)
    {
        if (!await _copy.SeemsNewAsync(_main, typed, token))
        {
            return false;
        }

        await _main.ExecuteAsync("savepoint chunk");
        try
        {
            await _copy.StoreAsync(_main, typed, token);
            await _main.ExecuteAsync("release savepoint chunk");
            return true;
        }
        catch (PostgresException taken) when (taken.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            await _main.ExecuteAsync("rollback to savepoint chunk");
            return false;
        }
    }

    private static string Sql(string file) => SqlText.Beside<BulkPath>(file);
}
