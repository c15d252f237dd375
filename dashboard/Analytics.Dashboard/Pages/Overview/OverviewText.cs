using Analytics.Domain;

namespace Analytics.Dashboard.Pages.Overview;

public static class OverviewText
{
    public static readonly LocalText Lede = new(
        "Key figures for the last complete year, each with its unit, source and date. Every number leads to its series.",
        "Ключевые данные за последний полный год, с единицей, источником и датой. Каждое число ведёт к своему ряду.",
        "Акыркы толук жылдын негизги сандары: бирдиги, булагы жана күнү менен. Ар бир сан өз катарына алып барат.");
    public static readonly LocalText KeyFigures = new("Key figures", "Ключевые данные", "Негизги сандар");
    public static readonly LocalText Against = new(
        "{0} · {1} on {3} ({2})", "{0} · {1} к {3} ({2})", "{0} · {3} жылга карата {1} ({2})");
    public static readonly LocalText AgainstUnknown = new("{0} · {1}: {2}", "{0} · {1}: {2}", "{0} · {1}: {2}");
    public static readonly LocalText AgainstWithinChance = new(
        "{0} · {1}: {2}, no change beyond chance",
        "{0} · {1}: {2}, статистически значимых изменений нет",
        "{0} · {1}: {2}, айырма кокустуктан ашпайт");
    public static readonly LocalText NoYear = new("no year published", "годовых данных нет", "жылдык маалымат жок");
    public static readonly LocalText SourceLoaded = new("{0}, loaded {1}", "{0}, загружено {1}", "{0}, {1} жүктөлгөн");

    public static readonly LocalText Sources = new("How fresh the sources are", "Насколько свежи источники", "Булактар канчалык жаңы");
    public static readonly LocalText SourcesNote = new(
        "A late source makes the newest figures look lower than they are.",
        "Из-за опоздавшего источника последние данные кажутся ниже, чем есть.",
        "Кечиккен булактан улам акыркы сандар чыныгыдан аз көрүнөт.");
    public static readonly LocalText Source = new("Source", "Источник", "Булак");
    public static readonly LocalText Loaded = new("Last loaded", "Последняя загрузка", "Акыркы жүктөө");
    public static readonly LocalText Expected = new("Expected", "Ожидается", "Күтүлөт");
    public static readonly LocalText State = new("State", "Состояние", "Абалы");
    public static readonly LocalText OnTime = new("on time", "вовремя", "убагында");
    public static readonly LocalText Late = new("late", "опаздывает", "кечикти");
    public static readonly LocalText Never = new("never", "никогда", "эч качан");
    public static readonly LocalText EveryDays = new("every {0} days", "каждые {0} дн.", "ар {0} күндө");

    public static readonly LocalText Questions = new("Start with a question", "Начните с вопроса", "Суроодон баштаңыз");
    public static readonly LocalText AskWhere = new("Where are cases not registered?", "Где случаи не регистрируются?", "Окуялар кайда катталбайт?");
    public static readonly LocalText HideQuestions = new("Hide", "Скрыть", "Жашыруу");
    public static readonly LocalText ShowQuestions = new("Show the questions to start with", "Показать вопросы для начала", "Баштапкы суроолорду көрсөтүү");
    public static readonly LocalText ToGlossary = new("What the words mean: glossary", "Что означают термины: словарь", "Терминдердин мааниси: сөздүк");
    public static readonly LocalText AskHowMany = new(
        "How many asked for help, and how many cases became crimes?",
        "Сколько человек обратились за помощью и сколько случаев стали преступлениями?",
        "Канча адам жардам сурады жана канча окуя кылмыш катары катталды?");
    public static readonly LocalText AskReached = new("Did my programme reach its target?", "Достигла ли моя программа цели?", "Менин программам максатына жеттиби?");
    public static readonly LocalText AskChanged = new("Do more persons get help than before?", "Стали ли помогать большему числу людей?", "Жардам алган адамдар көбөйдүбү?");
    public static readonly LocalText AskLate = new("Which files are late?", "Какие файлы опаздывают?", "Кайсы файлдар кечигүүдө?");
    public static readonly LocalText AskSilent = new("Who has not reported?", "Кто не представил отчёт?", "Ким отчет берген жок?");
    public static readonly LocalText AskUnseen = new("How many are on no list at all?", "Сколько людей нет ни в одном списке?", "Эч бир тизмеде жоктор канча?");
    public static readonly LocalText AskOthers = new("What do other reports say, and why does it differ?", "Что говорят другие отчёты и почему цифры расходятся?", "Башка отчеттор эмне дейт жана эмнеге айырмаланат?");
    public static readonly LocalText AskWho = new("What are persons exploited for?", "Для чего эксплуатируют людей?", "Адамдарды эмне үчүн эксплуатациялашат?");
    public static readonly LocalText AskRegions = new("Which regions do victims come from?", "Из каких регионов пострадавшие?", "Жабырлануучулар кайсы аймактардан?");
    public static readonly LocalText AskHotline = new("Did the campaign bring more calls?", "Стало ли после кампании больше звонков?", "Кампаниядан кийин чалуулар көбөйдүбү?");
}
