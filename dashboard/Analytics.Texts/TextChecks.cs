using System.Text.RegularExpressions;
using Analytics.Domain;
using Microsoft.CodeAnalysis;

namespace Analytics.Texts;

/// <summary>What is wrong with a text, on which line.</summary>
internal sealed record TextProblem(DiagnosticDescriptor Rule, int Line, params object[] Arguments);

/// <summary>Holds a text to being there in every language, in each plural form of it, with the same places.</summary>
internal static class TextChecks
{
    private static readonly Regex s_place = new(@"\{(?<number>\d)\}", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    public static IEnumerable<TextProblem> Of(TextEntry entry) =>
        (entry.IsPlural ? Categories(entry) : Languages(entry)).Concat(Places(entry));

    /// <summary>The numbers of the places in a text.</summary>
    public static SortedSet<int> PlacesOf(string text) =>
        [.. s_place.Matches(text).Cast<Match>().Select(match => match.Groups["number"].Value[0] - '0')];

    private static IEnumerable<TextProblem> Languages(TextEntry entry) =>
        from language in Enumerable.Range(0, PluralRules.Languages.Count)
        where string.IsNullOrWhiteSpace(entry.Forms[0].Texts[language])
        select new TextProblem(TextRules.Missing, entry.Line, entry.Key, PluralRules.Languages[language]);

    private static IEnumerable<TextProblem> Categories(TextEntry entry)
    {
        for (var language = 0; language < PluralRules.Languages.Count; language++)
        {
            var code = PluralRules.Languages[language];
            var categories = PluralRules.CategoriesOf(code);
            foreach (var category in categories.Where(category => entry.In(language, category) is null))
            {
                yield return new TextProblem(
                    TextRules.Plural, Line(entry, category), entry.Key, code, $"the language needs the form '{TextEntry.Word(category)}'");
            }

            foreach (var form in entry.Forms.Where(form => !categories.Contains(form.Category) && form.Texts[language].Length > 0))
            {
                yield return new TextProblem(
                    TextRules.Plural, form.Line, entry.Key, code,
                    $"the language has no form '{TextEntry.Word(form.Category)}': leave the cell empty");
            }
        }
    }

    private static IEnumerable<TextProblem> Places(TextEntry entry)
    {
        var english = PlacesOf(entry.English);
        foreach (var form in entry.Forms)
        {
            for (var language = 0; language < form.Texts.Count; language++)
            {
                var text = form.Texts[language];
                var code = PluralRules.Languages[language];
                if (s_place.Replace(text, "").IndexOfAny(['{', '}']) >= 0)
                {
                    yield return new TextProblem(TextRules.UnknownPlace, form.Line, entry.Key, code);
                }

                var places = PlacesOf(text);
                if (!string.IsNullOrWhiteSpace(text) && !places.SetEquals(english))
                {
                    yield return new TextProblem(TextRules.Places, form.Line, entry.Key, Written(places), code, Written(english));
                }
            }
        }
    }

    private static int Line(TextEntry entry, PluralCategory category) =>
        entry.Forms.Find(form => form.Category == category)?.Line ?? entry.Line;

    private static string Written(SortedSet<int> places) =>
        places.Count == 0 ? "no places" : string.Join(", ", places.Select(place => $"{{{place}}}"));
}
