using Analytics.Dashboard.Access;

namespace Analytics.Dashboard.Shared;

/// <summary>Where the files behind a published cell are listed.</summary>
public static class LineageLink
{
    public const string MeasureKey = "measure";
    public const string PeriodKey = "period";

    /// <param name="members">Dimension and member, as in the cell.</param>
    public static string Of(Reader reader, string measure, string period, IReadOnlyDictionary<string, string> members) => reader.Address.To(
        Routes.Lineage, [(MeasureKey, measure), (PeriodKey, period), .. members.Select(pair => (pair.Key, pair.Value))]);
}
