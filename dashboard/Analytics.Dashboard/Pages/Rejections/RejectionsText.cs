using Analytics.Domain;

namespace Analytics.Dashboard.Pages.Rejections;

public static class RejectionsText
{
    public static readonly LocalText HeadingNone = new("No rejected row is open", "Открытых отклонённых строк нет", "Ачык четке кагылган саптар жок");
    public static readonly LocalText HeadingSome = new("Rows waiting for a correction: {0}", "Строк ждут исправления: {0}", "Оңдоону күткөн саптар: {0}");
    public static readonly LocalText HeadingOther = new("Rows {1}: {0}", "Строки ({1}): {0}", "Саптар ({1}): {0}");
    public static readonly LocalText Lede = new(
        "Equal errors stand together. Correct them in the downloaded file and upload it, or load them again after a mapping or a code list was put right.",
        "Одинаковые ошибки собраны вместе. Исправьте их в скачанном файле и загрузите его или загрузите строки снова после исправления сопоставления или справочника.",
        "Бирдей каталар чогултулган. Аларды түшүрүлгөн файлда оңдоп, кайра жүктөңүз же дал келтирүү же тизме оңдолгондон кийин саптарды кайра жүктөңүз.");
    public static readonly LocalText NoneNote = new(
        "Nothing to correct for this choice. Rows that a later file has rejected appear here; the filter “State” shows those that were corrected or set aside.",
        "Для этого выбора исправлять нечего. Здесь появятся строки, отклонённые при следующих загрузках; исправленные и отложенные показывает фильтр «Состояние».",
        "Бул тандоо боюнча оңдоочу эч нерсе жок. Кийинки файлдардан четке кагылган саптар ушул жерде чыгат; оңдолгондорду жана четке коюлгандарды «Абалы» чыпкасы көрсөтөт.");
    public static readonly LocalText Feed = new("Feed", "Поток", "Агым");
    public static readonly LocalText Source = new("Source", "Источник", "Булак");
    public static readonly LocalText Batch = new("File", "Файл", "Файл");
    public static readonly LocalText Rule = new("Rule", "Правило", "Эреже");
    public static readonly LocalText Column = new("Column", "Столбец", "Тилке");
    public static readonly LocalText State = new("State", "Состояние", "Абалы");
    public static readonly LocalText Since = new("Received", "Получено", "Келген");
    public static readonly LocalText AnyTime = new("any time", "за всё время", "бардык убакыт");
    public static readonly LocalText Days = new("last {0} days", "за последние {0} дней", "акыркы {0} күн");
    public static readonly LocalText WholeRow = new("the row", "строка целиком", "бүт сап");
    public static readonly LocalText Groups = new("Kinds of errors", "Виды ошибок", "Каталардын түрлөрү");
    public static readonly LocalText Expected = new("Expected", "Ожидалось", "Күтүлгөнү");
    public static readonly LocalText Rows = new("Rows", "Строк", "Саптар");
    public static readonly LocalText Files = new("Files", "Файлов", "Файлдар");
    public static readonly LocalText Actions = new("Actions", "Действия", "Аракеттер");
    public static readonly LocalText Download = new("Download as CSV", "Скачать CSV", "CSV түшүрүү");
    public static readonly LocalText Replay = new("Load again", "Загрузить снова", "Кайра жүктөө");
    public static readonly LocalText Dismiss = new("Dismiss", "Отложить", "Четке коюу");
    public static readonly LocalText Undo = new("Undo", "Вернуть", "Кайтаруу");
    public static readonly LocalText Working = new("The worker is at it …", "Выполняется …", "Аткарылууда …");
    public static readonly LocalText Replayed = new(
        "Loaded again: {0} rows. Still rejected: {1}.", "Загружено снова строк: {0}. По-прежнему отклонено: {1}.", "Кайра жүктөлгөн саптар: {0}. Дагы эле четке кагылганы: {1}.");
    public static readonly LocalText StaysAsItIs = new("Nothing was changed: {0}.", "Ничего не изменено: {0}.", "Эч нерсе өзгөртүлгөн жок: {0}.");
    public static readonly LocalText Dismissed = new("Set aside: {0} rows.", "Отложено строк: {0}.", "Четке коюлган саптар: {0}.");
    public static readonly LocalText Undone = new("Open again: {0} rows.", "Снова открыто строк: {0}.", "Кайра ачылган саптар: {0}.");
    public static readonly LocalText Written = new("The file is ready: {0} rows.", "Файл готов, строк: {0}.", "Файл даяр, саптар: {0}.");
    public static readonly LocalText WrittenHint = new(
        "Correct the columns after \"rejected_expected\" and upload the file to the same source; the first five columns are not loaded and close these rows.",
        "Исправьте столбцы после «rejected_expected» и загрузите файл в тот же источник; первые пять столбцов не загружаются и закрывают эти строки.",
        "«rejected_expected» тилкесинен кийинкилерди оңдоп, файлды ошол эле булакка жүктөңүз; алгачкы беш тилке жүктөлбөйт жана бул саптарды жабат.");
    public static readonly LocalText Failed = new("That did not work: {0}.", "Не удалось: {0}.", "Болгон жок: {0}.");
    public static readonly LocalText List = new("Row by row", "По строкам", "Сап боюнча");
    public static readonly LocalText ListNote = new(
        "Where and what was expected; received values are not shown here.",
        "Где и что ожидалось; полученные значения здесь не показываются.",
        "Кайда жана эмне күтүлгөн; келген маанилер бул жерде көрсөтүлбөйт.");
    public static readonly LocalText Line = new("Line", "Строка", "Сап");
    public static readonly LocalText Received = new("Received", "Получен", "Келген");
    public static readonly LocalText Page = new("Page {0} of {1}", "Страница {0} из {1}", "{1} барактын {0}-барагы");
    public static readonly LocalText Earlier = new("Previous", "Предыдущая", "Мурунку");
    public static readonly LocalText Later = new("Next", "Следующая", "Кийинки");

    public static LocalText StateName(string state) => state switch
    {
        "open" => new("open", "открыта", "ачык"),
        "replayed" => new("loaded again", "загружена снова", "кайра жүктөлдү"),
        "dismissed" => new("set aside", "отложена", "четке коюлду"),
        _ => LocalText.Same(state),
    };
}
