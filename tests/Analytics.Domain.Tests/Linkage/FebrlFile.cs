using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Analytics.Domain.Linkage;

namespace Analytics.Domain.Tests.Linkage;

/// <summary>
/// The FEBRL data set 3 (Christen 2008): 2,000 invented people and 3,000 corrupted copies. It is not part of the project; the
/// tests look for it beside the repository.
/// </summary>
internal static partial class FebrlFile
{
    public static string Path { get; } = System.IO.Path.GetFullPath(System.IO.Path.Combine(Root(), "..", "shared", "examples", "febrl3.csv"));

    /// <summary>Person number, copy number (-1 for the original) and fields.</summary>
    public static List<(string Person, int Copy, PersonFields Fields)> Read()
    {
        var lines = File.ReadAllLines(Path);
        var header = lines[0].Split(',').Select(c => c.Trim()).ToList();
        return [.. lines.Skip(1).Where(line => line.Length > 0).Select(line =>
        {
            var cells = line.Split(',').Select(c => c.Trim()).ToArray();
            var id = RecordId().Match(cells[header.IndexOf("rec_id")]);
            BirthDateReader.TryRead(Cell("date_of_birth"), DateOrder.DayMonthYear, 2026, out var birth);
            return (id.Groups["person"].Value, id.Groups["copy"].Success ? int.Parse(id.Groups["copy"].Value) : -1, new PersonFields(Cell("given_name"), Cell("surname"), null, birth, null, Cell("suburb")));

            string Cell(string column) => cells[header.IndexOf(column)];
        })];
    }

    private static string Root([CallerFilePath] string here = "")
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "Analytics.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? System.IO.Path.GetDirectoryName(here)!;
    }

    [GeneratedRegex(@"^rec-(?<person>\d+)-(?:org|dup-(?<copy>\d+))$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex RecordId();
}

/// <summary>Skips, and says so, where the FEBRL file is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class FebrlFactAttribute : FactAttribute
{
    public FebrlFactAttribute()
    {
        Skip = File.Exists(FebrlFile.Path) ? null : "febrl3.csv is not at ../shared/examples beside the repository";
    }
}
