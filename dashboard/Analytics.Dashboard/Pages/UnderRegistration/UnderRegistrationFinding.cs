using Analytics.Dashboard.Access;
using Analytics.Dashboard.Charts;
using Analytics.Dashboard.Localization;
using Analytics.Dashboard.Published;
using Analytics.Dashboard.Shared;
using Analytics.Domain;
using Analytics.Domain.Measures;
using static Analytics.Dashboard.Pages.UnderRegistration.UnderRegistrationModel;

namespace Analytics.Dashboard.Pages.UnderRegistration;

/// <summary>What the steps say, in words and in three numbers, computed from the cells of the period.</summary>
public static class UnderRegistrationFinding
{
    public static string Heading(Reader reader, UnderRegistrationAnswers answers, string periodName)
    {
        var (persons, crimes) = (answers.Count(Assisted), answers.Count(Registered));
        if (persons?.Value is not { } assisted || crimes?.Value is not { } registered)
        {
            return reader.Text(UnderRegistrationText.HeadingUnknown, periodName, Written(reader, persons, UnitText.Persons), Written(reader, crimes, UnitText.Crimes));
        }

        return reader.Text(
            registered < assisted ? UnderRegistrationText.HeadingFewer : UnderRegistrationText.HeadingMore,
            reader.Language.Count(assisted, UnitText.Persons),
            reader.Language.Count(registered, UnitText.Crimes),
            periodName);
    }

    public static string Lede(Reader reader, UnderRegistrationAnswers answers) =>
        answers.Ratio(Per100)?.Value is { } ratio
            ? reader.Text(UnderRegistrationText.Lede, reader.Language.Number(ratio, 1))
            : reader.Text(UnderRegistrationText.LedeUnknown);

    public static IReadOnlyList<KeyFigure> KeyFigures(Reader reader, UnderRegistrationAnswers answers, string periodName)
    {
        var gap = answers.Ratio(Gap);
        var ratio = answers.Ratio(Per100);
        var discontinued = answers.Count(Discontinued);
        var source = $"{reader.Text(UnitText.Feed("ngo_case"))}, {reader.Text(UnitText.Feed("register_crime"))}";
        return
        [
            Figure(Gap, gap, UnderRegistrationText.GapLabel, decimals: 1, scale: 100, suffix: Language.PercentSign),
            Figure(Per100, ratio, UnderRegistrationText.PerHundredLabel, decimals: 1),
            Figure(Discontinued, discontinued, UnderRegistrationText.DiscontinuedOf, colour: "crimes"),
        ];

        KeyFigure Figure(string id, Cell? cell, LocalText label, int decimals = 0, decimal scale = 1, string suffix = "", string colour = "crimes")
        {
            var point = FigureParts.Point(reader, id, "", cell, decimals, scale, suffix);
            var registered = answers.Count(Registered)?.Value is { } all ? reader.Language.Number(all) : "–";
            var detail = point.IntervalText is { } interval ? $"{periodName} · {reader.Text(ChartText.Interval)}: {interval}" : periodName;
            return new KeyFigure(id, point.Text, reader.Text(label, registered), detail, source, colour, point.Value is not null);
        }
    }

    private static string Written(Reader reader, Cell? cell, PluralText noun) => cell?.Value is { } value
        ? reader.Language.Count(value, noun)
        : $"{reader.Language.Noun(5, noun)}: {FigureParts.Written(reader, null, cell?.Status ?? CellStatus.NotReported, 0)}";
}
