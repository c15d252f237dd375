using System.Reflection;
using Analytics.Database;
using CsvHelper;

namespace Analytics.Etl.Feeds.Types;

/// <summary>
/// Further spellings of codes, countries and regions that people use, beside their names in the reference data; and what stands for "nothing
/// is known" in any column.
/// </summary>
internal static class Spellings
{
    private static readonly ILookup<string, (string Code, string Name)> s_lists = Read().ToLookup(row => row.List, row => (row.Code, row.Spelling), StringComparer.Ordinal);

    private static readonly HashSet<string> s_noAnswer =
    [
        .. ((string[])[
            "n/a", "not stated", "not known", "no data", "unknown", "н/д", "нет данных", "нет сведений", "не указан", "не указана", "не указано", "не установлен", "не установлено",
            "неизв", "неизвестно", "неизвестен", "неизвестна", "белгисиз", "маалымат жок", "көрсөтүлгөн эмес",
        ]).Select(Vocabulary.FoldWord),
    ];

    /// <returns>Code and spelling; none for a list without further spellings.</returns>
    public static IEnumerable<(string Code, string Name)> Of(string list) => s_lists[list];

    /// <summary>Whether a value says in words, or by dashes or dots alone, that nothing is known.</summary>
    public static bool IsNoAnswer(string value) => s_noAnswer.Contains(Vocabulary.FoldWord(value)) || IsMarks(value, "-–—―−….");

    /// <returns>Whether a tick, cross or box says yes (true) or no (false); null where the value is no such mark.</returns>
    public static bool? Tick(string value) => value switch
    {
        "✓" or "✔" or "√" or "☑" or "☒" or "✗" or "✘" or "×" or "+" => true,
        "☐" or "□" => false,
        _ => null,
    };

    private static bool IsMarks(string value, string marks) => value.Length > 0 && value.AsSpan().Trim().IndexOfAnyExcept(marks) < 0;

    private static List<(string List, string Code, string Spelling)> Read()
    {
        using var reader = CsvReader.Create(SqlText.Open(Assembly.GetExecutingAssembly(), "Feeds/Types/spellings.csv"), CsvReaderOptions.Default, leaveOpen: false);
        List<(string, string, string)> rows = [];
        while (reader.Read())
        {
            rows.Add((reader.GetString(0), reader.GetString(1), reader.GetString(2)));
        }

        return rows;
    }
}
