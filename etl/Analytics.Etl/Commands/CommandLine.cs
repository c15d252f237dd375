using System.CommandLine;
using System.Globalization;
using Analytics.Etl.Hosting;
using Analytics.Etl.Ingest.Parse;

namespace Analytics.Etl.Commands;

/// <summary>The commands of <c>./analytics</c>: one file each in this folder, one line each in <see cref="All"/>.</summary>
internal static class CommandLine
{
    private static Command[] All() =>
    [
        BackupCommand.Create(TimeProvider.System),
        CarryCommand.Create(TimeProvider.System),
        DemoCommand.Create(TimeProvider.System),
        DoctorCommand.Create(TimeProvider.System),
        EncodeCommand.Create(TimeProvider.System),
        EstimateCommand.Create(),
        ImportCommand.Create(TimeProvider.System),
        JobsCommand.Create(TimeProvider.System),
        LinkCommand.Create(),
        ProgrammesCommand.Create(TimeProvider.System),
        ProtectCommand.Create(),
        PublishCommand.Create(TimeProvider.System),
        RejectedCommand.Create(TimeProvider.System),
        ReplayCommand.Create(TimeProvider.System),
        RestoreCommand.Create(TimeProvider.System),
        RoundCommand.Create(TimeProvider.System),
        RunCommand.Create(TimeProvider.System),
        TemplateCommand.Create(),
        SyntheticCommand.Create(TimeProvider.System),
        TokenCommand.Create(TimeProvider.System),
        UpCommand.Create(),
    ];

    /// <param name="further">Commands that another program has beside the worker's.</param>
    /// <returns>The exit code: 0 done, 1 the work failed, 2 wrong usage.</returns>
    public static async Task<int> RunAsync(string[] args, params Command[] further)
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var root = new RootCommand("Analytics: trafficking in persons in the Kyrgyz Republic, from source files to figures.");
        root.Options.Add(DataFolder.Option);
        foreach (var command in All().Concat(further))
        {
            root.Subcommands.Add(command);
        }

        var parsed = root.Parse(args);
        if (parsed.CommandResult.Command == root && parsed.UnmatchedTokens is [var unknown, ..])
        {
            return Exit.Usage($"there is no command '{unknown}'; there are {string.Join(", ", root.Subcommands.Select(command => command.Name))}.");
        }

        if (parsed.Errors.Count > 0)
        {
            var command = string.Concat(PathOf(parsed.CommandResult.Command).Reverse().Select(name => name + " "));
            return Exit.Usage($"{parsed.Errors[0].Message.TrimEnd('.')}. Run ./analytics {command}--help to see what it takes.");
        }

        using var signals = new StopSignals();
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, signals.Token);
        }
        catch (Exception cause) when (Faults.Describe(cause) is { } what)
        {
            return Exit.Failed($"{what}.");
        }
        catch (OutOfMemoryException)
        {
            return Exit.Failed("there is not enough memory for this; give it smaller files. Nothing half-done was kept.");
        }
        catch (Exception cause)
        {
            // Its message may quote what was in a file; where it happened is what mends it.
            return Exit.Failed($"a fault of the program ({FileFault.Place(cause)}); nothing half-done was kept. Report this line.");
        }
    }

    /// <summary>The command's name and those of the commands that it is part of, without the program's own.</summary>
    private static IEnumerable<string> PathOf(Command command)
    {
        for (var part = command; part is not (null or RootCommand); part = part.Parents.OfType<Command>().FirstOrDefault())
        {
            yield return part.Name;
        }
    }
}
