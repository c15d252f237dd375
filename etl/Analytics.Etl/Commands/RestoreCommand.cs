using System.CommandLine;
using Analytics.Database.Backups;
using Analytics.Database.Server;
using Analytics.Etl.Hosting;

namespace Analytics.Etl.Commands;

/// <summary><c>./analytics restore FILE</c>: puts a backup back, whole or not at all.</summary>
internal static class RestoreCommand
{
    private static readonly Argument<string> s_file = new("FILE") { Description = "A file that ./analytics backup wrote." };
    private static readonly Option<bool> s_replace = new("--replace") { Description = "Give up the data that the warehouse holds now." };

    public static Command Create(TimeProvider time)
    {
        var command = new Command("restore", "Put a backup back into an empty warehouse, or with --replace instead of what is there.") { s_file, s_replace };
        command.SetAction(async (parsed, stop) =>
        {
            var folder = DataFolder.Of(parsed);
            var path = parsed.GetValue(s_file)!;
            if (!File.Exists(path))
            {
                return Exit.Usage($"there is no file {path}: give one that ./analytics backup wrote.");
            }

            if (FolderLock.ReadHolder(folder) is { Command: "up" } holder && IsHeld(folder, time))
            {
                return Exit.Failed($"{folder.Path} is in use by {holder}: stop it first.");
            }

            var screen = new Screen(Console.Error);
            await using var database = await DatabaseAccess.OpenAsItIsAsync(folder, "restore", time, screen, stop);
            // A worker of another folder would go on with tables that are no longer there, and one that starts meanwhile is to wait.
            await using var lease = await WorkerLease.TakeAsync(database.ConnectionString, "restore", folder.Path, stop);
            try
            {
                var report = await Restore.ReadAsync(database.Owner, folder.Path, path, parsed.GetValue(s_replace), new BackupCommand.CurrentTable(screen), stop);
                Console.WriteLine($"Restored what was backed up at {report.MadeAt:yyyy-MM-dd HH:mm} UTC: {report.Tables} tables, {report.Rows} rows, {report.Files} files.");
                return Exit.Done;
            }
            catch (BackupUnusableException cause)
            {
                return Exit.Failed(cause.Message);
            }
        });
        return command;
    }

    private static bool IsHeld(DataFolder folder, TimeProvider time)
    {
        using var held = FolderLock.TryTake(folder, "restore", time);
        return held is null;
    }
}
