using System.Text;

namespace Analytics.Etl.Ingest.Files;

/// <summary>The fields of one record after the other of JSON or XML: repeated ones joined by a bar, each within the limits.</summary>
internal sealed class RecordFields(IReadOnlyList<string> names, Limits limits)
{
    private readonly Dictionary<string, int> _columns = names.Index().ToDictionary(n => n.Item, n => n.Index, StringComparer.Ordinal);
    private readonly string?[] _values = new string?[names.Count];
    private readonly Dictionary<int, StringBuilder> _repeated = [];
    private readonly Utf8Fields _fields = new();
    private int _count;

    public ReadOnlySpan<byte> this[int column] => _fields[column];

    public void Start()
    {
        Array.Clear(_values);
        _repeated.Clear();
        _count = 0;
    }

    /// <exception cref="UnreadableFileException">The value is too long, or there are too many.</exception>
    public void Add(string name, string? value)
    {
        Limits.Check(++_count, limits.Values, LimitText.Values);
        if (value is not { Length: > 0 })
        {
            return;
        }

        var column = _columns[name];
        if (_values[column] is not { } first)
        {
            Limits.Check(value.Length, limits.Text, LimitText.Text);
            _values[column] = value;
            return;
        }

        if (!_repeated.TryGetValue(column, out var all))
        {
            _repeated[column] = all = new StringBuilder(first);
        }

        Limits.Check(all.Length + 1L + value.Length, limits.Text, LimitText.Text);
        all.Append('|').Append(value);
    }

    /// <returns>Whether any field has a value.</returns>
    public bool Load()
    {
        foreach (var (column, all) in _repeated)
        {
            _values[column] = all.ToString();
        }

        return _fields.Load(_values);
    }
}

/// <summary>The names of the fields of all records, in the order in which they came.</summary>
internal sealed class FieldNames(Limits limits)
{
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    public List<string> All { get; } = [];

    /// <exception cref="UnreadableFileException">There are more than a table has columns.</exception>
    public void Add(string name)
    {
        if (_seen.Add(name))
        {
            Limits.Check(_seen.Count, limits.Columns, LimitText.Columns);
            Limits.Check(name.Length, limits.Name, LimitText.Name);
            All.Add(name);
        }
    }
}
