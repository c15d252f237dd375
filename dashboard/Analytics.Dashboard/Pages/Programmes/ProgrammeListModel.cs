using Analytics.Dashboard.Access;
using Analytics.Dashboard.Charts;
using Analytics.Dashboard.Localization;
using Analytics.Dashboard.Published;
using Analytics.Domain.Measures;
using Analytics.Domain.Programmes;

namespace Analytics.Dashboard.Pages.Programmes;

/// <summary>All programmes of a donor, or of everybody: each with its target and result of one year.</summary>
public static class ProgrammeListModel
{
    public static ProgrammesView Build(Reader reader, ProgrammeChoice chosen, CellAnswer answer)
    {
        if (chosen.Declared.Programmes.Count == 0)
        {
            return new ProgrammesView(reader.Text(ProgrammesText.HeadingNone), reader.Text(ProgrammesText.HowToDeclare), [], [], [], [], null, null);
        }

        var measure = MeasureCatalogue.Find(ProgrammesModel.Assisted)!;
        var rows = TargetFigure.Rows(reader, chosen, measure,
        [
            .. from programme in chosen.Programmes
               let targets = chosen.EntriesOf(programme.Code, ProgrammesModel.Assisted, chosen.Year)
               where targets.Count > 0
               let cell = answer.Cells.FirstOrDefault(one => one.Start.Year == chosen.Year && one.Member(Dimension.Programme) == programme.Code)
               select (programme.Code, reader.Text(programme.Name), (string?)reader.Address.With(ProgrammesModel.ProgrammeKey, programme.Code), chosen.Year, targets, cell),
        ]);
        var reached = rows.Count(row => row.Status == TargetStatus.Reached);
        var whose = chosen.Donor is { } donor ? reader.Text(chosen.Declared.Donors.First(one => one.Code == donor).Name) : reader.Text(ProgrammesText.AllProgrammes);
        return new ProgrammesView(
            reader.Text(ProgrammesText.HeadingAll, rows.Count, whose, reader.Language.Number(reached), chosen.Year),
            reader.Text(ProgrammesText.LedeAll),
            ProgrammesModel.Filters(reader, chosen),
            rows,
            [],
            [],
            null,
            null)
        {
            ListSource = FigureParts.Source(reader, answer).Line,
        };
    }
}
