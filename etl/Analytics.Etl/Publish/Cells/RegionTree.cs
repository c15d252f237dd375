using Analytics.Domain.Measures;

namespace Analytics.Etl.Publish.Cells;

/// <summary>
/// The regions of a table as a tree. A district is written region/district, so that its code tells its parent, also of a district that
/// changed region and of what an earlier publication held; region/unknown is the part of a region of which no district was stated.
/// </summary>
internal static class RegionTree
{
    public const string Unknown = "unknown";

    private const char Under = '/';

    /// <returns>The dimension of a table that a dimension of its cuts is a level of.</returns>
    public static string DimensionOf(string level) => level == Dimension.District ? Dimension.Region : level;

    public static bool IsDistrict(string dimension, string code) => dimension == Dimension.Region && code.Contains(Under, StringComparison.Ordinal);

    /// <returns>The region of a district; any other code as it is.</returns>
    public static string Region(string code) => code.Split(Under)[0];

    public static string DistrictOf(string code) => code.Split(Under)[1];

    /// <returns>Each code and those above it, with its parent; codes of other dimensions have no levels.</returns>
    public static Dictionary<string, string> Parents(string dimension, IEnumerable<string> codes)
    {
        var parents = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var code in codes.Where(code => code != Dimension.Total))
        {
            var region = IsDistrict(dimension, code) ? Region(code) : code;
            parents[region] = Dimension.Total;
            if (region != code)
            {
                parents[code] = region;
            }
        }

        return parents;
    }

    /// <summary>
    /// Whether a region has records and none of them states a district: of its districts nothing is known, which is not zero.
    /// </summary>
    /// <param name="at">Codes of a cell, in the order of the table's dimensions.</param>
    public static bool IsUnstated(PublishedTable table, string period, string[] at, TrueCounts counts)
    {
        var d = Array.IndexOf(table.Dimensions, Dimension.Region);
        if (d < 0 || !IsDistrict(Dimension.Region, at[d]) || DistrictOf(at[d]) == Unknown)
        {
            return false;
        }

        var region = Region(at[d]);
        var all = Count(region);
        return all > 0 && all == Count(region + Under + Unknown);

        long Count(string code) => counts[period, [.. at[..d], code, .. at[(d + 1)..]]].Count;
    }
}
