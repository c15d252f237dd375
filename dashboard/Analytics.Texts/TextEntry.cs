using Analytics.Domain;

namespace Analytics.Texts;

/// <summary>A text under its key: one row, or one for each plural category.</summary>
internal sealed record TextEntry(string Key, int Line, bool IsPlural)
{
    public List<TextForm> Forms { get; } = [];

    /// <summary>The text that the others are held against.</summary>
    public string English => Forms.Select(form => form.Texts[0]).FirstOrDefault(text => text.Length > 0) ?? "";

    /// <summary>The text of a language in a category; null where no cell holds it.</summary>
    public string? In(int language, PluralCategory category) =>
        Forms.Find(form => form.Category == category)?.Texts[language] is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;

    /// <summary>A category as it stands behind a key.</summary>
    public static string Word(PluralCategory category) => category.ToString().ToLowerInvariant();
}

/// <summary>A row of a text: its line, its plural category, its texts in the order of the languages.</summary>
internal sealed record TextForm(int Line, PluralCategory Category, IReadOnlyList<string> Texts);
