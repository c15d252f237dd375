using System.Reflection;
using System.Text.RegularExpressions;
using Analytics.Domain;

namespace Analytics.Dashboard.Tests.Localization;

/// <summary>Every text that the dashboard declares, in the three languages.</summary>
public sealed partial class TextTests
{
    // The same in every language on purpose: names, and formats without words.
    private static readonly string[] s_wordless = ["ChartText.Xlsx", "AccountText.Lede", "OverviewText.AgainstUnknown", "TrendsText.Alone", "ChartText.IntervalOf"];

    public static TheoryData<string> Names() => [.. s_texts.Keys];

    private static readonly Dictionary<string, LocalText> s_texts = typeof(Routes).Assembly.GetTypes()
        .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
        .Where(field => field.FieldType == typeof(LocalText))
        .ToDictionary(field => $"{field.DeclaringType!.Name}.{field.Name}", field => (LocalText)field.GetValue(null)!, StringComparer.Ordinal);

    [Fact]
    public void Texts_Found_AreMany() => Assert.True(s_texts.Count > 150, $"{s_texts.Count} texts found");

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

    private static SortedSet<string> PlacesOf(string text) => [.. Place().Matches(text).Select(match => match.Value)];

    [GeneratedRegex(@"\p{IsCyrillic}", RegexOptions.None, 1000)]
    private static partial Regex Cyrillic();

    [GeneratedRegex(@"\{\d\}", RegexOptions.None, 1000)]
    private static partial Regex Place();
}
