using System.Security.Cryptography;
using System.Threading.Channels;
using Analytics.Database;
using Analytics.Etl.Feeds;
using Analytics.Etl.Ingest.Files;
using Analytics.Etl.Ingest.Parse;
using Dapper;
using Npgsql;

namespace Analytics.Etl.Ingest.Load;

/// <summary>
/// Streams the rows of a file into <c>raw.&lt;feed&gt;</c> in chunks: one is read and parsed while the server takes the one before. What was
/// rejected is kept aside until the end. Memory depends on the rejected rows, which the feed's limits bound, and not on the file.
/// </summary>
/// <param name="hears">Is told every problem of a rejected row; null when nobody wants to know.</param>
/// <param name="readSoFar">Is told from time to time how many rows were read.</param>
/// <param name="shape">Looks at the first rows.</param>
/// <param name="chunkBytes">Size of a chunk, when not the usual one.</param>
/// <param name="bulkPath">Takes the rows while it is open, instead of <paramref name="connection"/>.</param>
internal sealed class BulkLoader(NpgsqlConnection connection, Feed feed, long batchId, Action<RowError>? hears = null, IProgress<long>? readSoFar = null, FileShape? shape = null, BulkPath? bulkPath = null, int? chunkBytes = null)
{
    private const int MostWaiting = 1;
    private const int HashBytes = 16;
    private const int CancelEvery = 4096;

    private readonly int _chunkBytes = chunkBytes ?? LoadSizes.Usual.ChunkBytes;
    private readonly CopyBuffer _problems = new(4096);
    private readonly CopyBuffer _rejected = new(4096);
    private readonly long[] _filled = new long[feed.Columns.Count];
    private readonly Dictionary<(string? Column, string Rule), ColumnFault> _faults = [];

    public long Read { get; private set; }

    public long Rejected { get; private set; }

    /// <summary>How many of the accepted rows have a value in each column of the feed.</summary>
    public IReadOnlyList<long> Filled => _filled;

    /// <summary>What was wrong with the rejected rows, by column and rule.</summary>
    public IEnumerable<ColumnFault> Faults => _faults.Values;

    /// <summary>The last line that was accepted; -1 before the first.</summary>
    public long LastLine { get; private set; } = -1;

    /// <summary>Whether reading ended early because more rows are bad than the feed allows.</summary>
    public bool IsPastLimit { get; private set; }

    /// <param name="stored">Is called between chunks, with the last line that is in raw and all rows that are; the connection is free meanwhile. Not called for the last one.</param>
    /// <exception cref="UnreadableFileException">The file breaks off.</exception>
    public async Task CopyAsync(ISourceRows rows, RowParser parser, Func<long, long, Task>? stored, CancellationToken token)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(token);
        var chunks = Channel.CreateBounded<Chunk>(MostWaiting);
        var used = Channel.CreateUnbounded<Chunk>();
        var reading = Task.Run(() => ReadAsync(rows, parser, chunks.Writer, used.Reader, stop.Token), CancellationToken.None);
        long rowsStored = 0;
        try
        {
            await foreach (var chunk in chunks.Reader.ReadAllAsync(stop.Token))
            {
                await StoreAsync(chunk, token);
                rowsStored += chunk.Rows;
                if (!chunk.IsLast && stored is not null)
                {
                    await stored(chunk.LastLine, rowsStored);
                }

                chunk.Clear();
                used.Writer.TryWrite(chunk);
            }
        }
        finally
        {
            // Rows and parser are in the reader's hands until it has ended, whichever of the two fails.
            await stop.CancelAsync();
            await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await reading;
    }

    /// <summary>Writes what was rejected, in the transaction that goes on; the batch must be there.</summary>
    public async Task SaveRejectedAsync(CancellationToken token)
    {
        if (Rejected == 0)
        {
            return;
        }

        await connection.ExecuteAsync(new CommandDefinition(SqlText.Beside<BulkLoader>("rejected_problems.sql"), cancellationToken: token));
        await _problems.SendAsync(connection, "copy rejected_problem (batch_id, line, column_name, rule, expected_en, expected_ru, expected_ky) from stdin (format binary)", token);
        await connection.ExecuteAsync(new CommandDefinition(SqlText.Beside<BulkLoader>("save_problems.sql"), cancellationToken: token));
        await _rejected.SendAsync(connection, "copy raw.rejected_row (batch_id, line, fields) from stdin (format binary)", token);
    }

