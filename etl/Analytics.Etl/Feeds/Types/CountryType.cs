using System.Text;
using Analytics.Domain;
using Analytics.Domain.PersonalData;

namespace Analytics.Etl.Feeds.Types;

/// <summary>A country: ISO 3166-1 alpha-3 or alpha-2, or its name in English, Russian or Kyrgyz. Canonical: alpha-3.</summary>
internal sealed class CountryType : ColumnType
{
    // What stands before or behind the name of a state without changing which state it is.
    private static readonly string[] s_forms = ["республика", "респ", "республикасы", "republic of", "the"];

    private static readonly Problem s_problem = new("country", new LocalText(
        "a country: ISO 3166 code (KAZ, KZ) or name",
        "страна: код ISO 3166 (KAZ, KZ) или название",
        "өлкө: ISO 3166 коду (KAZ, KZ) же аталышы"));

    private readonly byte[][] _codes;
    private readonly Vocabulary _words = new(Vocabulary.FoldWord);

    public CountryType(IReadOnlyList<ReferenceCountry> countries)
    {
        _codes = [.. countries.Select(c => Encoding.UTF8.GetBytes(c.Iso3))];
        foreach (var (index, country) in countries.Index())
        {
            _words.Add(country.Iso3, index);
            _words.Add(country.Iso2, index);
        }

        foreach (var (index, country) in countries.Index())
        {
            foreach (var name in country.Names.Concat(Spellings.Of("country").Where(spelling => spelling.Code == country.Iso3).Select(spelling => spelling.Name)))
            {
                _words.AddIfNew(name, index);
            }
        }
    }

    public override ValueContext Context => ValueContext.Code;

    public override Problem? Write(ReadOnlySpan<byte> value, CanonicalRow row)
    {
        var word = _words.Find(value);
        if (word < 0)
        {
            word = FindName(Encoding.UTF8.GetString(value));
        }

        if (word < 0)
        {
            return s_problem;
        }

        row.Write(_codes[word]);
        return null;
    }

    /// <summary>Without a place in brackets, and without the form of the state: «Турция (Стамбул)», «Республика Казахстан».</summary>
    private int FindName(string name)
    {
        var bracket = name.IndexOf('(', StringComparison.Ordinal);
        var bare = bracket > 0 && name.EndsWith(')') ? name[..bracket].Trim() : name;
        if (Find(bare) is >= 0 and var known)
        {
            return known;
        }

        foreach (var form in s_forms)
        {
            var without = bare.StartsWith(form, StringComparison.OrdinalIgnoreCase) ? bare[form.Length..].TrimStart('.', ' ')
                : bare.EndsWith($" {form}", StringComparison.OrdinalIgnoreCase) ? bare[..^(form.Length + 1)] : "";
            if (without.Length > 0 && Find(without) is >= 0 and var found)
            {
                return found;
            }
        }

        return -1;

        int Find(string text) => _words.Find(Encoding.UTF8.GetBytes(text));
    }
}
