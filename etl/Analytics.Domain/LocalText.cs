namespace Analytics.Domain;

/// <summary>A text that a reader sees, in the three languages of the product. A missing language does not compile.</summary>
/// <param name="En">English.</param>
/// <param name="Ru">Russian.</param>
/// <param name="Ky">Kyrgyz.</param>
public readonly record struct LocalText(string En, string Ru, string Ky)
{
    /// <summary>The languages, as the two-letter codes of ISO 639-1, in the order of the constructor.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["en", "ru", "ky"];

    /// <summary>The same text in every language: codes, figures, names that are not translated.</summary>
    public static LocalText Same(string text) => new(text, text, text);

    /// <param name="language">Two-letter code; anything but ru and ky gives English.</param>
    public string In(string language) => language switch
    {
        "ru" => Ru,
        "ky" => Ky,
        _ => En,
    };

    /// <summary>Fills <c>{0}</c>, <c>{1}</c> … in every language. Arguments must already be in the reader's form.</summary>
    public LocalText With(params object[] arguments) => new(Format(En, arguments), Format(Ru, arguments), Format(Ky, arguments));

    private static string Format(string text, object[] arguments) => string.Format(System.Globalization.CultureInfo.InvariantCulture, text, arguments);
}
