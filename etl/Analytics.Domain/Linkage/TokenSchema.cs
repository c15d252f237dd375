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
/// <param name="Twin">Index of the filter with given and family name exchanged, hashed under the same key; -1 if there is none.</param>
internal sealed record FilterView(string Name, Parts Content, Parts Salt, int Twin = -1);

/// <summary>
/// Schema <c>pt1</c>: which filters a token has. Each field is visible under several salts, so that one wrong field (which
/// blinds every filter salted with it) leaves others that see.
/// </summary>
internal static class TokenSchema
{
    public const int Bits = 256;
    public const int Words = Bits / 64;

    /// <summary>Bits that each filter has flipped on purpose (see <see cref="PersonEncoder"/>).</summary>
    public const int NoiseBits = 8;

    public static readonly FilterView[] Views =
    [
        new("given|birth", Parts.Given, Parts.Birth),
        new("family|birth", Parts.Family, Parts.Birth),
        new("names|birth", Parts.Names, Parts.Birth),
        new("patronymic|birth", Parts.Patronymic, Parts.Birth),
        new("patronymic|names", Parts.Patronymic, Parts.Names),
        new("place|names", Parts.Place, Parts.Names),
        new("sex|names,year", Parts.Sex, Parts.Names | Parts.BirthYear),
        .. Twins(7, "name|name,year", Parts.Given, Parts.Family, Parts.BirthYear),
        .. Twins(9, "name|name,day", Parts.Given, Parts.Family, Parts.BirthMonthDay),
        .. Twins(11, "name|name,place", Parts.Given, Parts.Family, Parts.Place),
        .. Twins(13, "name|name,patronymic", Parts.Given, Parts.Family, Parts.Patronymic),
        new("place|name,birth", Parts.Place, Parts.Given | Parts.Birth, Twin: 16),
        new("place|name,birth", Parts.Place, Parts.Family | Parts.Birth, Twin: 15),
    ];

    /// <summary>Index of the filter that holds given and family name together, whichever column each stands in.</summary>
    public static readonly int BothNames = Array.FindIndex(Views, view => view.Content == Parts.Names);

    /// <summary>
    /// Filters to compare: each with itself, and each with its twin, where a name that slipped into the other column shows.
    /// </summary>
    public static readonly (int Left, int Right)[] Comparisons =
    [
        .. Views.Select((_, at) => (at, at)),
        .. Views.Select((view, at) => (at, view.Twin)).Where(pair => pair.Twin >= 0),
    ];

    private static FilterView[] Twins(int at, string name, Parts one, Parts other, Parts salt) =>
        [new(name, one, other | salt, Twin: at + 1), new(name, other, one | salt, Twin: at)];
}
