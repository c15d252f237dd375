using Analytics.Dashboard.Localization;
using Analytics.Domain;

namespace Analytics.Dashboard.Pages.Reporting;

public static class ReportingText
{
    public static readonly LocalText HeadingNone = new(
        "No report is expected of anybody yet", "Пока ни от кого не ожидается отчётов", "Азырынча эч кимден отчет күтүлбөйт");
    public static readonly LocalText Heading = new(
        "{1} of {2} reports for {0} have come", "За {0} год получено отчётов: {1} из {2}", "{0}-жыл үчүн {2} отчеттон {1} келди");
    public static readonly LocalText HeadingSilent = new(
        "{1} of {2} reports for {0} have come; silent organisations: {3}",
        "За {0} год получено отчётов: {1} из {2}; не отчитываются организации: {3}",
        "{0}-жыл үчүн {2} отчеттон {1} келди; унчукпай калган уюмдар: {3}");
    public static readonly LocalText Lede = new(
        "Who owed a report for which month, and what came. A nil report is a report: it came, and it says zero.",
        "Кто и за какой месяц должен был отчитаться и что поступило. Нулевой отчёт – тоже отчёт: он получен и в нём ноль.",
        "Ким кайсы ай үчүн отчет бериши керек эле жана эмне келди. Нөлдүк отчет да отчет: ал келди жана анда нөл.");
    public static readonly LocalText HowToDeclare = new(
        "What is owed is declared with a source, in appsettings.json of the data folder, under Reports.",
        "Кто и что должен представлять, указывается у источника в файле appsettings.json папки данных, раздел Reports.",
        "Ким эмне бериши керектиги маалымат папкасындагы appsettings.json файлында, булактын Reports бөлүгүндө көрсөтүлөт.");
    public static readonly LocalText Feed = new("Reports", "Отчёты", "Отчеттор");
    public static readonly LocalText Year = new("Year", "Год", "Жыл");
    public static readonly LocalText Silences = new("Gone quiet", "Перестали отчитываться", "Отчет бербей калгандар");
    public static readonly LocalText Quiet = new("{0}: quiet for {1}; the last report is for {2}", "{0}: нет отчётов {1}; последний отчёт за {2}", "{0}: {1} бою отчет жок; акыркы отчет: {2}");
    public static readonly LocalText NeverReported = new("{0}: quiet for {1}; no report ever came", "{0}: нет отчётов {1}; отчётов не было ни разу", "{0}: {1} бою отчет жок; бир да жолу келген эмес");
    public static readonly LocalText Grid = new("Organisations and months", "Организации и месяцы", "Уюмдар жана айлар");
    public static readonly LocalText Organisation = new("Organisation", "Организация", "Уюм");
    public static readonly LocalText ReceivedOf = new("Received", "Получено", "Келди");
    public static readonly LocalText Late = new("Late", "С опозданием", "Кечиккен");
    public static readonly LocalText Missing = new("Missing", "Нет", "Жок");
    public static readonly LocalText Of = new("{0} of {1}", "{0} из {1}", "{1} ичинен {0}");
    public static readonly LocalText Due = new("Due by {0}", "Срок – {0}", "Мөөнөтү: {0}");
    public static readonly LocalText Came = new("came on {0}", "получен {0}", "{0} келди");
    public static readonly LocalText SortBy = new("Sort by: {0}", "Сортировать: {0}", "Иреттөө: {0}");
    public static readonly LocalText NotOwedLong = new("no report is owed", "отчёт не требуется", "отчет талап кылынбайт");

    private static readonly LocalText s_onTime = new("in time", "в срок", "убагында");
    private static readonly LocalText s_onTimeLong = new("received in time", "получен в срок", "убагында келди");
    private static readonly LocalText s_late = new("late", "поздно", "кеч");
    private static readonly LocalText s_lateLong = new("received late", "получен с опозданием", "кечигип келди");
    private static readonly LocalText s_received = new("came", "есть", "келди");
    private static readonly LocalText s_receivedLong = new(
        "received with an archive; when it first came is not known", "получен с архивом, первоначальная дата неизвестна", "архив менен келди, алгач качан келгени белгисиз");
    private static readonly LocalText s_missing = new("missing", "нет", "жок");
    private static readonly LocalText s_missingLong = new("missing, past due", "не получен, срок прошёл", "келген жок, мөөнөтү өттү");
    private static readonly LocalText s_notDue = new("not due", "срок", "мөөнөт");
    private static readonly LocalText s_notDueLong = new("not due yet", "срок ещё не наступил", "мөөнөтү келе элек");
    private static readonly LocalText s_nil = new("nil", "ноль", "нөл");
    private static readonly LocalText s_nilLong = new("nil report: received, zero", "нулевой отчёт: получен, ноль", "нөлдүк отчет: келди, нөл");
    private static readonly LocalText s_nilLateLong = new("nil report, received late", "нулевой отчёт, получен с опозданием", "нөлдүк отчет, кечигип келди");

    public static GridCell Cell(Reader reader, ReportState state, bool nil) => (state, nil) switch
    {
        (ReportState.Late, true) => new("nil-late", "0!", reader.Text(s_late), reader.Text(s_nilLateLong)),
        (ReportState.OnTime or ReportState.Received, true) => new("nil", "0", reader.Text(s_nil), reader.Text(s_nilLong)),
        (ReportState.OnTime, _) => new("on-time", "✓", reader.Text(s_onTime), reader.Text(s_onTimeLong)),
        (ReportState.Late, _) => new("late", "✓!", reader.Text(s_late), reader.Text(s_lateLong)),
        (ReportState.Received, _) => new("received", "✓?", reader.Text(s_received), reader.Text(s_receivedLong)),
        (ReportState.Missing, _) => new("missing", "✕", reader.Text(s_missing), reader.Text(s_missingLong)),
        _ => new("not-due", "…", reader.Text(s_notDue), reader.Text(s_notDueLong)),
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
