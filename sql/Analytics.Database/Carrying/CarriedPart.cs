namespace Analytics.Database.Carrying;

/// <summary>A kind of what is carried from one database to another, with the two statements that read and write it.</summary>
/// <param name="Name">Also the name of its entry in the file and, behind <c>take_</c> and <c>put_</c>, of its statements.</param>
/// <param name="Title">For the person who runs the command.</param>
internal sealed record CarriedPart(string Name, string Title)
{
    /// <summary>In the order in which they are put: what others name comes first.</summary>
    public static IReadOnlyList<CarriedPart> All { get; } =
    [
        new("keys", "keys of the web server"),
        new("accounts", "accounts"),
        new("rights", "rights"),
        new("recovery_codes", "recovery codes"),
        new("tokens", "tokens of the HTTP interface"),
        new("views", "saved views"),
        new("needs", "needs of roles"),
        new("sources", "sources that were signed off"),
        new("reviews", "sign-offs"),
        new("rounds", "rounds of linkage"),
        new("decisions", "decisions about pairs"),
        new("dismissals", "rejected rows set aside"),
        new("releases", "releases of synthetic records"),
        new("audit", "entries of the audit"),
        new("audit_months", "counts of entries swept from the audit"),
    ];

    public string EntryName => $"{Name}.jsonl";
}

/// <summary>How many rows of a part a file holds.</summary>
/// <param name="Sha256">Of the entry's content.</param>
internal sealed record CarriedEntry(string Name, long Rows, string Sha256);

/// <summary>What a file of carried rows says of itself: the entry <c>manifest.json</c>.</summary>
internal sealed record CarriedManifest(int Format, DateTimeOffset MadeAt, IReadOnlyList<CarriedEntry> Entries)
{
    public const int CurrentFormat = 1;

    public const string EntryName = "manifest.json";
}

/// <summary>What was taken out of a database.</summary>
/// <param name="AuditBrokenAt">The first entry of the audit that is not what was written; null when it is whole.</param>
public sealed record TakenReport(IReadOnlyList<(string Title, long Rows)> Parts, long? AuditBrokenAt);

/// <summary>What became of the rows of a part.</summary>
/// <param name="Put">Rows that are there now and were not before.</param>
/// <param name="Known">Rows that were there already.</param>
/// <param name="Waiting">Rows about records that are not loaded yet: load the sources, then import again.</param>
/// <param name="Kept">Rows that gave way to what was done here since, by name.</param>
public sealed record PutReport(string Title, long Put, long Known, long Waiting, IReadOnlyList<string> Kept);

/// <summary>A database or a file cannot be carried from or into; the message says why and what to do. Nothing was changed.</summary>
public sealed class CarryingFailedException(string message, Exception? cause = null) : Exception(message, cause);
