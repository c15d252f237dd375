using System.Globalization;
using System.Text;
using System.Xml;

namespace Analytics.Etl.Ingest.Files.Sheets;

/// <summary>XML spreadsheets of Excel 2003, read one element at a time.</summary>
internal sealed class SpreadsheetXmlSheets : ISheets
{
    /// <summary>The namespace of its elements and attributes.</summary>
    public const string Ss = "urn:schemas-microsoft-com:office:spreadsheet";

    private readonly string _path;
    private readonly Limits _limits;
    private readonly HashSet<int> _hiddenSheets = [];
    private readonly Dictionary<string, string> _formats = new(StringComparer.Ordinal);
    private readonly HashSet<int> _hiddenColumns = [];
    private readonly List<string?> _cells = [];
    private readonly List<MergedCells> _merged = [];
    private XmlReader _reader;
    private int _sheet = -1;
    private int _row;
    private int _next;
    private int _column;

    private SpreadsheetXmlSheets(string path, Limits limits)
    {
        (_path, _limits) = (path, limits);
        _reader = Start();
        LookAhead();
        Reset();
    }

    public string Format => "spreadsheet xml";

    public bool CountsFrom1904 { get; private set; }

    public string Name { get; private set; } = "";

    public bool IsHidden => _hiddenSheets.Contains(_sheet);

    public bool IsHiddenRow { get; private set; }

    public int Width => IsAt ? _cells.Count : 0;

    public IEnumerable<MergedCells> Merged => IsAt ? _merged : [];

    /// <summary>Whether the current row is the one that was read last, and not an empty one before it.</summary>
    private bool IsAt => _row == _next;

    public string? this[int column] => _cells[column];

    public static SpreadsheetXmlSheets Open(string path, Limits limits) => new(path, limits);

    public bool IsHiddenColumn(int column) => _hiddenColumns.Contains(column);

    public bool NextSheet()
    {
        while (_reader.Read())
        {
            if (_reader.NodeType == XmlNodeType.Element && _reader.LocalName == "Worksheet")
            {
                Name = _reader.GetAttribute("Name", Ss) ?? "";
                _sheet++;
                (_row, _next, _column) = (0, 0, 0);
                _hiddenColumns.Clear();
                return true;
            }
        }

        return false;
    }

    public bool ReadRow()
    {
        Limits.Check(++_row, _limits.SheetRows + 1L, LimitText.SheetRows);
        if (_row <= _next)
        {
            return true;
        }

        while (_reader.NodeType != XmlNodeType.None && !(_reader.NodeType == XmlNodeType.EndElement && _reader.LocalName == "Worksheet"))
        {
            if (_reader.NodeType == XmlNodeType.Element && _reader.NamespaceURI == Ss)
            {
                Limits.Check(_reader.Depth, _limits.Depth, LimitText.Depth);
                Limits.Check(_reader.AttributeCount, _limits.Attributes, LimitText.Attributes);
                if (_reader.LocalName == "Column")
                {
                    AddColumn();
                }
                else if (_reader.LocalName == "Row")
                {
                    LoadRow();
                    return true;
                }
            }

            _reader.Read();
        }

        return false;
    }

    public void Reset()
    {
        _reader.Dispose();
        _reader = Start();
        _sheet = -1;
    }

    public void Dispose() => _reader.Dispose();

    private XmlReader Start()
    {
        var settings = XmlRecords.Settings();
        settings.CloseInput = true;
        settings.IgnoreWhitespace = false;
        return XmlReader.Create(new TagGuard(File.OpenRead(_path), 2L * _limits.Text), settings);
    }

