using Analytics.Contracts;
using Analytics.Etl.Ingest.Files;

namespace Analytics.Etl.Ingest.Parse;

/// <summary>
/// Rows of a file of rejected rows that somebody has corrected: the columns that say where each row came from and what was wrong with
/// it are not part of the data, and tell which rejections the row closes.
/// </summary>
internal sealed class CorrectedRows : ISourceRows
{
    /// <summary>Columns that the file of rejected rows has before the data.</summary>
    public static readonly IReadOnlyList<string> Reasons = ["rejected_batch", "rejected_line", "rejected_column", "rejected_rule", "rejected_expected"];

    private const byte Guard = (byte)'\'';

    private readonly ISourceRows _rows;
    private readonly int[] _kept;
    private readonly int _batch;
    private readonly int _line;

    private CorrectedRows(ISourceRows rows, string[] folded)
    {
        _rows = rows;
        _kept = [.. folded.Index().Where(h => !Reasons.Contains(h.Item, StringComparer.Ordinal)).Select(h => h.Index)];
        _batch = Array.IndexOf(folded, Reasons[0]);
        _line = Array.IndexOf(folded, Reasons[1]);
        Header = [.. _kept.Select(i => Unguarded(rows.Header[i]))];
    }

    public Detected Detected => _rows.Detected;

    public IReadOnlyList<string> Header { get; }

    public bool HasFixedHeader => _rows.HasFixedHeader;

    public long Line => _rows.Line;

    public RowDamage Damage => _rows.Damage;

    public IReadOnlyList<FileRemark> Remarks => _rows.Remarks;

    /// <summary>Batch and line of every rejected row that was read so far.</summary>
    public List<(long Batch, long Line)> Corrected { get; } = [];

    public ReadOnlySpan<byte> this[int column] => Unguarded(_rows[_kept[column]]);

    /// <summary>Opens a file; where it is one of corrected rows, by its content alone, since it is our layout and not the sender's.</summary>
    /// <exception cref="UnreadableFileException">No supported format, damaged, or without a header.</exception>
    public static ISourceRows Open(string path, ReadSettings settings) => IsOurs(path)
        ? Over(SourceFile.Open(path, new ReadSettings(KnownNames: settings.KnownNames)))
        : Over(TableRows.Over(SourceFile.Open(path, settings), settings.Table));

    /// <summary>The rows themselves when they are not of such a file.</summary>
    public static ISourceRows Over(ISourceRows rows)
    {
        string[] folded = [.. rows.Header.Select(HeaderName.Fold)];
        return folded.Contains(Reasons[0], StringComparer.Ordinal) && folded.Contains(Reasons[1], StringComparer.Ordinal) ? new CorrectedRows(rows, folded) : rows;
    }

    /// <summary>A value that a spreadsheet would take for a formula is written with an apostrophe before it.</summary>
    public static string Guarded(string value) => value is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\'', ..] ? $"'{value}" : value;

    public bool Read()
    {
        if (!_rows.Read())
        {
            return false;
        }

        if (_rows.Damage == RowDamage.None
            && System.Buffers.Text.Utf8Parser.TryParse(_rows[_batch], out long batch, out _)
            && System.Buffers.Text.Utf8Parser.TryParse(_rows[_line], out long line, out _))
        {
            Corrected.Add((batch, line));
        }

        return true;
    }

    public void Dispose() => _rows.Dispose();

    private static bool IsOurs(string path)
    {
        using var stream = File.OpenRead(path);
        Span<byte> head = stackalloc byte[32];
        var read = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        return head[..read].IndexOf("rejected_batch"u8) is >= 0 and <= 4;
    }

    private static string Unguarded(string name) => name is ['\'', '=' or '+' or '-' or '@' or '\t' or '\r' or '\'', ..] ? name[1..] : name;

    private static ReadOnlySpan<byte> Unguarded(ReadOnlySpan<byte> value) =>
        value is [Guard, (byte)'=' or (byte)'+' or (byte)'-' or (byte)'@' or (byte)'\t' or (byte)'\r' or Guard, ..] ? value[1..] : value;
}
