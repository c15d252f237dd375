using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Analytics.Domain;

namespace Analytics.Etl.Ingest.Files.Sheets;

/// <summary>
/// Tables of dBASE, FoxPro and Clipper (dbf), a record at a time. Names of columns have ten characters there: one that begins or ends a name
/// to expect, and no other, stands for it. Memo fields lie in another file and are unknown.
/// </summary>
internal sealed class DbfSheets : ISheets
{
    private const int HeadLength = 32;
    private const int NameLength = 11;
    private const int LongestName = 10;
    private const byte EndOfFields = 0x0D;
    private const byte Erased = (byte)'*';
    private const byte EndOfFile = 0x1A;

    private readonly FileStream _stream;
    private readonly Encoding _encoding;
    private readonly (string Name, char Type, int Start, int Length, int Decimals)[] _fields;
    private readonly byte[] _record;
    private readonly int _headLength;
    private readonly long _records;
    private RowRemarks _remarks = new();
    private long _read = -1;
    private bool _begun;

    private DbfSheets(FileStream stream, ReadSettings settings, Limits limits)
    {
        _stream = stream;
        var head = new byte[HeadLength];
        stream.ReadExactly(head);
        _records = BinaryPrimitives.ReadUInt32LittleEndian(head.AsSpan(4));
        _headLength = BinaryPrimitives.ReadUInt16LittleEndian(head.AsSpan(8));
        _record = new byte[BinaryPrimitives.ReadUInt16LittleEndian(head.AsSpan(10))];
        var fields = new List<(string Name, char Type, int Start, int Length, int Decimals)>();
        var start = 1;
        var field = new byte[HeadLength];
        while (stream.Position + HeadLength <= _headLength && stream.ReadAtLeast(field, HeadLength, throwOnEndOfStream: false) == HeadLength && field[0] != EndOfFields)
        {
            // A text of more than 255 characters keeps the rest of its length in the place of the decimals.
            var length = field[11] == 'C' ? field[16] | (field[17] << 8) : field[16];
            var name = field.AsSpan(0, NameLength);
            fields.Add((Encoding.Latin1.GetString(name[..(name.IndexOf((byte)0) is >= 0 and var end ? end : NameLength)]), (char)field[11], start, length, field[17]));
            start += length;
        }

        if (fields.Count == 0 || start > _record.Length)
        {
            throw new UnreadableFileException(new LocalText("the dBASE table is damaged", "таблица dBASE повреждена", "dBASE жадыбалы бузулган"));
        }

        Limits.Check(fields.Count, limits.Columns, LimitText.Columns);
        _encoding = settings.Encoding is { CodePage: not 65001 } given ? given : OfDriver(head[29]) ?? Guess(stream);
        _fields = [.. fields.Select(f => f with { Name = FullName(_encoding.GetString(Encoding.Latin1.GetBytes(f.Name)).Trim(), settings.KnownNames) })];
    }

    public string Format => "dbf";

    public bool CountsFrom1904 => false;

    public string Name => "";

    public bool IsHidden => false;

    public bool IsHiddenRow => false;

    public int Width => _fields.Length;

    public IEnumerable<MergedCells> Merged => [];

    public IReadOnlyList<FileRemark> Remarks => _remarks.All;

    public string? this[int column] => _read == 0 ? _fields[column].Name : Text(_fields[column].Type, _record.AsSpan(_fields[column].Start, _fields[column].Length));