    /// <summary>Whether a sheet is hidden stands behind its rows.</summary>
    private void LookAhead()
    {
        var (sheet, style) = (-1, "");
        while (_reader.Read())
        {
            if (_reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            switch (_reader.LocalName)
            {
                case "Worksheet":
                    sheet++;
                    break;
                case "Visible" when _reader.ReadElementContentAsString().Contains("Hidden", StringComparison.Ordinal):
                    _hiddenSheets.Add(sheet);
                    break;
                case "Date1904":
                    CountsFrom1904 = true;
                    break;
                case "Style":
                    style = _reader.GetAttribute("ID", Ss) ?? "";
                    Limits.Check(_formats.Count, _limits.Formats, LimitText.Formats);
                    break;
                case "NumberFormat" when _reader.GetAttribute("Format", Ss) is { } format:
                    _formats[style] = format;
                    break;
                default:
                    break;
            }
        }
    }

    private int? Int(string name) => int.TryParse(_reader.GetAttribute(name, Ss), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private void AddColumn()
    {
        _column = Int("Index") ?? (_column + 1);
        var last = _column + (Int("Span") ?? 0);
        Limits.Check(last, _limits.SheetColumns, LimitText.SheetColumn);
        for (; _reader.GetAttribute("Hidden", Ss) == "1" && _column <= last; _column++)
        {
            _hiddenColumns.Add(_column - 1);
        }

        _column = last;
    }

    private void LoadRow()
    {
        _next = Math.Max(Int("Index") ?? (_next + 1), _row);
        Limits.Check(_next, _limits.SheetRows + 1L, LimitText.SheetRow);
        IsHiddenRow = _reader.GetAttribute("Hidden", Ss) == "1";
        _cells.Clear();
        _merged.Clear();
        if (_reader.IsEmptyElement)
        {
            _reader.Read();
            return;
        }

        var depth = _reader.Depth;
        while (_reader.Read() && !(_reader.NodeType == XmlNodeType.EndElement && _reader.Depth == depth))
        {
            if (_reader.NodeType == XmlNodeType.Element && _reader.LocalName == "Cell")
            {
                LoadCell();
            }
        }
    }

    private void LoadCell()
    {
        var column = (Int("Index") ?? (_cells.Count + 1)) - 1;
        var (wide, deep) = (Int("MergeAcross") ?? 0, Int("MergeDown") ?? 0);
        Limits.Check(column + 1L + wide, _limits.SheetColumns, LimitText.SheetColumn);
        while (_cells.Count < column)
        {
            _cells.Add(null);
        }

        if (wide > 0 || deep > 0)
        {
            _merged.Add(new(column, column + wide, (int)Math.Min(_next - 1L + deep, _limits.SheetRows)));
        }

        _cells.Add(Value(_formats.GetValueOrDefault(_reader.GetAttribute("StyleID", Ss) ?? "Default")));
        for (; wide > 0; wide--)
        {
            _cells.Add(null);
        }
    }

    private string? Value(string? format)
    {
        if (_reader.IsEmptyElement)
        {
            return null;
        }

        var depth = _reader.Depth;
        var (type, text) = ("", new StringBuilder());
        var isData = false;
        while (_reader.Read() && !(_reader.NodeType == XmlNodeType.EndElement && _reader.Depth == depth))
        {
            if (_reader.NodeType == XmlNodeType.Element && _reader.LocalName is "Data" or "Comment")
            {
                isData = _reader.LocalName == "Data";
                type = isData ? _reader.GetAttribute("Type", Ss) ?? "" : type;
            }
            else if (isData && _reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace)
            {
                text.Append(_reader.Value);
                Limits.Check(text.Length, _limits.Text, LimitText.Text);
            }
        }

        return Typed(type, text.ToString().Trim(), format);
    }

    private string? Typed(string type, string text, string? format) => type switch
    {
        _ when text.Length == 0 => null,
        "Error" => null,
        "Boolean" => text == "1" ? "true" : "false",
        "DateTime" when DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) => ShownDates.Write(date, Named(format)),
        "Number" when ShownDates.IsDate(Named(format)) && double.TryParse(text, CultureInfo.InvariantCulture, out var days)
            && ShownDates.OfSerial(days + (CountsFrom1904 ? 1462 : 0)) is { } day => ShownDates.Write(day, Named(format)),
        "Number" => SheetNumber.Write(text),
        _ => text,
    };

    /// <summary>Formats that have a name instead of signs.</summary>
    private static string? Named(string? format) => format is null ? null
        : format.EndsWith("Date", StringComparison.Ordinal) || format.EndsWith("Time", StringComparison.Ordinal) ? "dd.mm.yyyy" : format;
}
