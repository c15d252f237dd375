namespace Analytics.Domain.Linkage;

/// <summary>Disjoint sets with path halving (Tarjan &amp; van Leeuwen 1984); an item enters when it is first named.</summary>
internal sealed class DisjointSets<T>
    where T : notnull
{
    private readonly Dictionary<T, T> _parent = [];

    public T Find(T item)
    {
        if (!_parent.TryGetValue(item, out var parent))
        {
            return _parent[item] = item;
        }

        while (!parent.Equals(item))
        {
            (item, parent) = (parent, _parent[parent]);
        }

        return item;
    }

    public void Join(T one, T other) => _parent[Find(other)] = Find(one);
}
