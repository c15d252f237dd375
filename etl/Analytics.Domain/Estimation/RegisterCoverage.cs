namespace Analytics.Domain.Estimation;

/// <summary>
/// How much of the phenomenon an official register holds, in three rates that answer three questions and are shown
/// together, never one alone.
/// </summary>
/// <param name="OnRegister">Persons on any list of the register.</param>
/// <param name="OnOtherLists">Persons on any other list.</param>
/// <param name="OnBoth">Persons on both.</param>
/// <param name="OthersUnregistered">Of the persons on other lists, the share absent from the register. No model.</param>
/// <param name="ObservedUnregistered">Of all persons on any list, the share absent from the register. No model.</param>
/// <param name="TwoLists">The register against all other lists together, as two lists.</param>
public sealed record RegisterCoverage(
    double OnRegister,
    double OnOtherLists,
    double OnBoth,
    double? OthersUnregistered,
    double? ObservedUnregistered,
    TwoLists TwoLists)
{
    /// <param name="table">The capture histories.</param>
    /// <param name="register">Mask of the lists that make up the register.</param>
    public static RegisterCoverage Of(CaptureHistories table, int register)
    {
        var (on, others, both) = (0.0, 0.0, 0.0);
        for (var history = 1; history < table.Counts.Length; history++)
        {
            on += (history & register) != 0 ? table.Counts[history] : 0;
            others += (history & ~register) != 0 ? table.Counts[history] : 0;
            both += (history & register) != 0 && (history & ~register) != 0 ? table.Counts[history] : 0;
        }

        var observed = on + others - both;
        return new(
            on,
            others,
            both,
            others > 0 ? 1 - both / others : null,
            observed > 0 ? 1 - on / observed : null,
            TwoLists.Of(on, others, both));
    }

    /// <summary>1 − register ÷ total: of all persons, seen or not, the share absent from the register. Rests on the model behind the total.</summary>
    public double? TotalUnregistered(double? total) => total > 0 ? 1 - OnRegister / total : null;
}
