using Analytics.Domain;
using Analytics.Domain.Measures;

namespace Analytics.Dashboard.Charts;

[Texts("chart")]
public static partial class ChartText
{
    public static LocalText? Word(CellStatus status) => status switch
    {
        CellStatus.Withheld => WithheldShort,
        CellStatus.NotReported => NotReportedShort,
        _ => null,
    };
}
