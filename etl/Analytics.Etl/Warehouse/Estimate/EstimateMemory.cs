using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Analytics.Domain.Estimation;

namespace Analytics.Etl.Warehouse.Estimate;

/// <summary>
/// What this process has computed from capture histories. The same counts and linkage errors give the same again, so that a publication
/// after loads that changed no history computes nothing anew.
/// </summary>
internal static class EstimateMemory
{
    // More than the periods and profiles of one warehouse need.
    private const int Most = 500;

    private static readonly ConcurrentDictionary<string, object> s_known = new(StringComparer.Ordinal);

    /// <param name="what">The computation, with all that it depends on beside the table and the linkage errors.</param>
    public static T Recall<T>(string what, CaptureHistories table, LinkageError? linkage, Func<T> compute)
        where T : class
    {
        var key = Key(what, table, linkage);
        if (s_known.TryGetValue(key, out var known))
        {
            return (T)known;
        }

        var result = compute();
        if (s_known.Count >= Most)
        {
            s_known.Clear();
        }

        s_known[key] = result;
        return result;
    }

    private static string Key(string what, CaptureHistories table, LinkageError? linkage)
    {
        var key = new StringBuilder(what).Append('|').AppendJoin(',', table.Lists);
        key.Append(CultureInfo.InvariantCulture, $"|{linkage?.MissRate:R}|{linkage?.FalseMatchRate:R}|");
        foreach (var count in table.Counts)
        {
            key.Append(CultureInfo.InvariantCulture, $"{count:R},");
        }

        return key.ToString();
    }
}
