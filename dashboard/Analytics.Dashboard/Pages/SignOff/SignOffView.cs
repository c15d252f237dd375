using Analytics.Dashboard.Access;
using Analytics.Dashboard.Localization;
using Analytics.Dashboard.Shared;
using Analytics.Domain;

namespace Analytics.Dashboard.Pages.SignOff;

/// <summary>Every month of every source, and the part of them that the address asks for.</summary>
public sealed record SignOffView(IReadOnlyList<ReviewedMonth> Months, ILookup<(string, DateOnly), ReviewStep> Steps)
{
    private const string SourceKey = "source";
    private const string ShowKey = "show";
    private const string ShowAll = "all";

    public IReadOnlyList<ReviewedMonth> Shown(Reader reader) =>
    [
        .. Months.Where(month =>
            (reader.Address.Value(SourceKey) is not { } source || month.SourceId == source) && (reader.Address.Value(ShowKey) == ShowAll || month.IsOpen)),
    ];

    public string Heading(Reader reader)
    {
        var waiting = Months.Count(month => month.State != ReviewState.Published);
        var changed = Months.Count(month => month.IsChangedSince);
        return Months.Count == 0 ? reader.Text(SignOffText.HeadingNone)
            : changed > 0 ? reader.Text(SignOffText.HeadingChanged, waiting, changed)
            : waiting == 0 ? reader.Text(SignOffText.HeadingDone) : reader.Text(SignOffText.HeadingOpen, waiting);
    }

    public IReadOnlyList<Filter> Filters(Reader reader) =>
    [
        Filter.Of(reader, SignOffText.Show, ShowKey, [(null, SignOffText.Open), (ShowAll, SignOffText.All)], reader.Address.Value(ShowKey)),
        Filter.Of(
            reader, SignOffText.Source, SourceKey,
            [(null, SignOffText.AllSources), .. Months.Select(month => month.SourceId).Distinct().Order(StringComparer.Ordinal).Select(id => ((string?)id, LocalText.Same(id)))],
            reader.Address.Value(SourceKey)),
    ];
}
