using System.Globalization;
using System.Runtime.InteropServices;
using Analytics.Database;
using Analytics.Database.Accounts;
using Analytics.Database.Server;
using Analytics.Etl.Hosting;
using Dapper;
using Npgsql;

namespace Analytics.Etl.Supervision;

/// <summary>One thing looked at.</summary>
/// <param name="Finding">What was found and, when it is not as it must be, what to do.</param>
internal sealed record Finding(string Name, bool Ok, string Text);

/// <summary>Looks at everything that the product stands on, and changes nothing.</summary>
internal sealed class Doctor(DataFolder folder, TimeProvider time)
{
    private const long ScarceBytes = 1L << 30;

    /// <summary>The findings, each as soon as it is known.</summary>
    public async IAsyncEnumerable<Finding> LookAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return new Finding("programs", true, $"{RuntimeInformation.FrameworkDescription} on {RuntimeInformation.RuntimeIdentifier}; the launcher has looked at the SDK and Node.js");
        yield return Clock();
        yield return Disk();
        var holder = Holder();
        yield return new Finding("running", true, holder is null ? "nothing: ./analytics up starts it" : $"{holder}");
        if (holder?.Address is { } address)
        {
            yield return await DashboardAsync(address, cancellationToken);
        }

        if (ExternalPostgres.GivenConnectionString is null && !Directory.Exists(folder.FileNamed("postgres")) && !File.Exists(folder.FileNamed("postgres.at")))
        {
            yield return new Finding("database", true, $"none in {folder.Path} yet: ./analytics up makes it");
            yield break;
        }

        var (database, fault) = await OpenAsync(cancellationToken);
        if (database is null)
        {
            yield return new Finding("database", false, fault);
            yield break;
        }

        await using (database)
        {
            await using var connection = await database.Owner.OpenConnectionAsync(cancellationToken);
            yield return await ServerAsync(connection, cancellationToken);
            yield return await RolesAsync(connection, cancellationToken);
            yield return await ScriptsAsync(connection, cancellationToken);
            if (await connection.ExecuteScalarAsync<bool>(new CommandDefinition("select to_regclass('ops.audit_state') is not null", cancellationToken: cancellationToken)))
            {
                yield return Audit(await new AuditLog(database.Owner).StateAsync(cancellationToken));
            }
        }
    }

    private Finding Clock()
    {
        var here = TimeZoneInfo.ConvertTime(time.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("Asia/Bishkek"));
        return new Finding("clock", here.Year >= 2026, here.Year >= 2026
            ? $"{here.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} in Bishkek"
            : $"says {here:yyyy-MM-dd}, which is over: set it, or schedules and dates will be wrong");
    }

    private Finding Disk()
    {
        if (!Directory.Exists(folder.Path))
        {
            return new Finding("data folder", true, $"{folder.Path} is not there yet: ./analytics up makes it");
        }

        var free = new DriveInfo(folder.Path).AvailableFreeSpace;
        var text = $"{folder.Path}, {free / 1e9:0.0} GB free";
        return new Finding("data folder", free >= ScarceBytes, free >= ScarceBytes ? text : text + ": free at least 1 GB, or the database may stop");
    }

    private FolderHolder? Holder()
    {
        if (!Directory.Exists(folder.Path))
        {
            return null;
        }

        // What an earlier run said of itself counts only while the folder is held.
        using var free = FolderLock.TryTake(folder, "doctor", time);
        return free is null ? FolderLock.ReadHolder(folder) : null;
    }

    private async Task<Finding> DashboardAsync(string address, CancellationToken cancellationToken)
    {
        var ready = await DashboardProcess.IsReadyAsync(new Uri(address), cancellationToken);
        return new Finding("dashboard", ready, ready ? $"answers at {address}" : $"does not answer at {address}readyz: see {Path.Combine(folder.Path, "logs", "dashboard.log")}");
    }

    private async Task<(DatabaseAccess? Database, string Fault)> OpenAsync(CancellationToken cancellationToken)
    {
        try
        {
            return (await DatabaseAccess.OpenAsItIsAsync(folder, "doctor", time, new Progress<string>(), cancellationToken), "");
        }
        catch (DatabaseUnavailableException cause)
        {
            return (null, cause.Message);
        }
    }

    private async Task<Finding> ServerAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var server = await connection.QuerySingleAsync<(DateTime Now, string Encoding, long Bytes)>(
            new CommandDefinition(SqlText.Beside<Doctor>("doctor_server.sql"), cancellationToken: cancellationToken));
        var apart = (time.GetUtcNow().UtcDateTime - server.Now).Duration();
        var text = $"PostgreSQL {connection.PostgreSqlVersion} at {connection.Host}:{connection.Port}/{connection.Database}, {server.Bytes / 1e6:0} MB";
        return apart > TimeSpan.FromSeconds(10)
            ? new Finding("database", false, $"{text}: its clock is {apart.TotalSeconds:0} s from this machine's; set both by a time server")
            : server.Encoding == "UTF8"
                ? new Finding("database", true, text)
                : new Finding("database", false, $"{text}: its encoding is {server.Encoding}; make a database with UTF8");
    }

    private static async Task<Finding> RolesAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var missing = (await connection.QueryAsync<string>(new CommandDefinition(SqlText.Beside<Doctor>("doctor_roles.sql"), cancellationToken: cancellationToken))).ToList();
        return missing.Count == 0
            ? new Finding("roles", true, "all there")
            : new Finding("roles", false, $"{string.Join(", ", missing)} missing: ./analytics up makes them");
    }

    private static Finding Audit(AuditState audit) => audit.BrokenAt is { } broken
        ? new Finding("audit", false, $"entry {broken} is not what was written, or follows one that was taken out: compare with a backup")
        : new Finding("audit", true, $"{audit.Entries} entries, whole; last hash {audit.Head ?? "none"}");

    private static async Task<Finding> ScriptsAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var applied = await connection.ExecuteScalarAsync<bool>(new CommandDefinition("select to_regclass('ops.script') is not null", cancellationToken: cancellationToken))
            ? (await connection.QueryAsync<(string Path, string Hash)>(new CommandDefinition("select path, hash from ops.script", cancellationToken: cancellationToken)))
                .ToDictionary(row => row.Path, row => row.Hash, StringComparer.Ordinal)
            : [];
        var scripts = Migrator.Versions;
        var due = scripts.Count(script => !applied.ContainsKey(script.Path));
        return AppliedVersions.Fault(applied, scripts) is { } fault
            ? new Finding("schema", false, fault.TrimEnd('.'))
            : new Finding("schema", true, due == 0 ? $"all {scripts.Count} scripts applied" : $"{due} of {scripts.Count} scripts are due: the next command applies them");
    }
}
