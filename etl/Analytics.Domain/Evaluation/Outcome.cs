namespace Analytics.Domain.Evaluation;

/// <summary>Before and after in one word.</summary>
public enum Outcome
{
    Improved,
    Worsened,

    /// <summary>No change beyond what chance alone would give.</summary>
    NoChange,

    /// <summary>The verdict's reasons say why.</summary>
    CannotBeTold,
}

/// <summary>The rule from an evaluation to its one word.</summary>
public static class Outcomes
{
    /// <summary>
    /// A change is claimed only where it is told from no change by its test, and where no more dates than allowed on which nothing is known
    /// to have happened do as well; where a comparison was made, after what happened there is taken off.
    /// </summary>
    /// <param name="moreIsBetter">Whether a higher count is what is wanted.</param>
    public static Outcome Of(EvaluationResult result, bool moreIsBetter)
    {
        if (!result.Verdict.Estimable || result.Effect is not { } effect)
        {
            return Outcome.CannotBeTold;
        }

        var change = result.Comparison?.Controlled ?? effect;
        var told = change.RateRatio ?? change.Difference;
        var rules = result.Options.Rules;
        if (told.PValue >= rules.Significance || result.Placebo is { Dates.Length: > 0 } placebo && placebo.Share > rules.PlaceboShare)
        {
            return Outcome.NoChange;
        }

        return change.Difference.Value > 0 == moreIsBetter ? Outcome.Improved : Outcome.Worsened;
    }
}
