using System.Security.Cryptography;
using Analytics.Etl.Feeds;
using Analytics.Etl.Files;
using Npgsql;

namespace Analytics.Etl.Pipeline;

/// <summary>
/// Streams the rows of a file into <c>raw.&lt;feed&gt;</c> while reading it, and keeps what was rejected aside until the stream is
/// closed. Memory depends on the rejected rows, which the feed's limits bound, and not on the file.
/// </summary>
/// <param name="hears">Is told every problem of a rejected row; null when nobody wants to know.</param>
/// <param name="readSoFar">Is told from time to time how many rows were read.</param>
/// <param name="shape">Looks at the first rows.</param>
internal sealed class BulkLoader(NpgsqlConnection connection, Feed feed, long batchId, Action<RowError>? hears = null, IProgress<long>? readSoFar = null, FileShape? shape = null)
{
    private const int SendAt = 128 * 1024;
    private const int HashBytes = 16;
    private const int CancelEvery = 4096;

    private readonly CopyBuffer _rows = new(SendAt + (64 * 1024));
    private readonly CopyBuffer _problems = new(4096);
    private readonly CopyBuffer _rejected = new(4096);

    public long Read { get; private set; }

    public long Rejected { get; private set; }

    /// <summary>Whether reading ended early because more rows are bad than the feed allows.</summary>
    public bool IsPastLimit { get; private set; }

    /// <exception cref="UnreadableFileException">The file breaks off.</exception>
    public async Task CopyAsync(ISourceRows rows, RowParser parser, CancellationToken token)
    {
        // Identifiers come from the feed's own declaration, which names nothing but its tables' columns.
        var columns = string.Join(", ", feed.Columns.Select(c => c.Name));
        await using var stream = await connection.BeginRawBinaryCopyAsync(
            $"copy raw.{feed.Name} (batch_id, line, row_hash, received, {columns}) from stdin (format binary)", token);
        _rows.Header();
        try
        {
            while (rows.Read())
            {
                Read++;
                shape?.Look(rows);
                if (parser.Parse(rows))
                {
                    Accept(rows.Line, parser);
                }
                else if (!Reject(rows, parser))
                {
                    break;
                }

                if (_rows.Length >= SendAt || Read % CancelEvery == 0)
                {
                    stream.Write(_rows.Written);
                    _rows.Clear();
                    readSoFar?.Report(Read);
                    token.ThrowIfCancellationRequested();
                }
            }
        }
        catch
        {
            await stream.CancelAsync();
            throw;
        }

        _rows.Trailer();
        stream.Write(_rows.Written);
    }

    /// <summary>Writes what was rejected; the batch must be there.</summary>
    public async Task SaveRejectedAsync(CancellationToken token)
    {
        if (Rejected == 0)
        {
            return;
        }

        await SendAsync("copy ops.rejected_row (batch_id, line, column_name, rule, expected_en, expected_ru, expected_ky) from stdin (format binary)", _problems, token);
        await SendAsync("copy raw.rejected_row (batch_id, line, fields) from stdin (format binary)", _rejected, token);
    }

    private void Accept(long line, RowParser parser)
    {
        var row = parser.Row;
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(row.Bytes, hash);
        _rows.StartRow(4 + feed.Columns.Count);
        _rows.Int64(batchId);
        _rows.Int64(line);
        _rows.Bytes(hash[..HashBytes]);
        if (parser.Received is { IsEmpty: false } received)
        {
            _rows.Json(received);
        }
        else
        {
            _rows.Null();
        }

        for (var i = 0; i < feed.Columns.Count; i++)
        {
            if (row[i] is { IsEmpty: false } value)
            {
                _rows.Bytes(value);
            }
            else
            {
                _rows.Null();
            }
        }
    }

    /// <returns>False when no more rejected rows are wanted.</returns>
    private bool Reject(ISourceRows rows, RowParser parser)
    {
        Rejected++;
        foreach (var error in parser.Errors)
        {
            hears?.Invoke(error);
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

    private async Task SendAsync(string copy, CopyBuffer rows, CancellationToken token)
    {
        await using var stream = await connection.BeginRawBinaryCopyAsync(copy, token);
        var frame = new CopyBuffer(64);
        frame.Header();
        stream.Write(frame.Written);
        stream.Write(rows.Written);
        frame.Clear();
        frame.Trailer();
        stream.Write(frame.Written);
    }
}
