using Analytics.Domain;

namespace Analytics.Dashboard.Pages.DataIn;

public static class DataInText
{
    public static readonly LocalText HeadingNone = new("No file has come in yet", "Файлов пока не поступало", "Азырынча файл келген жок");
    public static readonly LocalText HeadingClean = new(
        "The last {0} files loaded without a rejected row", "Последние файлы ({0}) загружены без отклонённых строк", "Акыркы {0} файл четке кагылган катарсыз жүктөлдү");
    public static readonly LocalText HeadingProblems = new(
        "{0} rows wait for a correction, {1} files were refused", "Ожидают исправления строк: {0}, не принято файлов: {1}", "{0} катар оңдоону күтөт, {1} файл кабыл алынган жок");
    public static readonly LocalText Lede = new(
        "Nothing is dropped silently: every row read was inserted, updated, unchanged, deleted or rejected.",
        "Ничто не теряется молча: каждая прочитанная строка добавлена, обновлена, не изменилась, удалена или отклонена.",
        "Эч нерсе унчукпай жоголбойт: окулган ар бир катар кошулган, жаңыртылган, өзгөргөн эмес, өчүрүлгөн же четке кагылган.");
    public static readonly LocalText Rejected = new("Rows that were rejected", "Отклонённые строки", "Четке кагылган катарлар");
    public static readonly LocalText RejectedNote = new(
        "What was expected and where; received values are not shown.",
        "Что ожидалось и где; полученные значения не показываются.",
        "Эмне күтүлгөнү жана кайда; келген маанилер көрсөтүлбөйт.");
    public static readonly LocalText Correct = new("Correct them", "Исправить", "Оңдоо");
    public static readonly LocalText Batches = new("Files received", "Полученные файлы", "Келген файлдар");
    public static readonly LocalText BatchesNote = new(
        "Newest first. Read is always the sum of the five next to it.",
        "Сначала новые. «Прочитано» всегда равно сумме пяти соседних чисел.",
        "Адегенде жаңылары. «Окулду» дайыма жанындагы беш сандын суммасы.");
    public static readonly LocalText Feed = new("Feed", "Поток", "Агым");
    public static readonly LocalText Column = new("Column", "Столбец", "Мамыча");
    public static readonly LocalText Expected = new("Expected", "Ожидалось", "Күтүлгөнү");
    public static readonly LocalText Rows = new("Rows", "Строк", "Катар");
    public static readonly LocalText Example = new("For example", "Например", "Мисалы");
    public static readonly LocalText Received = new("Received", "Получен", "Келген");
    public static readonly LocalText File = new("File", "Файл", "Файл");
    public static readonly LocalText Source = new("Source", "Источник", "Булак");
    public static readonly LocalText State = new("State", "Состояние", "Абалы");
    public static readonly LocalText Loaded = new("loaded", "загружен", "жүктөлдү");
    public static readonly LocalText Refused = new("refused", "не принято", "кабыл алынган жок");

    public static readonly IReadOnlyList<LocalText> Counts =
    [
        new("Read", "Прочитано", "Окулду"),
        new("Inserted", "Добавлено", "Кошулду"),
        new("Updated", "Обновлено", "Жаңыртылды"),
        new("Unchanged", "Без изменений", "Өзгөргөн жок"),
        new("Deleted", "Удалено", "Өчүрүлдү"),
        new("Rejected", "Отклонено", "Четке кагылды"),
    ];
}
