using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using Analytics.Domain;

namespace Analytics.Etl.Ingest.Files.Sheets;

/// <summary>OpenDocument spreadsheets, packed (ods) or as one XML file (fods), read one element at a time.</summary>
internal sealed class OpenDocumentSheets : ISheets
{
    private const string Table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    private const string Office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    private const string TextNs = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";

    private readonly string _path;
    private readonly bool _isPacked;
    private readonly Limits _limits;
    private readonly OpenDocumentStyles _styles;
    private readonly List<string?> _cells = [];
    private readonly List<MergedCells> _merged = [];
    private readonly List<(bool IsHidden, string? Style)> _columns = [];
    private ZipArchive? _archive;
    private XmlReader _reader;
    private long _repeat;
    private int _row;
    private long _allCells;
    private string _style = "";

    private OpenDocumentSheets(string path, bool isPacked, Limits limits)
    {
        (_path, _isPacked, _limits) = (path, isPacked, limits);
        _reader = Start();
        _styles = OpenDocumentStyles.Read(_reader);
        Reset();
    }

    public string Format => _isPacked ? "ods" : "fods";

    public bool CountsFrom1904 => false;

    public string Name { get; private set; } = "";

    public bool IsHidden => _styles.HidesTable(_style);

    public bool IsHiddenRow { get; private set; }

    public int Width => _cells.Count;

    public IEnumerable<MergedCells> Merged => _merged;

    public string? this[int column] => _cells[column];

    public static OpenDocumentSheets Open(string path, bool isPacked, Limits limits)
    {
        if (isPacked)
        {
            using var stream = File.OpenRead(path);
            WorkbookCheck.Run(stream, limits);
        }

        return new OpenDocumentSheets(path, isPacked, limits);
    }

    public bool IsHiddenColumn(int column) => column < _columns.Count && _columns[column].IsHidden;

    public bool NextSheet()
    {
        while (_reader.Read())
        {
            if (_reader.NodeType == XmlNodeType.Element && _reader.LocalName == "table" && _reader.NamespaceURI == Table)
            {
                Name = _reader.GetAttribute("name", Table) ?? "";
                _style = _reader.GetAttribute("style-name", Table) ?? "";
                (_row, _repeat, _allCells) = (0, 0, 0);
                _columns.Clear();
                return true;
            }
        }

        return false;
    }

    public bool ReadRow()
    {
        Limits.Check(++_row, _limits.SheetRows + 1L, LimitText.SheetRows);
        if (_repeat > 0)
        {
            _repeat--;
            Count();
            return true;
        }

        while (_reader.NodeType != XmlNodeType.None)
        {
            if (_reader.NodeType == XmlNodeType.EndElement && _reader.LocalName == "table" && _reader.NamespaceURI == Table)
            {
                return false;
            }

            if (_reader.NodeType == XmlNodeType.Element && _reader.NamespaceURI == Table)
            {
                Limits.Check(_reader.Depth, _limits.Depth, LimitText.Depth);
                switch (_reader.LocalName)
                {
                    case "table" when _reader.IsEmptyElement:
                        return false;
                    case "table-column":
                        AddColumns();
                        break;
                    case "table-row":
                        LoadRow();
                        return true;
                    default:
                        break;
                }
            }

            _reader.Read();
        }

        return false;
    }

    public void Reset()
    {
        Close();
        _reader = Start();
    }

    public void Dispose() => Close();

    private XmlReader Start()
    {
        Stream stream = File.OpenRead(_path);
        if (_isPacked)
        {
            _archive = new ZipArchive(stream, ZipArchiveMode.Read);
            if (_archive.GetEntry("META-INF/manifest.xml") is { } manifest && IsEncrypted(manifest))
            {
                Close();
                throw new UnreadableFileException(new LocalText("the workbook is protected by a password", "книга защищена паролем", "китеп сырсөз менен корголгон"));
            }

            stream = (_archive.GetEntry("content.xml") ?? throw new InvalidDataException()).Open();
        }

        var settings = XmlRecords.Settings();
        settings.CloseInput = true;
        settings.IgnoreWhitespace = false;
        return XmlReader.Create(new TagGuard(stream, 2L * _limits.Text), settings);
    }

