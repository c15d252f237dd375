using System.Reflection;
using System.Text.RegularExpressions;
using Analytics.Domain;

namespace Analytics.Dashboard.Tests.Localization;

/// <summary>Every text of the dashboard, in the three languages; a text with plural forms in each of them.</summary>
public sealed partial class TextTests
{
    // The same in every language on purpose: names, and formats without words.
    private static readonly string[] s_wordless =
    [
        "ChartText.Xlsx", "AccountText.Lede", "OverviewText.AgainstUnknown", "TrendsText.Alone", "ChartText.IntervalOf",
        "ProgrammesText.OutcomeSentenceUnknown",
    ];

    // One number for each form of a language: 1, 2, 5, and one with a decimal.
    private static readonly (decimal Number, int Decimals)[] s_numbers = [(1, 0), (2, 0), (5, 0), (1.5m, 1)];

    public static TheoryData<string> Names() => [.. s_texts.Keys];

    private static readonly Dictionary<string, LocalText> s_texts = typeof(Routes).Assembly.GetTypes()
        .Where(type => type.GetCustomAttribute<TextsAttribute>() is not null)
        .SelectMany(type => type.GetProperties(BindingFlags.Static | BindingFlags.Public))
        .SelectMany(property => Forms($"{property.DeclaringType!.Name}.{property.Name}", property.GetValue(null)!))
        .ToDictionary(form => form.Name, form => form.Text, StringComparer.Ordinal);

    [Fact]
    public void Texts_Found_AreThoseOfTheFiles() => Assert.True(s_texts.Count > 1200, $"{s_texts.Count} texts found");

    /// <summary>A text that stands in code is one that no translator finds.</summary>
    [Fact]
    public void Texts_OfTheDashboard_StandInTheFilesOnly() => Assert.DoesNotContain(
        typeof(Routes).Assembly.GetTypes().SelectMany(type =>
            type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)),
        field => field.FieldType == typeof(LocalText) || field.FieldType == typeof(PluralText));

    [Theory]
    [MemberData(nameof(Names))]
    public void Text_EveryLanguage_IsThereAndTranslated(string name)
    {
        var text = s_texts[name];
        Assert.All([text.En, text.Ru, text.Ky], words => Assert.False(string.IsNullOrWhiteSpace(words)));
        if (s_wordless.Contains(name, StringComparer.Ordinal))
        {
            return;
        }

        Assert.DoesNotMatch(Cyrillic(), text.En);
        Assert.Matches(Cyrillic(), text.Ru);
        Assert.Matches(Cyrillic(), text.Ky);
        // A loan word may be the same in Russian and Kyrgyz; a sentence may not.
        if (text.Ru.Split(' ').Length > 2)
        {
            Assert.NotEqual(text.Ru, text.Ky);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Text_Places_AreTheSameInEveryLanguage(string name)
    {
        var text = s_texts[name];
        Assert.Equal(PlacesOf(text.En), PlacesOf(text.Ru));
        Assert.Equal(PlacesOf(text.En), PlacesOf(text.Ky));
    }

    private static IEnumerable<(string Name, LocalText Text)> Forms(string name, object text) => text is PluralText plural
        ? s_numbers.Select(one => (FormattableString.Invariant($"{name} {one.Number}"), plural.For(one.Number, one.Decimals)))
        : [(name, (LocalText)text)];

    private static SortedSet<string> PlacesOf(string text) => [.. Place().Matches(text).Select(match => match.Value)];

    [GeneratedRegex(@"\p{IsCyrillic}", RegexOptions.None, 1000)]
    private static partial Regex Cyrillic();

    [GeneratedRegex(@"\{\d\}", RegexOptions.None, 1000)]
    private static partial Regex Place();
}
