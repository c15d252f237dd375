using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace Analytics.Dashboard.Access;

/// <summary>
/// Remembers in a browser that an account was signed in to there, by a cookie that opens nothing: strangers who try the account's
/// name elsewhere do not slow this browser down.
/// </summary>
public sealed class KnownClient(IDataProtectionProvider protection, TimeProvider clock)
{
    private static readonly TimeSpan s_lifetime = TimeSpan.FromDays(180);

    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("known client").ToTimeLimitedDataProtector();

    /// <returns>What tells this browser apart for the account; null where it was not signed in to here.</returns>
    public Guid? Of(HttpContext context, string account)
    {
        if (context.Request.Cookies[Cookie(account)] is not { Length: > 0 } value)
        {
            return null;
        }

        try
        {
            return _protector.Unprotect(value).Split(' ') is [var id, var held] && held == account && Guid.TryParse(id, out var device) ? device : null;
        }
        catch (CryptographicException)
        {
            // Made up, of keys that are gone, or too old: a browser like any other.
            return null;
        }
    }

    /// <summary>The account has just been signed in to here.</summary>
    public void Remember(HttpContext context, string account)
    {
        var id = Of(context, account) ?? Guid.NewGuid();
        context.Response.Cookies.Append(
            Cookie(account),
            _protector.Protect($"{id} {account}", s_lifetime),
            new CookieOptions
            {
                HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = context.Request.IsHttps, Path = Routes.SignIn, IsEssential = true,
                Expires = clock.GetUtcNow() + s_lifetime,
            });
    }

    // One an account: several people may sign in on one computer. The name is not for others who read the cookies' names.
    private static string Cookie(string account) => "analytics.known." + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(account)))[..12];
}
