namespace Analytics.Domain.SyntheticRelease;

/// <summary>One to three attributes together, and where each combination of their values stands in the flat table of counts.</summary>
public sealed class AttributeSet
{
    private readonly int[] _sizes;

    private AttributeSet(int[] attributes, IReadOnlyList<PublicVariable> all)
    {
        Attributes = attributes;
        _sizes = [.. attributes.Select(a => all[a].Codes.Count)];
        Cells = _sizes.Aggregate(1, (product, size) => checked(product * size));
    }

    /// <summary>Places of the attributes, rising.</summary>
    public IReadOnlyList<int> Attributes { get; }

    public int Order => Attributes.Count;

    public int Cells { get; }

    /// <summary>All sets of one, two … attributes, smaller ones first.</summary>
    public static IReadOnlyList<AttributeSet> UpTo(int order, IReadOnlyList<PublicVariable> all)
    {
        List<int[]> sets = [[]];
        List<AttributeSet> made = [];
        for (var k = 1; k <= Math.Min(order, all.Count); k++)
        {
            sets = [.. sets.SelectMany(set => Enumerable.Range(set.Length == 0 ? 0 : set[^1] + 1, all.Count - (set.Length == 0 ? 0 : set[^1] + 1)).Select(next => (int[])[.. set, next]))];
            made.AddRange(sets.Select(set => new AttributeSet(set, all)));
        }

        return made;
    }

    public int CellOf(ReadOnlySpan<int> row)
    {
        var cell = 0;
        for (var i = 0; i < _sizes.Length; i++)
        {
            cell = (cell * _sizes[i]) + row[Attributes[i]];
        }

        return cell;
    }

    /// <summary>Writes the values of a cell into the places of its attributes.</summary>
    public void Place(int cell, Span<int> row)
    {
        for (var i = _sizes.Length - 1; i >= 0; i--)
        {
            (cell, row[Attributes[i]]) = Math.DivRem(cell, _sizes[i]);
        }
    }
}
