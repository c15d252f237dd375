using Analytics.Database.Requests;
using Analytics.Domain;
using System.Text;
using System.Text.Json;

namespace Analytics.Etl.Files;

/// <summary>
/// JSON: an array of objects, at the root or under a path, or one object a line. Objects inside a record become dotted names,
/// arrays become values joined by a bar. The file is read twice: the records' names first, then the records.
/// </summary>
internal sealed class JsonRows : ISourceRows
{
    private readonly JsonRecords _records;
    private readonly Dictionary<string, int> _columns;
    private readonly string?[] _values;
    private readonly Utf8Fields _fields = new();

    private JsonRows(string path, Encoding encoding, IReadOnlyList<string>? at, bool lines, List<string> names)
    {
        _records = new JsonRecords(path, encoding, at, lines);
        _columns = names.Index().ToDictionary(n => n.Item, n => n.Index, StringComparer.Ordinal);
        _values = new string?[names.Count];
        Header = [.. names.Select(HeaderName.Clean)];
        Detected = new Detected(lines ? "json lines" : "json", encoding.WebName);
    }

    public Detected Detected { get; }

    public IReadOnlyList<string> Header { get; }

    public bool HasFixedHeader => false;

    public long Line => _records.Number;

    public RowDamage Damage => RowDamage.None;

    public ReadOnlySpan<byte> this[int column] => _fields[column];

    public static JsonRows Open(string path, Encoding encoding, ReadSettings settings, bool lines)
    {
        var at = settings.Path?.Split('.', StringSplitOptions.RemoveEmptyEntries);
        var names = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        bool isEmpty;
        using (var records = new JsonRecords(path, encoding, at, lines))
        {
            while (records.Read())
            {
                Walk(records.Current, "", (name, _) =>
                {
                    if (seen.Add(name))
                    {
                        names.Add(name);
                    }
                });
            }

            isEmpty = records.FoundArray && records.Number == 0;
        }

        // An answer without records is no fault of its sender; its columns are whatever is expected.
        if (isEmpty && settings.KnownNames is { } known)
        {
            names = [.. known];
        }

        return names.Count > 0
            ? new JsonRows(path, encoding, at, lines, names)
            : throw new UnreadableFileException(settings.Path is null
                ? new LocalText("no array of objects was found", "не найден массив объектов", "объекттер массиви табылган жок")
                : new LocalText("no array of objects was found under '{0}'", "не найден массив объектов по пути «{0}»", "«{0}» жолунда объекттер массиви табылган жок").With(settings.Path));
    }

    public bool Read()
    {
        while (_records.Read())
        {
            Array.Clear(_values);
            Walk(_records.Current, "", (name, value) =>
            {
                if (value is { Length: > 0 })
                {
                    ref var field = ref _values[_columns[name]];
                    field = field is null ? value : $"{field}|{value}";
                }
            });
            if (_fields.Load(_values))
            {
                return true;
            }
        }

        return false;
    }

    public void Dispose() => _records.Dispose();

    private static void Walk(JsonElement element, string name, Action<string, string?> visit)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in element.EnumerateObject())
                {
                    Walk(member.Value, name.Length == 0 ? member.Name : $"{name}.{member.Name}", visit);
                }

                break;
            case JsonValueKind.Array:
                if (element.GetArrayLength() == 0)
                {
                    visit(name, null);
                }

                foreach (var item in element.EnumerateArray())
                {
                    Walk(item, name, visit);
                }

                break;
            default:
                visit(name, element.ValueKind switch
                {
                    JsonValueKind.Null => null,
                    JsonValueKind.String => element.GetString(),
                    _ => element.GetRawText(),
                });
                break;
        }
    }
}
