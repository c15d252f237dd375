using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Analytics.Texts;

/// <summary>Finds texts that no code shows, and texts that are given more or fewer values than they have places.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TextUseAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [TextRules.Unused, TextRules.Values];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        // Pages are generated code too.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext start)
    {
        if (start.Compilation.GetTypeByMetadataName(TextsGenerator.Mark) is not { } mark)
        {
            return;
        }

        var files = start.Options.AdditionalFiles.Where(file => TextFile.AreaOf(file.Path) is not null)
            .ToDictionary(
                file => TextFile.AreaOf(file.Path)!,
                file => (file.Path, Texts: TextFile.Read(file.Path, file.GetText(start.CancellationToken)?.ToString() ?? "")),
                StringComparer.Ordinal);
        var used = new ConcurrentDictionary<(string Area, string Key), bool>();
        var owned = new ConcurrentDictionary<string, bool>(StringComparer.Ordinal);
        start.RegisterSymbolAction(
            symbol =>
            {
                if (Area(symbol.Symbol, mark) is { } area)
                {
                    owned.TryAdd(area, true);
                }
            },
            SymbolKind.NamedType);
        start.RegisterOperationAction(
            found =>
            {
                var property = ((IPropertyReferenceOperation)found.Operation).Property;
                if (property.IsStatic && Area(property.ContainingType, mark) is { } area)
                {
                    used.TryAdd((area, property.Name), true);
                    if (files.TryGetValue(area, out var file)
                        && file.Texts.Entries.FirstOrDefault(entry => entry.Key == property.Name) is { } entry)
                    {
                        CheckValues(found, entry);
                    }
                }
            },
            OperationKind.PropertyReference);
        start.RegisterCompilationEndAction(end =>
        {
            foreach (var (path, texts) in files.Where(file => owned.ContainsKey(file.Key)).Select(file => file.Value))
            {
                foreach (var entry in texts.Entries.Where(entry => !used.ContainsKey((TextFile.AreaOf(path)!, entry.Key))))
                {
                    end.ReportDiagnostic(Diagnostic.Create(TextRules.Unused, TextFile.Line(path, entry.Line), entry.Key));
                }
            }
        });
    }

    private static string? Area(ISymbol? type, INamedTypeSymbol mark) =>
        type?.GetAttributes().FirstOrDefault(one => SymbolEqualityComparer.Default.Equals(one.AttributeClass, mark)) is { } found
            ? TextClass.AreaOf(found)
            : null;

    // A text is filled by Text(text, values…) and by text.With(values…); a plural text becomes a text by For(number), or is filled by
    // Text(text, number, values…), whose number is the first value.
    private static void CheckValues(OperationAnalysisContext found, TextEntry entry)
    {
        var text = found.Operation;
        if (text.Parent is IInvocationOperation { TargetMethod.Name: "For" } form && form.Instance == text)
        {
            text = form;
        }

        var call = text.Parent switch
        {
            IInvocationOperation { TargetMethod.Name: "With" } filled when filled.Instance == text => filled,
            IArgumentOperation { Parameter.Ordinal: 0, Parent: IInvocationOperation { TargetMethod.Name: "Text" } shown } => shown,
            _ => null,
        };
        var places = TextChecks.PlacesOf(entry.English);
        if (call is null || Values(call) is not { } listed)
        {
            return;
        }

        var values = listed + (entry.IsPlural && text == found.Operation ? 1 : 0);
        if (values != (places.Count == 0 ? 0 : places.Max + 1))
        {
            found.ReportDiagnostic(Diagnostic.Create(
                TextRules.Values, text.Syntax.GetLocation(), entry.Key, places.Count == 0 ? "none" : $"{{{places.Max}}}", values));
        }
    }

    // Null where the values are given as one list, whose length only the run knows.
    private static int? Values(IInvocationOperation call) => call.Arguments[call.Arguments.Length - 1] switch
    {
        { ArgumentKind: ArgumentKind.ParamCollection, Value: ICollectionExpressionOperation list } => list.Elements.Length,
        { ArgumentKind: ArgumentKind.ParamArray, Value: IArrayCreationOperation { Initializer: { } list } } => list.ElementValues.Length,
        { Parameter.IsParams: true } => null,
        _ => 0,
    };
}
