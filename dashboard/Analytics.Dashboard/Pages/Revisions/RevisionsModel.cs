using Analytics.Dashboard.Access;
using Analytics.Dashboard.Charts;
using Analytics.Dashboard.Localization;
using Analytics.Dashboard.Published;
using Analytics.Dashboard.Shared;
using Analytics.Domain.Measures;

namespace Analytics.Dashboard.Pages.Revisions;

/// <summary>A revision in the reader's words.</summary>
public sealed record RevisionRow(string Published, string Publication, string Measure, string Period, string Cut, string Old, string New, string Change);

/// <summary>Years by the days on which they were known; an empty cell: nothing was known yet.</summary>
public sealed record Triangle(string Title, string Note, IReadOnlyList<string> Days, IReadOnlyList<(string Year, IReadOnlyList<TriangleCell> Cells)> Rows);

/// <param name="Changed">It differs from the day before.</param>
public sealed record TriangleCell(string Text, bool Changed);

public sealed record RevisionsView(string Heading, IReadOnlyList<Filter> Filters, IReadOnlyList<RevisionRow> Rows, IReadOnlyList<Triangle> Triangles);

public static class RevisionsModel
{
    private const string ShowKey = "show";
    private const string ShowEvery = "every";
    private const int MostDays = 10;
    private const int MostListed = 500;

    public static async Task<RevisionsView> LoadAsync(PublishedData data, Reader reader, CancellationToken token)
    {
        var every = reader.Address.Value(ShowKey) == ShowEvery;
        var reference = await data.ReferenceAsync(reader.User, token);
        var revisions = await data.RevisionsAsync(reader.User, !every, token);
        // The coordinating body asks how complete a young period is; the others read the figures.
        var known = reader.Role is Role.Administrator or Role.Coordinator ? await data.TriangleAsync(reader.User, token) : [];
        return new RevisionsView(
            Heading(reader, revisions),
            [Filter.Of(reader, RevisionsText.Show, ShowKey, [(null, RevisionsText.Whole), (ShowEvery, RevisionsText.Every)], every ? ShowEvery : null)],
            [.. revisions.Select(one => Row(reader, reference, one))],
            [.. Triangles(reader, known)]);
    }

    public static RevisionRow Row(Reader reader, Reference reference, Revision one)
    {
        var measure = MeasureCatalogue.Find(one.Measure);
        return new RevisionRow(
            reader.Language.Date(Publication.Day(one.PublishedAt)),
            reader.Text(RevisionsText.Number, one.Publication),
            measure is null ? one.Measure : reader.Text(measure.Name),
            FigureParts.Period(reader.Language, one.Kind, one.Period),
            string.Join(", ", one.Members.Select(pair => reader.Text(reference.Name(pair.Key, pair.Value)))),
            Written(reader, measure, one.OldValue, one.OldStatus),
            Written(reader, measure, one.NewValue, one.NewStatus),
            // A change of a share would read as a per cent of it.
            one is { OldValue: { } old, NewValue: { } now } && (measure is null || !MeasureFormat.IsShare(measure)) ? (now > old ? "+" : "") + Written(reader, measure, now - old, CellStatus.Ok) : "");
    }

    /// <summary>A value of a measure as the reader writes it, or the word for its status.</summary>
    public static string Written(Reader reader, Measure? measure, decimal? value, CellStatus status) => measure is null
        ? FigureParts.Written(reader, value, status, 0)
        : FigureParts.Written(reader, value * MeasureFormat.Scale(measure), status, MeasureFormat.Decimals(measure), MeasureFormat.Suffix(measure));

    public static IEnumerable<Triangle> Triangles(Reader reader, IReadOnlyList<KnownCount> known)
    {
        foreach (var (measure, title, note) in new[]
        {
            ("crimes_registered", RevisionsText.TriangleCrimes, RevisionsText.TriangleCrimesNote),
            ("intakes", RevisionsText.TriangleIntakes, RevisionsText.TriangleIntakesNote),
        })
        {
            var counts = known.Where(one => one.Measure == measure).ToList();
            var days = counts.Select(one => one.KnownOn).Distinct().Order().TakeLast(MostDays).ToList();
            if (days.Count == 0)
            {
                continue;
            }

            var byYear = counts.GroupBy(one => one.Period, StringComparer.Ordinal).OrderBy(year => year.Key, StringComparer.Ordinal)
                .Select(year => (year.Key, (IReadOnlyList<TriangleCell>)Cells(reader, [.. year], days))).ToList();
            yield return new Triangle(reader.Text(title), reader.Text(note), [.. days.Select(reader.Language.Date)], byYear);
        }
    }

    private static List<TriangleCell> Cells(Reader reader, List<KnownCount> year, List<DateOnly> days)
    {
        var cells = new List<TriangleCell>();
        foreach (var day in days)
        {
            var text = year.Find(one => one.KnownOn == day) is { } one ? FigureParts.Written(reader, one.Value, one.Status, 0) : "";
            cells.Add(new TriangleCell(text, cells.Count > 0 && cells[^1].Text != text));
        }

        return cells;
    }

    private static string Heading(Reader reader, IReadOnlyList<Revision> revisions) => revisions.Count == 0
        ? reader.Text(RevisionsText.HeadingNone)
        : reader.Text(
            revisions.Count == MostListed ? RevisionsText.HeadingMost : RevisionsText.Heading,
            revisions.Count, reader.Language.Date(Publication.Day(revisions[0].PublishedAt)));
}
