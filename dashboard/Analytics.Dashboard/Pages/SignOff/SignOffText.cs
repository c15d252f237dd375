using Analytics.Domain;

namespace Analytics.Dashboard.Pages.SignOff;

public static class SignOffText
{
    public static readonly LocalText HeadingNone = new("Nothing to sign off yet", "Пока нечего утверждать", "Азырынча бекитүүгө эч нерсе жок");
    public static readonly LocalText HeadingDone = new("Every month is signed off", "Все месяцы утверждены", "Бардык айлар бекитилди");
    public static readonly LocalText HeadingOpen = new("Months that wait for a decision: {0}", "Месяцев, ожидающих решения: {0}", "Чечимди күткөн айлар: {0}");
    public static readonly LocalText HeadingChanged = new(
        "Months that wait for a decision: {0}; changed after sign-off: {1}",
        "Месяцев, ожидающих решения: {0}; изменились после утверждения: {1}",
        "Чечимди күткөн айлар: {0}; бекитилгенден кийин өзгөргөнү: {1}");
    public static readonly LocalText Lede = new(
        "A month of a source goes from draft to reviewed to published. Figures stay provisional until every month behind them is published; a later change is then shown as a revision. A decision takes effect with the next publication.",
        "Месяц источника проходит путь: черновик, проверено, утверждено. Показатели остаются предварительными, пока не утверждены все месяцы, из которых они получены; более позднее изменение показывается как пересмотр. Решение вступает в силу со следующей публикацией.",
        "Булактын айы үч баскычтан өтөт: долбоор, текшерилди, бекитилди. Көрсөткүчтүн бардык айлары бекитилмейинче ал алдын ала деп эсептелет; кийинки өзгөрүү кайра кароо катары көрсөтүлөт. Чечим кийинки жарыялоодон баштап күчүнө кирет.");
    public static readonly LocalText Show = new("Show", "Показать", "Көрсөтүү");
    public static readonly LocalText Open = new("waiting", "ожидающие", "күткөндөр");
    public static readonly LocalText All = new("all months", "все месяцы", "бардык айлар");
    public static readonly LocalText AllSources = new("all sources", "все источники", "бардык булактар");
    public static readonly LocalText Source = new("Source", "Источник", "Булак");
    public static readonly LocalText Month = new("Month", "Месяц", "Ай");
    public static readonly LocalText State = new("State", "Состояние", "Абалы");
    public static readonly LocalText Files = new("Files", "Файлов", "Файлдар");
    public static readonly LocalText Received = new("Last received", "Последний получен", "Акыркысы келген");
    public static readonly LocalText Rejected = new("Rejected rows", "Отклонено строк", "Четке кагылган саптар");
    public static readonly LocalText Flags = new("To note", "На заметку", "Эскертүү");
    public static readonly LocalText Select = new("Choose {0}, {1}", "Выбрать {0}, {1}", "Тандоо: {0}, {1}");
    public static readonly LocalText SelectAll = new("Choose all shown", "Выбрать все показанные", "Көрсөтүлгөндөрдүн баарын тандоо");
    public static readonly LocalText Selected = new("Chosen: {0}", "Выбрано: {0}", "Тандалды: {0}");
    public static readonly LocalText Review = new("Mark as reviewed", "Отметить как проверенные", "Текшерилди деп белгилөө");
    public static readonly LocalText Publish = new("Sign off as published", "Утвердить для публикации", "Жарыялоо үчүн бекитүү");
    public static readonly LocalText Back = new("One step back", "На шаг назад", "Бир кадам артка");
    public static readonly LocalText Comment = new("Comment", "Комментарий", "Комментарий");
    public static readonly LocalText CommentHint = new("a step back needs a reason", "для шага назад нужна причина", "артка кадам үчүн себеп керек");
    public static readonly LocalText NeedsReason = new("Say why, in the comment: a step back needs a reason.", "Укажите причину в комментарии: без неё шаг назад невозможен.", "Комментарийде себебин жазыңыз: ансыз артка кадам болбойт.");
    public static readonly LocalText NothingMoves = new("None of the chosen months can take this step.", "Ни один из выбранных месяцев не может сделать этот шаг.", "Тандалган айлардын бири да бул кадамды жасай албайт.");
    public static readonly LocalText Done = new("Done for {0} of {1} chosen months.", "Выполнено для месяцев: {0} из {1} выбранных.", "Тандалган {1} айдын {0} аткарылды.");
    public static readonly LocalText Undo = new("Undo", "Отменить", "Жокко чыгаруу");
    public static readonly LocalText Undone = new("Undone for {0} months.", "Отменено для месяцев: {0}.", "{0} ай үчүн жокко чыгарылды.");
    public static readonly LocalText UndoReason = new("undone", "отменено", "жокко чыгарылды");
    public static readonly LocalText History = new("history", "история", "тарыхы");
    public static readonly LocalText Late = new("came late", "поступило с опозданием", "кечигип келди");
    public static readonly LocalText ChangedSince = new("a file came after sign-off", "после утверждения поступил файл", "бекитилгенден кийин файл келди");
    public static readonly LocalText OpenFindings = new("quality findings in its files: {0}", "замечаний к качеству файлов: {0}", "файлдарынын сапатына эскертүүлөр: {0}");
    public static readonly LocalText NothingCame = new("no rows came", "строк не поступало", "сап келген жок");
    public static readonly LocalText NothingShown = new("No month waits for a decision.", "Ни один месяц не ожидает решения.", "Чечимди күткөн ай жок.");

    public static LocalText StateName(string state) => state switch
    {
        ReviewState.Draft => new("draft", "черновик", "долбоор"),
        ReviewState.Reviewed => new("reviewed", "проверено", "текшерилди"),
        _ => new("published", "утверждено", "бекитилди"),
    };
}
