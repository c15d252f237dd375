using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Analytics.Texts;

/// <summary>Gives each class marked <c>[Texts("area")]</c> one member for each text of <c>texts/area.csv</c>.</summary>
[Generator]
public sealed class TextsGenerator : IIncrementalGenerator
{
    /// <summary>The mark of a class of texts.</summary>
    internal const string Mark = "Analytics.Domain.TextsAttribute";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var files = context.AdditionalTextsProvider
            .Where(file => TextFile.AreaOf(file.Path) is not null)
            .Select((file, token) => (file.Path, Text: file.GetText(token)?.ToString() ?? ""))
            .Collect();
        var classes = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                Mark, (_, _) => true, (found, _) => TextClass.Of((INamedTypeSymbol)found.TargetSymbol, found.Attributes[0]))
            .Collect();
        context.RegisterSourceOutput(files.Combine(classes), (output, all) => Write(output, all.Left, all.Right));
    }

    private static void Write(
        SourceProductionContext output, ImmutableArray<(string Path, string Text)> files, ImmutableArray<TextClass> classes)
    {
        foreach (var one in classes)
        {
            if (classes.First(other => other.Area == one.Area) is var first && first != one)
            {
                output.ReportDiagnostic(Diagnostic.Create(TextRules.SharedFile, one.Place(), one.Area, first.Name));
            }
            else if (!files.Any(file => TextFile.AreaOf(file.Path) == one.Area))
            {
                output.ReportDiagnostic(Diagnostic.Create(TextRules.NoFile, one.Place(), one.Area, one.Name));
            }
        }

        foreach (var (path, text) in files)
        {
            var file = TextFile.Read(path, text);
            foreach (var problem in file.Problems)
            {
                output.ReportDiagnostic(problem);
            }

            var area = TextFile.AreaOf(path);
            if (classes.FirstOrDefault(one => one.Area == area) is { } owner)
            {
                output.AddSource($"{owner.Namespace}.{owner.Name}.g.cs", TextsSource.Of(owner, file.Entries));
            }
            else
            {
                output.ReportDiagnostic(Diagnostic.Create(TextRules.NoClass, TextFile.Line(path, 1), area));
            }
        }
    }
}
