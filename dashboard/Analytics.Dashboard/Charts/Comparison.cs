using Analytics.Dashboard.Access;
using Analytics.Domain.Disclosure;
using Analytics.Domain.Measures;

namespace Analytics.Dashboard.Charts;

/// <summary>Whether two numbers of a measure may be called different.</summary>
public static class Comparison
{
    /// <summary>Reports owed and come are all there are: any difference of them is one.</summary>
    public static bool HasChance(Measure measure) => measure.Unit != Unit.Report;

    /// <summary>
    /// Of counts by the exact test of <see cref="CountChange"/>, for the closest real counts behind rounded ones; of ratios when their
    /// intervals are apart, which asks for more than a test would.
    /// </summary>
    public static bool IsBeyondChance(Reader reader, Measure measure, Point before, Point after)
    {
        if (!HasChance(measure) || before.Value is not { } then || after.Value is not { } now)
        {
            return before.Value != after.Value;
        }

        return measure.Kind == MeasureKind.Ratio
            ? before.Upper < after.Lower || after.Upper < before.Lower
            : CountChange.IsBeyondChance((long)then, (long)now, Rounding(reader, measure));
    }

    /// <summary>The furthest a count that this reader is shown may stand from the real one; an odd base moves it by half of itself at most.</summary>
    public static int Rounding(Reader reader, Measure measure) =>
        measure.Kind == MeasureKind.ProtectedCount && SuppressionPolicy.TryParse(reader.User.Role()?.Profile().Code(), out var policy) ? policy.RoundingBase / 2 : 0;
}
