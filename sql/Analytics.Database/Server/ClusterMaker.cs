using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace Analytics.Database.Server;

/// <summary>Makes a cluster with its login role and database, whole or not at all, and gives the role its password.</summary>
internal static partial class ClusterMaker
{
    /// <summary>
    /// Builds beside, then renames: an interrupted attempt leaves only an unfinished folder, which the next one wipes.
    /// A folder that has the finished name is never wiped.
    /// </summary>
    public static async Task MakeAsync(ServerHome home, string password, CancellationToken cancellationToken)
    {
        foreach (var unfinished in home.UnfinishedClusters.ToList())
        {
            await WipeAsync(unfinished, cancellationToken);
        }

        // The built-in C.UTF-8 knows upper and lower case of every script and sorts alike on every machine.
        await ServerProcess.RunToSuccessAsync(
            home.Binaries["initdb"],
            [
                "--pgdata", home.UnfinishedCluster, "--username", "postgres", "--auth", "reject", "--encoding", "UTF8",
                "--locale", "C", "--locale-provider", "builtin", "--builtin-locale", "C.UTF-8", "--data-checksums", "--no-instructions",
            ],
            home.User,
            cancellationToken);
        await File.AppendAllTextAsync(Path.Combine(home.UnfinishedCluster, "postgresql.conf"), $"\ninclude_if_exists '{ServerSettings.FileName}'\n", cancellationToken);
        // The role first, then the template that the warehouse is copied from.
        await RunAloneAsync(home, home.UnfinishedCluster, "postgres", Statements("create_owner.sql") + SetPassword(password), cancellationToken);
        await CloseStatisticsAsync(home, home.UnfinishedCluster, cancellationToken);
        Directory.Move(home.UnfinishedCluster, home.Cluster);
    }

    /// <summary>Closes the counts of the statistics views to readers, in a cluster that does not run.</summary>
    public static async Task CloseStatisticsAsync(ServerHome home, string cluster, CancellationToken cancellationToken)
    {
        var done = Path.Combine(cluster, "statistics_closed");
        if (!File.Exists(done))
        {
            foreach (var database in new[] { "template1", "warehouse" })
            {
                await RunAloneAsync(home, cluster, database, Statements("close_statistics.sql"), cancellationToken);
            }

            await File.WriteAllTextAsync(done, "", cancellationToken);
        }
    }

    /// <summary>An initdb that outlived its parent writes on for a second, until it misses what was wiped.</summary>
    private static async Task WipeAsync(string folder, CancellationToken cancellationToken)
    {
        for (var tries = 0; Directory.Exists(folder); tries++)
        {
            try
            {
                Directory.Delete(folder, recursive: true);
            }
            catch (IOException) when (tries < 50)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), cancellationToken);
            }
        }
    }

    /// <summary>For a data folder whose password file was lost.</summary>
    public static Task ResetPasswordAsync(ServerHome home, string password, CancellationToken cancellationToken) =>
        RunAloneAsync(home, home.Cluster, "postgres", SetPassword(password), cancellationToken);

    public static string NewPassword() => RandomNumberGenerator.GetHexString(48, lowercase: true);

    public static bool IsPassword(string text) => Password().IsMatch(text);

    // Single-user mode has no parameters; the password is ours and holds nothing but hexadecimal digits.
    private static string SetPassword(string password) => IsPassword(password)
        ? $"alter role analytics password '{password}';\n"
        : throw new ArgumentException("A password of the embedded server is 48 hexadecimal digits.", nameof(password));

    /// <summary>Single-user mode: no port is open and nobody else can be connected.</summary>
    private static async Task RunAloneAsync(ServerHome home, string cluster, string database, string statements, CancellationToken cancellationToken)
    {
        var result = await ServerProcess.RunAsync(
            home.Binaries["postgres"], ["--single", "-D", cluster, "-c", "exit_on_error=on", "-c", "log_min_error_statement=panic", database], home.User, statements, cancellationToken);
        if (result.ExitCode != 0)
        {
            throw new DatabaseUnavailableException($"the database server could not be set up in {cluster}: {result.LastLine}");
        }
    }

    private static string Statements(string name) => string.Concat(SqlText.Beside(typeof(ClusterMaker), name)
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Where(line => !line.StartsWith("--", StringComparison.Ordinal))
        .Select(line => line + "\n"));

    [GeneratedRegex("^[0-9a-f]{48}$", RegexOptions.CultureInvariant)]
    private static partial Regex Password();
}
