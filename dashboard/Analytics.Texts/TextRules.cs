using Microsoft.CodeAnalysis;

namespace Analytics.Texts;

/// <summary>What the build refuses in the files of texts.</summary>
internal static class TextRules
{
    public static readonly DiagnosticDescriptor Malformed = Rule(
        1, "Malformed row of texts", "{0}");
    public static readonly DiagnosticDescriptor Missing = Rule(
        2, "Text without a language", "'{0}' has no text in '{1}'");
    public static readonly DiagnosticDescriptor Duplicate = Rule(
        3, "Key given twice", "'{0}' stands in line {1} already: give each text a key of its own");
    public static readonly DiagnosticDescriptor NoName = Rule(
        4, "Key that is no name", "'{0}' is no key: write a capital letter, then letters and digits, and after a dot the plural category");
    public static readonly DiagnosticDescriptor Places = Rule(
        5, "Places of a text differ", "'{0}' has {1} in '{2}', where English has {3}");
    public static readonly DiagnosticDescriptor UnknownPlace = Rule(
        6, "Unknown place in a text", "'{0}' has a brace in '{1}' that is no place: places are {{0}} to {{9}}");
    public static readonly DiagnosticDescriptor Plural = Rule(
        7, "Plural forms do not fit the language", "'{0}' in '{1}': {2}");
    public static readonly DiagnosticDescriptor NoClass = Rule(
        8, "Texts without a class", "no class is marked [Texts(\"{0}\")]: add it, or remove the file");
    public static readonly DiagnosticDescriptor NoFile = Rule(
        9, "Class without texts", "texts/{0}.csv is not there: add it, or remove the mark from '{1}'");
    public static readonly DiagnosticDescriptor SharedFile = Rule(
        10, "Texts with two classes", "[Texts(\"{0}\")] stands on '{1}' too: one class has the file");
    public static readonly DiagnosticDescriptor Unused = Rule(
        11, "Text that nothing shows", "no code uses '{0}': remove the row", WellKnownDiagnosticTags.CompilationEnd);
    public static readonly DiagnosticDescriptor Values = Rule(
        12, "Text with other values than places", "'{0}' has places up to {1} and is given {2} values");

    private static DiagnosticDescriptor Rule(int number, string title, string message, params string[] tags) =>
        new($"TEXT{number:000}", title, message, "Texts", DiagnosticSeverity.Error, isEnabledByDefault: true, customTags: tags);
}
