using System.Globalization;
using Analytics.Dashboard.Access;
using Analytics.Dashboard.Localization;
using Analytics.Dashboard.Published;
using Analytics.Dashboard.Shared;
using Analytics.Domain.Measures;

namespace Analytics.Dashboard.Api;

/// <summary><c>GET /api/v1/ledger</c>: every figure of the ledger as printed, with unit, period, source and note.</summary>
public static class LedgerEndpoint
{
    private static readonly string[] s_columns =
        ["figure", "indicator", "name", "period_start", "period_end", "period_kind", "breakdown", "value", "as_printed", "unit", "source", "publisher", "published", "rivals", "note"];

    public static async Task<IResult> GetAsync(HttpContext context, PublishedData data)
    {
        var reader = new Reader(context.User, LanguageChoice.Of(context), Address.Of("http://localhost" + Routes.Ledger));
        var ledger = (await data.ReferenceAsync(context.User, context.RequestAborted)).Ledger;
        var rows = ledger.Figures.Select(figure => Row(reader, ledger, figure)).ToList();
        return context.Request.Query["format"].ToString() switch
        {
            "" or "json" => Results.Json(rows.Select(row => s_columns.Zip(row).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal))),
            "csv" => Results.Bytes(CsvFile.Write(s_columns, rows.Select(row => row.Select(CellTable.Invariant))), CsvFile.ContentType, $"ledger-{reader.Language.Code}.csv"),
            _ => Results.Problem(reader.Text(ApiText.LedgerFormat), statusCode: StatusCodes.Status400BadRequest),
        };
    }

    private static object?[] Row(Reader reader, Ledger ledger, LedgerFigure figure) =>
    [
        figure.Id,
        figure.Indicator,
        reader.Text(ledger.Indicator(figure.Indicator).Name),
        figure.Start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        figure.End.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        figure.PeriodKind,
        figure.Breakdown,
        figure.Value,
        LedgerWords.Value(reader, figure),
        figure.Unit,
        figure.SourceTitle,
        figure.Source.Publisher,
        figure.Source.Published,
        string.Join(' ', ledger.Rivals.Where(pair => pair.Figure == figure.Id).Select(pair => pair.Rival)
            .Concat(ledger.Rivals.Where(pair => pair.Rival == figure.Id).Select(pair => pair.Figure))),
        figure.Note is { } note ? reader.Text(note) : null,
    ];
}
