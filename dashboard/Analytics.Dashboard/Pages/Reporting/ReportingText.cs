using Analytics.Dashboard.Access;
using Analytics.Domain;

namespace Analytics.Dashboard.Pages.Reporting;

[Texts("reporting")]
public static partial class ReportingText
{
    public static GridCell Cell(Reader reader, ReportState state, bool nil) => (state, nil) switch
    {
        (ReportState.Late, true) => new("nil-late", "0!", reader.Text(LateShort), reader.Text(NilLateLong)),
        (ReportState.OnTime or ReportState.Received, true) => new("nil", "0", reader.Text(NilShort), reader.Text(NilLong)),
        (ReportState.OnTime, _) => new("on-time", "✓", reader.Text(OnTimeShort), reader.Text(OnTimeLong)),
        (ReportState.Late, _) => new("late", "✓!", reader.Text(LateShort), reader.Text(LateLong)),
        (ReportState.Received, _) => new("received", "✓?", reader.Text(ReceivedShort), reader.Text(ReceivedLong)),
        (ReportState.Missing, _) => new("missing", "✕", reader.Text(MissingShort), reader.Text(MissingLong)),
        _ => new("not-due", "…", reader.Text(NotDueShort), reader.Text(NotDueLong)),
    };

    public static GridCell NotOwed(Reader reader) => new("not-owed", "–", "", reader.Text(NotOwedLong));

    public static IReadOnlyList<GridCell> Legend(Reader reader) =>
    [
        Cell(reader, ReportState.OnTime, nil: false),
        Cell(reader, ReportState.Late, nil: false),
        Cell(reader, ReportState.OnTime, nil: true),
        Cell(reader, ReportState.Late, nil: true),
        Cell(reader, ReportState.Received, nil: false),
        Cell(reader, ReportState.Missing, nil: false),
        Cell(reader, ReportState.NotDue, nil: false),
        NotOwed(reader),
    ];
}
