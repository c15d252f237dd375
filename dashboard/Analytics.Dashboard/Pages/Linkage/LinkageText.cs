using Analytics.Domain;

namespace Analytics.Dashboard.Pages.Linkage;

public static class LinkageText
{
    public static readonly LocalText Heading = new("{0} of {1} doubtful pairs reviewed", "Проверено сомнительных пар: {0} из {1}", "Күмөндүү жуптардын текшерилгени: {0}, бардыгы {1}");
    public static readonly LocalText HeadingNone = new("There is nothing to review", "Проверять нечего", "Текшере турган эч нерсе жок");
    public static readonly LocalText Lede = new(
        "Are the two records one person? Only how far they agree is shown, never a name or a date. Ask the organisations to look at their own desks. Decisions hold from the next publication on, and in every later run.",
        "Это один и тот же человек? Показано только, насколько записи совпадают, без имён и дат. Попросите организации проверить у себя. Решения действуют со следующей публикации и во всех последующих запусках.",
        "Эки жазуу бир адамбы? Алардын канчалык дал келгени гана көрсөтүлөт, ысым менен дата эч качан. Уюмдардан өздөрүндө карап көрүүнү сураңыз. Чечимдер кийинки жарыялоодон тартып жана андан кийинки бардык аткарууларда күчүндө.");
    public static readonly LocalText Pair = new("Pair to review", "Пара для проверки", "Текшериле турган жуп");
    public static readonly LocalText Between = new("{0} and {1}", "{0} и {1}", "{0} жана {1}");
    public static readonly LocalText Field = new("Field", "Поле", "Талаа");
    public static readonly LocalText Level = new("Agreement", "Совпадение", "Дал келүү");
    public static readonly LocalText NowLinked = new("Linked by its score, unless you decide otherwise.", "По оценке связаны, если вы не решите иначе.", "Баасы боюнча байланышкан, сиз башкача чечпесеңиз.");
    public static readonly LocalText NowApart = new("Kept apart by its score, unless you decide otherwise.", "По оценке не связаны, если вы не решите иначе.", "Баасы боюнча өз-өзүнчө, сиз башкача чечпесеңиз.");
    public static readonly LocalText Same = new("Same person", "Один человек", "Бир адам");
    public static readonly LocalText Different = new("Different persons", "Разные люди", "Ар башка адам");
    public static readonly LocalText Later = new("Decide later", "Решить позже", "Кийин чечүү");
    public static readonly LocalText Undo = new("Undo the last decision", "Отменить последнее решение", "Акыркы чечимди жокко чыгаруу");
    public static readonly LocalText Keys = new("Keys: S same, D different, L later, U undo.", "Клавиши: S один человек, D разные, L позже, U отменить.", "Баскычтар: S бир адам, D ар башка, L кийин, U жокко чыгаруу.");
    public static readonly LocalText AllDone = new("Every pair of the queue has a decision.", "По каждой паре очереди есть решение.", "Кезектеги ар бир жуп боюнча чечим бар.");
    public static readonly LocalText Progress = new("Progress by probability", "Ход по вероятности", "Ыктымалдык боюнча жүрүш");
    public static readonly LocalText Probability = new("Probability of one person", "Вероятность одного лица", "Бир адам болуу ыктымалдыгы");
    public static readonly LocalText Pairs = new("Pairs", "Пары", "Жуптар");
    public static readonly LocalText Queue = new("To review", "К проверке", "Текшерүүгө");
    public static readonly LocalText Judged = new("Decided", "Решено", "Чечилди");
    public static readonly LocalText FoundSame = new("Same person", "Один человек", "Бир адам");
    public static readonly LocalText Quality = new("How good linkage is", "Качество связывания", "Байланыштыруунун сапаты");
    public static readonly LocalText Precision = new("Precision: share of links that are right", "Точность: доля верных связей", "Тактык: туура байланыштардын үлүшү");
    public static readonly LocalText Recall = new("Recall: share of true links that are found", "Полнота: доля найденных истинных связей", "Толуктук: табылган чыныгы байланыштардын үлүшү");
    public static readonly LocalText ByModel = new("Expected by the model, not measured", "Ожидается по модели, не измерено", "Модель боюнча күтүлөт, өлчөнгөн эмес");
    public static readonly LocalText ByReviewThen = new("By review, last run", "По проверке, последний запуск", "Текшерүү боюнча, акыркы аткаруу");
    public static readonly LocalText ByReview = new("By review so far", "По проверке на сейчас", "Азыркы текшерүү боюнча");
    public static readonly LocalText NotYet = new(
        "not estimated: too few pairs are decided. At least {0} of every row of the table below are needed, or all of them where there are fewer",
        "не оценивается: решено слишком мало пар. Нужно не менее {0} в каждой строке таблицы ниже, а где их меньше — все",
        "бааланбайт: өтө аз жуп чечилген. Төмөнкү таблицанын ар бир сабынан кеминде {0} жуп керек, аз болгон жерде баары");
    public static readonly LocalText Interval = new("{0} (95 % interval {1}–{2})", "{0} (95%-ный доверительный интервал {1}–{2})", "{0} (95 % аралык {1}–{2})");
    public static readonly LocalText Run = new("{0} records with tokens, {1} persons, threshold {2}", "Записей с токенами: {0}, лиц: {1}, порог {2}", "Токени бар {0} жазуу, {1} адам, босого {2}");

    public static readonly LocalText[] Fields =
    [
        new("Given name", "Имя", "Аты"), new("Family name", "Фамилия", "Фамилиясы"), new("Patronymic", "Отчество", "Атасынын аты"),
        new("Date of birth", "Дата рождения", "Туулган күнү"), new("Sex", "Пол", "Жынысы"), new("Place", "Место", "Жери"),
    ];

    public static LocalText LevelName(string level) => level switch
    {
        "agree" => new("agree", "совпадает", "дал келет"),
        "close" => new("close", "близко", "жакын"),
        "differ" => new("differ", "различается", "айырмаланат"),
        _ => new("missing", "нет данных", "маалымат жок"),
    };

    /// <summary>A list as <c>ops.link_review</c> names it.</summary>
    public static LocalText Source(string source) => source switch
    {
        "hotline" => new("Hotline", "Горячая линия", "Ишеним телефону"),
        "register_crime" => new("Crime register", "Реестр преступлений", "Кылмыштар реестри"),
        _ => LocalText.Same(source.Replace("ngo_case ", "", StringComparison.Ordinal)),
    };
}
