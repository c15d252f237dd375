using System.Text;
using Analytics.Contracts;
using Analytics.Domain;
using CsvHelper;

namespace Analytics.Etl.Ingest.Files;

/// <summary>Delimited text after RFC 4180. Delimiter and header row are found by which reading of the first rows has most of the expected names.</summary>
internal sealed class CsvRows : ISourceRows
{
    private const int SampleLength = 256 * 1024;

    /// <summary>A record longer than this is an unclosed quote, not a row.</summary>
    private const int MostRecordBytes = 4 * 1024 * 1024;

    private static readonly char[] s_delimiters = [',', ';', '\t', '|'];

    private readonly CsvReader _reader;
    private readonly Limits _limits;
    private long _rows;
    private bool _badQuotes;

    private CsvRows(string path, Encoding encoding, char delimiter, long headerLine, Limits limits)
    {
        _limits = limits;
        _reader = CsvReader.FromFile(path, Options(delimiter, encoding) with { OnMalformedRecord = Note }, FileOptions.SequentialScan);
        do
        {
            if (!ReadRecord())
            {
                throw new UnreadableFileException(new LocalText(
                    "the file ends before its header, expected on line {0}",
                    "файл заканчивается раньше строки заголовка, ожидавшейся в строке {0}",
                    "файл {0}-сапта күтүлгөн аталыштарга жетпей бүтөт").With(headerLine));
            }
        }
        while (_reader.LineNumber < headerLine);

        Limits.Check(_reader.FieldCount, _limits.Columns, LimitText.Columns);
        Header = [.. Cells(_reader).Select(HeaderName.Clean)];
        while (Header is [.., ""])
        {
            Header = [.. Header.SkipLast(1)];
        }

        GuardedRows.CheckHeader(Header, _limits);
        Detected = new Detected("csv", encoding.WebName, delimiter == '\t' ? "tab" : delimiter.ToString(), null, _reader.LineNumber);
    }

    public Detected Detected { get; }

    public IReadOnlyList<string> Header { get; private set; }

    public bool HasFixedHeader => true;

    public long Line { get; private set; }

    public RowDamage Damage { get; private set; }

    /// <summary>A row that breaks off early has no more fields.</summary>
    public ReadOnlySpan<byte> this[int column] => column < _reader.FieldCount ? _reader.GetSpan(column) : default;

    public static CsvRows Open(string path, Encoding encoding, ReadSettings settings, Limits limits)
    {
        try
        {
            var sample = Sample(path);
            LostLetters.Check(encoding, sample);
            var (delimiter, headerLine) = Detect(sample, encoding, settings);
            return new CsvRows(path, encoding, delimiter, headerLine, limits);
        }
        catch (Exception e) when (GuardedRows.IsFault(e))
        {
            throw GuardedRows.Unreadable(e, 0);
        }
    }

    public bool Read()
    {
        while (ReadRecord())
        {
            if (IsBlank())
            {
                continue;
            }

            Line = _reader.LineNumber;
            Limits.Check(++_rows, _limits.Rows, LimitText.Rows);
            Damage = _badQuotes ? RowDamage.Quotes : HasHeaderWidth() ? RowDamage.None : RowDamage.FieldCount;
            return true;
        }

        return false;
    }

    public void Dispose() => _reader.Dispose();

    private bool ReadRecord()
    {
        _badQuotes = false;
        try
        {
            return _reader.Read();
        }
        catch (CsvFormatException e)
        {
            throw new UnreadableFileException(new LocalText(
                "the record after line {0} has no end: a quote is opened there and not closed within 4 MB",
                "запись после строки {0} не заканчивается: открытая там кавычка не закрыта на протяжении 4 МБ",
                "{0}-саптан кийинки жазуу бүтпөйт: ачылган тырмакча 4 МБ ичинде жабылган эмес").With(Line), e);
        }
        catch (DecoderFallbackException e)
        {
            throw new UnreadableFileException(new LocalText(
                "the text after line {0} is not in the encoding that the file starts with",
                "текст после строки {0} не в той кодировке, с которой начинается файл",
                "{0}-саптан кийинки текст файл башталган коддоодо эмес").With(Line), e);
        }
        catch (Exception e) when (GuardedRows.IsFault(e))
        {
            throw GuardedRows.Unreadable(e, Line);
        }
    }

