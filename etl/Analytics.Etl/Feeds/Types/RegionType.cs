using System.Text;
using Analytics.Domain;
using Analytics.Domain.PersonalData;

namespace Analytics.Etl.Feeds.Types;

/// <summary>
/// A territory of the Kyrgyz Republic: SOATE code (14 digits, or the first 5 or 8 of them), ISO 3166-2, or a name in English, Russian
/// or Kyrgyz, with or without its kind (область, район, город …). Canonical: the 14-digit SOATE code.
/// </summary>
internal sealed class RegionType : ColumnType
{
    private static readonly string[] s_kinds =
    [
        "область", "обл", "облусу", "облус", "областы", "oblast", "region", "province", "город", "гор", "г", "шаары", "шаар", "ш", "city", "town",
        "район", "районы", "району", "рн", "district", "raion", "rayon",
    ];

    private static readonly Problem s_problem = new("region", new LocalText(
        "a region: SOATE code, ISO 3166-2 code or name (for Osh say whether the city or the region)",
        "регион: код СОАТЕ, код ISO 3166-2 или название (для Оша укажите: город или область)",
        "аймак: СОАТЕ коду, ISO 3166-2 коду же аталышы (Ош үчүн шаарбы же облуспу, көрсөтүңүз)"));

    private const int RegionDigits = 5;

    private readonly byte[][] _soates;
    private readonly string[] _within;
    private readonly Vocabulary _words = new(Vocabulary.FoldWord);

    public RegionType(IReadOnlyList<ReferenceRegion> regions)
    {
        _soates = [.. regions.Select(r => Encoding.UTF8.GetBytes(r.Soate))];
        foreach (var (index, region) in regions.Index())
        {
            _words.Add(region.Soate, index);
            if (region.Iso is { Length: > 0 } iso)
            {
                _words.Add(iso, index);
            }

            foreach (var name in region.Names)
            {
                _words.Add(name, index);
            }
        }

        foreach (var length in (int[])[5, 8])
        {
            // The unit whose code is the prefix and zeros goes before the towns inside it.
            foreach (var (index, region) in regions.Index().Where(r => r.Item.Level == (length == 5 ? 1 : 2)).OrderBy(r => r.Item.Soate, StringComparer.Ordinal))
            {
                _words.AddIfNew(region.Soate[..length], index);
            }
        }

        AddStems(regions);
        foreach (var (soate, name) in Spellings.Of("region"))
        {
            _words.AddIfNew(name, regions.Index().First(region => region.Item.Soate == soate).Index);
        }

        _within = [.. regions.Select(region => region.Level > 1 ? region.Soate[..RegionDigits] : "")];
    }

    public override ValueContext Context => ValueContext.Code;

    public override Problem? Write(ReadOnlySpan<byte> value, CanonicalRow row)
    {
        var word = _words.Find(value);
        if (word < 0)
        {
            word = FindPath(value);
        }

        if (word < 0)
        {
            return s_problem;
        }

        row.Write(_soates[word]);
        return null;
    }

    /// <summary>«Баткенская обл., Лейлекский р-н»: the smaller unit, where it lies in the larger one.</summary>
    private int FindPath(ReadOnlySpan<byte> value)
    {
        if (value.Count((byte)',') != 1)
        {
            return -1;
        }

        var comma = value.IndexOf((byte)',');
        var (one, other) = (_words.Find(value[..comma].Trim((byte)' ')), _words.Find(value[(comma + 1)..].Trim((byte)' ')));
        return one < 0 || other < 0 ? -1 : IsWithin(other, one) ? other : IsWithin(one, other) ? one : -1;

        bool IsWithin(int part, int whole) => _within[part].Length > 0 && _within[whole].Length == 0 && Encoding.UTF8.GetString(_soates[whole].AsSpan(0, RegionDigits)) == _within[part];
    }

    /// <summary>A name without its kind stands for the unit of the highest level that has it, if one has: Naryn is the region; Osh, region and city both, is neither.</summary>
    private void AddStems(IReadOnlyList<ReferenceRegion> regions)
    {
        foreach (var stem in regions.Index()
            .SelectMany(r => r.Item.Names.SelectMany(Stems).Select(s => (Stem: s, r.Index, r.Item.Level)))
            .GroupBy(s => Vocabulary.FoldWord(s.Stem), StringComparer.Ordinal))
        {
            var highest = stem.Min(s => s.Level);
            if (stem.Where(s => s.Level == highest).Select(s => s.Index).Distinct().ToList() is [var only])
            {
                _words.AddIfNew(stem.Key, only);
            }
        }
    }

    private static IEnumerable<string> Stems(string name)
    {
        var words = name.Split([' ', '.'], StringSplitOptions.RemoveEmptyEntries);
        var kept = words.Where(w => !s_kinds.Contains(w.ToLowerInvariant())).ToList();
        if (kept.Count == words.Length || kept.Count == 0)
        {
            yield break;
        }

        var stem = string.Join(' ', kept);
        yield return stem;
        var isRegion = words.Any(w => w.ToLowerInvariant() is "область" or "облусу" or "region");
        var isCity = words.Any(w => w.ToLowerInvariant() is "город" or "шаары" or "city");
        foreach (var kind in isRegion ? ["обл", "oblast", "province", "облус", "областы"] : isCity ? ["г", "гор", "шаар", "ш", "town"] : (string[])["рн", "район", "raion"])
        {
            yield return $"{stem} {kind}";
            yield return $"{kind} {stem}";
        }
    }
}
