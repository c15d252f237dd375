using Analytics.Domain;
using Analytics.Domain.Estimation;

namespace Analytics.Dashboard.Pages.UnderRegistration;

/// <summary>Words of the panel of those never seen.</summary>
[Texts("hidden")]
public static partial class HiddenText
{
    public static LocalText Verdict(VerdictLevel level) => level switch
    {
        VerdictLevel.Estimable => VerdictEstimable,
        VerdictLevel.EstimableWithCaution => VerdictEstimableWithCaution,
        _ => VerdictNotEstimable,
    };

    public static LocalText List(string list) => list switch
    {
        "hotline" => ListHotline,
        "ngo" => ListNgo,
        "international" => ListInternational,
        "register" => ListRegister,
        "government" => ListGovernment,
        _ => LocalText.Same(list),
    };

    /// <summary>{0}: the list that the reason is about; {1}: the limit of the rule.</summary>
    public static LocalText Reason(ReasonCode code) => code switch
    {
        ReasonCode.TooFewLists => ReasonTooFewLists,
        ReasonCode.NobodyObserved => ReasonNobodyObserved,
        ReasonCode.EmptyList => ReasonEmptyList,
        ReasonCode.ListHoldsEveryone => ReasonListHoldsEveryone,
        ReasonCode.NoOverlap => ReasonNoOverlap,
        ReasonCode.NoEstimate => ReasonNoEstimate,
        ReasonCode.NotIdentifiable => ReasonNotIdentifiable,
        ReasonCode.NoOverlappingTriple => ReasonNoOverlappingTriple,
        ReasonCode.FewInOverlap => ReasonFewInOverlap,
        ReasonCode.TwoListsOnly => ReasonTwoListsOnly,
        ReasonCode.UnboundedInterval => ReasonUnboundedInterval,
        ReasonCode.WideInterval => ReasonWideInterval,
        ReasonCode.DivergedReplicates => ReasonDivergedReplicates,
        ReasonCode.LargeBiasCorrection => ReasonLargeBiasCorrection,
        ReasonCode.LimitAtSmallestReplicate => ReasonLimitAtSmallestReplicate,
        ReasonCode.UnstableSelection => ReasonUnstableSelection,
        ReasonCode.OthersFitBetter => ReasonOthersFitBetter,
        ReasonCode.ModelDependence => ReasonModelDependence,
        ReasonCode.ListDominates => ReasonListDominates,
        ReasonCode.LinkageError => ReasonLinkageError,
        ReasonCode.LinkageErrorImpossible => ReasonLinkageErrorImpossible,
        ReasonCode.SameLists => ReasonSameLists,
        ReasonCode.ListInside => ReasonListInside,
        ReasonCode.ListNearlyInside => ReasonListNearlyInside,
        ReasonCode.NoSharedPersons => ReasonNoSharedPersons,
        ReasonCode.BestLeavesOpen => ReasonBestLeavesOpen,
        ReasonCode.ListApart => ReasonListApart,
        _ => ReasonTimeRanOut,
    };
}
