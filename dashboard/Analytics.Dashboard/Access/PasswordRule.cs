using Analytics.Domain;

namespace Analytics.Dashboard.Access;

/// <summary>
/// What a new password must be: long rather than intricate, and none that is guessed early (NIST SP 800-63B, section 5.1.1.2).
/// </summary>
public static class PasswordRule
{
    public const int Shortest = 12;

    /// <summary>Long enough for any phrase; hashing takes what is longer no further.</summary>
    public const int Longest = 128;

    /// <summary>Why a password will not do; null when it will.</summary>
    public static LocalText? Problem(string account, string? present, string? password, string? again) => password switch
    {
        null or { Length: < Shortest } => SignInText.TooShort,
        { Length: > Longest } => SignInText.TooLong,
        _ when password != again => SignInText.NotSame,
        _ when password == present || password.Contains(account, StringComparison.OrdinalIgnoreCase) => SignInText.TooLike,
        _ => CommonPasswords.Of(password) switch
        {
            Weakness.Common => SignInText.TooCommon,
            Weakness.Repeated => SignInText.Repeated,
            Weakness.Run => SignInText.Run,
            _ => null,
        },
    };
}
