namespace Analytics.Domain;

/// <summary>A text whose words depend on a number that stands in it, in the languages of the product.</summary>
/// <param name="En">English.</param>
/// <param name="Ru">Russian.</param>
/// <param name="Ky">Kyrgyz.</param>
public sealed record PluralText(PluralForms En, PluralForms Ru, PluralForms Ky)
{
    /// <summary>The text as it stands with a number; its places are still to be filled.</summary>
    /// <param name="number">The number that the words depend on.</param>
    /// <param name="decimals">How many decimals it is written with.</param>
    public LocalText For(decimal number, int decimals = 0) => new(
        En.In(PluralRules.Of("en", number, decimals)),
        Ru.In(PluralRules.Of("ru", number, decimals)),
        Ky.In(PluralRules.Of("ky", number, decimals)));
}

/// <summary>The forms of a text in one language, by plural category.</summary>
/// <param name="One">After 1, and what else the language counts there.</param>
/// <param name="Few">Null where the language has no such form.</param>
/// <param name="Many">Null where the language has no such form.</param>
/// <param name="Other">After any other number.</param>
public sealed record PluralForms(string One, string? Few, string? Many, string Other)
{
    /// <summary>The form of a category; that of other numbers where the language has no such form.</summary>
    public string In(PluralCategory category) => category switch
    {
        PluralCategory.One => One,
        PluralCategory.Few => Few ?? Other,
        PluralCategory.Many => Many ?? Other,
        _ => Other,
    };
}