    private static bool IsEncrypted(ZipArchiveEntry manifest)
    {
        using var reader = XmlReader.Create(manifest.Open(), XmlRecords.Settings());
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "encryption-data")
            {
                return true;
            }
        }

        return false;
    }

    private void Close()
    {
        _reader?.Dispose();
        _archive?.Dispose();
        _archive = null;
    }

    private long Repeated(string name) =>
        long.TryParse(_reader.GetAttribute(name, Table), NumberStyles.None, CultureInfo.InvariantCulture, out var times) && times > 1 ? times : 1;

    private void AddColumns()
    {
        var column = (_reader.GetAttribute("visibility", Table) is "collapse" or "filter", _reader.GetAttribute("default-cell-style-name", Table));
        for (var times = Repeated("number-columns-repeated"); times > 0 && _columns.Count < _limits.Columns; times--)
        {
            _columns.Add(column);
        }
    }

    private void LoadRow()
    {
        _cells.Clear();
        _merged.Clear();
        IsHiddenRow = _reader.GetAttribute("visibility", Table) is "collapse" or "filter";
        _repeat = Repeated("number-rows-repeated") - 1;
        if (_reader.IsEmptyElement)
        {
            _reader.Read();
            return;
        }

        var depth = _reader.Depth;
        long column = 0;
        while (_reader.Read() && !(_reader.NodeType == XmlNodeType.EndElement && _reader.Depth == depth))
        {
            if (_reader.NodeType == XmlNodeType.Element && _reader.LocalName is "table-cell" or "covered-table-cell")
            {
                var times = Repeated("number-columns-repeated");
                var value = LoadCell(column);
                if (value is not null)
                {
                    Limits.Check(column + times, _limits.SheetColumns, LimitText.SheetColumn);
                    while (_cells.Count < column)
                    {
                        _cells.Add(null);
                    }

                    _cells.AddRange(Enumerable.Repeat<string?>(value, (int)times));
                }

                column += times;
            }
        }

        if (_cells.Count == 0 && _repeat > ReadSettings.HeaderSearchRows)
        {
            // Writers end a sheet with all the rows that it could have.
            _repeat = Math.Min(_repeat, Math.Max(0, _limits.SheetRows - _row));
        }

        Count();
    }

    private void Count() => Limits.Check(_allCells += _cells.Count, _limits.Cells, LimitText.Cells);

    private string? LoadCell(long column)
    {
        var (type, value) = (_reader.GetAttribute("value-type", Office), _reader.GetAttribute("value", Office));
        var style = _reader.GetAttribute("style-name", Table) ?? (column < _columns.Count ? _columns[(int)column].Style : null);
        var (date, time) = (_reader.GetAttribute("date-value", Office), _reader.GetAttribute("time-value", Office));
        var flag = _reader.GetAttribute("boolean-value", Office);
        var (wide, deep) = (Repeated("number-columns-spanned"), Repeated("number-rows-spanned"));
        if (wide > 1 || deep > 1)
        {
            Limits.Check(_merged.Count, _limits.Formats, LimitText.Formats);
            _merged.Add(new((int)column, (int)Math.Min(column + wide - 1, _limits.SheetColumns), (int)Math.Min(_row + deep - 2, _limits.SheetRows)));
        }

        var text = CellText();
        return type switch
        {
            "float" or "percentage" or "currency" => SheetNumber.Write(value),
            "date" when DateTime.TryParse(date, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => ShownDates.Write(day, _styles.DateFormat(style)),
            "time" => time,
            "boolean" => flag,
            _ => string.IsNullOrWhiteSpace(text) || IsError(text) ? null : text,
        };
    }

    private static bool IsError(string text) => text is ['#', ..] && text is "#N/A" or "#REF!" or "#VALUE!" or "#NAME?" or "#DIV/0!" or "#NUM!" or "#NULL!" or "Err:502" or "Err:504";

    /// <summary>The paragraphs of a cell, one a line; notes beside it are no part of it.</summary>
    private string CellText()
    {
        if (_reader.IsEmptyElement)
        {
            return "";
        }

        var depth = _reader.Depth;
        var text = new StringBuilder();
        while (_reader.Read() && !(_reader.NodeType == XmlNodeType.EndElement && _reader.Depth == depth))
        {
            Limits.Check(_reader.Depth, _limits.Depth, LimitText.Depth);
            switch (_reader.NodeType)
            {
                case XmlNodeType.Element when _reader.LocalName == "annotation" && !_reader.IsEmptyElement:
                    PassElement();
                    break;
                case XmlNodeType.Element when _reader.NamespaceURI == TextNs && _reader.LocalName == "p" && text.Length > 0:
                    text.Append('\n');
                    break;
                case XmlNodeType.Element when _reader.NamespaceURI == TextNs && _reader.LocalName is "s" or "tab":
                    text.Append(' ');
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace:
                    text.Append(_reader.Value);
                    Limits.Check(text.Length, _limits.Text, LimitText.Text);
                    break;
                default:
                    break;
            }
        }

        return text.ToString().Trim();
    }

    private void PassElement()
    {
        var depth = _reader.Depth;
        while (_reader.Read() && !(_reader.NodeType == XmlNodeType.EndElement && _reader.Depth == depth))
        {
            // A note is not read.
        }
    }
}
