using System.Security.Claims;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Analytics.Dashboard.Localization;

/// <summary>Which language a reader gets: the address, then the account, then the browser, then English.</summary>
public static class LanguageChoice
{
    public const string Claim = "language";

    public static Language Of(HttpContext context) =>
        Language.Find(context.Request.Query[Language.Parameter])
        ?? Language.Find(context.User.FindFirstValue(Claim))
        ?? OfBrowser(context.Request.GetTypedHeaders().AcceptLanguage)
        ?? Language.English;

    /// <summary>Null where the address names none.</summary>
    public static Language? OfAddress(string address) =>
        Language.Find(QueryHelpers.ParseQuery(new Uri(address, UriKind.Absolute).Query).GetValueOrDefault(Language.Parameter));

    private static Language? OfBrowser(IList<StringWithQualityHeaderValue> accepted) => accepted
        .OrderByDescending(value => value.Quality ?? 1)
        .Select(value => Language.Find(value.Value.Value?.Split('-')[0]))
        .FirstOrDefault(language => language is not null);
}
