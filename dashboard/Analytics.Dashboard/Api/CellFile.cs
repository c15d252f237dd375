using System.Globalization;
using Analytics.Dashboard.Access;
using Analytics.Dashboard.Charts;
using Analytics.Dashboard.Localization;
using Analytics.Dashboard.Published;
using Analytics.Domain.Measures;

namespace Analytics.Dashboard.Api;

public enum CellFormat
{
    Json,
    Csv,
    Xlsx,
}

/// <summary>Cells as an answer or a file. Every form carries unit, status, source date, publication and figure id.</summary>
public static class CellFile
{
    public static CellFormat? FormatOf(string? name) => name switch
    {
        null or "" or "json" => CellFormat.Json,
        "csv" => CellFormat.Csv,
        "xlsx" => CellFormat.Xlsx,
        _ => null,
    };

    /// <param name="figure">The figure that was asked for by its id, if one was.</param>
    public static IResult Of(CellAnswer answer, Reference reference, Language language, CellFormat format, ShownFigure? figure)
    {
        var about = AboutCells.Of(answer, language, figure);
        var table = CellTable.Of(answer, reference, language);
        var name = answer.FigureId.Length > 0 ? answer.FigureId : "cells";
        return format switch
        {
            CellFormat.Csv => Results.Bytes(Csv(table, about), CsvFile.ContentType, name + ".csv"),
            CellFormat.Xlsx => Results.Bytes(CellWorkbook.Write(table, about), CellWorkbook.ContentType, name + ".xlsx"),
            _ => Results.Json(Json(answer, table, about, figure)),
        };
    }

    private static Dictionary<string, object?> Json(CellAnswer answer, CellTable table, AboutCells about, ShownFigure? figure)
    {
        var single = answer.Request.Measures is [var only] ? MeasureCatalogue.Find(only) : null;
        return new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["measure"] = string.Join(',', answer.Request.Measures),
            ["unit"] = single is null ? null : about.Language.Text(single.UnitName),
            ["profile"] = about.Profile,
            ["data_as_of"] = answer.Publication?.DataAsOf,
            ["publication"] = answer.Publication?.PublicationId,
            ["synthetic"] = answer.Publication?.Synthetic,
            ["figure_id"] = answer.FigureId,
            ["query"] = answer.Request.Canonical(),
            ["shown"] = figure is null ? null : new { figure.FigureId, figure.PublicationId, figure.Profile, figure.FirstShownAt },
            ["cells"] = table.Rows.Select(row => table.Columns.Zip(row)
                .ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal)),
            ["notes"] = about.Notes,
        };
    }

    // What one must know to cite stands in every row.
    private static byte[] Csv(CellTable table, AboutCells about) =>
        CsvFile.Write([.. table.Columns, .. about.Columns], table.Rows.Select(row => row.Select(CellTable.Invariant).Concat(about.Values)));
}

/// <summary>What one must know to cite cells.</summary>
public sealed record AboutCells(Language Language, string Profile, IReadOnlyList<string> Columns, IReadOnlyList<string> Values, IReadOnlyList<string> Notes)
{
    private const int MostRevised = 20;

    public static AboutCells Of(CellAnswer answer, Language language, ShownFigure? figure)
    {
        List<string> notes = [];
        if (answer.Publication?.Synthetic == true)
        {
            notes.Add(language.Text(LayoutText.Synthetic));
        }

        if (figure is not null && figure.PublicationId != answer.Publication?.PublicationId)
        {
            notes.Add(language.Text(ApiText.Superseded, figure.PublicationId, answer.Publication?.PublicationId));
        }

        if (figure is not null && figure.Profile != answer.Profile.Code())
        {
            notes.Add(language.Text(ApiText.OtherProfile, figure.Profile, answer.Profile.Code()));
        }

        if (answer.Request.KnownOn is { } day)
        {
            notes.Add(answer.Publication is { } then
                ? language.Text(RevisionsText.AsKnownOn, language.AsOf(day), then.PublicationId)
                : language.Text(RevisionsText.NothingKnownOn, language.Date(day)));
        }

        notes.AddRange(Revised(answer, language));
        if (answer.Cells.Count == 0)
        {
            notes.Add(language.Text(ApiText.NoCells));
        }

        return new AboutCells(
            language,
            answer.Profile.Code(),
            ["profile", "data_as_of", "publication", "figure_id", "note"],
            [
                answer.Profile.Code(),
                answer.Publication?.DataAsOf?.ToString("O", CultureInfo.InvariantCulture) ?? "",
                answer.Publication?.PublicationId.ToString(CultureInfo.InvariantCulture) ?? "",
                answer.FigureId,
                string.Join(" ", notes),
            ],
            notes);
    }

    private static IEnumerable<string> Revised(CellAnswer answer, Language language)
    {
        var revised = answer.Cells.Where(cell => cell.Revision is not null).ToList();
        foreach (var cell in revised.Take(MostRevised))
        {
            var measure = MeasureCatalogue.Find(cell.Measure);
            string[] name = [measure is null ? cell.Measure : language.Text(measure.Name), cell.Period, .. cell.Members.Values];
            var was = cell.Revision!.OldValue is { } value ? value.ToString(CultureInfo.InvariantCulture) : language.Text(ChartText.Word(cell.Revision.OldStatus) ?? ChartText.NotReportedShort);
            yield return language.Text(
                RevisionsText.RevisedNote, string.Join(", ", name), language.Date(Publication.Day(cell.Revision.At)), cell.Revision.Publication, was);
        }

        if (revised.Count > MostRevised)
        {
            yield return language.Text(RevisionsText.MoreRevised, revised.Count - MostRevised);
        }
    }
}
