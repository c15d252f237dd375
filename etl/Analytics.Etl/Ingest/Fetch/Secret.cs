using Analytics.Etl.Hosting;

namespace Analytics.Etl.Ingest.Fetch;

/// <summary>
/// Where a token or password is kept: <c>env:NAME</c> or <c>file:PATH</c>, a path in the data folder unless absolute. Read when it is
/// needed, and never kept, shown or logged.
/// </summary>
internal sealed record Secret(string From, string Folder)
{
    public const string Expected = "must be env:NAME (an environment variable) or file:PATH (a file that holds nothing else)";

    public bool IsValid => Name.Length > 0 && (From.StartsWith("env:", StringComparison.Ordinal) || From.StartsWith("file:", StringComparison.Ordinal));

    private string Name => From[(From.IndexOf(':', StringComparison.Ordinal) + 1)..];

    public static Secret? Of(string? from, DataFolder folder) => string.IsNullOrWhiteSpace(from) ? null : new Secret(from, folder.Path);

    /// <exception cref="FetchFailedException">It is not where it should be, or cannot be sent.</exception>
    public string Read()
    {
        var value = (From.StartsWith("env:", StringComparison.Ordinal) ? Environment.GetEnvironmentVariable(Name) : ReadFile())?.Trim();
        return string.IsNullOrEmpty(value) ? throw new FetchFailedException($"there is no secret in {From}: put it there, and start again if it is an environment variable")
            : value.Any(char.IsControl) ? throw new FetchFailedException($"the secret in {From} has more than one line: leave the first")
            : value;
    }

    private string? ReadFile()
    {
        try
        {
            return File.ReadAllText(Path.Combine(Folder, Name));
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
