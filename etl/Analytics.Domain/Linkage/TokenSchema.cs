namespace Analytics.Domain.Linkage;

/// <summary>The parts of a person that can be encoded or used as salt. Order is part of the schema.</summary>
[Flags]
internal enum Parts
{
    None = 0,
    Given = 1,
    Family = 2,
    Patronymic = 4,
    BirthYear = 8,
    BirthMonthDay = 16,
    Sex = 32,
    Place = 64,
    Birth = BirthYear | BirthMonthDay,
    Names = Given | Family,
}

/// <summary>
/// One Bloom filter of a token: the q-grams of <see cref="Content"/>, hashed under a key that also depends on the values of
/// <see cref="Salt"/>. Two filters can only resemble one another when the salts are equal and the contents alike, so a filter
/// never shows how often a name occurs, only that two records share several things at once.
/// </summary>
internal sealed record FilterView(string Name, Parts Content, Parts Salt);

/// <summary>
/// Schema <c>pt1</c>: which filters a token has. Each field is visible under several salts, so that one wrong field (which
/// blinds every filter salted with it) leaves others that see.
/// </summary>
internal static class TokenSchema
{
    public const int Bits = 256;
    public const int Words = Bits / 64;

    /// <summary>Distinct bits that each filter has flipped on purpose (see <see cref="PersonEncoder"/>).</summary>
    public const int NoiseBits = 8;

    public static readonly FilterView[] Views =
    [
        new("given|birth", Parts.Given, Parts.Birth),
        new("family|birth", Parts.Family, Parts.Birth),
        new("patronymic|birth", Parts.Patronymic, Parts.Birth),
        new("names|birth", Parts.Names, Parts.Birth),
        new("given|family,year", Parts.Given, Parts.Family | Parts.BirthYear),
        new("given|family,day", Parts.Given, Parts.Family | Parts.BirthMonthDay),
        new("given|family,place", Parts.Given, Parts.Family | Parts.Place),
        new("given|family,patronymic", Parts.Given, Parts.Family | Parts.Patronymic),
        new("family|given,year", Parts.Family, Parts.Given | Parts.BirthYear),
        new("family|given,day", Parts.Family, Parts.Given | Parts.BirthMonthDay),
        new("family|given,place", Parts.Family, Parts.Given | Parts.Place),
        new("family|given,patronymic", Parts.Family, Parts.Given | Parts.Patronymic),
        new("patronymic|names", Parts.Patronymic, Parts.Names),
        new("place|names", Parts.Place, Parts.Names),
        new("place|given,birth", Parts.Place, Parts.Given | Parts.Birth),
        new("place|family,birth", Parts.Place, Parts.Family | Parts.Birth),
        new("sex|names,year", Parts.Sex, Parts.Names | Parts.BirthYear),
    ];

    /// <summary>Index of the filter that holds given and family name together, whichever column each stands in.</summary>
    public static readonly int BothNames = Array.FindIndex(Views, view => view.Content == Parts.Names);
}
