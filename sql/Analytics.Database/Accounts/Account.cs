namespace Analytics.Database.Accounts;

/// <summary>One person who may sign in.</summary>
/// <param name="Role">administrator, coordinator, donor or policy.</param>
/// <param name="Language">en, ru, ky, or null where the browser decides.</param>
/// <param name="SecurityStamp">Changes with the password; a session made under another stamp has ended.</param>
public sealed record Account(long AccountId, string Name, string Role, bool MustChangePassword, string? Language, Guid SecurityStamp);

/// <summary>How an attempt to sign in ended.</summary>
public abstract record SignInResult
{
    private SignInResult()
    {
    }

    public sealed record Accepted(Account Account) : SignInResult;

    /// <summary>Wrong name or password; which of the two is not told.</summary>
    public sealed record Refused : SignInResult;

    public sealed record Locked(DateTimeOffset Until) : SignInResult;
}
