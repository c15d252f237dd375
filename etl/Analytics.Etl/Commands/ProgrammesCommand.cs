using System.CommandLine;
using Analytics.Etl.Hosting;
using Analytics.Etl.Programmes;

namespace Analytics.Etl.Commands;

/// <summary><c>./analytics programmes</c>: checks the programme files of the data folder and takes them over; the next publication shows them.</summary>
internal static class ProgrammesCommand
{
    public static Command Create(TimeProvider time)
    {
        var command = new Command("programmes", "Check programmes, donors, grants and targets in the data folder, and take them over.");
        command.SetAction(async (parsed, stop) =>
        {
            var folder = DataFolder.Of(parsed);
            await using var database = await DatabaseAccess.OpenAsync(folder, "programmes", time, new Screen(Console.Error), stop);
            var faults = await new ProgrammeStore(database.Etl, time).LoadAsync(folder.Programmes, stop);
            if (faults.Count == 0)
            {
                Console.WriteLine("Programmes, donors, grants and targets are taken over; ./analytics publish shows them.");
                return Exit.Done;
            }

            foreach (var fault in faults)
            {
                Console.Error.WriteLine(fault);
            }

            return Exit.Failed($"{faults.Count} faults in {folder.Programmes}; nothing was taken over.");
        });
        return command;
    }
}