    private void Note(CsvMalformedRecord record)
    {
        if (record.Reason == CsvMalformedReason.UnterminatedQuote)
        {
            throw new UnreadableFileException(new LocalText(
                "the quote opened on line {0} is never closed, so the rows after it cannot be told apart",
                "кавычка, открытая в строке {0}, нигде не закрыта, поэтому следующие строки нельзя разделить",
                "{0}-сапта ачылган тырмакча эч жерде жабылган эмес, ошондуктан кийинки саптарды ажыратууга болбойт").With(record.LineNumber));
        }

        _badQuotes |= record.Reason == CsvMalformedReason.TextAfterClosingQuote;
    }

    private bool IsBlank()
    {
        for (var i = 0; i < _reader.FieldCount; i++)
        {
            if (_reader.GetSpan(i).Trim((byte)' ').Length > 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>As many fields as the header has; empty ones at the end, which spreadsheets write, do not count.</summary>
    private bool HasHeaderWidth()
    {
        for (var i = Header.Count; i < _reader.FieldCount; i++)
        {
            if (!_reader.IsEmpty(i))
            {
                return false;
            }
        }

        return _reader.FieldCount >= Header.Count;
    }

    private static CsvReaderOptions Options(char delimiter, Encoding? encoding) => new()
    {
        Separator = delimiter,
        HasHeader = false,
        DetectSeparatorHint = false,
        TrackLineNumbers = true,
        IncludeValuesInExceptions = false,
        MaxRecordSize = MostRecordBytes,
        BufferSize = 256 * 1024,
        Encoding = encoding is null || encoding.CodePage == Encoding.UTF8.CodePage ? null : encoding,
    };

    private static byte[] Sample(string path)
    {
        using var stream = File.OpenRead(path);
        var sample = new byte[(int)Math.Min(SampleLength, stream.Length)];
        stream.ReadExactly(sample);
        return sample;
    }

    private static (char Delimiter, long HeaderLine) Detect(byte[] sample, Encoding encoding, ReadSettings settings)
    {
        var mark = encoding.GetBytes("\uFEFF");
        var text = mark.Length > 1 && sample.AsSpan().StartsWith(mark) ? sample[mark.Length..] : sample;
        var utf8 = Encoding.Convert(encoding, Encoding.UTF8, text);
        (char Delimiter, long HeaderLine)? best = null;
        var bestScore = (Known: -1, Steady: -1);
        foreach (var delimiter in settings.Delimiter is { } given ? [given] : s_delimiters)
        {
            var rows = FirstRows(utf8, delimiter);
            var at = rows.Count == 0 ? -1 : HeaderIndex(rows, settings);
            if (at < 0)
            {
                continue;
            }

            var header = rows[at].Cells;
            var steady = header.Length > 1 ? rows.Skip(at + 1).Count(r => r.Cells.Length == header.Length) + header.Length : 0;
            var score = (settings.CountKnown(header), steady);
            if (score.CompareTo(bestScore) > 0)
            {
                (best, bestScore) = ((delimiter, rows[at].Line), score);
            }
        }

        return best ?? throw new UnreadableFileException(new LocalText("the file has no header row", "в файле нет строки заголовка", "файлда аталыштар сабы жок"));
    }

    /// <summary>The row that is given, else the one with most of the expected names, else the first one with a value; -1 when there is none.</summary>
    private static int HeaderIndex(List<(long Line, string[] Cells)> rows, ReadSettings settings)
    {
        if (settings.HeaderRow is { } given)
        {
            return rows.FindIndex(r => r.Line >= given);
        }

        var best = rows.Index().MaxBy(r => settings.CountKnown(r.Item.Cells));
        return settings.CountKnown(best.Item.Cells) > 0 ? best.Index : rows.FindIndex(r => r.Cells.Any(c => !string.IsNullOrWhiteSpace(c)));
    }

    private static List<(long Line, string[] Cells)> FirstRows(byte[] utf8, char delimiter)
    {
        var rows = new List<(long, string[])>();
        using var reader = CsvReader.Create(utf8, Options(delimiter, null));
        while (rows.Count < ReadSettings.HeaderSearchRows && reader.Read())
        {
            rows.Add((reader.LineNumber, Cells(reader)));
        }

        return rows;
    }

    private static string[] Cells(CsvReader reader)
    {
        var cells = new string[reader.FieldCount];
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = reader.GetString(i);
        }

        return cells;
    }
}
