using System.Globalization;
using Analytics.Dashboard.Access;
using Analytics.Dashboard.Localization;

namespace Analytics.Dashboard.Published;

/// <summary>"As it was known on": what the address says of it, and the banner.</summary>
public static class KnownOn
{
    public const string Key = "known_on";

    /// <summary>The day that the address asks for; null for today or where it gives none.</summary>
    public static DateOnly? Of(Address address) => Parse(address.Value(Key));

    public static DateOnly? Parse(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <returns>Null where the figures are today's.</returns>
    public static string? Banner(Reader reader, CellAnswer answer) => Of(reader.Address) is not { } day ? null
        : answer.Publication is { } publication ? reader.Text(RevisionsText.AsKnownOn, reader.Language.AsOf(day), publication.PublicationId)
        : reader.Text(RevisionsText.NothingKnownOn, reader.Language.Date(day));
}
