namespace Analytics.Domain.Linkage;

/// <summary>Places as they are compared: the phonetic form of the name without the words that say what kind of place it is.</summary>
internal static class PlaceForm
{
    private static readonly HashSet<string> s_kinds = new(StringComparer.Ordinal)
    {
        "g", "gor", "gorod", "shaary", "shaar", "s", "selo", "aiyly", "aiyl", "ail", "aiylnyi", "aimagy", "aimak", "okmotu", "ao", "obl", "oblast", "oblusu", "oblus",
        "raion", "rn", "r", "n", "rayon", "raionu", "rayonu", "city", "town", "village", "region", "district", "province", "pos", "poselok", "pgt", "viloyati", "tumani", "kyshtak",
        "kr", "kg", "kyrgyzstan", "kyrgyz", "respublikasy", "respublika", "republic",
    };

    // Names that changed by decree, so that no spelling rule can lead from one to the other.
    private static readonly Dictionary<string, string> s_renamed = new(StringComparer.Ordinal)
    {
        ["frunze"] = "bishkek", ["pishpek"] = "bishkek", ["przhevalsk"] = "karakol", ["rybache"] = "balykchy", ["leninabad"] = "khudzhand", ["leninpol"] = "bakai ata",
    };

    private static readonly string[] s_adjectives = ["skaia", "skaya", "skii", "skiy", "skoi", "skoe"];

    /// <summary>The phonetic form of a place name or code; null when the cell says nothing.</summary>
    public static string? Of(string? text)
    {
        var words = Latin.Transliterate(text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var named = words.Where(word => !s_kinds.Contains(word)).Select(Stem).ToArray();
        // A place whose whole name reads like a kind of place keeps it.
        var form = Latin.Phonetic(string.Concat(named.Length > 0 ? named : words));
        return form.Length == 0 ? null : form;
    }

    private static string Stem(string word)
    {
        var ending = Array.Find(s_adjectives, e => word.Length - e.Length >= 2 && word.EndsWith(e, StringComparison.Ordinal));
        var stem = ending is null ? word : word[..^ending.Length];
        return s_renamed.GetValueOrDefault(stem, stem);
    }
}
