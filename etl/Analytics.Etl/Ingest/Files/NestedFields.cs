using System.Globalization;

namespace Analytics.Etl.Ingest.Files;

/// <summary>What a mapping wants of a record's surroundings: fields of the elements that it lies in, the nearest first, and how many elements of a kind lie in it.</summary>
/// <param name="names">As <see cref="NestedName"/> makes them.</param>
internal sealed class NestedFields(IReadOnlyList<string> names)
{
    private readonly (string Name, string Owner, string Field)[] _parents = [.. names.Where(name => name is ['^', ..]).Select(Parent)];
    private readonly Dictionary<string, int> _counts = names.Where(name => name is not ['^', ..]).ToDictionary(name => name["count(".Length..^1], _ => 0, StringComparer.Ordinal);
    private readonly List<(string Element, Dictionary<string, string> Fields)> _around = [];
    private int _depth;

    public bool WantsParents => _parents.Length > 0;

    /// <summary>Goes into an element; those beside it and what was in them are left.</summary>
    public void Enter(int depth, string element)
    {
        _around.RemoveRange(Math.Min(depth, _around.Count), Math.Max(0, _around.Count - depth));
        _around.Add((element, new(StringComparer.Ordinal)));
    }

    /// <summary>Takes a field of the element at a depth.</summary>
    public void Note(int depth, string field, string value)
    {
        if (depth >= 0 && depth < _around.Count)
        {
            _around[depth].Fields.TryAdd(field, value);
        }
    }

    /// <summary>Begins a record.</summary>
    public void Begin(int depth)
    {
        _depth = depth;
        foreach (var path in _counts.Keys)
        {
            _counts[path] = 0;
        }
    }

    /// <summary>Counts an element inside the record, by its dotted path from there.</summary>
    public void Count(string path)
    {
        if (_counts.Count > 0 && _counts.TryGetValue(path, out var count))
        {
            _counts[path] = count + 1;
        }
    }

    /// <summary>Gives the record's own of them, after the record was read.</summary>
    public void Give(Action<string, string> field)
    {
        foreach (var (name, owner, wanted) in _parents)
        {
            for (var depth = Math.Min(_depth, _around.Count) - 1; depth >= 0; depth--)
            {
                if ((owner.Length == 0 || _around[depth].Element == owner) && _around[depth].Fields.TryGetValue(wanted, out var value))
                {
                    field(name, value);
                    break;
                }
            }
        }

        foreach (var (path, count) in _counts)
        {
            field(NestedName.Count(path), count.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static (string Name, string Owner, string Field) Parent(string name)
    {
        var dot = name.LastIndexOf('.');
        return dot < 0 ? (name, "", name[1..]) : (name, name[1..dot], name[(dot + 1)..]);
    }
}
