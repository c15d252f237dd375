using Analytics.Dashboard.Access;
using Analytics.Dashboard.Localization;

namespace Analytics.Dashboard.SavedViews;

/// <summary>An address that a reader may keep: a page of the role's navigation with its filters, without the language.</summary>
public static class SavedAddress
{
    public const int Longest = 2000;

    /// <summary>The address as it is kept.</summary>
    /// <returns>Null where it is another site's, no page that the role may open, or too long.</returns>
    public static string? Of(Role? role, string? text)
    {
        if (text is not ['/', ..] || text.Length > Longest || Routes.LocalOrOverview(text) != text || !Uri.TryCreate("http://site" + text, UriKind.Absolute, out var whole))
        {
            return null;
        }

        var address = Address.Of(whole.AbsoluteUri);
        var kept = address.With(Language.Parameter, null);
        return kept.Length <= Longest && Routes.Navigation.SelectMany(group => group.Links).Any(link => link.Path == address.Path && link.IsFor(role)) ? kept : null;
    }

    /// <summary>The kept address in the language of the reader.</summary>
    public static string Href(Reader reader, string kept) =>
        Address.Of("http://site" + kept).With(Language.Parameter, reader.Address.Value(Language.Parameter));

    /// <summary>Whether the reader is there now.</summary>
    public static bool IsHere(Reader reader, string kept) => reader.Address.With(Language.Parameter, null) == kept;
}
