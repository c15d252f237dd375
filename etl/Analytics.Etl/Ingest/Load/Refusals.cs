using System.Globalization;
using Analytics.Contracts;
using Analytics.Domain;
using Analytics.Etl.Feeds;
using Analytics.Etl.Feeds.Types;
using Analytics.Etl.Ingest.Files;

namespace Analytics.Etl.Ingest.Load;

/// <summary>A rule that rows of a file broke in a column, and in how many of them.</summary>
/// <param name="Column">Column of the feed; null when rows as a whole are at fault.</param>
internal sealed record ColumnFault(string? Column, Problem Problem, long Rows);

/// <summary>Says of a refused file which columns were bad, by which rule, what was expected, and what a mapping could do about it.</summary>
internal static class Refusals
{
    private const int MostShown = 5;

    private static readonly LocalText s_row = new("the row", "строка целиком", "бүт сап");

    private static readonly LocalText s_line = new(
        "{0} in {1} of {2} rows ({3}; expected {4})", "{0}: {1} из {2} строк ({3}; ожидается: {4})", "{0}: {2} саптын {1} сабы ({3}; күтүлөт: {4})");

    private static readonly LocalText s_more = new("and {0} more rules", "и ещё {0} правил", "жана дагы {0} эреже");

    private static readonly Dictionary<string, LocalText> s_remedies = new(StringComparer.Ordinal)
    {
        ["code"] = new("a mapping translates other words by 'codes'", "другие слова переводит раздел codes сопоставления", "башка сөздөрдү дал келтирүүнүн codes бөлүмү которот"),
        ["region"] = new("a mapping translates other names by 'codes'", "другие названия переводит раздел codes сопоставления", "башка аталыштарды дал келтирүүнүн codes бөлүмү которот"),
        ["country"] = new("a mapping translates other names by 'codes'", "другие названия переводит раздел codes сопоставления", "башка аталыштарды дал келтирүүнүн codes бөлүмү которот"),
        ["organisation_code"] = new("a mapping translates names to codes by 'codes' or gives one code by 'value'", "названия переводит в коды раздел codes сопоставления, один код для всех даёт value", "аталыштарды кодго дал келтирүүнүн codes бөлүмү которот, баарына бир кодду value берет"),
        ["date"] = new("a mapping says other forms by 'date_format'", "другие формы задаёт date_format в сопоставлении", "башка түрлөрдү дал келтирүүдөгү date_format айтат"),
        ["timestamp"] = new("a mapping says other forms by 'date_format' and joins date and time by 'join'", "другие формы задаёт date_format, дату и время соединяет join в сопоставлении", "башка түрлөрдү date_format айтат, күн менен убакытты дал келтирүүдөгү join бириктирет"),
        ["flag"] = new("a mapping adds words by 'yes' and 'no'", "слова добавляют yes и no в сопоставлении", "сөздөрдү дал келтирүүдөгү yes жана no кошот"),
        ["whole_number"] = new("a mapping takes the number out of a text by 'extract' or 'strip'", "число из текста выделяют extract и strip в сопоставлении", "тексттен санды дал келтирүүдөгү extract жана strip бөлүп алат"),
        ["age"] = new("a mapping takes the age out of a text by 'extract' or 'strip'", "возраст из текста выделяют extract и strip в сопоставлении", "тексттен жашты дал келтирүүдөгү extract жана strip бөлүп алат"),
        ["required"] = new("a mapping fills merged cells by 'fill_down', gives one value by 'value', leaves rows out by 'where'", "в сопоставлении fill_down заполняет объединённые ячейки, value даёт одно значение, where пропускает строки", "дал келтирүүдө fill_down бириктирилген уячаларды толтурат, value бир маани берет, where саптарды калтырат"),
        ["rounded_number"] = new("format the column as text before the numbers are typed", "задайте столбцу текстовый формат до ввода номеров", "номерлер терилгенге чейин тилкеге текст форматын бериңиз"),
    };

