using System.Xml;
using Analytics.Contracts;
using Analytics.Domain;

namespace Analytics.Etl.Ingest.Files;

/// <summary>
/// XML: the repeated element is a record, its attributes and leaf elements are its fields, deeper ones with dotted names,
/// repeated ones joined by a bar. No document type, no external entity. Read twice: the shape first, then the records.
/// </summary>
internal sealed class XmlRows : ISourceRows
{
    private readonly XmlRecords _records;
    private readonly RecordFields _fields;

    private XmlRows(XmlRecords records, IReadOnlyList<string> names, Limits limits)
    {
        _records = records;
        _fields = new RecordFields(names, limits);
        Header = [.. names.Select(HeaderName.Clean)];
    }

    public Detected Detected { get; } = new("xml");

    public IReadOnlyList<string> Header { get; }

    public bool HasFixedHeader => false;

    public long Line => _records.Number;

    public RowDamage Damage => RowDamage.None;

    public ReadOnlySpan<byte> this[int column] => _fields[column];

    public static XmlRows Open(string path, ReadSettings settings, Limits limits)
    {
        var shape = XmlShape.Of(path, settings.Path, limits, settings.Nested);
        return new XmlRows(new XmlRecords(path, shape.Record, limits, settings.Nested), shape.Fields, limits);
    }

    public bool Read()
    {
        do
        {
            _fields.Start();
            if (!_records.Read(_fields.Add))
            {
                return false;
            }
        }
        while (!_fields.Load());

        return true;
    }

    public void Dispose() => _records.Dispose();
}

/// <summary>Which element is the record, and which fields the records have.</summary>
internal sealed record XmlShape(string Record, IReadOnlyList<string> Fields)
{
    /// <param name="given">Name of the record element, or null to find it.</param>
    /// <param name="nested">Fields around the records, and counts of elements inside, that are wanted.</param>
    public static XmlShape Of(string path, string? given, Limits limits, IReadOnlyList<string>? nested = null)
    {
        var counts = new Dictionary<string, (int Count, bool HasFields)>(StringComparer.Ordinal);
        XmlRecords.Scan(path, limits, (at, isLeaf, hasAttributes) =>
        {
            counts.TryGetValue(at, out var seen);
            counts[at] = (seen.Count + 1, seen.HasFields || hasAttributes);
            Limits.Check(counts.Count, limits.Columns, LimitText.Columns);
            if (isLeaf && at.LastIndexOf('/') is var cut and > 0)
            {
                var parent = at[..cut];
                counts[parent] = (counts[parent].Count, true);
            }
        });
        var candidates = counts.Where(c => c.Value.HasFields && c.Key.Contains('/', StringComparison.Ordinal)).Select(c => (Path: c.Key, c.Value.Count, Depth: c.Key.Count(x => x == '/')));
        var record = given is not null
            ? counts.Keys.FirstOrDefault(k => k == given || k.EndsWith($"/{given}", StringComparison.Ordinal))
            : candidates.OrderByDescending(c => c.Count > 1).ThenBy(c => c.Depth).ThenByDescending(c => c.Count).Select(c => c.Path).FirstOrDefault();
        if (record is null)
        {
            throw new UnreadableFileException(given is null
                ? new LocalText("no element with fields was found", "не найден элемент с полями", "талаалары бар элемент табылган жок")
                : new LocalText("no element '{0}' was found", "не найден элемент «{0}»", "«{0}» элементи табылган жок").With(given));
        }

        var names = new FieldNames(limits);
        using var records = new XmlRecords(path, record, limits, nested);
        while (records.Read((name, _) => names.Add(name)))
        {
            // The names are all that is wanted of it.
        }

        return new XmlShape(record, names.All);
    }
}
