using System.Collections.Immutable;
using System.Globalization;

namespace Analytics.Domain.Estimation;

/// <summary>Whether an estimate may be shown.</summary>
public enum VerdictLevel
{
    Estimable,
    EstimableWithCaution,
    NotEstimable,
}

/// <summary>Why. Each is one stated rule; see <see cref="VerdictRules"/> for its limit.</summary>
public enum ReasonCode
{
    TooFewLists,
    NobodyObserved,
    EmptyList,
    ListHoldsEveryone,
    NoOverlap,
    NoEstimate,
    NotIdentifiable,
    NoOverlappingTriple,
    FewInOverlap,
    TwoListsOnly,
    UnboundedInterval,
    WideInterval,
    DivergedReplicates,
    LargeBiasCorrection,
    LimitAtSmallestReplicate,
    UnstableSelection,
    ModelDependence,
    OthersFitBetter,
    ListDominates,
    LinkageError,
    LinkageErrorImpossible,
    Incomplete,
    SameLists,
    ListInside,
    ListNearlyInside,
    NoSharedPersons,
    ListApart,
    BestLeavesOpen,
}

/// <summary>One reason of a verdict.</summary>
/// <param name="Code">The rule.</param>
/// <param name="Level">What the rule makes of the verdict.</param>
/// <param name="Subject">The list it is about, where there is one.</param>
/// <param name="Value">What was found.</param>
/// <param name="Limit">What the rule allows.</param>
/// <param name="Other">The other list, where it is about two.</param>
public sealed record VerdictReason(
    ReasonCode Code, VerdictLevel Level, string? Subject = null, double? Value = null, double? Limit = null, string? Other = null)
{
    /// <summary>The reason in plain English; other languages have their own words for <see cref="Code"/>.</summary>
    public string Text => Code switch
    {
        ReasonCode.TooFewLists => "There is one list only: with nothing to compare it with, those never seen cannot be estimated. Two lists at least, better three, are needed.",
        ReasonCode.NobodyObserved => "Nobody is on any list.",
        ReasonCode.EmptyList => $"Nobody is on list {Subject}: leave it out, or check why it is empty.",
        ReasonCode.ListHoldsEveryone => $"Everybody seen is on list {Subject}: the other lists show nobody it missed, so they say nothing about those never seen. Check that it is a list of its own.",
        ReasonCode.NoOverlap => "Nobody is on two lists: without overlap the hidden number has no upper bound.",
        ReasonCode.SameLists => $"Lists {Other} and {Subject} hold the same persons: they are one list under two names. Leave one out, or check why they agree.",
        ReasonCode.ListInside => $"List {Subject} lies wholly inside list {Other}: it shows nobody that {Other} missed. Their dependence is part of every model; check whether {Other} passes its persons on.",
        ReasonCode.ListNearlyInside => $"List {Subject} lies nearly inside list {Other}: only {Percent(Value)} of its persons are not on {Other} (up to {Percent(Limit)} is said). Check whether one passes its persons on to the other.",
        ReasonCode.NoSharedPersons => $"Lists {Subject} and {Other} share nobody, where independent lists of their size would share about {Number(Value)}: check whether they serve different persons, or whether linkage fails between them.",
        ReasonCode.BestLeavesOpen => $"A model fits better that leaves the hidden number open (BIC lower by {Number(Value)}): the lists may depend on each other in a way that these counts cannot measure.",
        ReasonCode.ListApart => $"Nobody on list {Subject} is on any other list: it cannot tell of those never seen. Check that its persons are coded like the others.",
        ReasonCode.NoEstimate => "The counts give no maximum likelihood estimate.",
        ReasonCode.NotIdentifiable => "The counts do not single out one estimate: several fit equally well.",
        ReasonCode.NoOverlappingTriple => "No three lists overlap in pairs, so dependence between lists could not show itself and is assumed away.",
        ReasonCode.FewInOverlap => $"Only {Number(Value)} persons are on two or more lists; below {Number(Limit)} chance decides.",
        ReasonCode.TwoListsOnly => "With two lists independence is assumed and cannot be checked. If one body refers persons to the other, the true number is higher.",
        ReasonCode.UnboundedInterval => "The interval has no upper end.",
        ReasonCode.WideInterval => $"The upper end of the interval is {Number(Value)} times the lower end; the limit is {Number(Limit)}.",
        ReasonCode.DivergedReplicates => $"{Percent(Value)} of the resamples have no estimate; the limit is {Percent(Limit)}.",
        ReasonCode.LargeBiasCorrection => $"The estimate lies far from the middle of the resamples (z0 = {Number(Value)}, limit ±{Number(Limit)}): see the percentile interval beside it.",
        ReasonCode.LimitAtSmallestReplicate => "One end of the interval is the most extreme resample: it depends on how many were drawn. See the percentile interval beside it.",
        ReasonCode.UnstableSelection => $"The model shown is chosen in {Percent(Value)} of the resamples; below {Percent(Limit)} the choice is unstable.",
        ReasonCode.ModelDependence => $"Models that fit about as well give totals that differ {Number(Value)}-fold; the limit is {Number(Limit)}.",
        ReasonCode.OthersFitBetter => $"Another model fits far better (BIC lower by {Number(Value)}; the limit is {Number(Limit)}): the dependences that were chosen do not explain these counts.",
        ReasonCode.ListDominates when Value is null => $"Without list {Subject} there is no estimate.",
        ReasonCode.ListDominates => $"Without list {Subject} the total changes {Number(Value)}-fold; the limit is {Number(Limit)}.",
        ReasonCode.LinkageError => $"Correcting for measured linkage error changes the total by {Percent(Value)}; the limit is {Percent(Limit)}.",
        ReasonCode.LinkageErrorImpossible => "The stated linkage error cannot be true of these counts: more links would have been missed than there are persons on one list alone.",
        ReasonCode.Incomplete => $"Time ran out before everything was done; {Percent(Value)} of the resamples were.",
        _ => throw new InvalidOperationException($"No words for {Code}."),
    };

    private static string Number(double? value) => value?.ToString("0.##", CultureInfo.InvariantCulture) ?? "";

    private static string Percent(double? share) => (share * 100)?.ToString("0.#", CultureInfo.InvariantCulture) + " %";
}

