using Analytics.Dashboard.Cells;
using Analytics.Dashboard.Charts;
using Analytics.Dashboard.Localization;
using Analytics.Dashboard.Published;
using Analytics.Dashboard.Shared;
using Analytics.Domain;
using Analytics.Domain.Measures;

namespace Analytics.Dashboard.Pages.Trends;

/// <summary>The trends page: one measure over time, whole or split, with the finding in words.</summary>
public sealed record TrendsView(string Heading, string Lede, IReadOnlyList<Filter> Filters, Figure Figure, FigureSource Source, string? KnownOn);

public static class TrendsModel
{
    private const string FigurePrefix = "TR";

    public static async Task<TrendsView> LoadAsync(PublishedData data, Reader reader, CancellationToken token)
    {
        var filters = TrendsFilters.Of(reader.Address);
        var reference = await data.ReferenceAsync(reader.User, token);
        var years = await Periods.OfAsync(data, reader.User, filters.Measure.Id, token);
        var answer = await data.CellsAsync(reader.User, filters.Request(), FigurePrefix, token);
        var reports = await data.CellsAsync(reader.User, TrendsReporting.Request(filters), prefix: null, token);
        var view = Build(reader, filters, reference, years, answer, await data.PublicationDaysAsync(reader.User, token));
        return view with { Figure = view.Figure with { Notes = [.. view.Figure.Notes, .. TrendsReporting.Notes(reader, filters, reports)] } };
    }

    public static TrendsView Build(Reader reader, TrendsFilters filters, Reference reference, IReadOnlyList<PublishedPeriod> periods, CellAnswer answer, IReadOnlyList<DateOnly> publicationDays)
    {
        var figure = TrendsFigure.Build(reader, filters, reference, answer);
        return new TrendsView(
            TrendsFinding.Heading(reader, filters, figure),
            reader.Text(TrendsText.Lede, reader.Text(filters.Measure.UnitName), reader.Text(filters.Measure.Definition)),
            [.. Filters(reader, filters, reference, periods), Shared.KnownOn.Filter(reader, publicationDays)],
            figure,
            FigureParts.Source(
                reader, answer,
                new MethodNote(reader.Text(TrendsText.ChanceTerm), reader.Text(TrendsText.ChanceNote)),
                new MethodNote(reader.Text(TrendsText.EventsTerm), reader.Text(TrendsText.EventsNote))),
            Shared.KnownOn.Banner(reader, answer));
    }

    private static IEnumerable<Filter> Filters(Reader reader, TrendsFilters filters, Reference reference, IReadOnlyList<PublishedPeriod> periods)
    {
        yield return new Filter(reader.Text(SharedText.Measure),
        [
            .. MeasureCatalogue.All.Where(measure => measure.Id != "reasons_not_applied").Select(measure => new FilterChoice(
                reader.Text(measure.Name),
                reader.Address.With(TrendsFilters.MeasureKey, measure.Id),
                measure == filters.Measure,
                measure.Id == TrendsFilters.DefaultMeasure)),
        ]);
        yield return Filter.Of(reader, SharedText.Grain, TrendsFilters.GrainKey,
            [(null, SharedText.Year), ("quarter", SharedText.Quarter), ("month", SharedText.Month)],
            filters.Grain == PeriodKind.Year ? null : filters.Grain.Code());
        yield return PeriodFilter(reader, filters, periods);
        // Only what is published together is offered together; another choice lets go of what it cannot be combined with.
        var splits = filters.Measure.Dimensions.Where(dimension => reference.IsPublished(filters.Measure.Id, filters.Grain, [dimension])).ToList();
        if (splits.Count > 0)
        {
            yield return new Filter(reader.Text(SharedText.Split),
            [
                new(reader.Text(SharedText.Nothing), reader.Address.With(TrendsFilters.SplitKey, null), filters.Split is null, IsDefault: true),
                .. splits.Select(dimension => new FilterChoice(
                    reader.Text(SharedText.Dimension(dimension)), Choose(TrendsFilters.SplitKey, dimension, dimension), dimension == filters.Split)),
            ]);
        }

        foreach (var dimension in splits.Where(dimension => dimension != filters.Split && reference.Of(dimension).Count > 0))
        {
            var chosen = filters.Members.GetValueOrDefault(dimension);
            yield return new Filter(reader.Text(SharedText.Dimension(dimension)),
            [
                new(reader.Text(dimension == Dimension.Region ? SharedText.AllNine : SharedText.AllOf), reader.Address.With(dimension, null), chosen is null, IsDefault: true),
                .. reference.Of(dimension).Select(member => new FilterChoice(reader.Text(member.Name), Choose(dimension, member.Code, dimension), member.Code == chosen)),
            ]);
        }

        string Choose(string key, string value, string dimension)
        {
            var others = filters.Members.Keys.Where(other => other != dimension).ToList();
            var split = key == TrendsFilters.SplitKey ? null : filters.Split;
            var isPublished = reference.IsPublished(filters.Measure.Id, filters.Grain, [dimension, .. others, .. split is null ? Array.Empty<string>() : [split]]);
            return isPublished
                ? reader.Address.With((dimension, null), (key, value))
                : reader.Address.With([.. filters.Members.Keys.Append(TrendsFilters.SplitKey).Select(other => (other, (string?)null)), (key, value)]);
        }
    }

    private static Filter PeriodFilter(Reader reader, TrendsFilters filters, IReadOnlyList<PublishedPeriod> periods)
    {
        var newest = periods.Where(period => period.Kind == PeriodKind.Year).Select(period => period.Start.Year).DefaultIfEmpty().Max();
        List<(string? Name, int? From, int? To)> choices = [(null, null, null)];
        choices.AddRange(periods.Where(period => period.Kind == PeriodKind.Span)
            .Select(span => ((string?)FigureParts.Period(reader.Language, span.Kind, span.Code), (int?)span.Start.Year, (int?)span.End.Year)));
        choices.AddRange(new[] { 5, 3 }.Where(_ => newest > 0).Select(count => ((string?)$"{newest - count + 1}–{newest}", (int?)(newest - count + 1), (int?)newest)));
        return new Filter(reader.Text(SharedText.Period),
        [
            .. choices.Select(choice => new FilterChoice(
                choice.Name ?? reader.Text(SharedText.AllYears),
                reader.Address.With((TrendsFilters.FromKey, Written(choice.From)), (TrendsFilters.ToKey, Written(choice.To))),
                choice.From == filters.FromYear && choice.To == filters.ToYear,
                choice.Name is null)),
        ]);

        static string? Written(int? year) => year is { } known ? $"{known}" : null;
    }
}
