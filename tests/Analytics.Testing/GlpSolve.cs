using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Analytics.Testing;

/// <param name="Variables">Name, weight in what is maximised, and bounds.</param>
/// <param name="Rows">Terms (variable, factor) that make zero (=), at least zero (&gt;) or at most zero (&lt;).</param>
public sealed record LinearProgramme(
    IReadOnlyList<(int Name, int Weight, double Lower, double Upper)> Variables, IReadOnlyList<(IReadOnlyList<(int Name, int Factor)> Terms, char Sense)> Rows);

/// <summary>GLPK's own solver, as a process.</summary>
public static class GlpSolve
{
    // Keeps what is unbounded within sight; a solution under it is one without it as well.
    private const double Ceiling = 1e6;

    public static bool IsInstalled { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "glpsol")));

    /// <returns>The value of each variable in a solution.</returns>
    public static IReadOnlyDictionary<int, double> Solve(LinearProgramme programme)
    {
        ArgumentNullException.ThrowIfNull(programme);
        var folder = Directory.CreateTempSubdirectory("analytics-glpk-");
        try
        {
            var (input, output) = (Path.Combine(folder.FullName, "model.lp"), Path.Combine(folder.FullName, "result.txt"));
            File.WriteAllText(input, Text(programme));
            using var process = Process.Start(new ProcessStartInfo("glpsol", ["--lp", input, "-w", output, "--tmlim", "120"]) { RedirectStandardOutput = true, UseShellExecute = false })!;
            var said = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            if (!said.Contains("OPTIMAL", StringComparison.Ordinal))
            {
                throw new InvalidOperationException($"glpsol found no answer: {said[^Math.Min(said.Length, 400)..]}");
            }

            // Lines of columns: j, number, status, value, reduced cost; numbered by their first appearance, in the objective.
            return File.ReadLines(output).Where(line => line.StartsWith("j ", StringComparison.Ordinal)).Select(line => line.Split(' '))
                .ToDictionary(column => programme.Variables[int.Parse(column[1], CultureInfo.InvariantCulture) - 1].Name, column => double.Parse(column[3], CultureInfo.InvariantCulture));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Text(LinearProgramme programme)
    {
        var model = new StringBuilder("Maximize\n obj:");
        foreach (var (name, weight, _, _) in programme.Variables)
        {
            model.Append(CultureInfo.InvariantCulture, $"\n {(weight < 0 ? '-' : '+')} {Math.Abs(weight)} x{name}");
        }

        model.Append("\nSubject To\n");
        foreach (var (terms, sense) in programme.Rows)
        {
            foreach (var (name, factor) in terms)
            {
                model.Append(CultureInfo.InvariantCulture, $"\n {(factor < 0 ? '-' : '+')} {Math.Abs(factor)} x{name}");
            }

            model.Append(sense switch { '=' => " = 0\n", '>' => " >= 0\n", _ => " <= 0\n" });
        }

        model.Append("Bounds\n");
        foreach (var (name, _, lower, upper) in programme.Variables)
        {
            model.Append(CultureInfo.InvariantCulture, $" {lower} <= x{name} <= {Math.Min(upper, Ceiling)}\n");
        }

        return model.Append("End\n").ToString();
    }
}
