namespace Analytics.Domain.Linkage;

/// <summary>Takes a full name that stands in one column apart: family, given and father's name in any of the usual orders.</summary>
internal static class FullName
{
    /// <returns>The parts; all three null where the text is no full name and has to stay as it is.</returns>
    public static (string? Given, string? Family, string? Patronymic) Split(string? text)
    {
        var units = Units(text);
        if (units.Count is < 2 or > 3 || NameForm.Given(text) is null)
        {
            return default;
        }

        string? patronymic = null;
        if (units.Count == 3)
        {
            var at = units.FindIndex(1, NameForm.LooksLikePatronymic);
            at = at < 0 ? units.FindIndex(1, NameForm.HasDescent) : at;
            at = at < 0 ? 2 : at;
            patronymic = units[at];
            units.RemoveAt(at);
        }
        else if (NameForm.LooksLikePatronymic(units[1]))
        {
            return (units[0], null, units[1]);
        }

        var (first, second) = (NameForm.LooksLikeFamily(units[0]), NameForm.LooksLikeFamily(units[1]));
        return (first && second) && patronymic is null ? default
            : second && !first ? (units[0], units[1], patronymic)
            : (units[1], units[0], patronymic);
    }

    /// <summary>Words, "уулу" and its like with the word before them.</summary>
    private static List<string> Units(string? text)
    {
        var units = new List<string>();
        foreach (var word in (text ?? "").Split([' ', '\t', ',', ';', '\u00A0'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (units.Count > 0 && NameForm.IsDescent(word))
            {
                units[^1] += " " + word;
            }
            else
            {
                units.Add(word);
            }
        }

        return units;
    }
}
