namespace Analytics.Domain.Linkage;

/// <summary>Sex as registers write it in Kyrgyz, Russian, Uzbek, Tajik and English.</summary>
internal static class SexForm
{
    /// <summary><c>f</c>, <c>m</c> or null when the cell says neither.</summary>
    public static string? Of(string? text) => Latin.Transliterate(text ?? "") switch
    {
        "f" or "female" or "woman" or "girl" or "w" or "zh" or "zhen" or "zhenskii" or "zhenshchina" or "zhenshina" or "aial" or "ayal" or "aiol" or "ayol" or "zan" or "kyz" or "2" => "f",
        "m" or "male" or "man" or "boy" or "muzh" or "muzhskoi" or "muzhchina" or "erkek" or "erkak" or "mard" or "bala" or "1" => "m",
        _ => null,
    };
}
