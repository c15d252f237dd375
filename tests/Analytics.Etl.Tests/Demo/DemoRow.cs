using System.Globalization;

namespace Analytics.Etl.Tests.Demo;

/// <summary>One data row as a stranger would read it: texts by column name, an absent one empty.</summary>
internal sealed record DemoRow(string File, IReadOnlyDictionary<string, string> Values)
{
    private static readonly string[] s_dates =
        ["yyyy-MM-dd", "dd.MM.yyyy", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mm:sszzz", "dd.MM.yyyy HH:mm"];

    private readonly Dictionary<string, DateOnly> days = new(1, StringComparer.Ordinal);

    public string this[string column] => Values.GetValueOrDefault(column, "");

    public int Year(string column) => Day(column).Year;

    public int? Number(string column) => this[column].Length == 0 ? null : int.Parse(this[column], CultureInfo.InvariantCulture);

    public string[] Several(string column) => this[column].Split('|', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The local day in Bishkek: an offset, where there is one, is Bishkek's.</summary>
    public DateOnly Day(string column)
    {
        if (!days.TryGetValue(column, out var day))
        {
            days[column] = day = DateOnly.FromDateTime(
                DateTimeOffset.ParseExact(this[column], s_dates, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal).DateTime);
        }

        return day;
    }

    public bool In(string column, DateOnly from, DateOnly to) => from <= Day(column) && Day(column) <= to;

    /// <summary>In whole years, both included.</summary>
    public bool In(string column, int fromYear, int toYear) => In(column, new DateOnly(fromYear, 1, 1), new DateOnly(toYear, 12, 31));
}
