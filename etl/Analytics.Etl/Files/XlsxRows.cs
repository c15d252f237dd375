using Analytics.Database.Requests;
using Analytics.Domain;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace Analytics.Etl.Files;

/// <summary>
/// Excel workbooks (xlsx, xlsb, xls), row by row: the sheet that a mapping names, else the visible sheet that fits best and every visible
/// sheet behind it with the same header, whose rows are counted on. A date cell becomes an ISO date, by the workbook's own date system (1900
/// or 1904), as exact as its format shows it; a value that is merged downwards belongs to every row that it spans; a formula gives its stored
/// result and an error (#N/A) nothing; hidden sheets are not looked at unless named.
/// </summary>
internal sealed partial class XlsxRows : ISourceRows
{
    private readonly FileStream _stream;
    private readonly IExcelDataReader _reader;
    private readonly Limits _limits;
    private readonly int _width;
    private readonly Utf8Fields _fields = new();
    private readonly string?[] _values;
    private readonly bool _hasOneSheet;
    private readonly string[] _header;
    private readonly Dictionary<int, (int LastRow, string? Value)> _merged = [];
    private ILookup<int, CellRange>? _merges;
    private int _row;

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

        BeginSheet();
        while (_row < headerRow)
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
        _header = [.. Header.Select(HeaderName.Fold)];
        _hasOneSheet = settings.Sheet is not null;
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
            do
            {
                while (Advance())
                {
                    for (var i = 0; i < _width; i++)
                    {
                        _values[i] = i < _reader.FieldCount ? Text(i) : null;
                        Limits.Check(_values[i]?.Length ?? 0, _limits.Text, LimitText.Text);
                    }

                    FillDown();
                    if (_fields.Load(_values))
                    {
                        return true;
                    }
                }
            }
            while (!_hasOneSheet && NextSheetWithTheHeader());
        }
        catch (Exception e) when (IsDamage(e))
        {
            throw new UnreadableFileException(new LocalText(
                "the workbook is damaged after row {0} of the sheet",
                "книга повреждена после строки {0} листа",
                "китеп барактын {0}-сабынан кийин бузулган").With(_row), e);
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
        Limits.Check(++_row, _limits.SheetRows + 1L, LimitText.SheetRows);
        Line++;
        return _reader.Read();
    }

    private void BeginSheet()
    {
        _row = 0;
        _merged.Clear();
        _merges = _reader.MergeCells is { Length: > 0 } merges ? merges.Where(range => range.ToRow > range.FromRow).ToLookup(range => range.FromRow) : null;
    }

    /// <summary>Goes on to the next visible sheet whose rows stand under the same header.</summary>
    private bool NextSheetWithTheHeader()
    {
        while (_reader.NextResult())
        {
            BeginSheet();
            if (_reader.VisibleState != "visible")
            {
                continue;
            }

            while (_row < ReadSettings.HeaderSearchRows && Advance())
            {
                var cells = Cells();
                if (cells.Length >= _width && _header.Zip(cells).All(pair => pair.First == HeaderName.Fold(HeaderName.Clean(pair.Second ?? "")))
                    && cells.Skip(_width).All(cell => cell is null))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Gives a row with values of its own those that are merged from above into it.</summary>
    private void FillDown()
    {
        if (_merges is null)
        {
            return;
        }

        // Rows of merged ranges are counted from 0.
        var row = _row - 1;
        if (Array.Exists(_values, value => value is not null))
        {
            foreach (var (column, (lastRow, value)) in _merged)
            {
                _values[column] = row <= lastRow ? _values[column] ?? value : _values[column];
            }
        }

        foreach (var range in _merges[row].Where(range => range.FromColumn < _width))
        {
            _merged[range.FromColumn] = (range.ToRow, _values[range.FromColumn]);
        }
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
            cells[i] = Text(i);
        }

        return cells;
    }

    private string? Text(int column) => _reader.GetValue(column) switch
    {
        null => null,
        string text => string.IsNullOrWhiteSpace(text) ? null : text,
        DateTime { TimeOfDay.Ticks: 0 } date => date.ToString(DateFormat(_reader.GetNumberFormatString(column)), CultureInfo.InvariantCulture),
        DateTime time => Rounded(time).ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture),
        TimeSpan span => span.ToString("c", CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        var value => value.ToString(),
    };

    /// <summary>As much of a date as its cell shows: of <c>mmm-yy</c> the month, of <c>yyyy</c> the year. What is in quotes or brackets shows nothing of it.</summary>
    private static string DateFormat(string? shown)
    {
        var format = Literals().Replace(shown ?? "", "").ToLowerInvariant();
        return !format.Contains('y', StringComparison.Ordinal) || format.IndexOfAny(['d', 'h', 's']) >= 0 ? "yyyy-MM-dd"
            : format.Contains('m', StringComparison.Ordinal) ? "yyyy-MM" : "yyyy";
    }

    [GeneratedRegex(@"""[^""]*""|\[[^\]]*\]|\\.|_.", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Literals();

    /// <summary>Excel keeps times as fractions of a day, which come back a fraction of a second off.</summary>
    private static DateTime Rounded(DateTime time) => new((time.Ticks + 5_000_000) / 10_000_000 * 10_000_000, DateTimeKind.Unspecified);
}
