namespace Analytics.Domain.Disclosure;

/// <summary>The codes of all dimensions as small numbers, and a cell's codes as one key.</summary>
/// <remarks>Codes are numbered in ordinal order, so that nothing depends on the order in which cells are listed.</remarks>
internal sealed class CodeGrid
{
    private readonly Dictionary<string, int>[] number;
    private readonly string[][] name;
    private readonly int[][] parent;
    private readonly int[][][] children;
    private readonly UInt128[] stride;

    public CodeGrid(IReadOnlyList<SpanningVariable> dimensions)
    {
        Dimensions = dimensions;
        number = new Dictionary<string, int>[dimensions.Count];
        name = new string[dimensions.Count][];
        parent = new int[dimensions.Count][];
        children = new int[dimensions.Count][][];
        stride = new UInt128[dimensions.Count];
        UInt128 next = 1;
        for (var d = 0; d < dimensions.Count; d++)
        {
            string[] codes = [SpanningVariable.Total, .. dimensions[d].Parents.Keys.Order(StringComparer.Ordinal)];
            name[d] = codes;
            number[d] = Enumerable.Range(0, codes.Length).ToDictionary(i => codes[i], StringComparer.Ordinal);
            parent[d] = [-1, .. codes.Skip(1).Select(code => number[d][dimensions[d].Parents[code]])];
            children[d] = new int[codes.Length][];
            var below = Enumerable.Range(1, codes.Length - 1).ToLookup(i => parent[d][i]);
            for (var i = 0; i < codes.Length; i++)
            {
                children[d][i] = [.. below[i]];
            }

            stride[d] = next;
            next = checked(next * (UInt128)codes.Length);
        }
    }

    public IReadOnlyList<SpanningVariable> Dimensions { get; }

    public int Depth => Dimensions.Count;

    /// <returns>The dimension's number, −1 when unknown.</returns>
    public int Find(string dimension)
    {
        for (var d = 0; d < Dimensions.Count; d++)
        {
            if (string.Equals(Dimensions[d].Name, dimension, StringComparison.Ordinal))
            {
                return d;
            }
        }

        return -1;
    }

    /// <returns>The code's number, 0 for the total, −1 when unknown.</returns>
    public int Find(int dimension, string code) => number[dimension].GetValueOrDefault(code, -1);

    public string Name(int dimension, int code) => name[dimension][code];

    public int Parent(int dimension, int code) => parent[dimension][code];

    public int[] Children(int dimension, int code) => children[dimension][code];

    public UInt128 Key(IReadOnlyList<string> codes)
    {
        UInt128 key = 0;
        for (var d = 0; d < stride.Length; d++)
        {
            key += stride[d] * (UInt128)Find(d, codes[d]);
        }

        return key;
    }

    /// <summary>The code number of a key along a dimension.</summary>
    public int Code(UInt128 key, int dimension) => (int)(key / stride[dimension] % (UInt128)parent[dimension].Length);

    /// <summary>The key with another code along a dimension.</summary>
    public UInt128 With(UInt128 key, int dimension, int code) => With(key, dimension, Code(key, dimension), code);

    /// <summary>The same where the present code is known, which spares a division.</summary>
    public UInt128 With(UInt128 key, int dimension, int present, int code) =>
        key + (stride[dimension] * (UInt128)code) - (stride[dimension] * (UInt128)present);

    /// <summary>The key one level up along a dimension, or null at the total.</summary>
    public UInt128? Up(UInt128 key, int dimension)
    {
        var above = parent[dimension][Code(key, dimension)];
        return above < 0 ? null : With(key, dimension, above);
    }
}
