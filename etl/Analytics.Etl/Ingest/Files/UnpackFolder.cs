using System.Diagnostics;
using System.Globalization;

namespace Analytics.Etl.Ingest.Files;

/// <summary>Private temporary folders for unpacked files. Those of a process that was killed, which could not delete them, go when the next one is made.</summary>
internal static class UnpackFolder
{
    private const string Prefix = "analytics-zip-";

    public static string Make()
    {
        Sweep();
        return Directory.CreateTempSubdirectory($"{Prefix}{Environment.ProcessId.ToString(CultureInfo.InvariantCulture)}-").FullName;
    }

    /// <summary>Deletes what ended processes left.</summary>
    public static void Sweep()
    {
        foreach (var folder in Directory.EnumerateDirectories(Path.GetTempPath(), $"{Prefix}*"))
        {
            var owner = Path.GetFileName(folder)[Prefix.Length..].Split('-')[0];
            if (int.TryParse(owner, NumberStyles.None, CultureInfo.InvariantCulture, out var process) && process != Environment.ProcessId && !IsAlive(process))
            {
                try
                {
                    Directory.Delete(folder, recursive: true);
                }
                catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
                {
                    // Another process sweeps it, or it is another user's, who sweeps his own.
                }
            }
        }
    }

    private static bool IsAlive(int process)
    {
        try
        {
            using var found = Process.GetProcessById(process);
            return !found.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
