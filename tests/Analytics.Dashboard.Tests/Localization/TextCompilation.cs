extern alias texts;

using System.Collections.Immutable;
using System.Globalization;
using Analytics.Domain;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using texts::Analytics.Texts;

namespace Analytics.Dashboard.Tests.Localization;

/// <summary>Compiles a class with its file of texts in memory, as the build does.</summary>
internal static class TextCompilation
{
    public const string Header = "key,en,ru,ky,note\n";

    private static readonly CSharpParseOptions s_options = new(LanguageVersion.Latest);

    private static readonly ImmutableArray<MetadataReference> s_references =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is var name
                && (name.StartsWith("System.", StringComparison.Ordinal) || name == "Analytics.Domain.dll"))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>What the build says: line of the file of texts (0 for the code), rule and message.</summary>
    public static async Task<IReadOnlyList<string>> ProblemsAsync(string code, params (string Area, string Csv)[] files) =>
        [.. (await DiagnosticsAsync(code, files)).Select(Written).Order(StringComparer.Ordinal)];

    /// <summary>The generated code of a class.</summary>
    public static string Source(string code, string area, string csv)
    {
        var driver = Driver([new TextFileInMemory(area, csv)]).RunGenerators(Compile(code));
        return driver.GetRunResult().GeneratedTrees.Single().ToString();
    }

    private static async Task<IEnumerable<Diagnostic>> DiagnosticsAsync(string code, (string Area, string Csv)[] files)
    {
        ImmutableArray<AdditionalText> texts = [.. files.Select(file => new TextFileInMemory(file.Area, file.Csv))];
        Driver(texts).RunGeneratorsAndUpdateCompilation(Compile(code), out var compilation, out var generated);
        var analyzed = await compilation.WithAnalyzers([new TextUseAnalyzer()], new AnalyzerOptions(texts)).GetAnalyzerDiagnosticsAsync();
        return generated.Concat(analyzed).Concat(compilation.GetDiagnostics().Where(one => one.Severity == DiagnosticSeverity.Error));
    }

    private static CSharpCompilation Compile(string code) => CSharpCompilation.Create(
        "compiled", [CSharpSyntaxTree.ParseText("using Analytics.Domain;\nnamespace Compiled;\n" + code, s_options)], s_references,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    private static CSharpGeneratorDriver Driver(ImmutableArray<AdditionalText> files) =>
        CSharpGeneratorDriver.Create([new TextsGenerator().AsSourceGenerator()], files, s_options);

    private static string Written(Diagnostic one)
    {
        Assert.Equal(DiagnosticSeverity.Error, one.Severity);
        var place = one.Location.GetLineSpan();
        var line = place.Path.EndsWith(".csv", StringComparison.Ordinal) ? place.StartLinePosition.Line + 1 : 0;
        return $"{line} {one.Id} {one.GetMessage(CultureInfo.InvariantCulture)}";
    }

    private sealed class TextFileInMemory(string area, string csv) : AdditionalText
    {
        public override string Path => $"/repository/texts/{area}.csv";

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(csv);
    }
}
