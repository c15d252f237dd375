using System.CommandLine;
using Analytics.Database.Backups;
using Analytics.Etl.Hosting;

namespace Analytics.Etl.Commands;

/// <summary><c>./analytics backup FILE</c>: everything of this moment in one file, while the rest goes on.</summary>
internal static class BackupCommand
{
    private static readonly Argument<string> s_file = new("FILE") { Description = "Where to write it; a file of that name is replaced when the new one is whole." };

    public static Command Create(TimeProvider time)
    {
        var command = new Command("backup", "Write the warehouse, the accounts and the settings into one file.") { s_file };
        command.SetAction(async (parsed, stop) =>
        {
            var folder = DataFolder.Of(parsed);
            var path = Path.GetFullPath(parsed.GetValue(s_file)!);
            if (Directory.Exists(path) || !Directory.Exists(Path.GetDirectoryName(path)))
            {
                return Exit.Usage($"{path} cannot be written: name a file in a folder that exists.");
            }

            var screen = new Screen(Console.Error);
            await using var database = await DatabaseAccess.OpenAsync(folder, "backup", time, screen, stop);
            var report = await Backup.WriteAsync(database.Owner, folder.Path, OwnFiles(folder), path, time, new CurrentTable(screen), stop);
            Console.WriteLine($"{path}: {report.Tables} tables, {report.Rows} rows, {report.Files} files, {new FileInfo(path).Length} bytes.");
            if (Waiting(folder) is > 0 and var waiting)
            {
                Console.Error.WriteLine($"Files that wait in the inbox are not in it ({waiting}), since nothing has looked for names in them yet: load them, then back up.");
            }

            Console.Error.WriteLine("It holds single records and password hashes: keep it as safe as the warehouse itself.");
            return Exit.Done;
        });
        return command;
    }

    /// <summary>
    /// Settings, and the mark that demonstration files were written. What was accepted is in <c>raw</c>; files that wait were not looked at
    /// and refused ones may hold names, so that neither is kept for as long as a backup is.
    /// </summary>
    private static IEnumerable<string> OwnFiles(DataFolder folder) => new[] { "appsettings.json", "demo_written" }.Select(folder.FileNamed).Where(File.Exists);

    private static int Waiting(DataFolder folder) => Directory.EnumerateFiles(folder.Inbox, "*", SearchOption.AllDirectories).Count(file => !Path.GetFileName(file).StartsWith('.'));

    /// <summary>A line every few seconds is enough.</summary>
    internal sealed class CurrentTable(Screen screen) : IProgress<string>
    {
        private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(3);
        private long _last = System.Diagnostics.Stopwatch.GetTimestamp();

        public void Report(string value)
        {
            if (System.Diagnostics.Stopwatch.GetElapsedTime(_last) > s_pause)
            {
                _last = System.Diagnostics.Stopwatch.GetTimestamp();
                screen.Report(value);
            }
        }
    }
}
