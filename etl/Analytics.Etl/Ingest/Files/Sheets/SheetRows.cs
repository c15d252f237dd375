using Analytics.Contracts;
using Analytics.Domain;
using Analytics.Domain.PersonalData;

namespace Analytics.Etl.Ingest.Files.Sheets;

/// <summary>
/// The rows of a workbook: the sheets that a mapping names, else the visible sheet that fits best and every visible sheet with the same
/// header, whose rows are counted on. The header may stand in several rows; a value that is merged downwards belongs to every row that it
/// spans; hidden sheets are not looked at unless named. What was left out is remarked.
/// </summary>
internal sealed class SheetRows : ISourceRows
{
    /// <summary>A column that a mapping may read: the name of the sheet that a row stands in.</summary>
    public const string SheetColumn = "#sheet";

    /// <summary>A column that a mapping may read: what stands above the header of the sheet.</summary>
    public const string TitleColumn = "#title";

    /// <summary>What a serial number of 1904 is short of one of 1900.</summary>
    private const int DaysTo1904 = 1462;

    private readonly ISheets _sheets;
    private readonly ReadSettings _settings;
    private readonly Limits _limits;
    private readonly SheetTable _table;
    private readonly int _width;
    private readonly string[] _own;
    private readonly bool[] _isDate;
    private readonly Utf8Fields _fields = new();
    private readonly string?[] _values;
    private readonly string[] _folded;
    private readonly Dictionary<int, (int LastRow, string? Value)> _merged = [];
    private readonly RowRemarks _remarks = new();
    private readonly HashSet<int> _read = [];
    private readonly HashSet<string> _hiddenColumns = new(StringComparer.Ordinal);
    private string _title = "";
    private int _sheet = -1;
    private int _row;

    private SheetRows(ISheets sheets, ReadSettings settings, Limits limits)
    {
        (_sheets, _settings, _limits) = (sheets, settings, limits);
        _table = SheetTable.Find(sheets, settings, limits);
        sheets.Reset();
        _width = _table.Names.Count;
        _own = [.. ((string[])[SheetColumn, TitleColumn]).Where(name => settings.KnownNames?.Contains(name) == true)];
        Header = [.. _table.Names, .. _own];
        _values = new string?[Header.Count];
        _folded = [.. _table.Names.Select(HeaderName.Fold)];
        _isDate = [.. _table.Names.Select(name => settings.IsDate(name))];
        Detected = new Detected(
            sheets.Format, Sheet: new DetectedSheet(_table.Sheet + 1, ShownName.Of(_table.SheetNames[_table.Sheet].Name)), HeaderRow: _table.HeaderRow);
        while (_sheet < _table.Sheet)
        {
            NextSheet();
        }

        PassHeader(_table.HeaderRow + _table.HeaderRows - 1);
    }

    public Detected Detected { get; }

    public IReadOnlyList<string> Header { get; }

    public bool HasFixedHeader => true;

    public long Line { get; private set; }

    public RowDamage Damage => RowDamage.None;

    public IReadOnlyList<FileRemark> Remarks
    {
        get
        {
            var others = _table.SheetNames.Index().Where(sheet => !_read.Contains(sheet.Index) && sheet.Item.HasRows).ToList();
            return
            [
                .. _remarks.All,
                .. _sheets.Remarks,
                .. Named(FileRemark.HiddenSheet, [.. others.Where(sheet => sheet.Item.IsHidden).Select(sheet => sheet.Item.Name)]),
                .. Named(FileRemark.OtherSheet, [.. others.Where(sheet => !sheet.Item.IsHidden).Select(sheet => sheet.Item.Name)]),
                .. Named(FileRemark.HiddenColumn, [.. _hiddenColumns]),
            ];
        }
    }

    public ReadOnlySpan<byte> this[int column] => _fields[column];

