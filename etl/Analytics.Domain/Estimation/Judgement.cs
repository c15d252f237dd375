namespace Analytics.Domain.Estimation;

/// <summary>Applies the rules of the verdict to a finished calculation.</summary>
internal static class Judgement
{
    /// <summary>The range of models that the rule on model dependence looks at: this far from the best BIC.</summary>
    private const double Rivals = 10;

    public static IEnumerable<VerdictReason> Of(EstimationResult result)
    {
        var rules = result.Options.Rules;
        return [.. OfRelations(result.Table, result.Total, rules), .. OfCounts(result.Table, rules), .. OfInterval(result, rules), .. OfReplicates(result, rules), .. OfModels(result, rules), .. OfLinkage(result, rules)];
    }

    /// <param name="total">The estimated total, by which chance overlap is judged; null where there is none.</param>
    public static IEnumerable<VerdictReason> OfRelations(CaptureHistories table, double? total, VerdictRules rules)
    {
        var relations = ListRelations.Of(table, rules.NearlyInside);
        foreach (var relation in relations)
        {
            var (first, second) = (table.Lists[relation.First], table.Lists[relation.Second]);
            if (relation.Kind is ListRelationKind.Inside)
            {
                yield return new(ReasonCode.ListInside, VerdictLevel.EstimableWithCaution, first, Other: second);
            }
            else if (relation.Kind is ListRelationKind.NearlyInside)
            {
                yield return new(ReasonCode.ListNearlyInside, VerdictLevel.EstimableWithCaution, first, relation.Outside, rules.NearlyInside, second);
            }
        }

        bool IsApart(int list) => table.OnAll(1 << list) > 0 && table.OnAll(1 << list) <= table.Counts[1 << list];
        foreach (var list in Enumerable.Range(0, table.Lists.Length).Where(IsApart))
        {
            yield return new(ReasonCode.ListApart, VerdictLevel.EstimableWithCaution, table.Lists[list]);
        }

        foreach (var apart in relations.Where(relation => relation.Kind is ListRelationKind.Disjoint && !IsApart(relation.First) && !IsApart(relation.Second)))
        {
            var expected = table.OnAll(1 << apart.First) * table.OnAll(1 << apart.Second) / (total ?? double.PositiveInfinity);
            if (expected >= rules.ExpectedShared)
            {
                yield return new(
                    ReasonCode.NoSharedPersons, VerdictLevel.EstimableWithCaution, table.Lists[apart.First], expected, rules.ExpectedShared, table.Lists[apart.Second]);
            }
        }
    }

    private static IEnumerable<VerdictReason> OfCounts(CaptureHistories table, VerdictRules rules)
    {
        if (table.Lists.Length - ListRelations.Inside(table).DistinctBy(inclusion => inclusion.Inner).Count() == 2)
        {
            yield return new(ReasonCode.TwoListsOnly, VerdictLevel.EstimableWithCaution);
        }
        else if (!HasOverlappingTriple(table))
        {
            yield return new(
                ReasonCode.NoOverlappingTriple,
                rules.RequireOverlappingTriple ? VerdictLevel.NotEstimable : VerdictLevel.EstimableWithCaution);
        }

        var overlap = table.Observed - table.OnExactly(1);
        if (overlap < rules.FewInOverlap)
        {
            yield return new(ReasonCode.FewInOverlap, VerdictLevel.EstimableWithCaution, Value: overlap, Limit: rules.FewInOverlap);
        }
    }

    private static IEnumerable<VerdictReason> OfInterval(EstimationResult result, VerdictRules rules)
    {
        if (result.Calculated95 is not { Lower: { } lower, Upper: { } upper })
        {
            yield return new(ReasonCode.UnboundedInterval, VerdictLevel.NotEstimable);
        }
        else if (Beyond(ReasonCode.WideInterval, upper / lower, rules.WideInterval, rules.RefusedInterval) is { } reason)
        {
            yield return reason;
        }
    }