    /// <returns>Why so many bad rows refuse the whole file; null while they do not.</returns>
    public static LocalText? OfLimit(BulkLoader loader, Feed feed, ISourceRows rows)
    {
        if (LoadPipeline.WereRejected(rows) && !loader.IsPastLimit)
        {
            return loader.Read == 0 || loader.Rejected < loader.Read ? null : new LocalText(
                "every row still breaks a rule ({0})",
                "правила по-прежнему нарушены в каждой строке ({0})",
                "ар бир сапта эреже дагы эле бузулган ({0})").With(loader.Read);
        }

        var limit = loader.IsPastLimit ? LocalText.Same(feed.Limits.BadRows.ToString(CultureInfo.InvariantCulture))
            : loader.Rejected > loader.Read * feed.Limits.BadShare ? LocalText.Same(string.Create(CultureInfo.InvariantCulture, $"{feed.Limits.BadShare:P0}"))
            : (LocalText?)null;
        if (limit is null)
        {
            return null;
        }

        var columns = Columns(loader.Faults, loader.Read);
        var how = Guessed(rows.Detected);
        return new LocalText(
            $"{loader.Rejected} of {loader.Read} rows break a rule, more than the {limit.Value.En} that {feed.Name} allows: {columns.En}{how.En}",
            $"правила нарушены в {loader.Rejected} строках из {loader.Read}, а для {feed.Name} допускается не более {limit.Value.En}: {columns.Ru}{how.Ru}",
            $"эреже бузулган саптар: {loader.Read} ичинен {loader.Rejected}, {feed.Name} үчүн эң көп дегенде {limit.Value.En} уруксат: {columns.Ky}{how.Ky}");
    }

    /// <summary>The encoding that a file was taken to be in, where its content had to tell; a wrong guess makes wrong words.</summary>
    public static LocalText Guessed(Detected detected) => detected is not { Format: "csv", Encoding: { } encoding } || encoding.StartsWith("utf", StringComparison.OrdinalIgnoreCase)
        ? LocalText.Same("")
        : new LocalText("; its letters were read as {0}", "; буквы прочитаны в кодировке {0}", "; тамгалар {0} коддоосунда окулду").With(encoding);

    /// <param name="faults">Any number, in any order.</param>
    /// <param name="rows">Rows that were read.</param>
    /// <returns>The columns by share of bad rows, the worst first; empty when there is none.</returns>
    public static LocalText Columns(IEnumerable<ColumnFault> faults, long rows)
    {
        var sorted = faults.OrderByDescending(fault => fault.Rows).ThenBy(fault => fault.Column, StringComparer.Ordinal).ToList();
        var lines = sorted.Take(MostShown).Select(fault => Line(fault, rows)).ToList();
        if (sorted.Count > MostShown)
        {
            lines.Add(s_more.With(sorted.Count - MostShown));
        }

        return new LocalText(string.Join("; ", lines.Select(l => l.En)), string.Join("; ", lines.Select(l => l.Ru)), string.Join("; ", lines.Select(l => l.Ky)));
    }

    private static LocalText Line(ColumnFault fault, long rows)
    {
        var column = fault.Column is { } name ? LocalText.Same(name) : s_row;
        var share = rows == 0 ? 0 : (double)fault.Rows / rows;
        var said = new LocalText(Said(t => t.En), Said(t => t.Ru), Said(t => t.Ky));
        return s_remedies.TryGetValue(fault.Problem.Rule, out var remedy)
            ? new LocalText($"{said.En}: {remedy.En}", $"{said.Ru}: {remedy.Ru}", $"{said.Ky}: {remedy.Ky}")
            : said;

        string Said(Func<LocalText, string> language) => string.Format(
            CultureInfo.InvariantCulture, language(s_line), language(column), fault.Rows, rows, $"{share:P0}, {fault.Problem.Rule}", language(fault.Problem.Expected));
    }
}
