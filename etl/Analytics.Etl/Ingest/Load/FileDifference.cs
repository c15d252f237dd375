using System.Text.Json;
using Analytics.Domain;
using Analytics.Etl.Ingest.Files;
using Analytics.Etl.Ingest.Parse;

namespace Analytics.Etl.Ingest.Load;

/// <param name="Column">Name in the file.</param>
/// <param name="From">Kind of content in the last loaded file.</param>
internal sealed record Retyped(string Column, string From, string To);

/// <param name="From">Name in the last loaded file.</param>
internal sealed record Renamed(string From, string To);

/// <summary>How a file differs from the last one of its source that was loaded. Names of columns and codes only, and none that the identifier check stops.</summary>
internal sealed record FileDifference(
    IReadOnlyList<string> Added, IReadOnlyList<string> Missing, IReadOnlyList<Renamed> Renamed, IReadOnlyList<Retyped> Retyped, IReadOnlyList<NewCode> NewCodes)
{
    private const int MostShown = 12;
    private const double Alike = 0.6;

    /// <param name="before">Header of the last loaded file; null when there is none.</param>
    /// <param name="kindsBefore">Kinds of its columns, by name.</param>
    public static FileDifference Between(
        IReadOnlyList<string>? before, IReadOnlyDictionary<string, string> kindsBefore, IReadOnlyList<string> now, IReadOnlyDictionary<string, string> kindsNow,
        IReadOnlyList<NewCode> codes)
    {
        if (before is null)
        {
            return new([], [], [], [], codes);
        }

        var missing = before.Index().Where(b => !Has(now, b.Item)).ToList();
        var added = now.Index().Where(n => n.Item.Length > 0 && !Has(before, n.Item)).ToList();
        var renamed = new List<Renamed>();
        foreach (var (old, candidate) in missing
            .SelectMany(m => added.Select(a => (Old: m, New: a, Score: Likeness(m, a, kindsBefore, kindsNow))))
            .Where(pair => pair.Score >= Alike)
            .OrderByDescending(pair => pair.Score)
            .Select(pair => (pair.Old, pair.New))
            .ToList())
        {
            if (missing.Contains(old) && added.Contains(candidate))
            {
                renamed.Add(new(Shown(old.Item, old.Index), Shown(candidate.Item, candidate.Index)));
                missing.Remove(old);
                added.Remove(candidate);
            }
        }

        var retyped = now.Index()
            .Select(n => (n.Index, Name: n.Item, From: KindOf(kindsBefore, n.Item), To: KindOf(kindsNow, n.Item)))
            .Where(c => c.From != c.To && IsKind(c.From) && IsKind(c.To) && !(c.From == FileShape.Number && c.To == FileShape.Whole))
            .Select(c => new Retyped(Shown(c.Name, c.Index), c.From!, c.To!));
        return new([.. added.Select(a => Shown(a.Item, a.Index))], [.. missing.Select(m => Shown(m.Item, m.Index))], renamed, [.. retyped], codes);
    }

    public bool IsNothing => Added.Count + Missing.Count + Renamed.Count + Retyped.Count + NewCodes.Count == 0;

    /// <summary>One line; empty when nothing is different.</summary>
    public LocalText Text => new(Say(t => t.En), Say(t => t.Ru), Say(t => t.Ky));

    public string ToJson() => JsonSerializer.Serialize(new
    {
        added = Added,
        missing = Missing,
        renamed = Renamed.Select(r => new { from = r.From, to = r.To }),
        retyped = Retyped.Select(r => new { column = r.Column, from = r.From, to = r.To }),
        new_codes = NewCodes.Select(c => new { column = c.Column, code = c.Code, rows = c.Rows }),
        text = new { en = Text.En, ru = Text.Ru, ky = Text.Ky },
    });

    private string Say(Func<LocalText, string> language)
    {
        List<string> parts = [];
        Add(FileDifferenceText.Missing, Missing);
        Add(FileDifferenceText.Added, Added);
        Add(FileDifferenceText.Renamed, [.. Renamed.Select(r => $"{r.From} → {r.To}")]);
        Add(FileDifferenceText.Retyped, [.. Retyped.Select(r => $"{r.Column}: {language(FileDifferenceText.Kind(r.From))} → {language(FileDifferenceText.Kind(r.To))}")]);
        Add(FileDifferenceText.NewCodes, [.. NewCodes.Select(c => $"{c.Column} '{c.Code}' ({c.Rows})")]);
        return string.Join("; ", parts);

        void Add(LocalText what, IReadOnlyList<string> items)
        {
            if (items.Count > 0)
            {
                var more = items.Count > MostShown ? $" +{items.Count - MostShown}" : "";
                parts.Add($"{language(what)}: {string.Join(", ", items.Take(MostShown))}{more}");
            }
        }
    }

    private static bool Has(IReadOnlyList<string> header, string name) => header.Any(h => HeaderName.Fold(h) == HeaderName.Fold(name));

    private static string? KindOf(IReadOnlyDictionary<string, string> kinds, string name) =>
        kinds.FirstOrDefault(k => HeaderName.Fold(k.Key) == HeaderName.Fold(name)).Value;

    private static bool IsKind(string? kind) => kind is not (null or FileShape.Empty or FileShape.Mixed);

    /// <summary>From 0 to 1: how much of the longer name both have (Levenshtein 1966), or the same place with the same kind of content.</summary>
    private static double Likeness(
        (int Index, string Item) old, (int Index, string Item) candidate, IReadOnlyDictionary<string, string> kindsBefore, IReadOnlyDictionary<string, string> kindsNow)
    {
        var (a, b) = (HeaderName.Fold(old.Item), HeaderName.Fold(candidate.Item));
        var alike = 1 - ((double)EditDistance.Of(a, b) / Math.Max(1, Math.Max(a.Length, b.Length)));
        var samePlace = old.Index == candidate.Index && KindOf(kindsBefore, old.Item) is var kind && IsKind(kind) && kind == KindOf(kindsNow, candidate.Item);
        return Math.Max(alike, samePlace ? Alike : 0);
    }

    /// <summary>A column's name, unless it looks like a value or an identifier: then its place only.</summary>
    private static string Shown(string name, int index) =>
        name.Length <= 40 && PersonalDataDetection.InHeader(name) is null && name.Count(char.IsAsciiDigit) < 5 ? name : $"#{index + 1}";
}
