using System.Globalization;
using System.Text;

namespace Analytics.Database.Server;

/// <summary>The server's settings, written anew at each start so that they always fit this version of the program.</summary>
internal static class ServerSettings
{
    public const string FileName = "analytics.conf";

    private const long LeastBuffers = 128;
    private const long MostBuffers = 1024;

    /// <param name="port">TCP port on 127.0.0.1, the only address listened on.</param>
    /// <param name="durable">False for tests: a crash of the machine may then lose the data.</param>
    public static void Write(string cluster, int port, bool durable)
    {
        var text = new StringBuilder()
            .AppendLine("# Written at each start by ./analytics; changes made here are lost.")
            .AppendLine("listen_addresses = '127.0.0.1'")
            .AppendLine($"port = {port}")
            .AppendLine("unix_socket_directories = ''")
            .AppendLine("password_encryption = 'scram-sha-256'")
            .AppendLine(CultureInfo.InvariantCulture, $"shared_buffers = '{Buffers()}MB'")
            // A load writes its log faster than a writer that wakes five times a second takes it away.
            .AppendLine("wal_buffers = '64MB'")
            .AppendLine("wal_writer_delay = '20ms'")
            .AppendLine("work_mem = '16MB'")
            .AppendLine("maintenance_work_mem = '128MB'")
            .AppendLine("max_wal_size = '2GB'")
            .AppendLine("jit = off")
            .AppendLine("timezone = 'UTC'")
            .AppendLine("log_timezone = 'UTC'")
            // Details and contexts of an error quote column values; the log must hold none.
            .AppendLine("log_error_verbosity = 'terse'")
            .AppendLine("log_checkpoints = off");
        if (!durable)
        {
            text.AppendLine("fsync = off").AppendLine("synchronous_commit = off").AppendLine("full_page_writes = off");
        }

        Replace(Path.Combine(cluster, FileName), text.ToString());
        Replace(Path.Combine(cluster, "pg_hba.conf"), "# Only this machine, only with a password; the superuser not at all.\nhost all postgres 127.0.0.1/32 reject\nhost all all 127.0.0.1/32 scram-sha-256\n");
    }

    /// <summary>MB: a quarter of what the machine has, which is the manual's advice (section 19.4.1), as far as a warehouse of this size has use for.</summary>
    private static long Buffers() => Math.Clamp(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 4 / (1024 * 1024), LeastBuffers, MostBuffers);

    private static void Replace(string path, string text)
    {
        File.WriteAllText(path, text);
        if (!OperatingSystem.IsWindows())
        {
            // The folder is closed to all but the server's user, who must read a file that root may have written.
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        }
    }
}
