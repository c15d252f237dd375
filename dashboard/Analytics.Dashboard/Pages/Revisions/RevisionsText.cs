using Analytics.Domain;

namespace Analytics.Dashboard.Pages.Revisions;

public static class RevisionsText
{
    public static readonly LocalText HeadingNone = new("No signed-off figure has been revised", "Утверждённые показатели не пересматривались", "Бекитилген көрсөткүчтөр кайра каралган эмес");
    public static readonly LocalText Heading = new("Signed-off figures revised: {0}, last on {1}", "Пересмотрено утверждённых показателей: {0}, последний раз {1}", "Кайра каралган бекитилген көрсөткүчтөр: {0}, акыркысы {1}");
    public static readonly LocalText HeadingMost = new("The {0} newest revisions, the last on {1}", "Последние пересмотры ({0}), самый новый — {1}", "Акыркы {0} кайра кароо, эң жаңысы – {1}");
    public static readonly LocalText Lede = new(
        "A figure that was signed off and changed later, because a corrected or late file came, is listed with what it was and what it is. What was withheld stays so on both sides.",
        "Здесь перечислены показатели, которые были утверждены и позже изменились из-за исправленных или поздних файлов: прежнее и новое значение. Скрытое остаётся скрытым с обеих сторон.",
        "Бекитилип, кийин оңдолгон же кечиккен файлдан улам өзгөргөн көрсөткүчтөр: мурдагы жана жаңы мааниси. Жашырылганы эки жакта тең жашыруун бойдон калат.");
    public static readonly LocalText Show = new("Show", "Показать", "Көрсөтүү");
    public static readonly LocalText Whole = new("whole counts", "общие числа", "жалпы сандар");
    public static readonly LocalText Every = new("every cut", "все разрезы", "бардык бөлүүлөр");
    public static readonly LocalText Title = new("What changed", "Что изменилось", "Эмне өзгөрдү");
    public static readonly LocalText Published = new("Published", "Опубликовано", "Жарыяланган");
    public static readonly LocalText Measure = new("Measure", "Показатель", "Көрсөткүч");
    public static readonly LocalText Period = new("Period", "Период", "Мезгил");
    public static readonly LocalText Cut = new("Of", "Разрез", "Бөлүү");
    public static readonly LocalText Old = new("Was", "Было", "Мурда");
    public static readonly LocalText New = new("Is", "Стало", "Азыр");
    public static readonly LocalText Change = new("Change", "Изменение", "Өзгөрүү");
    public static readonly LocalText Number = new("publication {0}", "публикация {0}", "{0}-жарыялоо");
    public static readonly LocalText TriangleCrimes = new("How crimes registered became known", "Как становились известны зарегистрированные преступления", "Катталган кылмыштар кандайча белгилүү болду");
    public static readonly LocalText TriangleIntakes = new("How intakes became known", "Как становились известны приёмы", "Кабыл алуулар кандайча белгилүү болду");
    public static readonly LocalText TriangleCrimesNote = new(
        "Crimes by year of registration, as the register's files told it by the evening of each day.",
        "Преступления по году регистрации, какими их показывали файлы реестра к вечеру каждого дня.",
        "Каттоо жылы боюнча кылмыштар: ар бир күндүн кечине карата реестр файлдары көрсөткөндөй.");
    public static readonly LocalText TriangleIntakesNote = new(
        "Intakes by year, as they were published on each day; protected as they were then.",
        "Приёмы по годам, как они были опубликованы в каждый из дней, с той же защитой, что и тогда.",
        "Жылдар боюнча кабыл алуулар: ар бир күнү жарыялангандай, ошол кездеги коргоо менен.");
    public static readonly LocalText Year = new("Year", "Год", "Жыл");
    public static readonly LocalText Revised = new("revised on {0}: was {1}", "пересмотрено {0}: было {1}", "{0} кайра каралган: мурда {1}");
    public static readonly LocalText RevisedNote = new(
        "{0}: revised on {1} in publication {2}; it was {3}.",
        "{0}: пересмотрено {1}, публикация {2}; было {3}.",
        "{0}: {1} кайра каралган, {2}-жарыялоо; мурда {3}.");
    public static readonly LocalText MoreRevised = new("{0} more cells were revised after sign-off.", "Ещё ячеек, пересмотренных после утверждения: {0}.", "Бекитилгенден кийин дагы {0} уяча кайра каралган.");

    public static readonly LocalText KnownOn = new("Known on", "По состоянию на", "Абалы");
    public static readonly LocalText Today = new("today", "сегодня", "бүгүн");
    public static readonly LocalText AsKnownOn = new("As it was known on {0} (publication {1})", "По состоянию на {0} (публикация {1})", "{0} карата ({1}-жарыялоо)");
    public static readonly LocalText NothingKnownOn = new("Nothing had been published by {0}", "К {0} ничего не было опубликовано", "{0} чейин эч нерсе жарыяланган эмес");
}
