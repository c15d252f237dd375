using Analytics.Domain.Linkage;
using Analytics.Etl.Feeds.Types;

namespace Analytics.Etl.Commands;

/// <summary>One record of a list with names, in memory only.</summary>
internal sealed record Person(long Line, string Id, PersonFields Fields, bool DateRead);

/// <summary>Takes the identifying fields out of a list.</summary>
internal sealed class PeopleReader(ListFile list, EncodeMapping mapping, int thisYear)
{
    private static readonly string[] s_descent = ["уулу", "кызы", "uulu", "kyzy", "оглы", "кизи", "угли"];

    private static readonly HashSet<string> s_none = new(StringComparer.Ordinal) { "x", "xx", "xxx", "х", "хх", "ххх", "аноним", "анонимно", "без имени", "anonymous", "no name", "нет", "жок" };

    public List<Person> ReadAll()
    {
        var order = mapping.MonthFirst ? DateOrder.MonthDayYear : DateOrder.DayMonthYear;
        return [.. list.Rows.Select(row =>
        {
            var read = BirthDateReader.TryRead(list.Cell(row, "date_of_birth"), order, thisYear, out var birth);
            var (given, family, patronymic) = Names(row);
            var fields = new PersonFields(
                given, family, patronymic,
                birth, list.Cell(row, "sex"), list.Cell(row, "place"));
            return new Person(row.Line, list.Cell(row, "id"), fields, read);
        })];
    }

    /// <summary>The names in their own columns; what stands in none of them is taken of the full name: the family name first, then the given and the father's name.</summary>
    private (string Given, string Family, string Patronymic) Names((long Line, string[] Cells) row)
    {
        var (given, family, patronymic) = (Known(list.Cell(row, "given_name")), Known(list.Cell(row, "family_name")), Known(list.Cell(row, "patronymic")));
        var whole = list.Has(EncodeMapping.FullName) ? list.Cell(row, EncodeMapping.FullName)
            // A whole name under the heading of one of its parts.
            : given.Length == 0 && Words(family).Count is 2 or 3 ? family
            : "";
        if (whole.Length == 0)
        {
            return (given, family, patronymic);
        }

        var words = Words(Known(whole));
        return words.Count switch
        {
            0 => (given, family, patronymic),
            1 => (given, words[0], patronymic),
            _ => (words[1], words[0], words.Count > 2 ? string.Join(' ', words.Skip(2)) : patronymic),
        };
    }

    /// <summary>Words, "уулу" and its like with the word before them.</summary>
    private static List<string> Words(string text)
    {
        var words = new List<string>();
        foreach (var word in text.Split([' ', '\t', ',', ';', '\u00A0'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (words.Count > 0 && Array.Exists(s_descent, descent => descent.Equals(word, StringComparison.OrdinalIgnoreCase)))
            {
                words[^1] += " " + word;
            }
            else
            {
                words.Add(word);
            }
        }

        return words;
    }

    /// <summary>What stands where nothing is known is no name.</summary>
    private static string Known(string name) => Spellings.IsNoAnswer(name) || s_none.Contains(name.Trim().ToLowerInvariant()) ? "" : name;
}
