using System.Text;

namespace Analytics.Domain.Linkage;

/// <summary>
/// Turns a person into a token of keyed, salted, field-wise Bloom filters (Schnell, Bachteler &amp; Reiher 2009; salting:
/// Niedermeyer et al. 2014; added noise in the manner of BLIP: Alaggan, Gambs &amp; Kermarrec 2012). Instances may be shared
/// between threads. The same person, key and schema always give the same token.
/// </summary>
public sealed class PersonEncoder
{
    // ln 2 of the filter: half of the bits are set whatever the length of the name, so that the fill tells nothing about it.
    private const int Insertions = (int)(TokenSchema.Bits * 0.693);
    private const char Between = '\u001F';
    private readonly KeyedHash[] _filterHashes;
    private readonly KeyedHash _noiseHash;
    private readonly KeyedHash _orderHash;
    private readonly int _noiseBits;
    private readonly string _round;

    public PersonEncoder(LinkageKey key)
        : this(key, TokenSchema.NoiseBits)
    {
    }

    /// <summary>With another amount of noise, to measure what noise costs; such tokens belong to no round.</summary>
    internal PersonEncoder(LinkageKey key, int noiseBits)
    {
        ArgumentNullException.ThrowIfNull(key);
        _filterHashes = [.. TokenSchema.Views.Select(view => new KeyedHash(key.Derive($"filter:{view.Name}")))];
        _noiseHash = new KeyedHash(key.Derive("noise"));
        _orderHash = new KeyedHash(key.Derive("order"));
        _noiseBits = noiseBits;
        _round = key.Fingerprint;
    }

    /// <summary>The token of a person. One that says too little for any filter gives a token that links with nothing.</summary>
    public PersonToken Encode(PersonFields person)
    {
        ArgumentNullException.ThrowIfNull(person);
        var normal = NormalPerson.From(person);
        var words = new ulong[TokenSchema.Views.Length * TokenSchema.Words];
        for (var v = 0; v < TokenSchema.Views.Length; v++)
        {
            var view = TokenSchema.Views[v];
            if (Salt(normal, view) is { } salt && Content(normal, view.Content) is { } grams)
            {
                var filter = words.AsSpan(v * TokenSchema.Words, TokenSchema.Words);
                Insert(filter, _filterHashes[v], salt, grams);
                Blur(filter, normal, v);
            }
        }

        return new PersonToken(_round, PresentParts(normal), words);
    }

    /// <summary>A place in the output that follows neither the input nor the people: rows are written in this order.</summary>
    /// <param name="id">The row's identifier.</param>
    public string ShuffleKey(string id)
    {
        Span<byte> digest = stackalloc byte[KeyedHash.Bytes];
        _orderHash.Hash(Encoding.UTF8.GetBytes(id), digest);
        return Convert.ToHexStringLower(digest);
    }

    /// <summary>The fields of a person that say something after normalisation, as a number of fields (0 to 6).</summary>
    public static int UsableFields(PersonFields person)
    {
        var parts = PresentParts(NormalPerson.From(person));
        return System.Numerics.BitOperations.PopCount((uint)(parts & ~Parts.Birth)) + ((parts & Parts.Birth) != Parts.None ? 1 : 0);
    }

    private static Parts PresentParts(NormalPerson person) =>
        (person.Given is null ? Parts.None : Parts.Given)
        | (person.Family is null ? Parts.None : Parts.Family)
        | (person.Patronymic is null ? Parts.None : Parts.Patronymic)
        | (person.Birth.Year is null ? Parts.None : Parts.BirthYear)
        | (person.Birth.MonthDay is null ? Parts.None : Parts.BirthMonthDay)
        | (person.Sex is null ? Parts.None : Parts.Sex)
        | (person.Place is null ? Parts.None : Parts.Place);

