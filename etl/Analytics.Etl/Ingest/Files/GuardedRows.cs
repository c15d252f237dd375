using Analytics.Contracts;
using Analytics.Domain;

namespace Analytics.Etl.Ingest.Files;

/// <summary>Rows of a format whose parser may fail in any way on a file that was made to break it: each failure refuses the file, and a limit holds on rows and columns.</summary>
internal sealed class GuardedRows : ISourceRows
{
    private readonly ISourceRows _rows;
    private readonly Limits _limits;
    private long _count;

    private GuardedRows(ISourceRows rows, Limits limits) => (_rows, _limits) = (rows, limits);

    public Detected Detected => _rows.Detected;

    public IReadOnlyList<string> Header => _rows.Header;

    public bool HasFixedHeader => _rows.HasFixedHeader;

    public long Line => _rows.Line;

    public RowDamage Damage => _rows.Damage;

    public IReadOnlyList<FileRemark> Remarks => _rows.Remarks;

    public ReadOnlySpan<byte> this[int column] => _rows[column];

    /// <exception cref="UnreadableFileException">No such file, past a limit, or a failure of its parser.</exception>
    public static GuardedRows Open(Func<ISourceRows> open, Limits limits)
    {
        try
        {
            var rows = open();
            try
            {
                CheckHeader(rows.Header, limits);
            }
            catch (UnreadableFileException)
            {
                rows.Dispose();
                throw;
            }

            return new GuardedRows(rows, limits);
        }
        catch (Exception e) when (IsFault(e))
        {
            throw Unreadable(e, 0);
        }
    }

    public bool Read()
    {
        try
        {
            if (!_rows.Read())
            {
                return false;
            }
        }
        catch (Exception e) when (IsFault(e))
        {
            throw Unreadable(e, _count);
        }

        Limits.Check(++_count, _limits.Rows, LimitText.Rows);
        return true;
    }

    public void Dispose() => _rows.Dispose();

    /// <exception cref="UnreadableFileException">There are too many columns, or one's name is no name.</exception>
    public static void CheckHeader(IReadOnlyList<string> header, Limits limits)
    {
        Limits.Check(header.Count, limits.Columns, LimitText.Columns);
        foreach (var name in header)
        {
            Limits.Check(name.Length, limits.Name, LimitText.Name);
        }
    }

    /// <summary>Whether an exception says nothing yet of the file: a parser that met what it does not expect.</summary>
    public static bool IsFault(Exception e) => e is not (UnreadableFileException or OutOfMemoryException or IOException or UnauthorizedAccessException or OperationCanceledException);

    /// <summary>The kind of failure and where it was, and nothing of its message, which may quote the file.</summary>
    public static UnreadableFileException Unreadable(Exception e, long rows) => new(
        new LocalText(
            "the file cannot be read after row {0} ({1}); save it again from the program that made it",
            "файл не читается после строки {0} ({1}); сохраните его заново в исходной программе",
            "файл {0}-саптан кийин окулбайт ({1}); аны түзгөн программада кайра сактаңыз").With(rows, e.GetType().Name),
        e);
}
