using System.Diagnostics;
using Analytics.Etl.Commands;

namespace Analytics.Etl.Tests.Demo;

/// <summary>The command as a user runs it: the real program, its exit code and what it prints.</summary>
public sealed class DemoCommandTests : IDisposable
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"analytics-demo-{Guid.NewGuid():N}");

    public void Dispose()
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Demo_EmptyFolder_WritesAndSumsUp()
    {
        var (code, output, errors) = Run("demo", folder, "--years", "2019-2020", "--contacts", "600", "--seed", "9");

        Assert.Equal((0, ""), (code, errors));
        Assert.Matches(@"Done: \d+ files, \d+ rows\.", output);
        Assert.Contains("assisted-2018-2020", output, StringComparison.Ordinal);
        Assert.Contains("not reproduced", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--years", "2018")]
    [InlineData("--years", "2020-2018")]
    [InlineData("--years", "2018-2199")]
    [InlineData("--years", "1980-2018")]
    [InlineData("--years", "a-b")]
    [InlineData("--contacts", "0")]
    [InlineData("--contacts", "-5")]
    [InlineData("--contacts", "many")]
    [InlineData("--contacts", "9999999999")]
    [InlineData("--seed", "x")]
    [InlineData("--seed", "1.5")]
    public void Demo_BadOption_IsOneLineAndExit2(string option, string value)
    {
        var (code, output, errors) = Run("demo", folder, $"{option}={value}");

        Assert.Equal((2, ""), (code, output));
        Assert.Contains(option, errors, StringComparison.Ordinal);
        Assert.Single(errors.TrimEnd('\n').Split('\n'));
        Assert.False(Directory.Exists(folder));
    }

    [Fact]
    public void Demo_NoNameForTheFolder_IsOneLineAndExit2()
    {
        var (code, output, errors) = Run("demo", "");

        Assert.Equal((2, ""), (code, output));
        Assert.Single(errors.TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public void Demo_FolderOfSomebodyElse_IsOneLineAndExit1AndNothingWritten()
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "thesis.doc"), "mine");

        var (code, output, errors) = Run("demo", folder);

        Assert.Equal((1, ""), (code, output));
        Assert.Contains("thesis.doc", errors, StringComparison.Ordinal);
        Assert.Single(errors.TrimEnd('\n').Split('\n'));
        Assert.Single(Directory.GetFileSystemEntries(folder));
    }

    [Fact]
    public void Demo_FolderThatCannotBeMade_IsOneLineAndExit1()
    {
        File.WriteAllText(folder, "a file");
        try
        {
            var (code, _, errors) = Run("demo", Path.Combine(folder, "below"));

            Assert.Equal(1, code);
            Assert.Single(errors.TrimEnd('\n').Split('\n'));
        }
        finally
        {
            File.Delete(folder);
        }
    }

    private static (int Code, string Output, string Errors) Run(params string[] arguments)
    {
        using var program = Process.Start(new ProcessStartInfo("dotnet", [typeof(CommandLine).Assembly.Location, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        })!;
        var errors = program.StandardError.ReadToEndAsync();
        var output = program.StandardOutput.ReadToEnd();
        program.WaitForExit();
        return (program.ExitCode, output, errors.GetAwaiter().GetResult());
    }
}