    private static IEnumerable<VerdictReason> OfReplicates(EstimationResult result, VerdictRules rules)
    {
        if (result.Partial)
        {
            var share = (double)(result.Bootstrap?.Done ?? 0) / Math.Max(1, result.Options.Replicates);
            yield return new(ReasonCode.Incomplete, VerdictLevel.EstimableWithCaution, Value: share);
        }

        if (result.Bootstrap is not { } bootstrap)
        {
            yield break;
        }

        if (Beyond(ReasonCode.DivergedReplicates, (double)bootstrap.Diverged / bootstrap.Done, rules.Diverged, rules.RefusedDiverged) is { } diverged)
        {
            yield return diverged;
        }

        if (bootstrap.BiasCorrection is not { } z0 || Math.Abs(z0) > rules.BiasCorrection)
        {
            yield return new(ReasonCode.LargeBiasCorrection, VerdictLevel.EstimableWithCaution, Value: bootstrap.BiasCorrection, Limit: rules.BiasCorrection);
        }

        if (bootstrap.AtExtremeReplicate)
        {
            yield return new(ReasonCode.LimitAtSmallestReplicate, VerdictLevel.EstimableWithCaution);
        }

        if (bootstrap.ShownModelShare < rules.StableSelection)
        {
            yield return new(ReasonCode.UnstableSelection, VerdictLevel.EstimableWithCaution, Value: bootstrap.ShownModelShare, Limit: rules.StableSelection);
        }
    }

    private static IEnumerable<VerdictReason> OfModels(EstimationResult result, VerdictRules rules)
    {
        if (result.Search?.Within(Rivals).Total is { Lower: { } low, Upper: { } high } && high / low > rules.ModelSpread)
        {
            yield return new(ReasonCode.ModelDependence, VerdictLevel.EstimableWithCaution, Value: high / low, Limit: rules.ModelSpread);
        }

        if (result is { Model: { } shown, Search.BestBic: var best } && shown.Bic - best.Bic > rules.WorseFit)
        {
            yield return new(ReasonCode.OthersFitBetter, VerdictLevel.EstimableWithCaution, Value: shown.Bic - best.Bic, Limit: rules.WorseFit);
        }

        if (result.Search is { BestOpen: { } open } search && search.BestBic.Bic - open.Bic > rules.OpenFit)
        {
            yield return new(ReasonCode.BestLeavesOpen, VerdictLevel.EstimableWithCaution, Value: search.BestBic.Bic - open.Bic, Limit: rules.OpenFit);
        }

        foreach (var without in result.WithoutList)
        {
            var change = without.Total is { } total ? Math.Max(total / result.Total!.Value, result.Total.Value / total) : double.PositiveInfinity;
            if (change > rules.ListInfluence)
            {
                yield return new(ReasonCode.ListDominates, VerdictLevel.EstimableWithCaution, without.What, Interval.Finite(change), rules.ListInfluence);
            }
        }
    }

    private static IEnumerable<VerdictReason> OfLinkage(EstimationResult result, VerdictRules rules)
    {
        if (result.Linkage is not { } linkage)
        {
            yield break;
        }

        if (linkage.Total is not { } corrected)
        {
            yield return new(ReasonCode.LinkageErrorImpossible, VerdictLevel.NotEstimable);
        }
        else if (Beyond(ReasonCode.LinkageError, Math.Abs(corrected / result.Total!.Value - 1), rules.LinkageEffect, rules.RefusedLinkageEffect) is { } reason)
        {
            yield return reason;
        }
    }

    private static VerdictReason? Beyond(ReasonCode code, double value, double caution, double refusal) =>
        value > refusal ? new(code, VerdictLevel.NotEstimable, Value: value, Limit: refusal)
        : value > caution ? new(code, VerdictLevel.EstimableWithCaution, Value: value, Limit: caution)
        : null;

    private static bool HasOverlappingTriple(CaptureHistories table)
    {
        var overlapping = LogLinearModel.Pairs(table.Lists.Length).Where(pair => table.OnAll(pair) > 0).ToHashSet();
        return overlapping.Any(pair => Enumerable.Range(0, table.Lists.Length).Select(i => 1 << i).Any(third =>
            (pair & third) == 0 && overlapping.Contains((pair & -pair) | third) && overlapping.Contains((pair & (pair - 1)) | third)));
    }
}
