using System.Globalization;
using Analytics.Contracts;
using Analytics.Dashboard.Access;
using Analytics.Dashboard.Localization;
using Analytics.Dashboard.Published;
using Analytics.Dashboard.Shared;
using Analytics.Domain;

namespace Analytics.Dashboard.Pages.Rejections;

/// <summary>The filter in the address, and its choices.</summary>
public static class RejectionsModel
{
    private const string All = "all";
    private static readonly int[] s_days = [7, 30, 90];

    /// <summary>Without a state in the address, open rows are meant.</summary>
    /// <param name="rights">Whoever is limited to sources sees one of them at a time.</param>
    public static (RejectionFilter Filter, int Page) Read(Address address, Rights rights, DateTimeOffset now)
    {
        var days = Number(address.Value("days"));
        return (
            new RejectionFilter(
                address.Value("feed"),
                address.Value("source") is { } source && rights.MaySource(source) ? source : rights.Sources.Order(StringComparer.Ordinal).FirstOrDefault(),
                Number(address.Value("batch")),
                address.Value("rule"),
                address.Value("column") is { } column ? column == "-" ? "" : column : null,
                address.Value("state") switch { null => "open", All => null, var state => state },
                days is > 0 and < 10_000 ? Publication.Day(now).AddDays(-(int)days.Value) : null),
            (int)Math.Clamp(Number(address.Value("page")) ?? 1, 1, 100_000));
    }

    public static IReadOnlyList<Filter> Filters(Reader reader, RejectionsView view)
    {
        var filter = view.Filter;
        return
        [
            One(reader, RejectionsText.Feed, "feed", view.Choices.Sources.Select(s => s.Feed).Distinct(StringComparer.Ordinal).Select(f => (f, UnitText.Feed(f))), filter.Feed),
            One(reader, RejectionsText.Source, "source", view.Choices.Sources.Where(s => filter.Feed is null || s.Feed == filter.Feed).Select(s => (s.Source, LocalText.Same(s.Source))), filter.Source),
            One(
                reader,
                RejectionsText.Batch,
                "batch",
                view.Choices.Batches.Select(b => (Text(b.BatchId), LocalText.Same($"{b.FileName} ({b.BatchId})"))),
                filter.Batch is { } batch ? Text(batch) : null),
            One(reader, RejectionsText.Column, "column", Known(view.Groups.Select(g => g.Column), filter.Column).Select(c => (c.Length == 0 ? "-" : c, ColumnName(c))), filter.Column is { } column ? column.Length == 0 ? "-" : column : null),
            One(reader, RejectionsText.Rule, "rule", Known(view.Groups.Select(g => g.Rule), filter.Rule).Select(r => (r, LocalText.Same(r))), filter.Rule),
            Change(
                reader,
                RejectionsText.State,
                "state",
                [(null, RejectionsText.StateName("open")), ("replayed", RejectionsText.StateName("replayed")), ("dismissed", RejectionsText.StateName("dismissed")), (All, SharedText.AllOf)],
                filter.State == "open" ? null : filter.State ?? All),
            Change(
                reader,
                RejectionsText.Since,
                "days",
                [(null, RejectionsText.AnyTime), .. s_days.Select(d => ((string?)Text(d), RejectionsText.Days.For(d).With(d)))],
                reader.Address.Value("days")),
        ];
    }

    /// <summary>The rows of a group, within what is filtered already.</summary>
    public static RejectionFilter Of(RejectionGroup group, RejectionFilter filter) =>
        filter with { Feed = group.Feed, Source = group.SourceId, Rule = group.Rule, Column = group.Column };

    public static LocalText ColumnName(string column) => column.Length == 0 ? RejectionsText.WholeRow : LocalText.Same(column);

    private static IEnumerable<string> Known(IEnumerable<string> shown, string? chosen) =>
        shown.Concat(chosen is null ? [] : [chosen]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    private static Filter One(Reader reader, LocalText name, string key, IEnumerable<(string Value, LocalText Name)> choices, string? chosen) =>
        Change(reader, name, key, [(null, SharedText.AllOf), .. choices.Select(c => ((string?)c.Value, c.Name))], chosen);

    /// <summary>Another choice begins at the first page.</summary>
    private static Filter Change(Reader reader, LocalText name, string key, IReadOnlyList<(string? Value, LocalText Name)> choices, string? chosen) => new(
        reader.Text(name),
        [.. choices.Select(c => new FilterChoice(reader.Text(c.Name), reader.Address.With((key, c.Value), ("page", null)), c.Value == chosen, c.Value is null))]);

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static long? Number(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
