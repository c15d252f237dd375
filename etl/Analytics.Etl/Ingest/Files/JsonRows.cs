using System.Text;
using System.Text.Json;
using Analytics.Contracts;
using Analytics.Domain;

namespace Analytics.Etl.Ingest.Files;

/// <summary>
/// JSON: an array of objects, at the root or under a path, or one object a line. Objects inside a record become dotted names,
/// arrays become values joined by a bar. The file is read twice: the records' names first, then the records.
/// </summary>
internal sealed class JsonRows : ISourceRows
{
    private readonly JsonRecords _records;
    private readonly RecordFields _fields;
    private readonly Limits _limits;
    private readonly JsonNesting _nesting;
    private IEnumerator<JsonItem>? _items;

    private JsonRows(string path, Encoding encoding, IReadOnlyList<string>? at, bool lines, List<string> names, JsonNesting nesting, Limits limits)
    {
        _records = new JsonRecords(path, encoding, at, lines, limits);
        _nesting = nesting;
        _fields = new RecordFields(names, limits);
        _limits = limits;
        Header = [.. names.Select(HeaderName.Clean)];
        Detected = new Detected(lines ? "json lines" : "json", encoding.WebName);
    }

    public Detected Detected { get; }

    public IReadOnlyList<string> Header { get; }

    public bool HasFixedHeader => false;

    public long Line { get; private set; }

    public RowDamage Damage { get; private set; }

    public ReadOnlySpan<byte> this[int column] => _fields[column];

    public static JsonRows Open(string path, Encoding encoding, ReadSettings settings, bool lines, Limits limits)
    {
        var at = settings.Path?.Split('.', StringSplitOptions.RemoveEmptyEntries);
        var found = new FieldNames(limits);
        var isEmpty = Look(path, encoding, at, lines, found, new JsonNesting([], settings.Nested, limits), limits);
        var nesting = new JsonNesting([], settings.Nested, limits);

        // An array in every record of an outer one, whose records are then those of all of them.
        for (var outer = (at?.Length ?? 0) - 1; outer >= 0 && isEmpty is null && found.All.Count == 0 && !lines; outer--)
        {
            nesting = new JsonNesting(at![outer..], settings.Nested, limits);
            isEmpty = Look(path, encoding, at[..outer], lines, found, nesting, limits);
            at = isEmpty is not null || found.All.Count > 0 ? at[..outer] : at;
        }

        var names = found.All;

        // An answer without records is no fault of its sender; its columns are whatever is expected.
        if (isEmpty == true && found.All.Count == 0 && settings.KnownNames is { } known)
        {
            names = [.. known];
        }

        return names.Count > 0
            ? new JsonRows(path, encoding, at, lines, names, nesting, limits)
            : throw new UnreadableFileException(settings.Path is null
                ? new LocalText("no array of objects was found", "не найден массив объектов", "объекттер массиви табылган жок")
                : new LocalText("no array of objects was found under '{0}'", "не найден массив объектов по пути «{0}»", "«{0}» жолунда объекттер массиви табылган жок").With(settings.Path));
    }

    public bool Read()
    {
        while (true)
        {
            while (_items?.MoveNext() == true)
            {
                Line++;
                _fields.Start();
                Damage = Walk(_items.Current.Record, "", 1, _limits, _fields.Add) ? RowDamage.None : RowDamage.Encoding;
                _nesting.Give(_items.Current, _fields.Add);
                if (_fields.Load() || Damage != RowDamage.None)
                {
                    return true;
                }
            }

            if (!_records.Read())
            {
                return false;
            }

            _items?.Dispose();
            _items = _nesting.Items(_records.Current).GetEnumerator();
        }
    }

    public void Dispose()
    {
        _items?.Dispose();
        _records.Dispose();
    }

    /// <returns>Whether an array was found and is empty; null when none was found.</returns>
    private static bool? Look(string path, Encoding encoding, IReadOnlyList<string>? at, bool lines, FieldNames found, JsonNesting nesting, Limits limits)
    {
        using var records = new JsonRecords(path, encoding, at, lines, limits);
        while (records.Read())
        {
            foreach (var item in nesting.Items(records.Current))
            {
                Walk(item.Record, "", 1, limits, (name, _) => found.Add(name));
                nesting.Give(item, (name, _) => found.Add(name));
            }
        }

        return records.FoundArray ? records.Number == 0 : null;
    }

    /// <summary>The string or property name that a reader is at; null where it is no text: half a surrogate pair, or bytes that are not UTF-8.</summary>
    public static string? TextOf(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <returns>Whether all of it is text; names and values that are none are left out.</returns>
    private static bool Walk(JsonElement element, string name, int depth, Limits limits, Action<string, string?> visit)
    {
        Limits.Check(depth, limits.Depth, LimitText.Depth);
        var isText = true;
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in element.EnumerateObject())
                {
                    isText &= TextOf(member) is { } own && Walk(member.Value, name.Length == 0 ? own : $"{name}.{own}", depth + 1, limits, visit);
                }

                break;
            case JsonValueKind.Array:
                if (element.GetArrayLength() == 0)
                {
                    visit(name, null);
                }

                foreach (var item in element.EnumerateArray())
                {
                    isText &= Walk(item, name, depth + 1, limits, visit);
                }

                break;
            case JsonValueKind.String:
                var text = TextOf(element);
                visit(name, text);
                isText = text is not null;
                break;
            case JsonValueKind.Null:
                visit(name, null);
                break;
            default:
                visit(name, element.GetRawText());
                break;
        }

        return isText;
    }

    private static string? TextOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static string? TextOf(JsonElement text)
    {
        try
        {
            return text.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
