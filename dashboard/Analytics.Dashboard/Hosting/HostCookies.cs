using Microsoft.AspNetCore.Authentication.Cookies;

namespace Analytics.Dashboard.Hosting;

/// <summary>
/// Cookies that over HTTPS carry the prefix <c>__Host-</c>, by which browsers see to it that they were set over HTTPS by this very
/// host: one that was planted over HTTP or by a neighbouring host is not taken for a session.
/// </summary>
public sealed class HostCookies : ICookieManager
{
    private const string Prefix = "__Host-";

    private readonly ChunkingCookieManager _cookies = new();

    public string? GetRequestCookie(HttpContext context, string key) => _cookies.GetRequestCookie(context, Name(context, key));

    public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) =>
        _cookies.AppendResponseCookie(context, Name(context, key), value, options);

    public void DeleteCookie(HttpContext context, string key, CookieOptions options) =>
        _cookies.DeleteCookie(context, Name(context, key), options);

    private static string Name(HttpContext context, string key) => context.Request.IsHttps ? Prefix + key : key;
}