    private static void Insert(Span<ulong> filter, KeyedHash hash, string salt, List<string> grams)
    {
        // Every name sets about the same number of bits: few q-grams, more hash functions.
        var hashes = Math.Max(1, (int)Math.Round((double)Insertions / grams.Count));
        Span<byte> digest = stackalloc byte[KeyedHash.Bytes];
        foreach (var gram in grams)
        {
            for (var done = 0; done < hashes; done++)
            {
                if (done % digest.Length == 0)
                {
                    hash.Hash(Encoding.UTF8.GetBytes($"{salt}{Between}{gram}{Between}{done / digest.Length}"), digest);
                }

                // Independent hash functions, not double hashing, whose regularity has been attacked (Kroll & Steinmetzer 2015).
                var bit = digest[done % digest.Length];
                filter[bit >> 6] |= 1UL << bit;
            }
        }
    }

    /// <summary>Flips a fixed number of bits at places that depend on the key and on the whole person: equal names of two people no longer look equal.</summary>
    private void Blur(Span<ulong> filter, NormalPerson person, int view)
    {
        var (year, month, day) = person.Birth;
        var whole = string.Join(Between, view, person.Given, person.Family, person.Patronymic, year, month, day, person.Sex, person.Place);
        Span<byte> digest = stackalloc byte[KeyedHash.Bytes];
        _noiseHash.Hash(Encoding.UTF8.GetBytes(whole), digest);
        for (var i = 0; i < _noiseBits; i++)
        {
            filter[digest[i] >> 6] ^= 1UL << digest[i];
        }
    }

    private static List<string>? Content(NormalPerson person, Parts content) => content switch
    {
        Parts.Given => Grams(person.Given),
        Parts.Family => Grams(person.Family),
        Parts.Patronymic => Grams(person.Patronymic),
        Parts.Place => Grams(person.Place),
        Parts.Sex => person.Sex is null ? null : [person.Sex],
        Parts.Names => person.Given is null || person.Family is null ? null : [.. Grams(person.Given)!.Union(Grams(person.Family)!, StringComparer.Ordinal)],
        _ => throw new ArgumentOutOfRangeException(nameof(content), content, "no such content in the schema"),
    };

    /// <summary>The values that salt a filter, in a spelling-proof form; null when one is unknown, and then the filter stays empty.</summary>
    private static string? Salt(NormalPerson person, FilterView view)
    {
        var salt = view.Salt;
        var values = new List<string?>(4);
        if (view.Twin >= 0 && string.Equals(Bones(person.Given), Bones(person.Family), StringComparison.Ordinal))
        {
            // Twins of a person whose names are alike (Асан Асанов) would be alike themselves and tell so.
            values.Add(view.Salt.ToString());
        }

        if ((salt & Parts.Names) == Parts.Names)
        {
            // Either order: names written in each other's column still meet.
            var (given, family) = (Bones(person.Given), Bones(person.Family));
            var inOrder = string.CompareOrdinal(given, family) <= 0;
            values.AddRange(inOrder ? [given, family] : [family, given]);
        }
        else
        {
            AddIf(Parts.Given, Bones(person.Given));
            AddIf(Parts.Family, Bones(person.Family));
        }

        AddIf(Parts.Patronymic, Bones(person.Patronymic));
        AddIf(Parts.BirthYear, person.Birth.Year?.ToString(System.Globalization.CultureInfo.InvariantCulture));
        AddIf(Parts.BirthMonthDay, person.Birth.MonthDay);
        AddIf(Parts.Place, Bones(person.Place));
        return values.Contains(null) ? null : string.Join(Between, values);

        void AddIf(Parts part, string? value)
        {
            if ((salt & part) == part)
            {
                values.Add(value);
            }
        }
    }

    private static string? Bones(string? phonetic) => phonetic is null ? null : Latin.Skeleton(phonetic);

    /// <summary>
    /// Letters (each repeat counted apart) and letter pairs. There is no padding: marks at the edges of a word are the most
    /// frequent pairs of all and the first that an intruder finds.
    /// </summary>
    private static List<string>? Grams(string? form)
    {
        if (form is null)
        {
            return null;
        }

        var grams = new List<string>(form.Length * 2);
        for (var i = 0; i < form.Length; i++)
        {
            grams.Add($"{form[i]}{form[..i].Count(c => c == form[i])}");
            if (i + 1 < form.Length)
            {
                grams.Add(form.Substring(i, 2));
            }
        }

        return [.. grams.Distinct(StringComparer.Ordinal)];
    }
}
