using Analytics.Domain.Disclosure;

namespace Analytics.Etl.Publish.Cells;

/// <summary>What was counted in one cell before protection, and by how many organisations.</summary>
internal sealed class TrueCount
{
    public long Count { get; set; }

    public List<long> ByOrganisation { get; } = [];

    /// <summary>The batches with a row that counts.</summary>
    public IReadOnlyList<long> Batches { get; set; } = [];

    public CountCell ToCell(IReadOnlyList<string> codes)
    {
        if (ByOrganisation.Count == 0)
        {
            return new CountCell(codes, Count);
        }

        var ranked = ByOrganisation.OrderDescending().ToArray();
        return new CountCell(codes, Count, ranked.Length, ranked[0], ranked.Length > 1 ? ranked[1] : 0);
    }
}

/// <summary>The counts of one measure by period and codes, in the order of its table's dimensions.</summary>
internal sealed class TrueCounts
{
    private readonly Dictionary<string, TrueCount> _cells = new(StringComparer.Ordinal);

    /// <param name="organisation">The organisation that the count is of; null for the count over all of them.</param>
    public void Add(string period, IReadOnlyList<string> codes, string? organisation, long count, IReadOnlyList<long> batches)
    {
        var key = Key(period, codes);
        if (!_cells.TryGetValue(key, out var cell))
        {
            _cells.Add(key, cell = new TrueCount());
        }

        if (organisation is null)
        {
            cell.Count = count;
            cell.Batches = batches;
        }
        else
        {
            cell.ByOrganisation.Add(count);
        }
    }

    /// <returns>The count; an empty one where nothing was counted.</returns>
    public TrueCount this[string period, IReadOnlyList<string> codes] =>
        _cells.TryGetValue(Key(period, codes), out var cell) ? cell : new TrueCount();

    private static string Key(string period, IReadOnlyList<string> codes) => $"{period}|{string.Join('|', codes)}";
}
