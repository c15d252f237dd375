using System.Globalization;
using Analytics.Dashboard.Published;
using Analytics.Domain.Measures;
using Microsoft.Extensions.Primitives;

namespace Analytics.Dashboard.Api;

/// <summary>Reads a request for cells from a query string; every fault says what was expected.</summary>
public static class CellRequestParser
{
    private static readonly string[] s_others = ["measure", "by", "period", "from", "to", "known_on", "per", "lang", "format"];

    /// <returns>The request, or null; and the faults, one sentence each.</returns>
    public static (CellRequest? Request, IReadOnlyList<string> Faults) Parse(IEnumerable<KeyValuePair<string, StringValues>> query, Reference reference)
    {
        var values = query.ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        List<string> faults = [.. values.Keys
            .Where(key => !s_others.Contains(key, StringComparer.OrdinalIgnoreCase) && !Dimension.All.Contains(key))
            .Select(key => $"{key} is not a parameter; expected {string.Join(", ", s_others.Concat(Dimension.All))}.")];

        var measures = List("measure");
        if (measures.Count == 0)
        {
            faults.Add("measure is missing; GET /api/v1/measures lists them.");
        }

        faults.AddRange(measures.Where(id => MeasureCatalogue.Find(id) is null).Select(id => $"measure={id} is unknown; GET /api/v1/measures lists them."));
        var by = List("by");
        string[] allowed = [CellRequest.PeriodDimension, .. Dimension.All];
        faults.AddRange(by.Where(dimension => !allowed.Contains(dimension)).Select(dimension => $"by={dimension}: expected {string.Join(", ", allowed)}."));
        var kind = CodeText.FindPeriodKind(values.GetValueOrDefault("period", "year"));
        if (kind is null)
        {
            faults.Add($"period={values["period"]}: expected month, quarter, year or span.");
        }

        var filters = Dimension.All.Where(values.ContainsKey).ToDictionary(dimension => dimension, List, StringComparer.Ordinal);
        foreach (var (dimension, members) in filters)
        {
            var known = reference.Members.Where(member => member.Dimension == dimension).Select(member => member.Code).ToHashSet(StringComparer.Ordinal);
            faults.AddRange(members.Where(code => known.Count > 0 && !known.Contains(code) && code != Dimension.Total).Select(code => $"{dimension}={code} is not a published member."));
        }

        if (by.Contains(Dimension.District) && !by.Contains(Dimension.Region) && !filters.ContainsKey(Dimension.Region))
        {
            faults.Add("by=district: expected region beside it, as by=region,district or as region=CODE&by=district.");
        }

        var from = Day("from", first: true);
        var to = Day("to", first: false);
        if (from > to)
        {
            faults.Add("from is later than to.");
        }

        var knownOn = Published.KnownOn.Parse(values.GetValueOrDefault("known_on"));
        if (knownOn is null && values.GetValueOrDefault("known_on") is { Length: > 0 } unread)
        {
            faults.Add($"known_on={unread}: expected a day such as 2024-06-30.");
        }

        return faults.Count > 0 ? (null, faults) : (new CellRequest
        {
            Measures = measures,
            By = by,
            PeriodKind = kind!.Value,
            From = from,
            To = to,
            KnownOn = knownOn,
            Filters = filters,
            PerPopulation = string.Equals(values.GetValueOrDefault("per"), "population", StringComparison.OrdinalIgnoreCase),
        }, faults);

        IReadOnlyList<string> List(string key) =>
            values.GetValueOrDefault(key, "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

        DateOnly? Day(string key, bool first)
        {
            if (values.GetValueOrDefault(key) is not { Length: > 0 } text)
            {
                return null;
            }

            var day = PeriodBound(text, first);
            if (day is null)
            {
                faults.Add($"{key}={text}: expected 2020, 2020-Q1, 2020-03 or 2020-03-01.");
            }

            return day;
        }
    }

    // The first or last day of a year, quarter, month or day.
    private static DateOnly? PeriodBound(string text, bool first)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        var (start, months) = text switch
        {
            [_, _, _, _, '-', 'Q', var quarter and >= '1' and <= '4'] => ($"{text[..4]}-{((quarter - '1') * 3) + 1:00}-01", 3),
            { Length: 7 } => (text + "-01", 1),
            { Length: 4 } => (text + "-01-01", 12),
            _ => ("", 0),
        };
        return !DateOnly.TryParseExact(start, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var begin) ? null
            : first ? begin
            : begin.AddMonths(months).AddDays(-1);
    }
}
