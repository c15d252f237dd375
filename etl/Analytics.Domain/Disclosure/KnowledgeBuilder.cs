using Analytics.Domain.Measures;

namespace Analytics.Domain.Disclosure;

/// <summary>
/// Adds earlier publications to what is known of today's tables. A cell is one variable from one publication to the next while its
/// count stays the same, so that a publication adds variables and relations for what changed and nothing for the rest. Assuming that the
/// reader knows which counts are the same makes the attack stronger than it can be, and so errs on the safe side.
/// </summary>
internal sealed class KnowledgeBuilder
{
    private readonly CellSystem today;
    private readonly SuppressionPolicy policy;
    private readonly List<long> count;
    private readonly List<CellKind> kind;
    private readonly List<UInt128?> key;
    private readonly List<bool> derived;
    private readonly List<bool> primary;
    private readonly List<ProtectionLevel> needs;
    private readonly List<(long Lower, long Upper)?> known;
    private readonly List<Relation> relations;
    private readonly HashSet<string> present = new(StringComparer.Ordinal);
    private readonly Dictionary<UInt128, int> byPlace;
    private readonly Dictionary<string, int> byRelation = new(StringComparer.Ordinal);
    private bool complete;

    public KnowledgeBuilder(Knowledge now, SuppressionPolicy policy)
    {
        (today, this.policy, complete) = (now.System, policy, now.System.Complete);
        count = [.. today.Count];
        kind = [.. today.Kind];
        key = [.. today.Key];
        derived = [.. today.Key.Select(place => place is null)];
        primary = [.. now.Primary];
        needs = [.. now.Needs];
        known = [.. now.Known];
        relations = [.. today.Relations];
        byPlace = new Dictionary<UInt128, int>(today.ByKey);
        foreach (var relation in relations)
        {
            Note(relation);
        }
    }

    /// <param name="publication">Earlier than those added before: a count is taken for the same as long as it does not change.</param>
    public void Add(EarlierPublication publication)
    {
        var then = CellSystemBuilder.Build(publication.Table);
        var rules = new PrimaryRules(publication.Table, then, policy);
        var shown = new APrioriBounds(then, policy, [.. Enumerable.Range(0, then.Size).Select(i => i < then.Listed && publication.Cells[i].Status == CellStatus.Withheld)]);
        complete &= then.Complete;
        var now = new int[then.Size];
        for (var i = 0; i < then.Size; i++)
        {
            var place = Place(then, i);
            now[i] = then.Key[i] is null ? -1
                : place is { } here && byPlace.TryGetValue(here, out var same) && count[same] == then.Count[i] ? Meet(same, shown, i)
                : AddVariable(then, rules, shown, i, place);
        }

        // Remainders and slacks have no place; the same relation over the same cells has the same one.
        foreach (var relation in then.Relations)
        {
            var open = Array.FindAll(relation.Cells, cell => now[cell] < 0);
            if (open.Length == 1 && byRelation.TryGetValue(Signature(relation.Cells, relation.Weights, now, open[0]), out var same))
            {
                now[open[0]] = same;
            }
        }

        for (var i = 0; i < then.Size; i++)
        {
            now[i] = now[i] < 0 ? AddVariable(then, rules, shown, i, null) : now[i];
        }

        foreach (var relation in then.Relations)
        {
            var translated = relation with { Whole = -1, Cells = [.. relation.Cells.Select(cell => now[cell])] };
            if (Note(translated))
            {
                relations.Add(translated);
            }
        }
    }

    public Knowledge Build() => new(
        new CellSystem(today.Grid, today.Listed, [.. count], [.. kind], [.. key], relations, complete), [.. primary], [.. needs], [.. known]);

    private int AddVariable(CellSystem then, PrimaryRules rules, APrioriBounds shown, int i, UInt128? place)
    {
        var variable = count.Count;
        count.Add(then.Count[i]);
        kind.Add(then.Kind[i] == CellKind.Slack ? CellKind.Slack : CellKind.Earlier);
        key.Add(null);
        derived.Add(then.Key[i] is null);
        primary.Add(false);
        needs.Add(shown.IsOpen(i) ? rules.Needs[i] : ProtectionLevel.None);
        known.Add((shown.Lower[i], shown.Upper[i]));
        if (place is { } here)
        {
            byPlace[here] = variable;
        }

        return variable;
    }

    /// <summary>What was printed of a count that is known already; a count of the past that was printed once needs no more protection.</summary>
    private int Meet(int variable, APrioriBounds shown, int i)
    {
        if (!shown.IsOpen(i))
        {
            var (lower, upper) = known[variable] ?? (long.MinValue, long.MaxValue);
            known[variable] = (Math.Max(lower, shown.Lower[i]), Math.Min(upper, shown.Upper[i]));
            if (variable >= today.Size)
            {
                needs[variable] = ProtectionLevel.None;
            }
        }

        return variable;
    }

    /// <returns>The key that the cell has, or would have, in today's tables; null where they cannot name it.</returns>
    private UInt128? Place(CellSystem then, int i)
    {
        if (then.Key[i] is not { } at || !UsesOnly(then, at))
        {
            return null;
        }

        UInt128 place = 0;
        for (var d = 0; d < today.Grid.Depth; d++)
        {
            var dimension = then.Grid.Find(today.Grid.Dimensions[d].Name);
            var code = dimension < 0 ? 0 : today.Grid.Find(d, then.Grid.Name(dimension, then.Grid.Code(at, dimension)));
            if (code < 0)
            {
                return null;
            }

            place = today.Grid.With(place, d, 0, code);
        }

        return place;
    }

    /// <summary>True when the earlier cell is a margin over every dimension that today's tables do not have.</summary>
    private bool UsesOnly(CellSystem then, UInt128 at) => Enumerable.Range(0, then.Grid.Depth)
        .All(d => today.Grid.Find(then.Grid.Dimensions[d].Name) >= 0 || then.Grid.Code(at, d) == 0);

    /// <returns>False where the relation was known.</returns>
    private bool Note(Relation relation)
    {
        if (!present.Add(Signature(relation.Cells, relation.Weights, null, -1)))
        {
            return false;
        }

        var placeless = Array.FindAll(relation.Cells, variable => derived[variable]);
        if (placeless.Length == 1)
        {
            byRelation.TryAdd(Signature(relation.Cells, relation.Weights, null, placeless[0]), placeless[0]);
        }

        return true;
    }

    /// <param name="now">The variable of each cell; null where the cells are variables.</param>
    /// <param name="without">A cell whose name is left out.</param>
    private static string Signature(int[] cells, int[] weights, int[]? now, int without) => string.Join(' ', cells
        .Select((cell, k) => (Variable: cell == without ? -1 : now is null ? cell : now[cell], Weight: weights[k]))
        .OrderBy(term => term.Variable).ThenBy(term => term.Weight)
        .Select(term => $"{term.Variable}:{term.Weight}"));
}
