using Analytics.Domain;

namespace Analytics.Dashboard.Pages.Lineage;

public static class LineageText
{
    public static readonly LocalText Title = new("Where a figure comes from", "Откуда взято число", "Сан кайдан келди");
    public static readonly LocalText Heading = new("Where a figure comes from", "Откуда взято число", "Сан кайдан келди");
    public static readonly LocalText HeadingOf = new("The files behind “{0}”, {1}", "Файлы, из которых получено: «{0}», {1}", "«{0}», {1}: булак файлдар");
    public static readonly LocalText HeadingFeeds = new("What the file {0} feeds", "Какие показатели пополняет файл {0}", "{0} файлы кайсы көрсөткүчтөргө кирет");
    public static readonly LocalText Lede = new(
        "Files with a row that counts in this figure: {0}. Newest first.",
        "Файлов, строки которых вошли в это число: {0}. Сначала новые.",
        "Саптары бул санга кирген файлдар: {0}. Адегенде жаңылары.");
    public static readonly LocalText LedeRatio = new(
        "A ratio leads to the files of its two counts: {0}. Newest first.",
        "Соотношение ведёт к файлам двух своих чисел: {0}. Сначала новые.",
        "Катыш өзүнүн эки санынын файлдарына алып барат: {0}. Адегенде жаңылары.");
    public static readonly LocalText LedeFeeds = new(
        "Measures and periods in which a row of this file counts today. A later file that corrects a row takes its place.",
        "Показатели и периоды, в которых сегодня учтены строки этого файла. Более поздний файл, исправивший строку, занимает его место.",
        "Бүгүнкү күндө бул файлдын саптары эсепке алынган көрсөткүчтөр жана мезгилдер. Сапты оңдогон кийинки файл анын ордун ээлейт.");
    public static readonly LocalText FeedsNothing = new(
        "No row of this file counts in a published figure: it was refused, corrected later, or brought nothing new.",
        "Ни одна строка этого файла не входит в опубликованные числа: файл отклонён, исправлен позже или не принёс нового.",
        "Бул файлдын бир да сабы жарыяланган санга кирбейт: ал кабыл алынган эмес, кийин оңдолгон же жаңы эч нерсе алып келген эмес.");
    public static readonly LocalText NothingChosen = new(
        "Open a figure, then its tab Method or its table: from there each number leads to its files.",
        "Откройте рисунок, затем вкладку «Метод» или таблицу: оттуда каждое число ведёт к своим файлам.",
        "Сүрөттү, андан кийин «Ыкма» өтмөгүн же таблицаны ачыңыз: ал жерден ар бир сан өз файлдарына алып барат.");
    public static readonly LocalText NoSuchFile = new("There is no such file.", "Такого файла нет.", "Мындай файл жок.");
    public static readonly LocalText Withheld = new(
        "The number is withheld to protect persons, and so is which files it comes from. These are the files of all years together.",
        "Число скрыто для защиты людей, поэтому не показано и то, из каких файлов оно получено. Ниже файлы за все годы вместе.",
        "Сан адамдарды коргоо үчүн жашырылган, ошондуктан анын файлдары да көрсөтүлбөйт. Төмөндө бардык жылдардын файлдары.");
    public static readonly LocalText Zero = new("Zero: no row of any file counts here.", "Ноль: ни одна строка сюда не входит.", "Нөл: бул жерге бир да сап кирбейт.");
    public static readonly LocalText NotReported = new("Nobody reported this period.", "За этот период данных никто не передал.", "Бул мезгил боюнча эч ким маалымат берген эмес.");
    public static readonly LocalText File = new("File", "Файл", "Файл");
    public static readonly LocalText Source = new("Source", "Источник", "Булак");
    public static readonly LocalText Mapping = new("Mapping", "Схема соответствия", "Шайкештик схемасы");
    public static readonly LocalText Received = new("Received", "Получен", "Келген");
    public static readonly LocalText Hash = new("Hash (SHA-256)", "Хеш (SHA-256)", "Хеш (SHA-256)");
    public static readonly LocalText Read = new("Read", "Прочитано", "Окулду");
    public static readonly LocalText Rejected = new("Rejected", "Отклонено", "Четке кагылды");
    public static readonly LocalText Link = new("The files behind these numbers", "Файлы, из которых получены эти числа", "Бул сандардын булак файлдары");
    public static readonly LocalText LinkTerm = new("Lineage", "Происхождение данных", "Маалыматтын келип чыгышы");
}
