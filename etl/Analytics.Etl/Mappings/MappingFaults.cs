using Analytics.Etl.Ingest.Files;
using YamlDotNet.RepresentationModel;

namespace Analytics.Etl.Mappings;

/// <summary>Everything that is wrong with a mapping, each fault with its line; and what its nodes hold, where that is of the right form.</summary>
internal sealed class MappingFaults
{
    private const int MostOff = 3;

    private readonly List<(long Line, string What)> _faults = [];

    /// <summary>The faults in the order of their lines.</summary>
    public IReadOnlyList<string> All => [.. _faults.OrderBy(fault => fault.Line).Select(fault => $"line {fault.Line}: {fault.What}")];

    public void Add(YamlNode node, string what) => _faults.Add((node.Start.Line, what));

    /// <summary>Adds that a word is none of those that are expected, with the one that was probably meant.</summary>
    public void AddUnknown(YamlNode node, string said, string word, IReadOnlyCollection<string> expected) =>
        Add(node, $"{said}; {(Nearest(word, expected) is { } meant ? $"did you mean '{meant}'? E" : "e")}xpected one of: {string.Join(", ", expected)}");

    public void CheckKeys(YamlMappingNode map, string[] allowed, string where)
    {
        foreach (var key in map.Children.Keys)
        {
            var name = (key as YamlScalarNode)?.Value ?? "";
            if (!allowed.Contains(name, StringComparer.Ordinal))
            {
                AddUnknown(key, $"unknown key '{where}{name}'", name, allowed);
            }
        }
    }

    public static YamlNode? Child(YamlMappingNode map, string key) => map.Children.TryGetValue(new YamlScalarNode(key), out var child) ? child : null;

    public string? Text(YamlMappingNode map, string key)
    {
        switch (Child(map, key))
        {
            case null:
                return null;
            case YamlScalarNode scalar:
                return scalar.Value;
            case var other:
                Add(other, $"{key} must be a text");
                return null;
        }
    }

    /// <summary>The whole number under a key; null with a fault where something else stands there.</summary>
    public int? Number(YamlMappingNode map, string key, Func<int, bool> fits, string expected)
    {
        if (Text(map, key) is not { } text)
        {
            return null;
        }

        if (int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number) && fits(number))
        {
            return number;
        }

        Add(Child(map, key)!, $"{key} must be {expected}");
        return null;
    }

    public List<string> Texts(YamlMappingNode map, string key) => Child(map, key) is { } node ? Scalars(node) : [];

    public List<string> Scalars(YamlNode node)
    {
        switch (node)
        {
            case YamlScalarNode scalar:
                return [scalar.Value ?? ""];
            case YamlSequenceNode sequence when sequence.Children.All(c => c is YamlScalarNode):
                return [.. sequence.Children.Select(c => ((YamlScalarNode)c).Value ?? "")];
            default:
                Add(node, "expected a text or a list of texts");
                return [];
        }
    }

    /// <summary>A pattern under a key; null with a fault where it is none of the safe kind.</summary>
    public string? Pattern(YamlMappingNode map, string key)
    {
        var pattern = Text(map, key);
        if (pattern is null || SafePattern.IsGood(pattern))
        {
            return pattern;
        }

        Add(Child(map, key)!, $"{key} must be a regular expression without look-around and back references, at most 500 characters");
        return null;
    }

    /// <summary>The word that differs least, by as many letters as slips of the hand make (Levenshtein 1966).</summary>
    private static string? Nearest(string word, IReadOnlyCollection<string> words)
    {
        var nearest = words.Select(other => (Word: other, Off: EditDistance.Of(word.ToLowerInvariant(), other))).OrderBy(pair => pair.Off).FirstOrDefault();
        return nearest.Word is not null && nearest.Off <= Math.Min(MostOff, nearest.Word.Length / 2) ? nearest.Word : null;
    }
}
