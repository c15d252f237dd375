using Analytics.Domain;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Analytics.Texts;

/// <summary>A file <c>texts/&lt;area&gt;.csv</c>: the texts of one class.</summary>
internal sealed class TextFile
{
    private static readonly string[] s_cells = ["key", .. PluralRules.Languages, "note"];
    private static readonly string s_header = string.Join(",", s_cells);

    private readonly string _path;
    private readonly List<TextEntry> _entries = [];
    private readonly List<Diagnostic> _problems = [];

    private TextFile(string path) => _path = path;

    public IReadOnlyList<TextEntry> Entries => _entries;

    public IReadOnlyList<Diagnostic> Problems => _problems;

    /// <summary>The area that a path names; null where it is no file of texts.</summary>
    public static string? AreaOf(string path) =>
        Path.GetFileName(Path.GetDirectoryName(path)) == "texts" && Path.GetExtension(path) == ".csv"
            ? Path.GetFileNameWithoutExtension(path)
            : null;

    public static TextFile Read(string path, string text)
    {
        var file = new TextFile(path);
        var records = CsvRecords.Read(text).ToList();
        if (records.Count == 0 || !records[0].Cells.SequenceEqual(s_cells, StringComparer.Ordinal))
        {
            file.Report(TextRules.Malformed, records.Count == 0 ? 1 : records[0].Line, $"the first line must be {s_header}");
            return file;
        }

        foreach (var record in records.Skip(1))
        {
            file.Add(record);
        }

        foreach (var entry in file._entries)
        {
            foreach (var problem in TextChecks.Of(entry))
            {
                file.Report(problem.Rule, problem.Line, problem.Arguments);
            }
        }

        return file;
    }

    /// <summary>The place of a line of a file.</summary>
    public static Location Line(string path, int line)
    {
        var position = new LinePosition(line - 1, 0);
        return Location.Create(path, default, new LinePositionSpan(position, position));
    }

    private void Add(CsvRecord record)
    {
        if (record.Problem is not null || record.Cells.Count != s_cells.Length)
        {
            var problem = record.Problem ?? $"{record.Cells.Count} cells where {s_cells.Length} are expected: {s_header}";
            Report(TextRules.Malformed, record.Line, problem);
            return;
        }

        var parts = record.Cells[0].Split('.');
        PluralCategory category = default;
        if (!IsName(parts[0]) || parts.Length > 2 || (parts.Length == 2 && !TryCategory(parts[1], out category)))
        {
            Report(TextRules.NoName, record.Line, record.Cells[0]);
            return;
        }

        var entry = _entries.Find(one => one.Key == parts[0]);
        if (entry is null)
        {
            _entries.Add(entry = new TextEntry(parts[0], record.Line, IsPlural: parts.Length == 2));
        }
        else if (!entry.IsPlural || parts.Length == 1 || entry.Forms.Exists(form => form.Category == category))
        {
            Report(TextRules.Duplicate, record.Line, record.Cells[0], entry.Line);
            return;
        }

        entry.Forms.Add(new TextForm(record.Line, category, [.. record.Cells.Skip(1).Take(PluralRules.Languages.Count)]));
    }

    private static bool IsName(string key) =>
        key.Length > 0 && key[0] is >= 'A' and <= 'Z'
        && key.All(letter => letter is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= '0' and <= '9'));

    private static bool TryCategory(string word, out PluralCategory category) =>
        Enum.TryParse(word, ignoreCase: true, out category) && word == TextEntry.Word(category);

    private void Report(DiagnosticDescriptor rule, int line, params object[] arguments) =>
        _problems.Add(Diagnostic.Create(rule, Line(_path, line), arguments));
}
