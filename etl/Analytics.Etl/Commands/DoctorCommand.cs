using System.CommandLine;
using Analytics.Etl.Hosting;
using Analytics.Etl.Supervision;

namespace Analytics.Etl.Commands;

/// <summary><c>./analytics doctor</c>: looks at what the product stands on; a line each, with what to do.</summary>
internal static class DoctorCommand
{
    public static Command Create(TimeProvider time)
    {
        var command = new Command("doctor", "Look at programs, data folder, database, roles, migrations, disk and clock.");
        command.SetAction(async (parsed, stop) =>
        {
            var faults = 0;
            await foreach (var finding in new Doctor(DataFolder.Of(parsed), time).LookAsync(stop))
            {
                Console.WriteLine($"{(finding.Ok ? "ok   " : "FAULT")}  {finding.Name,-12} {finding.Text}");
                faults += finding.Ok ? 0 : 1;
            }

            return faults == 0 ? Exit.Done : Exit.Failed($"{faults} of these need care.");
        });
        return command;
    }
}
