using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Analytics.Texts;

/// <summary>A class that holds the texts of an area, and where it is marked so.</summary>
internal sealed record TextClass(string Area, string Namespace, string Name, string Path, TextSpan Span, LinePositionSpan Lines)
{
    public static TextClass Of(INamedTypeSymbol type, AttributeData mark)
    {
        var place = mark.ApplicationSyntaxReference!;
        return new TextClass(
            AreaOf(mark), type.ContainingNamespace.ToDisplayString(), type.Name,
            place.SyntaxTree.FilePath, place.Span, place.SyntaxTree.GetLineSpan(place.Span).Span);
    }

    public static string AreaOf(AttributeData mark) => mark.ConstructorArguments[0].Value as string ?? "";

    public Location Place() => Location.Create(Path, Span, Lines);
}