    public static SheetRows Open(Func<ISheets> open, ReadSettings settings, Limits limits)
    {
        var sheets = open();
        try
        {
            return new SheetRows(sheets, settings, limits);
        }
        catch (Exception e)
        {
            sheets.Dispose();
            throw IsDamage(e)
                ? new UnreadableFileException(new LocalText("the workbook is damaged", "книга повреждена", "китеп бузулган"), e)
                : e;
        }
    }

    /// <summary>A library that meets what it does not expect fails in any way; only a limit and a lack of memory say more than damage.</summary>
    public static bool IsDamage(Exception e) => e is not (UnreadableFileException or OutOfMemoryException);

    public bool Read()
    {
        try
        {
            do
            {
                while (Advance())
                {
                    if (LoadRow())
                    {
                        return true;
                    }
                }
            }
            while (NextSheetWithTheHeader());
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

    public void Dispose() => _sheets.Dispose();

    private static IEnumerable<FileRemark> Named(string what, IReadOnlyList<string> names) =>
        names.Count == 0 ? [] : [new FileRemark(what, names.Count, [], [.. names.Take(FileRemark.MostShown).Select(ShownName.Of)])];

    private bool LoadRow()
    {
        for (var i = 0; i < _width; i++)
        {
            _values[i] = i < _sheets.Width ? Text(i) : null;
            Limits.Check(_values[i]?.Length ?? 0, _limits.Text, LimitText.Text);
        }

        FillDown();
        if (!_values.AsSpan(0, _width).ContainsAnyExcept((string?)null))
        {
            return false;
        }

        for (var i = 0; i < _own.Length; i++)
        {
            _values[_width + i] = _own[i] == SheetColumn ? HeaderName.Clean(_sheets.Name) : _title;
        }

        if (_sheets.IsHiddenRow)
        {
            _remarks.Add(FileRemark.HiddenRow, Line);
        }

        return _fields.Load(_values);
    }

    /// <summary>A number without a format in a column of dates counts days, and in a workbook of 1904 it counts them from there.</summary>
    private string? Text(int column) =>
        _sheets[column] is { } text && _sheets.CountsFrom1904 && _isDate[column] && text.Length == 5 && int.TryParse(text, out var days)
            ? $"{days + DaysTo1904}"
            : _sheets[column];

    private bool Advance()
    {
        // Rows that are left out between two others are given as empty ones, however many their numbers make them.
        Limits.Check(++_row, _limits.SheetRows + 1L, LimitText.SheetRows);
        Line++;
        return _sheets.ReadRow();
    }

    private bool NextSheet()
    {
        _row = 0;
        _sheet++;
        _merged.Clear();
        return _sheets.NextSheet();
    }

    private void PassHeader(int lastRow)
    {
        _read.Add(_sheet);
        _title = _table.SheetNames[_sheet].Title;
        while (_row < lastRow)
        {
            Advance();
        }

        for (var column = 0; column < _width; column++)
        {
            if (_folded[column].Length > 0 && _sheets.IsHiddenColumn(column) && DirectIdentifiers.InHeader(_table.Names[column]) is null)
            {
                _hiddenColumns.Add(_table.Names[column]);
            }
        }
    }

    /// <summary>Goes on to the next wanted sheet whose rows stand under the same header.</summary>
    private bool NextSheetWithTheHeader()
    {
        while (NextSheet())
        {
            if (_table.SheetNames[_sheet].HeaderEnd is { } end)
            {
                PassHeader(end);
                return true;
            }
        }

        return false;
    }

    /// <summary>Gives a row with values of its own those that are merged from above into it.</summary>
    private void FillDown()
    {
        // Rows of merged cells are counted from 0.
        var row = _row - 1;
        if (_merged.Count > 0 && _values.AsSpan(0, _width).ContainsAnyExcept((string?)null))
        {
            foreach (var (column, (lastRow, value)) in _merged)
            {
                _values[column] = row <= lastRow ? _values[column] ?? value : _values[column];
            }
        }

        foreach (var merged in _sheets.Merged.Where(merged => merged.LastRow > row && merged.FirstColumn < _width))
        {
            _merged[merged.FirstColumn] = (merged.LastRow, _values[merged.FirstColumn]);
        }
    }
}
