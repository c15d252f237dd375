using Analytics.Domain;

namespace Analytics.Etl.Ingest.Files;

/// <summary>The most that is taken of one file. Real files stay far below; what is past any limit refuses the file and says which.</summary>
internal sealed record Limits
{
    /// <summary>Characters of a column's name: what is longer is a value, whoever wrote it.</summary>
    public const int LongestName = 1000;

    public static Limits Usual { get; } = new();

    /// <summary>Files in a zip archive.</summary>
    public int Entries { get; init; } = 200;

    /// <summary>Bytes of one file of an archive, unpacked.</summary>
    public long EntryBytes { get; init; } = 4L << 30;

    /// <summary>Bytes of all files of an archive, unpacked.</summary>
    public long ArchiveBytes { get; init; } = 8L << 30;

    /// <summary>Times the packed size. Deflate reaches about 1000; text of the kinds that are read here stays below 30.</summary>
    public int Ratio { get; init; } = 200;

    /// <summary>Bytes below which no ratio is suspicious: a table of equal rows may well be small.</summary>
    public long RatioFrom { get; init; } = 10L << 20;

    /// <summary>Parts of a workbook, which is an archive of them.</summary>
    public int Parts { get; init; } = 2000;

    /// <summary>Bytes of all parts of a workbook, unpacked.</summary>
    public long WorkbookBytes { get; init; } = 2L << 30;

    /// <summary>Rows of a sheet, as many as Excel has.</summary>
    public int SheetRows { get; init; } = 1_048_576;

    /// <summary>Columns of a sheet, as many as Excel has.</summary>
    public int SheetColumns { get; init; } = 16_384;

    /// <summary>Cells of a sheet.</summary>
    public long Cells { get; init; } = 50_000_000;

    /// <summary>Texts that a workbook's cells share, all of which are in memory while it is read.</summary>
    public int Strings { get; init; } = 2_000_000;

    /// <summary>Bytes of the part that holds them.</summary>
    public long StringBytes { get; init; } = 128L << 20;

    /// <summary>Merged cells, column widths, formats and names of a workbook.</summary>
    public int Formats { get; init; } = 1_000_000;

    /// <summary>Rows or records of a file.</summary>
    public long Rows { get; init; } = 100_000_000;

    /// <summary>Columns of the header, or different fields of all records.</summary>
    public int Columns { get; init; } = 4096;

    /// <summary>Characters of a column's or field's name.</summary>
    public int Name { get; init; } = LongestName;

    /// <summary>Levels of elements or objects inside each other.</summary>
    public int Depth { get; init; } = 64;

    /// <summary>Attributes of an XML element.</summary>
    public int Attributes { get; init; } = 1000;

    /// <summary>Characters of one value.</summary>
    public int Text { get; init; } = 1 << 20;

    /// <summary>Bytes of a record of JSON.</summary>
    public int RecordBytes { get; init; } = 16 << 20;

    /// <summary>Values in a record of JSON or XML, repeated ones counted.</summary>
    public int Values { get; init; } = 65_536;

    /// <summary>Memory of the process that reads a workbook, JSON or XML.</summary>
    public int MemoryMegabytes { get; init; } = 400;

    /// <summary>Processor time of that process.</summary>
    public TimeSpan Processor { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How long that process may take to give the next row.</summary>
    public TimeSpan Silence { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Refuses when more was found than is taken.</summary>
    /// <exception cref="UnreadableFileException">It was: one line with what, how much and the limit.</exception>
    public static void Check(long found, long most, LocalText what)
    {
        if (found > most)
        {
            throw new UnreadableFileException(new LocalText(
                $"too much for one file: {what.En} {found}, at most {most}",
                $"слишком много для одного файла: {what.Ru} {found}, не более {most}",
                $"бир файл үчүн өтө көп: {what.Ky} {found}, эң көбү {most}"));
        }
    }
}

/// <summary>What the limits count, as the middle of a sentence that a number ends.</summary>
internal static class LimitText
{
    public static readonly LocalText Parts = new("parts of the workbook", "частей книги", "китептин бөлүктөрү");
    public static readonly LocalText WorkbookBytes = new("bytes of the unpacked workbook", "байтов распакованной книги", "ачылган китептин байттары");
    public static readonly LocalText Ratio = new("times the packed size", "кратность к упакованному размеру", "таңгакталган көлөмдөн эсе");
    public static readonly LocalText SheetRow = new("row number in a sheet", "номер строки на листе", "барактагы саптын номери");
    public static readonly LocalText SheetRows = new("rows of a sheet", "строк на листе", "барактагы саптар");
    public static readonly LocalText SheetColumn = new("column number in a sheet", "номер столбца на листе", "барактагы тилкенин номери");
    public static readonly LocalText Cells = new("cells of a sheet", "ячеек на листе", "барактагы уячалар");
    public static readonly LocalText Strings = new("shared texts of the workbook", "общих строк книги", "китептин жалпы тексттери");
    public static readonly LocalText StringBytes = new("bytes of shared texts", "байтов общих строк", "жалпы тексттердин байттары");
    public static readonly LocalText Formats = new("formats and merged cells", "форматов и объединённых ячеек", "форматтар жана бириктирилген уячалар");
    public static readonly LocalText Rows = new("rows", "строк", "саптар");
    public static readonly LocalText Columns = new("columns", "столбцов", "тилкелер");
    public static readonly LocalText Name = new("characters of a column's name", "символов в имени столбца", "тилкенин атындагы белгилер");
    public static readonly LocalText Depth = new("levels of nesting", "уровней вложенности", "ичине жайгашуу деңгээлдери");
    public static readonly LocalText Attributes = new("attributes of an element", "атрибутов элемента", "элементтин атрибуттары");
    public static readonly LocalText Text = new("characters of a value", "символов в значении", "маанидеги белгилер");
    public static readonly LocalText Tag = new("bytes of an element's tag or text", "байтов тега или текста элемента", "элементтин тегинин же текстинин байттары");
    public static readonly LocalText Record = new("bytes of a record", "байтов в записи", "жазуудагы байттар");
    public static readonly LocalText Values = new("values in a record", "значений в записи", "жазуудагы маанилер");
}
