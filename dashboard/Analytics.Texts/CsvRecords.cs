using System.Text;

namespace Analytics.Texts;

/// <summary>A record of a CSV file and the line on which it begins, counted from one.</summary>
/// <param name="Problem">What is wrong with its form; null when nothing is.</param>
internal sealed record CsvRecord(int Line, IReadOnlyList<string> Cells, string? Problem);

/// <summary>Reads CSV as RFC 4180 defines it: commas, double quotes, doubled inside quotes.</summary>
internal static class CsvRecords
{
    public static IEnumerable<CsvRecord> Read(string text)
    {
        var at = 0;
        var line = 1;
        while (at < text.Length)
        {
            var began = line;
            var cells = new List<string>();
            string? problem = null;
            bool more;
            do
            {
                cells.Add(Cell(text, ref at, ref line, ref problem));
                more = at < text.Length && text[at] == ',';
                at += more ? 1 : 0;
            }
            while (more);

            at += at < text.Length && text[at] == '\r' ? 1 : 0;
            if (at < text.Length && text[at] == '\n')
            {
                at++;
                line++;
            }

            if (cells.Count > 1 || cells[0].Length > 0)
            {
                yield return new CsvRecord(began, cells, problem);
            }
        }
    }

    private static string Cell(string text, ref int at, ref int line, ref string? problem)
    {
        if (at >= text.Length || text[at] != '"')
        {
            var bare = Rest(text, ref at);
            problem ??= bare.IndexOf('"') >= 0 ? "a cell with a quote must stand in quotes" : null;
            return bare;
        }

        var cell = new StringBuilder();
        for (at++; at < text.Length; at++)
        {
            if (text[at] != '"')
            {
                line += text[at] == '\n' ? 1 : 0;
                cell.Append(text[at]);
            }
            else if (at + 1 < text.Length && text[at + 1] == '"')
            {
                cell.Append(text[at++]);
            }
            else
            {
                at++;
                problem ??= Rest(text, ref at).Length > 0 ? "a comma or the end of the line must follow a closing quote" : null;
                return cell.ToString();
            }
        }

        problem ??= "a quote is not closed";
        return cell.ToString();
    }

    private static string Rest(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && text[at] is not (',' or '\r' or '\n'))
        {
            at++;
        }

        return text.Substring(start, at - start);
    }
}
