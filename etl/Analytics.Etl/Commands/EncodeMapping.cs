using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Analytics.Etl.Commands;

/// <summary>
/// How a source names its columns. A YAML file:
/// <code>
/// columns:
///   surname: family_name      # theirs: ours
///   rec_id: id
/// date_order: day_first       # or month_first; only for dates such as 03.07.1985
/// </code>
/// </summary>
internal sealed record EncodeMapping(IReadOnlyDictionary<string, string> Columns, bool MonthFirst)
{
    public static readonly string[] Fields = ["given_name", "family_name", "patronymic", "date_of_birth", "sex", "place"];

    public static readonly EncodeMapping None = new(new Dictionary<string, string>(StringComparer.Ordinal), MonthFirst: false);

    /// <summary>A full name in one column, which is taken apart before anything is encoded.</summary>
    public const string FullName = "full_name";

    /// <summary>What lists here call their columns, where no mapping says otherwise.</summary>
    private static readonly Dictionary<string, string> s_usual = new(StringComparer.Ordinal)
    {
        ["фио"] = FullName, ["ф и о"] = FullName, ["фамилия имя отчество"] = FullName, ["фамилия, имя, отчество"] = FullName, ["аты-жөнү"] = FullName, ["аты жөнү"] = FullName,
        ["full name"] = FullName,
        ["фамилия"] = "family_name", ["фамилиясы"] = "family_name", ["surname"] = "family_name", ["last name"] = "family_name", ["family name"] = "family_name",
        ["имя"] = "given_name", ["аты"] = "given_name", ["first name"] = "given_name", ["given name"] = "given_name",
        ["отчество"] = "patronymic", ["атасынын аты"] = "patronymic",
        ["дата рождения"] = "date_of_birth", ["год рождения"] = "date_of_birth", ["д р"] = "date_of_birth", ["туулган күнү"] = "date_of_birth",
        ["туулган датасы"] = "date_of_birth", ["date of birth"] = "date_of_birth", ["birth date"] = "date_of_birth",
        ["пол"] = "sex", ["жынысы"] = "sex", ["gender"] = "sex",
        ["город"] = "place", ["место жительства"] = "place", ["место проживания"] = "place", ["населённый пункт"] = "place", ["населенный пункт"] = "place", ["жашаган жери"] = "place",
        ["№"] = "id", ["№ п/п"] = "id", ["номер"] = "id",
    };

    public string Rename(string column) =>
        Columns.TryGetValue(column, out var ours) ? ours
        : s_usual.TryGetValue(column.Replace('.', ' ').Replace('_', ' ').Replace("  ", " ", StringComparison.Ordinal).Trim(), out ours) && !Columns.Values.Contains(ours, StringComparer.Ordinal) ? ours
        : column;

    /// <returns>The mapping, or null and every fault of the file in one line.</returns>
    public static EncodeMapping? Read(string path, out string fault)
    {
        if (!File.Exists(path))
        {
            fault = $"{path}: there is no such mapping file";
            return null;
        }

        YamlMappingNode root;
        try
        {
            var yaml = new YamlStream();
            using var reader = new StreamReader(path);
            yaml.Load(reader);
            root = yaml.Documents.Count == 1 && yaml.Documents[0].RootNode is YamlMappingNode map ? map : [];
        }
        catch (YamlException e)
        {
            fault = $"{Path.GetFileName(path)}: line {e.Start.Line} is not YAML";
            return null;
        }

        var faults = new List<string>();
        var columns = new Dictionary<string, string>(StringComparer.Ordinal);
        var monthFirst = false;
        foreach (var (key, value) in root.Children.Select(c => (Text(c.Key), c.Value)))
        {
            if (key is "columns" && value is YamlMappingNode pairs)
            {
                ReadColumns(pairs, columns, faults);
            }
            else if (key is "date_order" && Text(value) is "day_first" or "month_first")
            {
                monthFirst = Text(value) is "month_first";
            }
            else
            {
                faults.Add($"line {value.Start.Line}: expected 'columns:' with pairs of names or 'date_order: day_first|month_first'");
            }
        }

        if (columns.Count == 0 && faults.Count == 0)
        {
            faults.Add("no columns are named; expected 'columns:' with lines such as 'surname: family_name'");
        }

        fault = faults.Count == 0 ? "" : $"{Path.GetFileName(path)}: {string.Join("; ", faults)}";
        return faults.Count == 0 ? new EncodeMapping(columns, monthFirst) : null;
    }

    private static void ReadColumns(YamlMappingNode pairs, Dictionary<string, string> columns, List<string> faults)
    {
        foreach (var (theirs, ours) in pairs.Children.Select(c => (c.Key, c.Value)))
        {
            var (from, to) = (Text(theirs).ToLowerInvariant(), Text(ours).ToLowerInvariant());
            // Either direction is understood where only one side is a name of ours.
            (from, to) = !IsOurs(to) && IsOurs(from) ? (to, from) : (from, to);
            if (!IsOurs(to))
            {
                faults.Add($"line {theirs.Start.Line}: neither side is one of id, {FullName}, {string.Join(", ", Fields)}");
            }
            else if (from.Length == 0 || columns.ContainsValue(to) || !columns.TryAdd(from, to))
            {
                faults.Add($"line {theirs.Start.Line}: '{to}' is given twice or from nothing");
            }
        }
    }

    private static bool IsOurs(string name) => name is "id" or FullName || Fields.Contains(name, StringComparer.Ordinal);

    private static string Text(YamlNode node) => (node as YamlScalarNode)?.Value?.Trim() ?? "";
}
