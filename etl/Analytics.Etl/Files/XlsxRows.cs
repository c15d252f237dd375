using Analytics.Database.Requests;
using Analytics.Domain;
using System.Globalization;
using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace Analytics.Etl.Files;

/// <summary>
/// Excel workbooks (xlsx, xlsb, xls), one sheet of them, row by row. A date cell becomes an ISO date, by the workbook's own date
/// system (1900 or 1904); a formula gives its stored result and an error (#N/A) nothing; hidden sheets are not looked at unless named.
/// </summary>
internal sealed class XlsxRows : ISourceRows
{
    private readonly FileStream _stream;
    private readonly IExcelDataReader _reader;
    private readonly Limits _limits;
    private readonly int _width;
    private readonly Utf8Fields _fields = new();
    private readonly string?[] _values;

    static XlsxRows() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    private XlsxRows(FileStream stream, IExcelDataReader reader, ReadSettings settings, Limits limits)
    {
        (_stream, _reader, _limits) = (stream, reader, limits);
        var (sheet, headerRow) = FindTable(settings);
        reader.Reset();
        for (var i = 0; i < sheet; i++)
        {
            reader.NextResult();
        }

        while (Line < headerRow)
        {
            Advance();
        }

        Header = [.. Cells().Select(c => HeaderName.Clean(c ?? ""))];
        while (Header is [.., ""])
        {
            Header = [.. Header.SkipLast(1)];
        }

        _width = Header.Count;
        _values = new string?[_width];
        Detected = new Detected("excel", Sheet: new DetectedSheet(sheet + 1, HeaderName.Clean(reader.Name ?? "")), HeaderRow: headerRow);
    }

    public Detected Detected { get; }

    public IReadOnlyList<string> Header { get; }

    public bool HasFixedHeader => true;

    public long Line { get; private set; }

    public RowDamage Damage => RowDamage.None;

    public ReadOnlySpan<byte> this[int column] => _fields[column];

    public static XlsxRows Open(string path, ReadSettings settings, Limits limits)
    {
        var stream = File.OpenRead(path);
        IExcelDataReader? reader = null;
        try
        {
            if (ZipContents.IsZip(stream))
            {
                WorkbookCheck.Run(stream, limits);
            }

            stream.Position = 0;
            reader = ExcelReaderFactory.CreateReader(stream, new ExcelReaderConfiguration { LeaveOpen = true });
            return new XlsxRows(stream, reader, settings, limits);
        }
        catch (Exception e)
        {
            reader?.Dispose();
            stream.Dispose();
            if (IsDamage(e))
            {
                throw new UnreadableFileException(e is InvalidPasswordException
                    ? new LocalText("the workbook is protected by a password", "книга защищена паролем", "китеп сырсөз менен корголгон")
                    : new LocalText("the workbook is damaged or not an Excel file", "книга повреждена или это не файл Excel", "китеп бузулган же Excel файлы эмес"), e);
            }

            throw;
        }
    }

    public bool Read()
    {
        try
        {
            while (Advance())
            {
                for (var i = 0; i < _width; i++)
                {
                    _values[i] = i < _reader.FieldCount ? Text(_reader.GetValue(i)) : null;
                    Limits.Check(_values[i]?.Length ?? 0, _limits.Text, LimitText.Text);
                }

                if (_fields.Load(_values))
                {
                    return true;
                }
            }
        }
        catch (Exception e) when (IsDamage(e))
        {
            throw new UnreadableFileException(new LocalText(
                "the workbook is damaged after row {0} of the sheet",
                "книга повреждена после строки {0} листа",
                "китеп барактын {0}-сабынан кийин бузулган").With(Line), e);
        }

        return false;
    }

    public void Dispose()
    {
        _reader.Dispose();
        _stream.Dispose();
    }

    /// <summary>A library that meets what it does not expect fails in any way; only a limit and a lack of memory say more than damage.</summary>
    private static bool IsDamage(Exception e) => e is not (UnreadableFileException or OutOfMemoryException);

    private bool Advance()
    {
        // Rows that are left out between two others are given as empty ones, however many their numbers make them.
        Limits.Check(++Line, _limits.SheetRows + 1L, LimitText.SheetRows);
        return _reader.Read();
    }

    /// <summary>The sheet and row that hold most of the expected names; without any, the first row with a value of the first visible sheet.</summary>
    private (int Sheet, int HeaderRow) FindTable(ReadSettings settings)
    {
        (int Sheet, int Row)? best = null;
        var bestKnown = -1;
        var sheet = 0;
        do
        {
            var isWanted = settings.Sheet is { } name
                ? string.Equals(_reader.Name, name, StringComparison.OrdinalIgnoreCase)
                : _reader.VisibleState == "visible";
            for (var row = 1; isWanted && row <= Math.Max(ReadSettings.HeaderSearchRows, settings.HeaderRow ?? 0) && _reader.Read(); row++)
            {
                var cells = Cells();
                var isCandidate = settings.HeaderRow is { } given ? row == given : cells.Any(c => c is not null);
                var known = settings.CountKnown(cells);
                if (isCandidate && known > bestKnown)
                {
                    (best, bestKnown) = ((sheet, row), known);
                }
            }

            sheet++;
        }
        while (_reader.NextResult());

        return best ?? throw new UnreadableFileException(settings.Sheet is null
            ? new LocalText("no visible sheet of the workbook has a header row", "ни на одном видимом листе книги нет строки заголовка", "китептин көрүнгөн барактарынын эч биринде аталыштар сабы жок")
            : new LocalText(
                "the workbook has no sheet of the name that the mapping gives, or it is empty",
                "в книге нет листа с именем из сопоставления, или он пуст",
                "китепте дал келтирүүдө көрсөтүлгөн барак жок же ал бош"));
    }

    private string?[] Cells()
    {
        var cells = new string?[_reader.FieldCount];
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = Text(_reader.GetValue(i));
        }

        return cells;
    }

    private static string? Text(object? value) => value switch
    {
        null => null,
        string text => string.IsNullOrWhiteSpace(text) ? null : text,
        DateTime { TimeOfDay.Ticks: 0 } date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime time => Rounded(time).ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture),
        TimeSpan span => span.ToString("c", CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    /// <summary>Excel keeps times as fractions of a day, which come back a fraction of a second off.</summary>
    private static DateTime Rounded(DateTime time) => new((time.Ticks + 5_000_000) / 10_000_000 * 10_000_000, DateTimeKind.Unspecified);
}
