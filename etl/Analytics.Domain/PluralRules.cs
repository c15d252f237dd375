namespace Analytics.Domain;

/// <summary>The forms of a text that numbers ask for, as Unicode CLDR names them.</summary>
public enum PluralCategory
{
    /// <summary>After 1; in Russian also after 21, 31 …</summary>
    One,

    /// <summary>In Russian after 2–4, 22–24 …</summary>
    Few,

    /// <summary>In Russian after 0, 5–20, 25–30 …</summary>
    Many,

    /// <summary>Every other number; in Russian those with decimals.</summary>
    Other,
}

/// <summary>Which form a number asks for in a language: the rules for cardinal numbers of Unicode CLDR 48.</summary>
public static class PluralRules
{
    /// <summary>The languages that have rules here, in the order of the columns of a file of texts.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["en", "ru", "ky"];

    /// <summary>The forms that a text must have in a language.</summary>
    public static IReadOnlyList<PluralCategory> CategoriesOf(string language) => language == "ru"
        ? [PluralCategory.One, PluralCategory.Few, PluralCategory.Many, PluralCategory.Other]
        : [PluralCategory.One, PluralCategory.Other];

    /// <summary>The form that a number asks for, written with so many decimals.</summary>
    /// <param name="language">Two-letter code; anything but ru and ky follows English.</param>
    /// <param name="number">Its sign changes nothing.</param>
    /// <param name="decimals">How many decimals are shown, zeros included.</param>
    public static PluralCategory Of(string language, decimal number, int decimals = 0)
    {
        var shown = Math.Round(Math.Abs(number), decimals, MidpointRounding.AwayFromZero);
        return language switch
        {
            "ru" => decimals == 0 ? Russian((int)(shown % 100)) : PluralCategory.Other,
            "ky" => shown == 1 ? PluralCategory.One : PluralCategory.Other,
            _ => shown == 1 && decimals == 0 ? PluralCategory.One : PluralCategory.Other,
        };
    }

    private static PluralCategory Russian(int hundredth) => (hundredth, hundredth % 10) switch
    {
        ( >= 11 and <= 14, _) => PluralCategory.Many,
        (_, 1) => PluralCategory.One,
        (_, >= 2 and <= 4) => PluralCategory.Few,
        _ => PluralCategory.Many,
    };
}
