using System.Globalization;
using Analytics.Database.Server;
using Analytics.Demo;
using Analytics.Etl.Hosting;
using Analytics.Etl.Ingest.Inbox;
using Analytics.Etl.Programmes;

namespace Analytics.Etl.Supervision;

/// <summary>Puts the synthetic files into a data folder's inbox, the first time that demonstration data is wanted there.</summary>
internal sealed class DemoFiles(DataFolder folder, TimeProvider time)
{
    /// <returns>Whether they were written now.</returns>
    /// <exception cref="DemoFailedException">They could not be written.</exception>
    public async Task<bool> WriteOnceAsync(Screen screen, CancellationToken cancellationToken)
    {
        var written = folder.FileNamed("demo_written");
        if (File.Exists(written))
        {
            return false;
        }

        var report = await screen.StepAsync(
            "Writing synthetic demonstration data",
            () => Task.Run(() => DemoWriter.Write(folder.Inbox, DemoOptions.For(time)), cancellationToken));
        if (report.Refused is { } why)
        {
            throw new DemoFailedException($"{why} Or start without it: ./analytics up --no-demo.");
        }

        DemoProgrammes.WriteOnce(folder.Programmes);

        // They are whole, and need not lie still first to show it.
        var quiet = time.GetUtcNow().UtcDateTime - InboxFiles.LongQuiet;
        foreach (var file in Directory.EnumerateFiles(folder.Inbox, "*", SearchOption.AllDirectories))
        {
            File.SetLastWriteTimeUtc(file, quiet);
        }

        // Last, so that an interruption writes them again: the same bytes under the same names.
        PrivateFile.Write(written, string.Create(CultureInfo.InvariantCulture, $"{time.GetUtcNow():O} {report.Files} files, {report.Rows} rows\n"));
        return true;
    }
}

/// <summary>The demonstration data could not be written; one line that says why.</summary>
internal sealed class DemoFailedException(string message) : Exception(message);
