using System.Text;
using Analytics.Domain.PersonalData;
using Analytics.Etl.Feeds;

namespace Analytics.Etl.Ingest.Parse;

/// <summary>
/// Values that a coded column does not know, counted, to tell a source that has begun to use another code from one that is full of
/// mistakes. What an identifier could hide in is counted and never named.
/// </summary>
internal sealed class NewCodes(Feed feed)
{
    private const int MostDistinct = 50;
    private const int MostLength = 40;
    private const int LongNumber = 5;

    private readonly Dictionary<(int Column, string Code), long> _rows = [];

    public void Note(int column, ReadOnlySpan<byte> value)
    {
        if (value.Length > MostLength)
        {
            return;
        }

        foreach (var part in Encoding.UTF8.GetString(value).Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var key = (column, part.ToLowerInvariant());
            if (!feed.Columns[column].Codes.Contains(part, StringComparer.OrdinalIgnoreCase) && (_rows.Count < MostDistinct || _rows.ContainsKey(key)))
            {
                _rows[key] = _rows.GetValueOrDefault(key) + 1;
            }
        }
    }

    /// <summary>Codes that came more than once and hold nothing that the identifier check stops, the most frequent first.</summary>
    public IReadOnlyList<NewCode> Shown()
    {
        var detection = new PersonalDataDetection();
        return
        [
            .. _rows.Where(code => code.Value > 1 && IsHarmless(code.Key.Code, detection))
                .OrderByDescending(code => code.Value).ThenBy(code => code.Key.Code, StringComparer.Ordinal)
                .Select(code => new NewCode(feed.Columns[code.Key.Column].Name, code.Key.Code, code.Value)),
        ];
    }

    private static bool IsHarmless(string code, PersonalDataDetection detection) =>
        code.Count(char.IsDigit) < LongNumber
        && Array.TrueForAll([ValueContext.Code, ValueContext.FreeText, ValueContext.Reference], context => detection.Find(Encoding.UTF8.GetBytes(code), context) is null);
}

/// <param name="Column">Column of the feed.</param>
/// <param name="Rows">Rows that have it.</param>
internal sealed record NewCode(string Column, string Code, long Rows);
