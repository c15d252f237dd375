using System.Diagnostics;
using System.Globalization;
using System.Text;
using Analytics.Domain.Disclosure;

namespace Analytics.Domain.Tests.Disclosure;

/// <summary>A test that needs GLPK's <c>glpsol</c>, an outside solver; skipped aloud where it is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class GlpkFactAttribute : FactAttribute
{
    public GlpkFactAttribute()
    {
        if (!Glpk.IsInstalled)
        {
            Skip = "glpsol is not on the path; install the package glpk-utils to check the linear programmes against it.";
        }
    }
}

/// <summary>Attacks a printed table with GLPK, given only what is printed.</summary>
internal static class Glpk
{
    public static bool IsInstalled { get; } = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
        .Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, "glpsol")));

    public static (double Lower, double Upper) Interval(CountTable table, SuppressionPolicy policy, IReadOnlyList<ProtectedCell> cells, int cell) =>
        (Solve(table, policy, cells, cell, "Minimize"), Solve(table, policy, cells, cell, "Maximize"));

    private static double Solve(CountTable table, SuppressionPolicy policy, IReadOnlyList<ProtectedCell> cells, int cell, string sense)
    {
        var model = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{sense}\n obj: x{cell}\nSubject To\n");
        for (var i = 0; i < table.Cells.Count; i++)
        {
            for (var d = 0; d < table.Dimensions.Count; d++)
            {
                var parts = Enumerable.Range(0, table.Cells.Count).Where(j => IsPart(table, i, j, d)).ToArray();
                if (parts.Length > 0)
                {
                    model.Append(CultureInfo.InvariantCulture, $" x{i} - x{string.Join(" - x", parts)} = 0\n");
                }
            }
        }

        model.Append("Bounds\n");
        for (var i = 0; i < table.Cells.Count; i++)
        {
            var (lower, upper) = Enumeration.Bounds(table.Cells[i], policy, cells[i]);
            model.Append(CultureInfo.InvariantCulture, $" {lower} <= x{i}{(upper > int.MaxValue ? string.Empty : $" <= {upper}")}\n");
        }

        return Run(model.Append("End\n").ToString(), sense);
    }

    internal static bool IsPart(CountTable table, int whole, int part, int d) =>
        table.Cells[whole].Codes[d] is SpanningVariable.Total
        && table.Cells[part].Codes[d] is not SpanningVariable.Total
        && Enumerable.Range(0, table.Dimensions.Count).All(e => e == d || table.Cells[whole].Codes[e] == table.Cells[part].Codes[e]);

    private static double Run(string model, string sense)
    {
        var folder = Directory.CreateTempSubdirectory("glpk");
        try
        {
            var (input, output) = (Path.Combine(folder.FullName, "model.lp"), Path.Combine(folder.FullName, "result.txt"));
            File.WriteAllText(input, model);
            using var process = Process.Start(new ProcessStartInfo("glpsol", ["--lp", input, "-o", output]) { RedirectStandardOutput = true, UseShellExecute = false })!;
            var said = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            if (said.Contains("UNBOUNDED", StringComparison.Ordinal) || said.Contains("NO DUAL FEASIBLE", StringComparison.Ordinal))
            {
                return sense == "Maximize" ? double.PositiveInfinity : double.NegativeInfinity;
            }

            var objective = File.ReadLines(output).Single(line => line.StartsWith("Objective:", StringComparison.Ordinal));
            return double.Parse(objective.Split('=')[1].Split('(')[0], CultureInfo.InvariantCulture);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
