namespace Analytics.Etl.Commands;

/// <summary>How a command ends. An error is one line on stderr that says what happened and what to do.</summary>
internal static class Exit
{
    public const int Done = 0;

    /// <summary>The work failed.</summary>
    public static int Failed(string line) => Say(line, 1);

    /// <summary>The command was called in a way it does not understand.</summary>
    public static int Usage(string line) => Say(line, 2);

    private static int Say(string line, int code)
    {
        Console.Error.WriteLine($"analytics: {line.ReplaceLineEndings(" ")}");
        return code;
    }
}
