namespace Analytics.Domain.Disclosure;

/// <summary>
/// Everything a reader of one profile can bring together: the relations of the tables to be published and of the earlier
/// publications that can still be read.
/// </summary>
/// <param name="System">All variables; a cell whose count has not changed is one variable in all publications.</param>
/// <param name="Primary">Cells withheld by a rule of their own.</param>
/// <param name="Needs">What each variable needs while it is withheld.</param>
/// <param name="Known">Bounds already printed; null where nothing was.</param>
internal sealed record Knowledge(CellSystem System, bool[] Primary, ProtectionLevel[] Needs, (long Lower, long Upper)?[] Known)
{
    public static Knowledge Of(CountTable table, SuppressionPolicy policy, IReadOnlyList<EarlierPublication> earlier)
    {
        var system = CellSystemBuilder.Build(table);
        var rules = new PrimaryRules(table, system, policy);
        var knowledge = new Knowledge(system, rules.Primary, rules.Needs, new (long, long)?[system.Size]);
        if (earlier.Count == 0)
        {
            return knowledge;
        }

        var all = new KnowledgeBuilder(knowledge, policy);
        foreach (var publication in earlier.Reverse())
        {
            all.Add(publication);
        }

        return all.Build();
    }
}
