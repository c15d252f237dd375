using Analytics.Domain;
using Analytics.Etl.Feeds;
using Analytics.Etl.Feeds.Types;

namespace Analytics.Etl.Templates;

/// <summary>What a template offers for a column: values in the language of whoever fills it in, each with the code that it stands for.</summary>
internal sealed record CodeList(FeedColumn Column, IReadOnlyList<(string Value, string Code)> Values)
{
    private static readonly (string Code, LocalText Name)[] s_answers =
    [
        ("yes", new("Yes", "Да", "Ооба")),
        ("no", new("No", "Нет", "Жок")),
        ("unknown", new("Unknown", "Неизвестно", "Белгисиз")),
    ];

    private static readonly LocalText s_total = new("Total", "Итого", "Бардыгы");

    /// <returns>Null for a column without a list.</returns>
    public static CodeList? Of(FeedColumn column, string language)
    {
        var values = column.Type switch
        {
            "code" or "codes" => column.Codes.Select(code => (NameOf(column.List, code, language) ?? code, code)),
            "yes_no" => s_answers.Take(2).Select(a => (a.Name.In(language), a.Code)),
            "yes_no_unknown" => s_answers.Select(a => (a.Name.In(language), a.Code)),
            "region" => ReferenceLists.Regions.Where(r => r.Level > 0 || column.Name == "soate").Select(r => (In(r.Names, language), r.Soate)),
            "country" => ReferenceLists.Countries.Select(c => (In(c.Names, language), c.Iso3)).OrderBy(c => c.Item1, StringComparer.Ordinal),
            _ => (IEnumerable<(string, string)>)[],
        };
        var list = values.ToList();
        return list.Count == 0 ? null : new CodeList(column, list);
    }

    private static string? NameOf(string? list, string code, string language)
    {
        if (list is null)
        {
            return null;
        }

        var names = ReferenceLists.CodeNames[list].Where(n => n.Code == code).Select(n => n.Name).ToList();
        return names.Count > 0 ? In(names, language) : code == "total" ? s_total.In(language) : null;
    }

    private static string In(IReadOnlyList<string> names, string language) => new LocalText(names[0], names[1], names[2]).In(language);
}
