using System.Globalization;
using Analytics.Dashboard.Access;
using Analytics.Dashboard.Charts;
using Analytics.Dashboard.Localization;
using Analytics.Dashboard.Published;
using Analytics.Dashboard.Shared;
using Analytics.Domain;
using Analytics.Domain.Measures;

namespace Analytics.Dashboard.Pages.Lineage;

/// <summary>One count of a figure and the files behind it.</summary>
/// <param name="Cell">What it counts: unit, period, members.</param>
/// <param name="Note">Why the files of a wider count are shown; null where they are the cell's own.</param>
public sealed record LineagePart(string Measure, string Cell, string Value, string? Note, IReadOnlyList<LineageBatch> Batches);

/// <summary>What a file feeds: a measure, and its periods as links.</summary>
public sealed record FedMeasure(string Name, IReadOnlyList<(string Text, string Href)> Periods);

/// <summary>The files behind a published cell, or what one file feeds.</summary>
public sealed record LineageView(string Heading, string Lede, IReadOnlyList<LineagePart> Parts, LineageBatch? Batch, IReadOnlyList<FedMeasure> Fed);

public static class LineageModel
{
    public const string BatchKey = "batch";

    private static readonly Dictionary<string, string> s_whole = [];

    public static async Task<LineageView> LoadAsync(PublishedData data, LineageQuery query, Reader reader, CancellationToken token)
    {
        if (long.TryParse(reader.Address.Value(BatchKey), NumberStyles.None, CultureInfo.InvariantCulture, out var batch))
        {
            return await OfBatchAsync(query, reader, batch, token);
        }

        var period = reader.Address.Value(LineageLink.PeriodKey) ?? "all";
        if (MeasureCatalogue.Find(reader.Address.Value(LineageLink.MeasureKey) ?? "") is not { } measure || KindOf(period) is not { } kind)
        {
            return new LineageView(reader.Text(LineageText.Heading), reader.Text(LineageText.NothingChosen), [], null, []);
        }

        var reference = await data.ReferenceAsync(reader.User, token);
        var members = Dimension.All
            .Where(dimension => reader.Address.Value(dimension) is not null and not Dimension.Total)
            .ToDictionary(dimension => dimension, dimension => reader.Address.Value(dimension)!, StringComparer.Ordinal);
        List<LineagePart> parts = [];
        // A ratio has no rows of its own, its two counts have.
        foreach (var count in measure.Kind == MeasureKind.Ratio ? [measure.Numerator!, measure.Denominator!] : new[] { measure.Id })
        {
            parts.Add(await PartAsync(data, query, reader, reference, MeasureCatalogue.Find(count)!, kind, period, members, token));
        }

        return new LineageView(
            reader.Text(LineageText.HeadingOf, reader.Text(measure.Name), Scope(reader, reference, kind, period, members)),
            reader.Text(measure.Kind == MeasureKind.Ratio ? LineageText.LedeRatio : LineageText.Lede, parts.SelectMany(part => part.Batches).DistinctBy(one => one.BatchId).Count()),
            parts, null, []);
    }

    /// <summary>The kind of a period by its code; null for what is none.</summary>
    public static PeriodKind? KindOf(string period) => period switch
    {
        "all" => PeriodKind.All,
        { Length: 4 } => PeriodKind.Year,
        [_, _, _, _, '-', 'Q', _] => PeriodKind.Quarter,
        { Length: 7 } => PeriodKind.Month,
        { Length: 9 } => PeriodKind.Span,
        _ => null,
    };

    private static async Task<LineagePart> PartAsync(
        PublishedData data, LineageQuery query, Reader reader, Reference reference, Measure measure, PeriodKind kind, string period,
        Dictionary<string, string> members, CancellationToken token)
    {
        var request = new CellRequest
        {
            Measures = [measure.Id],
            By = [CellRequest.PeriodDimension],
            PeriodKind = kind,
            Filters = members.ToDictionary(pair => pair.Key, pair => (IReadOnlyList<string>)[pair.Value], StringComparer.Ordinal),
        };
        var cell = (await data.CellsAsync(reader.User, request, prefix: null, token)).Cells.FirstOrDefault(one => one.Period == period);
        var status = cell?.Status ?? CellStatus.NotReported;
        var rights = Rights.Of(reader.User);
        var batches = status == CellStatus.Ok ? await query.OfCellAsync(rights, measure.Id, period, members, token) : [];
        LocalText? note = status switch
        {
            CellStatus.Withheld => LineageText.Withheld,
            CellStatus.Zero => LineageText.Zero,
            CellStatus.NotReported => LineageText.NotReported,
            _ => null,
        };
        return new LineagePart(
            reader.Text(measure.Name),
            Scope(reader, reference, kind, period, members),
            FigureParts.Written(reader, cell?.Value, status, MeasureFormat.Decimals(measure)),
            note is { } words ? reader.Text(words) : null,
            // How many files a withheld cell has would bound its count, so those of everything together stand in.
            status == CellStatus.Withheld ? await query.OfCellAsync(rights, measure.Id, "all", s_whole, token) : batches);
    }

    private static async Task<LineageView> OfBatchAsync(LineageQuery query, Reader reader, long batch, CancellationToken token)
    {
        if (await query.OfBatchAsync(Rights.Of(reader.User), batch, token) is not var (found, fed))
        {
            return new LineageView(reader.Text(LineageText.Heading), reader.Text(LineageText.NoSuchFile), [], null, []);
        }

        return new LineageView(
            reader.Text(LineageText.HeadingFeeds, found.FileName),
            reader.Text(fed.Count == 0 ? LineageText.FeedsNothing : LineageText.LedeFeeds),
            [],
            found,
            [
                .. fed.GroupBy(one => one.Measure).Select(group => new FedMeasure(
                    reader.Text(MeasureCatalogue.Find(group.Key)?.Name ?? LocalText.Same(group.Key)),
                    [
                        .. group.Where(one => KindOf(one.Period) is PeriodKind.Year or PeriodKind.Month)
                            .OrderBy(one => KindOf(one.Period) == PeriodKind.Month).ThenByDescending(one => one.Period, StringComparer.Ordinal)
                            .Select(one => (FigureParts.Period(reader.Language, KindOf(one.Period)!.Value, one.Period), LineageLink.Of(reader, one.Measure, one.Period, s_whole))),
                    ])),
            ]);
    }

    private static string Scope(Reader reader, Reference reference, PeriodKind kind, string period, Dictionary<string, string> members) => string.Join(", ",
        [FigureParts.Period(reader.Language, kind, period), .. members.Select(pair => reader.Text(reference.Name(pair.Key, pair.Value)))]);
}
