using Analytics.Dashboard.Access;
using Analytics.Dashboard.Charts;
using Analytics.Dashboard.Localization;
using Analytics.Dashboard.Published;
using Analytics.Dashboard.Shared;
using Analytics.Domain.Measures;

namespace Analytics.Dashboard.Pages.Programmes;

/// <summary>Persons credited to each donor of a programme in one year.</summary>
public static class CreditFigure
{
    public static SourcedFigure? Build(Reader reader, ProgrammeChoice chosen, Cell? reached, string reachedText, CellAnswer credit)
    {
        var code = chosen.Programme!.Code;
        List<Point> points =
        [
            .. credit.Cells
                .Select(cell => (Cell: cell, Donor: chosen.Declared.Donors.FirstOrDefault(donor => donor.Code == cell.Member(Dimension.Donor))))
                .Where(one => one.Donor is not null)
                .Select(one => FigureParts.Point(reader, one.Donor!.Code, reader.Text(one.Donor.Name), one.Cell, decimals: 1) with { Note = Shares(reader, chosen, code, one.Donor.Code), Href = reader.Address.With((ProgrammesModel.DonorKey, one.Donor.Code), (ProgrammesModel.ProgrammeKey, null)) })
                .OrderByDescending(point => point.Value ?? -1),
        ];
        if (points.Count == 0)
        {
            return null;
        }

        var unit = reader.Text(MeasureCatalogue.Find(ProgrammesModel.Credited)!.UnitName);
        var text = reached is null ? reachedText : reached.Value is { } persons ? reader.Language.Count(persons, UnitText.Persons) : reachedText;
        return new SourcedFigure(
            new Figure
            {
                Shape = FigureShape.Bars,
                Title = reader.Text(ProgrammesText.CreditTitle, chosen.Year),
                Subtitle = reader.Text(ProgrammesText.CreditSubtitle, text),
                Summary = points[0].Value is null
                    ? reader.Text(ChartText.NoNumbersWithheld)
                    : reader.Text(ProgrammesText.CreditSummary, points.Count, points[0].Text, points[0].Label),
                PointHeading = reader.Text(SharedText.Donor),
                Unit = unit,
                Series = [new Series(reader.Text(MeasureCatalogue.Find(ProgrammesModel.Credited)!.Name), "persons", unit, points)],
                Separators = reader.Language.Separators,
                Language = reader.Language.Code,
            },
            FigureParts.Source(reader, credit, new MethodNote(reader.Text(ProgrammesText.CreditTerm), reader.Text(ProgrammesText.CreditRule))));
    }

    private static string? Shares(Reader reader, ProgrammeChoice chosen, string programme, string donor)
    {
        var (from, to) = (new DateOnly(chosen.Year, 1, 1), new DateOnly(chosen.Year, 12, 31));
        var shares = chosen.Declared.Shares.Where(share => share.Programme == programme && share.Donor == donor && share.From <= to && share.Until > from)
            .Select(share => reader.Language.Percent(share.Share, 0)).Distinct(StringComparer.Ordinal).ToList();
        return shares.Count == 0 ? null : reader.Text(ProgrammesText.ShareOf, string.Join(" → ", shares));
    }
}