    private async Task ReadAsync(ISourceRows rows, RowParser parser, ChannelWriter<Chunk> chunks, ChannelReader<Chunk> used, CancellationToken token)
    {
        try
        {
            var chunk = NewChunk();
            while (rows.Read())
            {
                Read++;
                shape?.Look(rows);
                if (parser.Parse(rows))
                {
                    Accept(rows.Line, parser, chunk);
                }
                else if (!Reject(rows, parser))
                {
                    break;
                }

                if (Read % CancelEvery == 0)
                {
                    readSoFar?.Report(Read);
                    token.ThrowIfCancellationRequested();
                }

                if (chunk.Buffer.Length >= _chunkBytes)
                {
                    await chunks.WriteAsync(chunk, token);
                    chunk = used.TryRead(out var cleared) && (cleared.Typed is null || bulkPath is { IsOpen: true }) ? cleared : NewChunk();
                }
            }

            chunk.IsLast = true;
            await chunks.WriteAsync(chunk, token);
        }
        finally
        {
            chunks.Complete();
        }
    }

    private Task StoreAsync(Chunk chunk, CancellationToken token) =>
        chunk.Rows == 0 ? Task.CompletedTask
        : chunk.Typed is { } typed ? bulkPath!.StoreAsync(chunk.Buffer, typed, chunk.LastLine, chunk.Rows, token)
        : chunk.Buffer.SendAsync(connection, CopyRaw(feed), token);

    /// <summary>Identifiers come from the feed's own declaration, which names nothing but its tables' columns.</summary>
    public static string CopyRaw(Feed feed) =>
        $"copy raw.{FeedList.RowTable(feed.Name)} (batch_id, line, row_hash, received, {string.Join(", ", feed.Columns.Select(c => c.Name))}) from stdin (format binary)";

    private void Accept(long line, RowParser parser, Chunk chunk)
    {
        var row = parser.Row;
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(row.Bytes, hash);
        if (chunk.Typed is { } typed)
        {
            chunk.Packed.Add(line, parser.Received, row.Bytes);
            typed.Add(row, line, hash[..HashBytes]);
        }
        else
        {
            AddRow(chunk.Buffer, line, hash[..HashBytes], parser);
        }

        for (var i = 0; i < _filled.Length; i++)
        {
            _filled[i] += row[i].IsEmpty ? 0 : 1;
        }

        chunk.Rows++;
        chunk.LastLine = LastLine = line;
    }

    private void AddRow(CopyBuffer buffer, long line, ReadOnlySpan<byte> hash, RowParser parser)
    {
        buffer.StartRow(4 + feed.Columns.Count);
        buffer.Int64(batchId);
        buffer.Int64(line);
        buffer.Bytes(hash);
        buffer.TextOrNull(parser.Received);
        for (var i = 0; i < feed.Columns.Count; i++)
        {
            buffer.TextOrNull(parser.Row[i]);
        }
    }

    /// <returns>False when no more rejected rows are wanted.</returns>
    private bool Reject(ISourceRows rows, RowParser parser)
    {
        Rejected++;
        foreach (var error in parser.Errors)
        {
            hears?.Invoke(error);
            var kind = (error.Column, error.Problem.Rule);
            _faults[kind] = new ColumnFault(error.Column, error.Problem, (_faults.GetValueOrDefault(kind)?.Rows ?? 0) + 1);
            _problems.StartRow(7);
            _problems.Int64(batchId);
            _problems.Int64(error.Line);
            if (error.Column is { } column)
            {
                _problems.Text(column);
            }
            else
            {
                _problems.Null();
            }

            _problems.Text(error.Problem.Rule);
            _problems.Text(error.Problem.Expected.En);
            _problems.Text(error.Problem.Expected.Ru);
            _problems.Text(error.Problem.Expected.Ky);
        }

        _rejected.StartRow(3);
        _rejected.Int64(batchId);
        _rejected.Int64(rows.Line);
        _rejected.Json(parser.RejectedFields(rows));
        IsPastLimit = Rejected > feed.Limits.BadRows;
        return !IsPastLimit;
    }

    private Chunk NewChunk() => new(_chunkBytes, batchId, bulkPath is { IsOpen: true } ? bulkPath.NewChunk() : null);

    /// <summary>Rows on their way to the server.</summary>
    private sealed class Chunk
    {
        /// <param name="typed">The same rows for <c>core</c> and the facts, where the bulk path takes them; they are packed then.</param>
        public Chunk(int bytes, long batchId, ITypedChunk? typed)
        {
            Typed = typed;
            Buffer = new(bytes + (64 * 1024));
            Packed = new(Buffer, batchId);
        }

        public ITypedChunk? Typed { get; }

        public CopyBuffer Buffer { get; }

        public PackedRows Packed { get; }

        public long Rows { get; set; }

        public long LastLine { get; set; } = -1;

        public bool IsLast { get; set; }

        public void Clear()
        {
            Buffer.Clear();
            Packed.Clear();
            Typed?.Clear();
            Rows = 0;
        }
    }
}
