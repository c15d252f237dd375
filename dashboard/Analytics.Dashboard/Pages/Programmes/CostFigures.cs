using Analytics.Dashboard.Access;
using Analytics.Dashboard.Charts;
using Analytics.Dashboard.Localization;
using Analytics.Dashboard.Published;
using Analytics.Dashboard.Shared;
using Analytics.Domain.Disclosure;
using Analytics.Domain.Programmes;

namespace Analytics.Dashboard.Pages.Programmes;

/// <summary>The numbers of one year: persons reached against the target, and what one of them cost.</summary>
public static class CostFigures
{
    public static IReadOnlyList<KeyFigure> Build(Reader reader, ProgrammeChoice chosen, Cell? cell, string reached, CellAnswer credit)
    {
        var source = FigureParts.Source(reader, credit).Line;
        var target = chosen.TargetOf(chosen.Programme!.Code, ProgrammesModel.Assisted, chosen.Year);
        var detail = target is null
            ? $"{chosen.Year}"
            : $"{chosen.Year} · {reader.Text(ProgrammesText.Target)} {reader.Language.Number(target.Value)}" +
                (cell?.Value is { } value ? $" · {reader.Text(ProgrammesText.OfTarget, reader.Language.Percent(value / target.Value, 0))}" : "");
        return [new KeyFigure("persons_assisted", reached, reader.Text(ProgrammesText.Reached), detail, source, "persons", cell?.Value is not null), Cost(reader, chosen, cell, credit.Profile, source)];
    }

    private static KeyFigure Cost(Reader reader, ProgrammeChoice chosen, Cell? cell, Profile profile, string source)
    {
        var budget = CostPerPerson.Budget(
            chosen.Declared.Grants.Where(grant => grant.Programme == chosen.Programme!.Code), new DateOnly(chosen.Year, 1, 1), new DateOnly(chosen.Year, 12, 31));
        var roundedTo = SuppressionPolicy.TryParse(profile.Code(), out var policy) ? policy.RoundingBase : 1;
        // A year that is not over has all of its money and a part of its persons.
        var whole = new DateOnly(chosen.Year, 12, 31) <= chosen.KnownTo;
        if (budget is not { } money || !whole || CostPerPerson.Of(budget, (long?)cell?.Value, roundedTo) is not { } cost)
        {
            var why = budget is null ? ProgrammesText.NoBudget : whole ? ProgrammesText.CostWithheld : ProgrammesText.Status(TargetStatus.TooEarly);
            return new KeyFigure("cost", reader.Text(ProgrammesText.NoCost), reader.Text(ProgrammesText.CostTitle), reader.Text(why), source, "c4", HasNumber: false);
        }

        return new KeyFigure(
            "cost",
            reader.Language.Number(cost.Value),
            reader.Text(ProgrammesText.CostUnit, cost.Currency),
            reader.Text(
                ProgrammesText.CostDetail,
                $"{reader.Text(ChartText.Interval)}: {reader.Text(ChartText.IntervalOf, reader.Language.Number(cost.Lower), reader.Language.Number(cost.Upper))}",
                $"{reader.Language.Number(money.Amount)} {money.Currency}"),
            source,
            "c4",
            HasNumber: true);
    }
}
