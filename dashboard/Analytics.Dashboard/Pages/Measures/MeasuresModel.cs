using Analytics.Dashboard.Access;
using Analytics.Dashboard.Localization;
using Analytics.Dashboard.Published;
using Analytics.Dashboard.Shared;
using Analytics.Domain;
using Analytics.Domain.Measures;

namespace Analytics.Dashboard.Pages.Measures;

/// <summary>Every measure of the catalogue, for a reader.</summary>
public sealed record MeasuresView(string Lede, string SmallNumbers, IReadOnlyList<MeasureGroup> Groups);

/// <summary>Measures that come about in the same way.</summary>
public sealed record MeasureGroup(string Name, string Note, IReadOnlyList<MeasureEntry> Measures);

/// <param name="TrendHref">Null where the measure has no series of its own.</param>
public sealed record MeasureEntry(string Id, string Name, string Definition, IReadOnlyList<(string Term, string Text, bool IsCode)> Facts, string? TrendHref);

public static class MeasuresModel
{
    public static readonly IReadOnlyList<LocalText> States =
        [MeasuresText.StateOk, MeasuresText.StateZero, MeasuresText.StateWithheld, MeasuresText.StateNotReported];

    private static readonly (MeasureKind Kind, LocalText Name, LocalText Note)[] s_groups =
    [
        (MeasureKind.ProtectedCount, MeasuresText.Counts, MeasuresText.CountsNote),
        (MeasureKind.OpenCount, MeasuresText.Acts, MeasuresText.ActsNote),
        (MeasureKind.Ratio, MeasuresText.Ratios, MeasuresText.RatiosNote),
        (MeasureKind.LinkedCount, MeasuresText.Linked, MeasuresText.LinkedNote),
        (MeasureKind.LinkedShare, MeasuresText.LinkedShares, MeasuresText.LinkedSharesNote),
        (MeasureKind.Estimate, MeasuresText.Estimates, MeasuresText.EstimatesNote),
        (MeasureKind.EstimatedShare, MeasuresText.EstimatedShares, MeasuresText.EstimatedSharesNote),
    ];

    public static MeasuresView Build(Reader reader, Reference reference) => new(
        reader.Text(MeasuresText.Lede, MeasureCatalogue.All.Count),
        $"{reader.Text(SmallNumbers(reader))} {reader.Text(MeasuresText.More)}",
        [
            .. s_groups.Select(group => new MeasureGroup(
                reader.Text(group.Name),
                reader.Text(group.Note),
                [.. MeasureCatalogue.All.Where(measure => measure.Kind == group.Kind).Select(measure => Entry(reader, reference, measure))])),
        ]);

    private static MeasureEntry Entry(Reader reader, Reference reference, Measure measure) => new(
        measure.Id,
        reader.Text(measure.Name),
        reader.Text(measure.Definition),
        [.. Facts(reader, reference, measure)],
        reference.Cuts.Any(cut => cut.Measure == measure.Id) ? Trend(reader, measure) : null);

    private static IEnumerable<(string, string, bool)> Facts(Reader reader, Reference reference, Measure measure)
    {
        yield return (reader.Text(MeasuresText.Unit), reader.Text(measure.UnitName), false);
        if (measure is { Numerator: { } above, Denominator: { } below })
        {
            yield return (reader.Text(MeasuresText.Above), Part(reader, above), false);
            yield return (reader.Text(MeasuresText.Below), Part(reader, below), false);
        }

        yield return (reader.Text(MeasuresText.Formula), measure.Formula, true);
        yield return (reader.Text(MeasuresText.Cuts), Cuts(reader, measure), false);
        yield return (reader.Text(MeasuresText.Sources), string.Join("; ", measure.Feeds.Select(feed => reader.Text(UnitText.Feed(feed))).Distinct()), false);
        if (measure.BreaksAtCodeChange && reference.Events.Where(one => one.IsBreak).ToList() is { Count: > 0 } breaks)
        {
            yield return (
                reader.Text(MeasuresText.Breaks),
                $"{reader.Text(MeasuresText.BreaksNote)} {string.Join("; ", breaks.Select(one => $"{reader.Language.Date(one.Start)}, {reader.Text(one.Title)}"))}",
                false);
        }

        yield return (reader.Text(MeasuresText.Identifier), measure.Id, true);
    }

    private static string Part(Reader reader, string id) =>
        MeasureCatalogue.Find(id) is { } part ? $"{reader.Text(part.Name)} ({reader.Text(part.UnitName)})" : id;

    private static string Cuts(Reader reader, Measure measure) => measure.Dimensions.Count == 0
        ? reader.Text(MeasuresText.PeriodOnly)
        : reader.Text(MeasuresText.And, string.Join(", ", measure.Dimensions.Select(dimension => LowerFirst(reader.Text(SharedText.Dimension(dimension))))));

    private static string LowerFirst(string text) => text.Length == 0 ? text : char.ToLowerInvariant(text[0]) + text[1..];

    private static string Trend(Reader reader, Measure measure)
    {
        var href = reader.Href(Routes.Trends);
        return $"{href}{(href.Contains('?', StringComparison.Ordinal) ? '&' : '?')}measure={measure.Id}";
    }

    private static LocalText SmallNumbers(Reader reader) => reader.Role?.Profile() switch
    {
        Profile.Ministry => MeasuresText.SmallMinistry,
        Profile.Donor => MeasuresText.SmallDonor,
        _ => MeasuresText.SmallPublic,
    };
}
