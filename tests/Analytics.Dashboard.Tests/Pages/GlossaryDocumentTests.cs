using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Analytics.Dashboard.Glossary;

namespace Analytics.Dashboard.Tests.Pages;

/// <summary><c>docs/glossary.md</c>: the words of the code, and those of the page Glossary.</summary>
public sealed class GlossaryDocumentTests
{
    private const string Begin = "--filter GlossaryDocument`.\n\n";
    private static readonly string s_path = Path.Combine(ProjectRoot.Path, "docs", "glossary.md");

    [Fact]
    public void WordsOfTheSite_AreThoseOfThePage()
    {
        var text = File.ReadAllText(s_path);
        var expected = text[..(text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length)] + Site();
        if (Environment.GetEnvironmentVariable("ANALYTICS_WRITE") == "1")
        {
            File.WriteAllText(s_path, expected);
        }

        Assert.Equal(expected, File.ReadAllText(s_path));
    }

    [Fact]
    public void WordsForTheSameThing_AreUsedNowhere()
    {
        var code = File.ReadAllText(s_path).Split("## Words of the site")[0];
        var words = Regex.Matches(code, @"^\|.*\| (?<not>[a-z][a-z -]+) \|$", RegexOptions.Multiline)
            .SelectMany(row => row.Groups["not"].Value.Split(',', StringSplitOptions.TrimEntries)).Where(word => word != "not").ToList();
        Assert.NotEmpty(words);
        var pattern = new Regex($@"\b({string.Join('|', words.Select(word => Regex.Escape(word).Replace("\\ ", "[ ]?", StringComparison.Ordinal)))})s?\b", RegexOptions.IgnoreCase);
        var used = new[] { "etl", "sql", "dashboard" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(ProjectRoot.Path, folder), "*", SearchOption.AllDirectories))
            .Where(file => Path.GetExtension(file) is ".cs" or ".razor" or ".sql" or ".md" or ".yml")
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "wwwroot"))
            .SelectMany(file => File.ReadLines(file).Where(line => pattern.IsMatch(line)).Select(line => $"{Path.GetRelativePath(ProjectRoot.Path, file)}: {line.Trim()}"));
        Assert.Empty(used);
    }

    private static string Site()
    {
        var text = new StringBuilder();
        foreach (var group in GlossaryTerms.Groups)
        {
            text.Append(CultureInfo.InvariantCulture, $"### {group.Name.En}\n\n| English | Russian | Kyrgyz | meaning |\n|---|---|---|---|\n");
            foreach (var term in group.Terms)
            {
                text.Append(CultureInfo.InvariantCulture, $"| {term.Name.En} | {term.Name.Ru} | {term.Name.Ky} | {term.Definition.En} |\n");
            }

            text.Append('\n');
        }

        return text.ToString().TrimEnd() + "\n";
    }
}
