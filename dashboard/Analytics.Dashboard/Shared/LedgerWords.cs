using System.Globalization;
using Analytics.Dashboard.Access;
using Analytics.Dashboard.Localization;
using Analytics.Dashboard.Published;
using Analytics.Domain;
using Analytics.Domain.Measures;

namespace Analytics.Dashboard.Shared;

/// <summary>How the ledger's values, periods and breakdowns are written.</summary>
public static class LedgerWords
{
    /// <summary>The value with its unit, with the source's own hedge where it has one: "at least 150 persons".</summary>
    public static string Value(Reader reader, LedgerFigure figure)
    {
        if (figure.Value is not { } value)
        {
            return reader.Text(LedgerText.NotReported);
        }

        if (figure.Unit == "tier")
        {
            return reader.Text(LedgerText.Tier, reader.Language.Number(value));
        }

        var number = LedgerText.Unit(figure.Unit) is { } noun ? reader.Language.Count(value, noun)
            : figure.Unit == "percent" ? reader.Language.Number(value) + Language.PercentSign
            : $"{reader.Language.Number(value)} {figure.Unit}";
        return figure.ValueText switch
        {
            null or "" => number,
            ['a', 't', ' ', ..] => reader.Text(LedgerText.AtLeast, number),
            ['n', 'e', 'a', 'r', ..] => reader.Text(LedgerText.Nearly, number),
            ['a', 'b', 'o', 'u', 't', ..] => reader.Text(LedgerText.About, number),
            { } text when text.Split(" of ") is [_, var whole] => reader.Text(LedgerText.Of, reader.Language.Number(value), Whole(reader, whole, figure.Unit)),
            _ => number,
        };
    }

    /// <summary>A calendar year as its number; anything else by its months or days.</summary>
    public static string Period(Reader reader, LedgerFigure figure)
    {
        var (start, end) = (figure.Start, figure.End);
        if (start is { Month: 1, Day: 1 } && end is { Month: 12, Day: 31 })
        {
            return start.Year == end.Year ? Year(start) : $"{Year(start)}–{Year(end)}";
        }

        var (first, last) = (reader.Language.Month(start.Year, start.Month), reader.Language.Month(end.Year, end.Month));
        return first == last ? first : $"{first} – {last}";
    }

    /// <returns>Null for the whole.</returns>
    public static string? Breakdown(Reader reader, Reference reference, string breakdown) => breakdown == Dimension.Total
        ? null
        : string.Join(", ", breakdown.Split(';').Select(part => reader.Text(Part(reference, part))));

    /// <summary>Whether a breakdown leaves nothing out of what the indicator's measure counts.</summary>
    public static bool IsWhole(string breakdown) => breakdown is Dimension.Total or "article=trafficking";

    private static LocalText Part(Reference reference, string part) => part switch
    {
        "age=child" => LedgerText.Child,
        "article=related" => LedgerText.Related,
        "article=trafficking" => LedgerText.Trafficking,
        "region=bishkek+osh" => LedgerText.BishkekAndOsh,
        _ => part.Split('=') is [var dimension, var code] ? reference.Name(dimension, code) : LocalText.Same(part),
    };

    private static string Whole(Reader reader, string whole, string unit) =>
        decimal.TryParse(whole, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && LedgerText.Unit(unit) is { } noun
            ? reader.Language.Count(number, noun)
            : whole;

    private static string Year(DateOnly date) => date.Year.ToString(CultureInfo.InvariantCulture);
}
