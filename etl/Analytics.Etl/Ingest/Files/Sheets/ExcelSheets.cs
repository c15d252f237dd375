using System.Globalization;
using System.Text;
using Analytics.Domain;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace Analytics.Etl.Ingest.Files.Sheets;

/// <summary>Excel workbooks: xlsx (strict ones too), xlsb, and xls of every version. A formula gives its stored result and an error (#N/A) nothing.</summary>
internal sealed class ExcelSheets : ISheets
{
    private const double FewestDaysOfDate = 18_264;

    private readonly Stream _stream;
    private readonly IExcelDataReader _reader;
    private bool _begun;
    private int _row;
    private ILookup<int, CellRange>? _merges;

    static ExcelSheets() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    private ExcelSheets(Stream stream, IExcelDataReader reader, bool countsFrom1904) => (_stream, _reader, CountsFrom1904) = (stream, reader, countsFrom1904);

    public string Format => "excel";

    public bool CountsFrom1904 { get; }

    public string Name => _reader.Name ?? "";

    public bool IsHidden => _reader.VisibleState != "visible";

    public bool IsHiddenRow => _row > 0 && _reader.RowHeight == 0;

    public int Width => _reader.FieldCount;

    public IEnumerable<MergedCells> Merged => _merges is null ? [] : _merges[_row - 1].Select(range => new MergedCells(range.FromColumn, range.ToColumn, range.ToRow));

    public string? this[int column] => _reader.GetValue(column) switch
    {
        null => null,
        string text => string.IsNullOrWhiteSpace(text) ? null : text,
        DateTime date => ShownDates.Write(date, _reader.GetNumberFormatString(column)),
        // Hours since 1900 are a date in a format for durations.
        TimeSpan { TotalDays: >= FewestDaysOfDate } moment => ShownDates.Write(ShownDates.OfSerial(Math.Min(moment.TotalDays, 100_000))!.Value, null),
        TimeSpan span => span.ToString("c", CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        double number => SheetNumber.Write(number),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        var value => value.ToString(),
    };

    public static ExcelSheets Open(string path, Limits limits)
    {
        Stream stream = File.OpenRead(path);
        IExcelDataReader? reader = null;
        try
        {
            var countsFrom1904 = false;
            if (ZipContents.IsZip(stream))
            {
                countsFrom1904 = WorkbookCheck.Run(stream, limits);
                stream = StrictWorkbook.Plain(stream);
            }

            stream.Position = 0;
            reader = ExcelReaderFactory.CreateReader(stream, new ExcelReaderConfiguration { LeaveOpen = true, FallbackEncoding = TextEncoding.Windows1251 });
            return new ExcelSheets(stream, reader, countsFrom1904);
        }
        catch (Exception e)
        {
            reader?.Dispose();
            stream.Dispose();
            if (SheetRows.IsDamage(e))
            {
                throw new UnreadableFileException(e is InvalidPasswordException
                    ? new LocalText("the workbook is protected by a password", "книга защищена паролем", "китеп сырсөз менен корголгон")
                    : new LocalText("the workbook is damaged or not an Excel file", "книга повреждена или это не файл Excel", "китеп бузулган же Excel файлы эмес"), e);
            }

            throw;
        }
    }

    public bool IsHiddenColumn(int column) => _reader.GetColumnWidth(column) == 0;

    public bool NextSheet()
    {
        if (_begun && !_reader.NextResult())
        {
            return false;
        }

        _begun = true;
        _row = 0;
        _merges = _reader.MergeCells is { Length: > 0 } merges ? merges.ToLookup(range => range.FromRow) : null;
        return true;
    }

    public bool ReadRow()
    {
        _row++;
        return _reader.Read();
    }

    public void Reset()
    {
        _reader.Reset();
        _begun = false;
    }

    public void Dispose()
    {
        _reader.Dispose();
        _stream.Dispose();
    }
}