    public static DbfSheets Open(string path, ReadSettings settings, Limits limits)
    {
        var stream = File.OpenRead(path);
        try
        {
            return new DbfSheets(stream, settings, limits);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <summary>Whether a file begins as such tables do: a known version, a day, and the length of a header that ends where it says.</summary>
    public static bool IsTable(ReadOnlySpan<byte> head)
    {
        if (head.Length < HeadLength * 2
            || head[0] is not (0x02 or 0x03 or 0x04 or 0x05 or 0x30 or 0x31 or 0x32 or 0x43 or 0x63 or 0x83 or 0x8B or 0x8E or 0xCB or 0xF5 or 0xFB)
            || head[2] is < 1 or > 12 || head[3] is < 1 or > 31)
        {
            return false;
        }

        var (length, record) = (BinaryPrimitives.ReadUInt16LittleEndian(head[8..]), BinaryPrimitives.ReadUInt16LittleEndian(head[10..]));
        return length > HeadLength && record > 1 && char.IsAsciiLetterUpper((char)head[HeadLength + NameLength]) && (length > head.Length || head[HeadLength..length].Contains(EndOfFields));
    }

    public bool IsHiddenColumn(int column) => false;

    public bool NextSheet()
    {
        if (_begun)
        {
            return false;
        }

        _begun = true;
        _stream.Position = _headLength;
        return true;
    }

    public bool ReadRow()
    {
        if (++_read == 0)
        {
            return true;
        }

        for (; _read <= _records; _read++)
        {
            if (_stream.ReadAtLeast(_record, _record.Length, throwOnEndOfStream: false) < _record.Length || _record[0] == EndOfFile)
            {
                return false;
            }

            if (_record[0] != Erased)
            {
                return true;
            }

            _remarks.Add(FileRemark.Deleted, _read + 1);
        }

        return false;
    }

    public void Reset() => (_begun, _read, _remarks) = (false, -1, new RowRemarks());

    public void Dispose() => _stream.Dispose();

    private static Encoding? OfDriver(byte driver) => driver switch
    {
        0x26 or 0x65 => Encoding.GetEncoding(866),
        0xC9 => Encoding.GetEncoding(1251),
        0x03 or 0x57 => null,
        _ => null,
    };

    private static Encoding Guess(FileStream stream)
    {
        stream.Position = 0;
        return TextEncoding.Detect(stream);
    }

    private static string FullName(string name, IReadOnlySet<string>? known)
    {
        var folded = HeaderName.Fold(name);
        return name.Length >= LongestName - 1 && known is not null && !known.Contains(folded)
            && known.Where(full => full.StartsWith(folded, StringComparison.Ordinal) || full.EndsWith(folded, StringComparison.Ordinal)).ToList() is [var only]
            ? only
            : name;
    }

    private string? Text(char type, ReadOnlySpan<byte> value) => type switch
    {
        'D' => Encoding.ASCII.GetString(value).Trim() is { Length: 8 } day && day.All(char.IsAsciiDigit) ? $"{day[..4]}-{day[4..6]}-{day[6..]}" : null,
        'L' => value[0] switch { (byte)'T' or (byte)'t' or (byte)'Y' or (byte)'y' => "true", (byte)'F' or (byte)'f' or (byte)'N' or (byte)'n' => "false", _ => null },
        'I' or '+' when value.Length == 4 => BinaryPrimitives.ReadInt32LittleEndian(value).ToString(CultureInfo.InvariantCulture),
        'B' or 'O' when value.Length == 8 => BinaryPrimitives.ReadDoubleLittleEndian(value).ToString(CultureInfo.InvariantCulture),
        'T' or '@' when value.Length == 8 => Moment(value),
        'M' or 'G' or 'P' or '0' => null,
        _ => _encoding.GetString(value).Trim(' ', '\0') is { Length: > 0 } text ? text : null,
    };

    /// <summary>A day as the number of Julian days and a time in milliseconds.</summary>
    private static string? Moment(ReadOnlySpan<byte> value)
    {
        const int JulianDayOf1970 = 2_440_588;
        var (day, milliseconds) = (BinaryPrimitives.ReadInt32LittleEndian(value), BinaryPrimitives.ReadInt32LittleEndian(value[4..]));
        return day is > 2_000_000 and < 3_000_000 && milliseconds is >= 0 and < 86_400_000
            ? ShownDates.Write(DateTime.UnixEpoch.AddDays(day - JulianDayOf1970).AddMilliseconds(milliseconds), null)
            : null;
    }
}
