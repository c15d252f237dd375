namespace Analytics.Domain.Estimation;

/// <summary>What the counts alone rule out, before any model.</summary>
internal static class Refusals
{
    public static IEnumerable<VerdictReason> Of(CaptureHistories table)
    {
        if (table.Lists.Length < 2)
        {
            return [Refuse(ReasonCode.TooFewLists)];
        }

        if (table.Observed <= 0)
        {
            return [Refuse(ReasonCode.NobodyObserved)];
        }

        var reasons = new List<VerdictReason>();
        for (var list = 0; list < table.Lists.Length; list++)
        {
            var persons = table.OnAll(1 << list);
            if (persons <= 0)
            {
                reasons.Add(Refuse(ReasonCode.EmptyList, table.Lists[list]));
            }
            else if (persons >= table.Observed)
            {
                reasons.Add(Refuse(ReasonCode.ListHoldsEveryone, table.Lists[list]));
            }
        }

        foreach (var same in ListRelations.Of(table, 0).Where(relation => relation.Kind == ListRelationKind.Same))
        {
            reasons.Add(Refuse(ReasonCode.SameLists, table.Lists[same.Second]) with { Other = table.Lists[same.First] });
        }

        if (table.OnExactly(1) >= table.Observed)
        {
            reasons.Add(Refuse(ReasonCode.NoOverlap));
        }

        return reasons;
    }

    private static VerdictReason Refuse(ReasonCode code, string? subject = null) => new(code, VerdictLevel.NotEstimable, subject);
}
