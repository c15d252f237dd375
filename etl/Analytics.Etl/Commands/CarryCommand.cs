using System.CommandLine;
using Analytics.Database.Carrying;
using Analytics.Etl.Hosting;

namespace Analytics.Etl.Commands;

/// <summary>
/// <c>./analytics carry export FILE</c> and <c>carry import FILE</c>: what people typed in, from a database whose tables this version does
/// not go on from to a new one, in which the sources are loaded again.
/// </summary>
internal static class CarryCommand
{
    private static readonly Argument<string> s_to = new("FILE") { Description = "Where to write it; a file of that name is replaced when the new one is whole." };
    private static readonly Argument<string> s_from = new("FILE") { Description = "A file that ./analytics carry export wrote." };

    public static Command Create(TimeProvider time)
    {
        var export = new Command("export", "Write accounts, decisions, sign-offs and the audit into one file, whatever version the tables are of.") { s_to };
        export.SetAction((parsed, stop) => ExportAsync(parsed, time, stop));
        var import = new Command("import", "Put them into the tables of this version; what is there already stays. Again after the sources are loaded.") { s_from };
        import.SetAction((parsed, stop) => ImportAsync(parsed, time, stop));
        return new Command("carry", "Carry accounts and decisions from one database to another.") { export, import };
    }

    private static async Task<int> ExportAsync(ParseResult parsed, TimeProvider time, CancellationToken stop)
    {
        var path = Path.GetFullPath(parsed.GetValue(s_to)!);
        if (Directory.Exists(path) || !Directory.Exists(Path.GetDirectoryName(path)))
        {
            return Exit.Usage($"{path} cannot be written: name a file in a folder that exists.");
        }

        await using var database = await DatabaseAccess.OpenAsItIsAsync(DataFolder.Of(parsed), "carry export", time, new Screen(Console.Error), stop);
        try
        {
            var report = await CarryOver.TakeAsync(database.Owner, path, time, stop);
            Console.WriteLine($"{path}: {string.Join(", ", report.Parts.Where(part => part.Rows > 0).Select(part => $"{part.Title} {part.Rows}"))}.");
            if (report.AuditBrokenAt is { } entry)
            {
                Console.Error.WriteLine($"The audit is not what was written from entry {entry} on; it is carried as it is.");
            }

            Console.Error.WriteLine("It holds password hashes and the keys of one-time codes: keep it as safe as the warehouse itself, and delete it when it is imported.");
            Console.Error.WriteLine(
                "Now, with an empty data folder or database: ./analytics up --no-demo; load the files of the sources again (data/archive/ has receipts of "
                + "which they were, not the files); ./analytics publish; ./analytics carry import FILE. Copy appsettings.json and programmes/ of the data "
                + "folder by hand.");
            return Exit.Done;
        }
        catch (CarryingFailedException cause)
        {
            return Exit.Failed(cause.Message);
        }
    }

    private static async Task<int> ImportAsync(ParseResult parsed, TimeProvider time, CancellationToken stop)
    {
        var path = parsed.GetValue(s_from)!;
        if (!File.Exists(path))
        {
            return Exit.Usage($"there is no file {path}: give one that ./analytics carry export wrote.");
        }

        await using var database = await DatabaseAccess.OpenAsync(DataFolder.Of(parsed), "carry", time, new Screen(Console.Error), stop, "import");
        try
        {
            var reports = await CarryOver.PutAsync(database.Owner, path, stop);
            foreach (var report in reports.Where(report => report.Put + report.Known + report.Waiting + report.Kept.Count > 0))
            {
                Console.WriteLine(Line(report));
            }

            if (reports.Any(report => report.Waiting > 0))
            {
                Console.Error.WriteLine("What waits is about records that are not here yet: load their sources, ./analytics publish, and import again.");
            }

            return Exit.Done;
        }
        catch (CarryingFailedException cause)
        {
            return Exit.Failed(cause.Message);
        }
    }

    private static string Line(PutReport report) =>
        $"{report.Title}: {report.Put} put, {report.Known} there already"
        + (report.Waiting > 0 ? $", {report.Waiting} waiting" : "")
        + (report.Kept.Count > 0 ? $"; as decided here: {string.Join(", ", report.Kept)}" : "");
}
