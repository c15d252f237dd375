namespace Analytics.Domain.Disclosure;

/// <summary>
/// Everything a reader of one profile can bring together: the relations of the tables to be published and of the earlier
/// publications that can still be read.
/// </summary>
/// <param name="System">All variables; a cell whose count has not changed is one variable in all publications.</param>
/// <param name="Primary">Cells withheld by a rule of their own.</param>
/// <param name="Needs">What each variable needs while it is withheld.</param>
/// <param name="Known">Bounds already printed; null where nothing was.</param>
internal sealed record Knowledge(CellSystem System, bool[] Primary, ProtectionNeed[] Needs, (long Lower, long Upper)?[] Known)
{
    public static Knowledge Of(CountTable table, SuppressionPolicy policy, IReadOnlyList<EarlierPublication> earlier)
    {
        var system = CellSystemBuilder.Build(table);
        var rules = new PrimaryRules(table, system, policy);
        var knowledge = new Knowledge(system, rules.Primary, rules.Needs, new (long, long)?[system.Size]);
        return earlier.Aggregate(knowledge, (known, publication) => known.With(publication, policy));
    }

    /// <summary>
    /// Adds what an earlier publication shows. Assuming that the reader knows which counts have not changed since makes the
    /// attack stronger than it can be, and so errs on the safe side.
    /// </summary>
    private Knowledge With(EarlierPublication publication, SuppressionPolicy policy)
    {
        var then = CellSystemBuilder.Build(publication.Table);
        var rules = new PrimaryRules(publication.Table, then, policy);
        var shown = new PublishedBounds(then, policy, [.. Enumerable.Range(0, then.Size).Select(i => i < then.Listed && publication.Cells[i].Status == CellStatus.Withheld)]);
        var (count, kind, key) = (System.Count.ToList(), System.Kind.ToList(), System.Key.ToList());
        var (primary, needs, known) = (Primary.ToList(), Needs.ToList(), Known.ToList());
        var now = new int[then.Size];
        for (var i = 0; i < then.Size; i++)
        {
            now[i] = Same(then, i);
            if (now[i] < 0)
            {
                now[i] = count.Count;
                count.Add(then.Count[i]);
                kind.Add(then.Kind[i] == CellKind.Slack ? CellKind.Slack : CellKind.Earlier);
                key.Add(null);
                primary.Add(false);
                needs.Add(shown.IsOpen(i) ? rules.Needs[i] : ProtectionNeed.None);
                known.Add((shown.Lower[i], shown.Upper[i]));
            }
            else if (!shown.IsOpen(i))
            {
                var (lower, upper) = known[now[i]] ?? (long.MinValue, long.MaxValue);
                known[now[i]] = (Math.Max(lower, shown.Lower[i]), Math.Min(upper, shown.Upper[i]));
            }
        }

        var relations = System.Relations.ToList();
        var present = relations.Select(Signature).ToHashSet(StringComparer.Ordinal);
        relations.AddRange(then.Relations
            .Select(relation => relation with { Whole = -1, Cells = [.. relation.Cells.Select(cell => now[cell])] })
            .Where(relation => present.Add(Signature(relation))));
        return new Knowledge(
            new CellSystem(System.Grid, System.Listed, [.. count], [.. kind], [.. key], relations, System.Complete && then.Complete),
            [.. primary],
            [.. needs],
            [.. known]);
    }

    /// <returns>The variable that stands for the same cell with the same count today, or −1.</returns>
    private int Same(CellSystem then, int i)
    {
        if (then.Key[i] is not { } key)
        {
            return -1;
        }

        UInt128 today = 0;
        for (var d = 0; d < System.Grid.Depth; d++)
        {
            var at = then.Grid.Find(System.Grid.Dimensions[d].Name);
            var code = at < 0 ? 0 : System.Grid.Find(d, then.Grid.Name(at, then.Grid.Code(key, at)));
            if (code < 0)
            {
                return -1;
            }

            today = System.Grid.With(today, d, 0, code);
        }

        return UsesOnly(then, key) && System.ByKey.TryGetValue(today, out var same) && System.Count[same] == then.Count[i] ? same : -1;
    }

    /// <summary>True when the earlier cell is a margin over every dimension that today's tables do not have.</summary>
    private bool UsesOnly(CellSystem then, UInt128 key) => Enumerable.Range(0, then.Grid.Depth)
        .All(d => System.Grid.Find(then.Grid.Dimensions[d].Name) >= 0 || then.Grid.Code(key, d) == 0);

    private static string Signature(Relation relation) =>
        string.Join(' ', relation.Cells.Zip(relation.Weights, (cell, weight) => (cell, weight)).OrderBy(term => term.cell).Select(term => $"{term.cell}:{term.weight}"));
}
