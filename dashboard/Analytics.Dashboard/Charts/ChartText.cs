using Analytics.Dashboard.Cells;
using Analytics.Domain.Measures;
using Analytics.Domain;

namespace Analytics.Dashboard.Charts;

public static class ChartText
{
    public static readonly LocalText Chart = new("Chart", "График", "График");
    public static readonly LocalText Map = new("Map", "Карта", "Карта");
    public static readonly LocalText Ranking = new("Ranking", "Рейтинг", "Рейтинг");
    public static readonly LocalText Table = new("Table", "Таблица", "Таблица");
    public static readonly LocalText Method = new("Method", "Метод", "Ыкма");
    public static readonly LocalText Download = new("Download", "Скачать", "Жүктөп алуу");
    public static readonly LocalText Views = new("Views of this figure", "Представления этого рисунка", "Бул сүрөттүн көрүнүштөрү");

    public static readonly LocalText Withheld = new("withheld to protect persons", "скрыто для защиты людей", "адамдарды коргоо үчүн жашырылган");
    public static readonly LocalText WithheldShort = new("withheld", "скрыто", "жашырылган");
    public static readonly LocalText NotReported = new("not reported", "нет данных от источников", "маалымат берилген эмес");
    public static readonly LocalText NotReportedShort = new("not reported", "нет данных", "маалымат жок");
    public static readonly LocalText Provisional = new("provisional, late reports may still change it", "предварительно, поздние данные могут изменить", "алдын ала, кечиккен маалымат өзгөртүшү мүмкүн");
    public static readonly LocalText ProvisionalShort = new("provisional", "предварительно", "алдын ала");
    public static readonly LocalText Interval = new("95 % interval", "95%-ный доверительный интервал", "95 % аралык");
    public static readonly LocalText IntervalNarrow = new("95 % interval, no wider than the mark", "95%-ный доверительный интервал, не шире знака", "95 % аралык, белгиден кең эмес");
    public static readonly LocalText IntervalOf = new("{0} to {1}", "от {0} до {1}", "{0}–{1}");
    public static readonly LocalText SeriesBreak = new("series break", "разрыв ряда", "катардын үзүлүшү");
    public static readonly LocalText Note = new("Note", "Примечание", "Эскертүү");
    public static readonly LocalText Value = new("Value", "Значение", "Маани");
    public static readonly LocalText Unit = new("Unit", "Единица", "Бирдик");
    public static readonly LocalText Events = new("Events", "События", "Окуялар");

    public static readonly LocalText Leads = new(
        "Click a mark to see more of it; the table has the same links.",
        "Щелчок по элементу графика открывает его подробнее; те же ссылки — в таблице.",
        "Графиктеги белгини бассаңыз, ал толугураак ачылат; ошол эле шилтемелер таблицада бар.");
    public static readonly LocalText LeadsFromTable = new(
        "The names open what a click on the chart opens.",
        "Названия открывают то же, что и щелчок по графику.",
        "Аталыштар графикти басканда чыккан нерсенин өзүн ачат.");
    public static readonly LocalText PolicyEvents = new("Policy events", "Значимые события", "Маанилүү окуялар");

    public static readonly LocalText FigureId = new("Figure {0}", "Рисунок {0}", "Сүрөт {0}");
    public static readonly LocalText DataAsOf = new("data as of {0}", "данные на {0}", "маалымат {0} карата");
    public static readonly LocalText Csv = new("CSV, one row a cell", "CSV, строка на ячейку", "CSV, бир катарга бир уяча");
    public static readonly LocalText Xlsx = new("Excel (XLSX)", "Excel (XLSX)", "Excel (XLSX)");
    public static readonly LocalText Json = new("JSON, as the interface gives it", "JSON, как в интерфейсе", "JSON, интерфейстегидей");
    public static readonly LocalText DownloadNote = new(
        "Every file carries unit, source date, status and the figure id. Cite as: {0}.",
        "Каждый файл содержит единицу, дату данных, статус и номер рисунка. Ссылка: {0}.",
        "Ар бир файлда бирдик, маалыматтын күнү, абалы жана сүрөттүн номери бар. Шилтеме: {0}.");

    public static readonly LocalText NoNumbers = new(
        "There is no number to draw for this choice.", "Для этого выбора нет чисел для графика.", "Бул тандоо үчүн тартыла турган сан жок.");
    public static readonly LocalText NoNumbersWithheld = new(
        "Every number for this choice is withheld to protect persons. Choose a wider region or a longer period.",
        "Все числа для этого выбора скрыты для защиты людей. Выберите более крупный регион или более длинный период.",
        "Бул тандоодогу бардык сандар адамдарды коргоо үчүн жашырылган. Чоңураак аймакты же узагыраак мезгилди тандаңыз.");

    public static LocalText? Word(CellStatus status) => status switch
    {
        CellStatus.Withheld => WithheldShort,
        CellStatus.NotReported => NotReportedShort,
        _ => null,
    };
}
