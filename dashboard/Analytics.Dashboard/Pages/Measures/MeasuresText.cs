using Analytics.Domain;

namespace Analytics.Dashboard.Pages.Measures;

public static class MeasuresText
{
    public static readonly LocalText Heading = new(
        "What each number counts, and how", "Что и как считает каждое число", "Ар бир сан эмнени жана кантип эсептейт");
    public static readonly LocalText Lede = new(
        "{0} measures, each declared once and used by every page, file and answer of the interface. A number never changes its unit.",
        "{0}; каждый объявлен один раз и используется на всех страницах, в файлах и ответах интерфейса. Число никогда не меняет свою единицу.",
        "{0}; ар бири бир жолу жарыяланып, бардык барактарда, файлдарда жана интерфейстин жоопторунда колдонулат. Сан өз бирдигин эч качан өзгөртпөйт.");
    public static readonly LocalText Contents = new("Measures", "Показатели", "Көрсөткүчтөр");
    public static readonly LocalText Counts = new("Counts of people, contacts and services", "Числа людей, обращений и услуг", "Адамдардын, кайрылуулардын жана кызматтардын саны");
    public static readonly LocalText Acts = new("Counts of official acts", "Числа официальных действий", "Расмий аракеттердин саны");
    public static readonly LocalText Linked = new("Linked persons", "Сопоставленные лица", "Байланыштырылган адамдар");
    public static readonly LocalText LinkedNote = new(
        "The same persons across lists, found by tokens that hold no name; protected together as one table.",
        "Одни и те же лица в разных списках, найденные по токенам без имён; защищены вместе как одна таблица.",
        "Ар башка тизмелердеги бир эле адамдар, аты жок токендер боюнча табылган; бир таблица катары чогуу корголот.");
    public static readonly LocalText LinkedShares = new("Shares of linked persons", "Доли сопоставленных лиц", "Байланыштырылган адамдардын үлүштөрү");
    public static readonly LocalText LinkedSharesNote = new(
        "Persons over persons, from what you may see; the interval includes the measured error of linkage.",
        "Лица к лицам, по тому, что вам видно; интервал включает измеренную ошибку связывания.",
        "Адамдар адамдарга карата, сизге көрүнгөн сандардан; аралыкка байланыштыруунун өлчөнгөн катасы кирет.");
    public static readonly LocalText Estimates = new("Estimates", "Оценки", "Баалар");
    public static readonly LocalText EstimatesNote = new(
        "From overlapping lists by a model, with its interval; “not estimable” is an answer.",
        "По пересечениям списков и модели, с интервалом; «оценить нельзя» — тоже ответ.",
        "Тизмелердин кесилиштери жана модель боюнча, аралыгы менен; «баалоого болбойт» да жооп.");
    public static readonly LocalText EstimatedShares = new("Estimated shares", "Оценённые доли", "Бааланган үлүштөр");
    public static readonly LocalText EstimatedSharesNote = new(
        "They rest on an estimate and are shown beside the shares that need none.",
        "Опираются на оценку и показаны рядом с долями, которым она не нужна.",
        "Баага таянат жана баасыз үлүштөрдүн жанында көрсөтүлөт.");
    public static readonly LocalText Ratios = new("Ratios", "Соотношения", "Катыштар");
    public static readonly LocalText CountsNote = new(
        "Small numbers are withheld before anything is published, so that nobody can be found in them.",
        "Малые числа закрываются до публикации, чтобы по ним нельзя было узнать человека.",
        "Кичине сандар жарыялоого чейин жабылат, алар аркылуу эч кимди таанууга болбойт.");
    public static readonly LocalText ActsNote = new(
        "What authorities did. These stay open for everyone, zeros included.",
        "То, что сделали органы власти. Открыты для всех, включая нули.",
        "Бийлик органдары эмне кылганы. Баарына ачык, нөлдөр да.");
    public static readonly LocalText RatiosNote = new(
        "Computed from what your profile may see; both units are named. A ratio with a withheld part is withheld.",
        "Вычисляются из того, что видно вашему профилю; названы обе единицы. Если часть закрыта, закрыто и соотношение.",
        "Сиздин профилиңизге көрүнгөн сандардан эсептелет; эки бирдик тең аталат. Бөлүгү жабылса, катыш да жабылат.");
    public static readonly LocalText Identifier = new("Identifier", "Идентификатор", "Идентификатор");
    public static readonly LocalText Unit = new("Unit", "Единица", "Бирдик");
    public static readonly LocalText Formula = new("Formula", "Формула", "Формула");
    public static readonly LocalText Above = new("Above the line", "Числитель", "Алымы");
    public static readonly LocalText Below = new("Below the line", "Знаменатель", "Бөлүмү");
    public static readonly LocalText Cuts = new("Can be cut by", "Разрезы", "Бөлүүлөр");
    public static readonly LocalText PeriodOnly = new("period only", "только период", "мезгил гана");
    public static readonly LocalText And = new("period, {0}", "период, {0}", "мезгил, {0}");
    public static readonly LocalText Sources = new("Sources", "Источники", "Булактар");
    public static readonly LocalText Breaks = new("Series breaks", "Разрывы ряда", "Катардын үзүлүшү");
    public static readonly LocalText BreaksNote = new(
        "The criminal code changed; no line is drawn across these dates:",
        "Менялся Уголовный кодекс; линия через эти даты не проводится:",
        "Кылмыш-жаза кодекси өзгөргөн; бул күндөр аркылуу сызык тартылбайт:");
    public static readonly LocalText Small = new("Small numbers", "Малые числа", "Кичине сандар");
    public static readonly LocalText SmallMinistry = new(
        "For your profile, counts of 1 and 2 are withheld; others are exact.",
        "Для вашего профиля числа 1 и 2 закрыты; остальные точные.",
        "Сиздин профилиңиз үчүн 1 жана 2 сандары жабылат; калгандары так.");
    public static readonly LocalText SmallDonor = new(
        "For your profile, counts of 1 to 4 are withheld; others are rounded to 5.",
        "Для вашего профиля числа от 1 до 4 закрыты; остальные округлены до 5.",
        "Сиздин профилиңиз үчүн 1ден 4кө чейинки сандар жабылат; калгандары 5ке чейин тегеректелет.");
    public static readonly LocalText SmallPublic = new(
        "For your profile, counts of 1 to 10 are withheld; others are rounded to 5.",
        "Для вашего профиля числа от 1 до 10 закрыты; остальные округлены до 5.",
        "Сиздин профилиңиз үчүн 1ден 10го чейинки сандар жабылат; калгандары 5ке чейин тегеректелет.");
    public static readonly LocalText More = new(
        "Further cells are withheld where a small one could otherwise be found by subtraction.",
        "Закрываются и другие ячейки, если малую иначе можно найти вычитанием.",
        "Кичинекей сан кемитүү жолу менен табыла турган болсо, башка уячалар да жабылат.");
    public static readonly LocalText SeeTrend = new("See its trend", "Посмотреть динамику", "Динамикасын көрүү");
    public static readonly LocalText States = new("Four states, never mixed", "Четыре состояния, которые не смешиваются", "Аралаштырылбаган төрт абал");
    public static readonly LocalText StateOk = new("A number, with its unit.", "Число с единицей.", "Бирдиги менен сан.");
    public static readonly LocalText StateZero = new("Zero: it was reported, and there was none.", "Ноль: сообщено, что случаев не было.", "Нөл: билдирилген жана болгон эмес.");
    public static readonly LocalText StateWithheld = new("Withheld: it protects people.", "Закрыто: защищает людей.", "Жабылган: адамдарды коргойт.");
    public static readonly LocalText StateNotReported = new("Not reported: nobody told us, which is not zero.", "Не сообщено: данных нет, и это не ноль.", "Билдирилген эмес: маалымат жок, бул нөл эмес.");
}
