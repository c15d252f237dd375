using System.Text;
using Analytics.Domain;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Analytics.Etl.Ingest.Files.Sheets;

/// <summary>The tables of an HTML page, each a sheet, as web systems give them out under the name of Excel. Nothing of it is run or fetched.</summary>
internal sealed class HtmlSheets : ISheets
{
    private const long MostBytes = 32L << 20;

    private readonly Limits _limits;
    private readonly IReadOnlyList<IHtmlTableElement> _tables;
    private readonly List<string?> _cells = [];
    private readonly List<MergedCells> _merged = [];
    private readonly Dictionary<int, int> _coveredTo = [];
    private IReadOnlyList<IHtmlTableRowElement> _rows = [];
    private int _table = -1;
    private int _row;

    private HtmlSheets(IReadOnlyList<IHtmlTableElement> tables, Limits limits) => (_tables, _limits) = (tables, limits);

    public string Format => "html";

    public bool CountsFrom1904 => false;

    public string Name => _tables[_table].Caption?.TextContent.Trim() is { Length: > 0 and < 100 } caption ? caption : $"table {_table + 1}";

    public bool IsHidden => IsHiddenElement(_tables[_table]);

    public bool IsHiddenRow => IsHiddenElement(_rows[_row - 1]);

    public int Width => _cells.Count;

    public IEnumerable<MergedCells> Merged => _merged;

    public string? this[int column] => _cells[column];

    public static HtmlSheets Open(string path, Encoding encoding, Limits limits)
    {
        if (new FileInfo(path).Length > MostBytes)
        {
            throw new UnreadableFileException(new LocalText(
                "the web page is larger than {0} MB; save it as XLSX or CSV",
                "веб-страница больше {0} МБ; сохраните её как XLSX или CSV",
                "веб-барак {0} МБдан чоң; аны XLSX же CSV катары сактаңыз").With(MostBytes >> 20));
        }

        var document = new HtmlParser().ParseDocument(File.ReadAllText(path, encoding));

        // A table inside another one is the layout of a cell.
        var tables = document.QuerySelectorAll("table").OfType<IHtmlTableElement>().Where(table => table.ParentElement?.Closest("table") is null).ToList();
        Limits.Check(tables.Count, limits.Parts, LimitText.Parts);
        return tables.Count > 0
            ? new HtmlSheets(tables, limits)
            : throw new UnreadableFileException(new LocalText("the web page has no table", "на веб-странице нет таблицы", "веб-баракта жадыбал жок"));
    }

    public bool IsHiddenColumn(int column) => false;

    public bool NextSheet()
    {
        if (_table + 1 >= _tables.Count)
        {
            return false;
        }

        _rows = [.. _tables[++_table].Rows];
        Limits.Check(_rows.Count, _limits.SheetRows, LimitText.SheetRows);
        _row = 0;
        _coveredTo.Clear();
        return true;
    }

    public bool ReadRow()
    {
        if (_row >= _rows.Count)
        {
            return false;
        }

        _cells.Clear();
        _merged.Clear();
        foreach (var cell in _rows[_row].Cells)
        {
            while (_coveredTo.TryGetValue(_cells.Count, out var last) && last >= _row)
            {
                _cells.Add(null);
            }

            var (column, wide, deep) = (_cells.Count, Math.Max(1, cell.ColumnSpan), Math.Max(1, cell.RowSpan));
            Limits.Check(column + (long)wide, _limits.SheetColumns, LimitText.SheetColumn);
            var lastRow = (int)Math.Min(_row + deep - 1L, _limits.SheetRows);
            if (wide > 1 || deep > 1)
            {
                _merged.Add(new(column, column + wide - 1, lastRow));
            }

            _cells.Add(Text(cell));
            for (var i = 0; i < wide; i++)
            {
                _coveredTo[column + i] = lastRow;
                if (i > 0)
                {
                    _cells.Add(null);
                }
            }
        }

        _row++;
        return true;
    }

    public void Reset() => _table = -1;

    public void Dispose()
    {
        // The page is in memory.
    }

    private static bool IsHiddenElement(IElement element) =>
        element.HasAttribute("hidden") || element.GetAttribute("style")?.Replace(" ", "", StringComparison.Ordinal).Contains("display:none", StringComparison.OrdinalIgnoreCase) == true;

    private static string? Text(IElement cell)
    {
        var text = new StringBuilder();
        foreach (var node in cell.GetDescendants())
        {
            if (node is IText words && node.ParentElement is not (IHtmlScriptElement or IHtmlStyleElement))
            {
                text.Append(words.Data);
            }
            else if (node is IHtmlBreakRowElement)
            {
                text.Append(' ');
            }
        }

        var clean = string.Join(' ', text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        return clean.Length == 0 ? null : clean;
    }
}
