namespace Analytics.Domain.Linkage;

/// <summary>Keeps the keys of persons from run to run.</summary>
public static class PersonKeys
{
    /// <summary>
    /// Gives each group of records its person key: the one that most of its records had before (the smaller key on a tie), each
    /// key to one group at most, a fresh key to the rest. A person keeps its key when records join or leave; after a split the
    /// larger part keeps it.
    /// </summary>
    /// <param name="before">Key of each record that had one.</param>
    /// <param name="groups">Records of each person now.</param>
    /// <param name="nextKey">The first key that was never used: a key withdrawn is not given again.</param>
    /// <returns>The key of each record.</returns>
    public static IReadOnlyDictionary<long, long> Carry(IReadOnlyDictionary<long, long> before, IReadOnlyList<IReadOnlyList<long>> groups, long nextKey)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(groups);
        var claims = groups
            .SelectMany((records, group) => records.Where(before.ContainsKey).CountBy(r => before[r]).Select(c => (Group: group, Key: c.Key, Records: c.Value)))
            .OrderByDescending(c => c.Records).ThenBy(c => c.Key).ThenBy(c => c.Group);
        var keyOf = new Dictionary<int, long>();
        var given = new HashSet<long>();
        foreach (var claim in claims)
        {
            if (!keyOf.ContainsKey(claim.Group) && given.Add(claim.Key))
            {
                keyOf.Add(claim.Group, claim.Key);
            }
        }

        var keys = new Dictionary<long, long>();
        for (var group = 0; group < groups.Count; group++)
        {
            var key = keyOf.TryGetValue(group, out var kept) ? kept : nextKey++;
            foreach (var record in groups[group])
            {
                keys.Add(record, key);
            }
        }

        return keys;
    }
}
