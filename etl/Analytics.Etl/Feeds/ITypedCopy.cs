using Analytics.Etl.Feeds.Types;
using Npgsql;

namespace Analytics.Etl.Feeds;

/// <summary>
/// A feed whose rows the worker can type and key itself, so that they are copied into <c>core</c> and the facts instead of being selected
/// into them. It must make of a row what the feed's scripts make of it, as long as the row's key is new.
/// </summary>
internal interface ITypedCopy
{
    ITypedChunk NewChunk();

    /// <summary>Whether the keys of a sample of the chunk are new.</summary>
    Task<bool> SeemsNewAsync(NpgsqlConnection connection, ITypedChunk chunk, CancellationToken token);

    /// <exception cref="PostgresException">A key is there already (unique violation).</exception>
    Task StoreAsync(NpgsqlConnection connection, ITypedChunk chunk, CancellationToken token);

    /// <summary>What is kept of the batch beside its facts, once each row of it was stored.</summary>
    Task SumUpAsync(NpgsqlConnection connection, CancellationToken token);
}

/// <param name="connection">In the batch's transaction, with no other load merging.</param>
/// <param name="knownSince">When the warehouse learned the rows, UTC.</param>
internal delegate Task<ITypedCopy> TypedCopyFactory(NpgsqlConnection connection, Feed feed, LoadSource source, long batchId, DateTime knownSince, CancellationToken token);

/// <summary>Rows on their way into <c>core</c> and the facts.</summary>
internal interface ITypedChunk
{
    /// <param name="row">Canonical.</param>
    /// <param name="hash">The 16 bytes of <c>row_hash</c>.</param>
    void Add(CanonicalRow row, long line, ReadOnlySpan<byte> hash);

    void Clear();
}
