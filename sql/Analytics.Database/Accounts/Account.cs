namespace Analytics.Database.Accounts;

/// <summary>One person who may sign in.</summary>
public record Account
{
    public required long AccountId { get; init; }

    public required string Name { get; init; }

    /// <summary>administrator, coordinator, donor or policy.</summary>
    public required string Role { get; init; }

    public required bool MustChangePassword { get; init; }

    /// <summary>en, ru, ky, or null where the browser decides.</summary>
    public string? Language { get; init; }

    /// <summary>Changes with the password, the role and the rights; a session made under another stamp has ended.</summary>
    public required Guid SecurityStamp { get; init; }

    /// <summary>The page after sign-in: path and query without language; null where the role decides.</summary>
    public string? StartAddress { get; init; }

    /// <summary>A one-time code is asked for after the password.</summary>
    public required bool HasSecondFactor { get; init; }

    /// <summary>Its role needs one-time codes, and it has none: it sets them up before anything else.</summary>
    public required bool NeedsSecondFactor { get; init; }

    /// <summary>Codes left that stand in for its phone; only where the account is read for itself.</summary>
    public long RecoveryCodes { get; init; }

    /// <summary>The sources that it is limited to; none: no limit.</summary>
    public string[] Sources { get; init; } = [];

    /// <summary>The regions that it is limited to, beside the whole country; none: no limit.</summary>
    public string[] Regions { get; init; } = [];

    /// <summary>The programmes that it is limited to; none: no limit.</summary>
    public string[] Programmes { get; init; } = [];

    /// <summary>The account without what a kind of it knows more.</summary>
    internal Account Plain() => new(this);
}

/// <summary>An account as its administrator sees it.</summary>
public sealed record ListedAccount : Account
{
    public required bool Disabled { get; init; }

    /// <summary>Until then no one-time code is tried but from where it was signed in to before.</summary>
    public DateTime? CodesLockedUntil { get; init; }

    public required DateTime CreatedAt { get; init; }

    public DateTime? LastSignInAt { get; init; }

    /// <summary>Tokens that still open something.</summary>
    public required long Tokens { get; init; }
}

/// <summary>How an attempt to sign in ended.</summary>
public abstract record SignInResult
{
    private SignInResult()
    {
    }

    public sealed record Accepted(Account Account) : SignInResult;

    /// <summary>Wrong name or password, or a wrong code; which of them is not told.</summary>
    /// <param name="IsKnown">Whether there is such an account; for the audit, not for the reader.</param>
    public sealed record Refused(bool IsKnown) : SignInResult;

    /// <summary>Too many failures from there: nothing was tried.</summary>
    public sealed record Locked(DateTimeOffset Until) : SignInResult;
}
