using Analytics.Dashboard.Access;
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
        filters = filters.Between(years);
        // Neither waits for the other: a filter is answered in the time of the slower.
        var asked = data.CellsAsync(reader.User, filters.Request(), FigurePrefix, token).AsTask();
        var askedReports = data.CellsAsync(reader.User, TrendsReporting.Request(filters), prefix: null, token).AsTask();
        var days = data.PublicationDaysAsync(reader.User, token).AsTask();
        var askedIntakes = TrendsReconciled.Request(filters) is { } intakes ? data.CellsAsync(reader.User, intakes, prefix: null, token).AsTask() : null;
        await Task.WhenAll([asked, askedReports, days, .. askedIntakes is null ? Array.Empty<Task>() : [askedIntakes]]);
        var view = Build(reader, filters, reference, years, await asked, await days);
        return view with
        {
            Figure = view.Figure with
            {
                Notes =
                [
                    .. view.Figure.Notes,
                    .. TrendsReporting.Notes(reader, filters, await askedReports),
                    .. TrendsReconciled.Notes(reader, await asked, askedIntakes is null ? null : await askedIntakes),
                ],
            },
        };
    }

    public static TrendsView Build(Reader reader, TrendsFilters filters, Reference reference, IReadOnlyList<PublishedPeriod> periods, CellAnswer answer, IReadOnlyList<DateOnly> publicationDays)
    {
        var line = TrendsFigure.Line(reader, filters, reference, answer);
        var figure = TrendsFigure.Build(reader, filters, reference, answer);
        return new TrendsView(
            TrendsFinding.Heading(reader, filters, line),
            reader.Text(TrendsText.Lede, reader.Text(filters.Measure.UnitName), reader.Text(filters.Measure.Definition)),
            [.. Filters(reader, filters, reference, periods), KnownOnFilter.Of(reader, publicationDays)],
            figure,
            FigureParts.Source(
                reader, answer,
                new MethodNote(reader.Text(TrendsText.ChanceTerm), reader.Text(TrendsText.ChanceNote)),
                new MethodNote(reader.Text(TrendsText.EventsTerm), reader.Text(TrendsText.EventsNote))),
            Published.KnownOn.Banner(reader, answer));
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
        yield return ViewFilter(reader, filters, reference);
        if (filters.View == TrendsViewKind.Pair)
        {
            yield return YearFilter(reader, periods, TrendsText.Before, TrendsFilters.BeforeKey, filters.Before, filters.After);
            yield return YearFilter(reader, periods, TrendsText.After, TrendsFilters.AfterKey, filters.After, filters.Before);
        }
        else
        {
            var usual = filters.View == TrendsViewKind.Years ? PeriodKind.Quarter : PeriodKind.Year;
            (PeriodKind Kind, Analytics.Domain.LocalText Name)[] grains = [(PeriodKind.Year, SharedText.Year), (PeriodKind.Quarter, SharedText.Quarter), (PeriodKind.Month, SharedText.Month)];
            yield return Filter.Of(reader, SharedText.Grain, TrendsFilters.GrainKey,
                [.. grains.Where(grain => filters.View != TrendsViewKind.Years || grain.Kind != PeriodKind.Year).Select(grain => (grain.Kind == usual ? null : grain.Kind.Code(), grain.Name))],
                filters.Grain == usual ? null : filters.Grain.Code());
            yield return PeriodFilter(reader, filters, periods);
        }

        // Only what is published together is offered together; another choice lets go of what it cannot be combined with.
        var splits = filters.Measure.Dimensions.Where(dimension => reference.IsPublished(filters.Measure.Id, filters.Grain, [dimension])).ToList();
        if (splits.Count > 0 && filters.View is TrendsViewKind.Line or TrendsViewKind.Pair)
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
                new(reader.Text(dimension is Dimension.Region or Dimension.RegionService ? SharedText.AllNine : SharedText.AllOf), reader.Address.With(dimension, null), chosen is null, IsDefault: true),
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

    // A view is offered where what it needs is published; it lets go of what does not fit it.
    private static Filter ViewFilter(Reader reader, TrendsFilters filters, Reference reference)
    {
        var measure = filters.Measure.Id;
        List<FilterChoice> choices = [Choice(TrendsViewKind.Line, TrendsText.ViewLine, null)];
        if (reference.IsPublished(measure, PeriodKind.Year, [Dimension.Region]))
        {
            choices.Add(Choice(TrendsViewKind.Multiples, TrendsText.ViewMultiples, null));
        }

        if (reference.IsPublished(measure, PeriodKind.Quarter, []))
        {
            choices.Add(Choice(TrendsViewKind.Years, TrendsText.ViewYears, null));
        }

        choices.Add(Choice(TrendsViewKind.Pair, TrendsText.ViewPair, filters.Split ?? (reference.IsPublished(measure, PeriodKind.Year, [Dimension.Region]) ? Dimension.Region : null)));
        return new Filter(reader.Text(TrendsText.View), choices);

        FilterChoice Choice(TrendsViewKind view, Analytics.Domain.LocalText name, string? split)
        {
            var kept = filters.View == view || view == TrendsViewKind.Line;
            (string, string?)[] changes = kept
                ? [(TrendsFilters.ViewKey, TrendsFilters.Code(view))]
                :
                [
                    (TrendsFilters.ViewKey, TrendsFilters.Code(view)), (TrendsFilters.SplitKey, split), (TrendsFilters.GrainKey, null),
                    .. filters.Members.Keys.Select(dimension => (dimension, (string?)null)),
                ];
            return new FilterChoice(reader.Text(name), reader.Address.With(changes), filters.View == view, view == TrendsViewKind.Line);
        }
    }

    private static Filter YearFilter(Reader reader, IReadOnlyList<PublishedPeriod> periods, Analytics.Domain.LocalText name, string key, int? chosen, int? other) => new(
        reader.Text(name),
        [
            .. periods.Where(period => period.Kind == PeriodKind.Year && period.Start.Year != other)
                .Select(period => new FilterChoice(period.Code, reader.Address.With(key, period.Code), period.Start.Year == chosen)),
        ]);

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
