using System.Globalization;
using Analytics.Dashboard.Localization;
using Analytics.Dashboard.Pages.Revisions;
using Analytics.Dashboard.Published;

namespace Analytics.Dashboard.Shared;

/// <summary>"As it was known on": the filter, what the address says of it, and the banner.</summary>
public static class KnownOn
{
    public const string Key = "known_on";
    private const int MostDays = 20;

    /// <summary>The day that the address asks for; null for today or where it gives none.</summary>
    public static DateOnly? Of(Address address) => Parse(address.Value(Key));

    public static DateOnly? Parse(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>Today, the days on which something was published, and the chosen day.</summary>
    public static Filter Filter(Reader reader, IReadOnlyList<DateOnly> days)
    {
        var chosen = Of(reader.Address);
        var offered = days.Take(MostDays).Concat(chosen is { } day ? [day] : []).Distinct().OrderDescending();
        return new Filter(reader.Text(RevisionsText.KnownOn),
        [
            new FilterChoice(reader.Text(RevisionsText.Today), reader.Address.With(Key, null), chosen is null, IsDefault: true),
            .. offered.Select(one => new FilterChoice(
                reader.Language.Date(one), reader.Address.With(Key, one.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), one == chosen)),
        ]);
    }

    /// <returns>Null where the figures are today's.</returns>
    public static string? Banner(Reader reader, CellAnswer answer) => Of(reader.Address) is not { } day ? null
        : answer.Publication is { } publication ? reader.Text(RevisionsText.AsKnownOn, reader.Language.AsOf(day), publication.PublicationId)
        : reader.Text(RevisionsText.NothingKnownOn, reader.Language.Date(day));
}
