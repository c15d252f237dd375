using System.CommandLine;
using System.Globalization;

namespace Analytics.Etl.Commands;

/// <summary>The commands of <c>./analytics</c>: one file each in this folder, one line each in <see cref="All"/>.</summary>
internal static class CommandLine
{
    private static Command[] All() =>
    [
        BenchCommand.Create(),
        EncodeCommand.Create(TimeProvider.System),
        LinkCommand.Create(),
    ];

    /// <returns>The exit code: 0 done, 1 the work failed, 2 wrong usage.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var root = new RootCommand("Analytics: trafficking in persons in the Kyrgyz Republic, from source files to figures.");
        foreach (var command in All())
        {
            root.Subcommands.Add(command);
        }

        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            return Exit.Usage($"{parsed.Errors[0].Message.TrimEnd('.')}. Run ./analytics {parsed.CommandResult.Command.Name} --help to see what it takes.");
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (OperationCanceledException)
        {
            return Exit.Failed("stopped before it finished; nothing half-done was kept.");
        }
    }
}
