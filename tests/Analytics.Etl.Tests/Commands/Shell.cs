using Analytics.Etl.Commands;

namespace Analytics.Etl.Tests.Commands;

/// <summary>Tests that read what a command prints; one at a time, for the console is one.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Shell
{
    public const string Name = "console";

    internal static Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments) => RunAsync(() => CommandLine.RunAsync(arguments));

    internal static async Task<(int Code, string Output, string Error)> RunAsync(Func<Task<int>> run)
    {
        var (output, error) = (Console.Out, Console.Error);
        using var said = new StringWriter();
        using var complained = new StringWriter();
        Console.SetOut(said);
        Console.SetError(complained);
        try
        {
            return (await run(), said.ToString(), complained.ToString());
        }
        finally
        {
            Console.SetOut(output);
            Console.SetError(error);
        }
    }
}
