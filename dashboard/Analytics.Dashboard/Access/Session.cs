using System.Globalization;
using System.Security.Claims;
using Analytics.Dashboard.Localization;
using Analytics.Database.Accounts;

namespace Analytics.Dashboard.Access;

/// <summary>What a session says of its account.</summary>
public static class Session
{
    private const string MustChangePassword = "must_change_password";
    private const string NeedsSecondFactor = "needs_second_factor";
    private const string StampClaim = "stamp";
    private const string StartedClaim = "started";
    private const string IdClaim = "session";

    /// <param name="started">When the password was given.</param>
    /// <param name="session">The row that it holds by; null for a token, which has its own.</param>
    public static ClaimsPrincipal Principal(Account account, string scheme, DateTimeOffset started, Guid? session = null)
    {
        List<Claim> claims =
        [
            new(ClaimTypes.NameIdentifier, account.AccountId.ToString(CultureInfo.InvariantCulture)),
            new(ClaimTypes.Name, account.Name),
            new(ClaimTypes.Role, account.Role),
            new(StampClaim, account.SecurityStamp.ToString()),
            new(StartedClaim, started.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
            .. Rights.Claims(account),
        ];
        if (session is { } id)
        {
            claims.Add(new(IdClaim, id.ToString()));
        }

        if (account.Language is { } language)
        {
            claims.Add(new(LanguageChoice.Claim, language));
        }

        if (account.MustChangePassword)
        {
            claims.Add(new(MustChangePassword, "true"));
        }

        if (account.NeedsSecondFactor)
        {
            claims.Add(new(NeedsSecondFactor, "true"));
        }

        return new ClaimsPrincipal(new ClaimsIdentity(claims, scheme));
    }

    /// <summary>It has a password that somebody else saw.</summary>
    public static bool MustChange(ClaimsPrincipal user) => user.HasClaim(MustChangePassword, "true");

    /// <summary>Its role needs one-time codes, and it has none.</summary>
    public static bool MustSetUpCodes(ClaimsPrincipal user) => user.HasClaim(NeedsSecondFactor, "true");

    public static long? AccountId(ClaimsPrincipal user) =>
        long.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    /// <summary>The session's row; null for anybody without one.</summary>
    public static Guid? Id(ClaimsPrincipal user) => Guid.TryParse(user.FindFirstValue(IdClaim), out var id) ? id : null;

    /// <summary>The account's stamp when this was written.</summary>
    public static Guid? Stamp(ClaimsPrincipal user) => Guid.TryParse(user.FindFirstValue(StampClaim), out var stamp) ? stamp : null;

    public static DateTimeOffset StartedAt(ClaimsPrincipal user) =>
        long.TryParse(user.FindFirstValue(StartedClaim), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : DateTimeOffset.MinValue;
}
