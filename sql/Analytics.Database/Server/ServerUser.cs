namespace Analytics.Database.Server;

/// <summary>
/// The operating system's user the server runs as. PostgreSQL refuses to run as root, so root lends it the name of an
/// unprivileged user; anyone else runs it under their own.
/// </summary>
internal static class ServerUser
{
    private static readonly string[] s_candidates = ["postgres", "nobody"];

    /// <returns>The user to drop to, or null when the present user is already unprivileged.</returns>
    /// <exception cref="DatabaseUnavailableException">Root, and no unprivileged user to drop to.</exception>
    public static string? ToDropTo()
    {
        if (OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess)
        {
            return null;
        }

        var known = File.ReadLines("/etc/passwd").Select(line => line.Split(':')[0]).ToHashSet(StringComparer.Ordinal);
        return Array.Find(s_candidates, known.Contains)
            ?? throw new DatabaseUnavailableException("PostgreSQL does not run as root, and this machine has neither a user 'postgres' nor 'nobody' to run it as: add one, or start as another user.");
    }

    /// <summary>Gives a folder or file, with all below it, to the server's user.</summary>
    public static Task GiveAsync(string path, string user, CancellationToken cancellationToken) =>
        ServerProcess.RunToSuccessAsync("chown", ["-R", $"{user}:", path], asUser: null, cancellationToken);

    /// <summary>Whether that user can enter and write the folder, judged by being that user.</summary>
    public static async Task<bool> CanWriteAsync(string folder, string user, CancellationToken cancellationToken)
    {
        var result = await ServerProcess.RunAsync("/bin/sh", ["-c", "test -w \"$0\" && test -x \"$0\"", folder], user, input: null, cancellationToken);
        return result.ExitCode == 0;
    }
}