/// <summary>The limits of the rules. A value beyond the first limit calls for caution, beyond a second refuses.</summary>
public sealed record VerdictRules
{
    public static readonly VerdictRules Default = new();

    /// <summary>Fewer persons on two or more lists call for caution.</summary>
    public double FewInOverlap { get; init; } = 10;

    /// <summary>Share of a list outside another up to which it is called nearly inside.</summary>
    public double NearlyInside { get; init; } = 0.05;

    /// <summary>Persons that two lists which share nobody would share by chance: from here on it is said (3: a chance below 5 %).</summary>
    public double ExpectedShared { get; init; } = 3;

    /// <summary>Upper ÷ lower end of the 95 % interval of the total.</summary>
    public double WideInterval { get; init; } = 3;

    public double RefusedInterval { get; init; } = 20;

    /// <summary>Share of resamples without an estimate.</summary>
    public double Diverged { get; init; } = 0.01;

    public double RefusedDiverged { get; init; } = 0.05;

    /// <summary>|z0| of the BCa interval.</summary>
    public double BiasCorrection { get; init; } = 0.7;

    /// <summary>Share of resamples in which the shown model is chosen.</summary>
    public double StableSelection { get; init; } = 0.5;

    /// <summary>Highest ÷ lowest total among models within 10 of the best BIC.</summary>
    public double ModelSpread { get; init; } = 2;

    /// <summary>BIC of the model shown above the best: beyond it there is very strong evidence against the model (Kass and Raftery 1995).</summary>
    public double WorseFit { get; init; } = 10;

    /// <summary>BIC by which a model without an estimate must fit better than all others for it to be said.</summary>
    public double OpenFit { get; init; } = 0.01;

    /// <summary>Change of the total, as a factor up or down, when a list is left out.</summary>
    public double ListInfluence { get; init; } = 1.5;

    /// <summary>Change of the total, as a share, when linkage error is corrected for.</summary>
    public double LinkageEffect { get; init; } = 0.1;

    public double RefusedLinkageEffect { get; init; } = 0.5;

    /// <summary>Whether three lists that overlap in pairs are required, rather than their absence a matter of caution.</summary>
    public bool RequireOverlappingTriple { get; init; }
}

/// <summary>The verdict: as severe as its most severe reason.</summary>
public sealed record Verdict(ImmutableArray<VerdictReason> Reasons)
{
    public VerdictLevel Level => Reasons.IsEmpty ? VerdictLevel.Estimable : Reasons.Max(reason => reason.Level);

    public bool Estimable => Level != VerdictLevel.NotEstimable;

    public string Text => Level switch
    {
        VerdictLevel.Estimable => "Estimable.",
        VerdictLevel.EstimableWithCaution => "Estimable with caution.",
        _ => "Not estimable.",
    };
}
