using System.Globalization;
using Analytics.Dashboard.Access;
using Analytics.Dashboard.Published;

namespace Analytics.Dashboard.Shared;

/// <summary>The filter "as it was known on".</summary>
public static class KnownOnFilter
{
    private const int MostDays = 20;

    /// <summary>Today, the days on which something was published, and the chosen day.</summary>
    public static Filter Of(Reader reader, IReadOnlyList<DateOnly> days)
    {
        var chosen = KnownOn.Of(reader.Address);
        var offered = days.Take(MostDays).Concat(chosen is { } day ? [day] : []).Distinct().OrderDescending();
        return new Filter(reader.Text(RevisionsText.KnownOn),
        [
            new FilterChoice(reader.Text(RevisionsText.Today), reader.Address.With(KnownOn.Key, null), chosen is null, IsDefault: true),
            .. offered.Select(one => new FilterChoice(
                reader.Language.Date(one), reader.Address.With(KnownOn.Key, one.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), one == chosen)),
        ]);
    }
}
