using Analytics.Domain;

namespace Analytics.Dashboard.Pages.Regions;

public static class RegionsText
{
    public static readonly LocalText HighestAgainstCountry = new(
        "{0}: {1} is highest with {2}, against {3} in the whole country",
        "{0}: выше всего — {1}, {2} при {3} по стране",
        "{0}: эң жогоркусу – {1}, {2}; өлкө боюнча {3}");
    public static readonly LocalText HighestOfCountry = new(
        "{0}: {1} has the most, {2} of {3} in the whole country",
        "{0}: больше всего — {1}, {2} из {3} по стране",
        "{0}: эң көбү – {1}, өлкө боюнча {3} ичинен {2}");
    public static readonly LocalText Highest = new(
        "{0}: {1} is highest with {2}", "{0}: выше всего — {1}, {2}", "{0}: эң жогоркусу – {1}, {2}");
    public static readonly LocalText Tie = new(
        "{0}: several regions share the highest value, {1} ({2})",
        "{0}: наибольшее значение, {1}, сразу в нескольких регионах ({2})",
        "{0}: эң жогорку маани, {1}, бир нече аймакта ({2})");
    public static readonly LocalText AllWithheld = new(
        "{0}: every region is withheld, to protect persons",
        "{0}: данные по всем регионам скрыты ради защиты людей",
        "{0}: бардык аймактар боюнча маалымат адамдарды коргоо үчүн жашырылган");
    public static readonly LocalText NothingPublished = new(
        "{0}: nothing is published by region for this choice",
        "{0}: для этого выбора данных по регионам нет",
        "{0}: бул тандоо боюнча аймактык маалымат жарыяланган эмес");

    public static readonly LocalText Lede = new(
        "Unit: {0}. Period: {1}. Nine units: seven regions and the cities of Bishkek and Osh.",
        "Единица: {0}. Период: {1}. Девять единиц: семь областей и города Бишкек и Ош.",
        "Бирдиги: {0}. Мезгил: {1}. Тогуз бирдик: жети облус, Бишкек жана Ош шаарлары.");
    public static readonly LocalText LedePerPopulation = new(
        "Unit: {0}, per 100,000 population and year. Period: {1}. Nine units: seven regions and the cities of Bishkek and Osh.",
        "Единица: {0}, на 100 000 населения в год. Период: {1}. Девять единиц: семь областей и города Бишкек и Ош.",
        "Бирдиги: {0}, жылына 100 000 калкка. Мезгил: {1}. Тогуз бирдик: жети облус, Бишкек жана Ош шаарлары.");

    public static readonly LocalText Per = new("Per", "В расчёте на", "Эсеп");
    public static readonly LocalText PerHundredThousand = new("100,000 population", "100 000 населения", "100 000 калкка");
    public static readonly LocalText PerNothing = new("count", "абсолютное число", "абсолюттук сан");
    public static readonly LocalText UnitPer = new("{0} per 100,000 population", "{0} на 100 000 населения", "100 000 калкка {0}");

    public static readonly LocalText CountOnly = new("count {0}", "число: {0}", "саны: {0}");
    public static readonly LocalText CountInterpolated = new(
        "count {0}; population estimated *", "число: {0}; население оценено *", "саны: {0}; калк саны бааланган *");
    public static readonly LocalText CountRebased = new(
        "count {0}; across the 2022 census", "число: {0}; период через перепись 2022", "саны: {0}; 2022-жылкы каттоо аркылуу");
    public static readonly LocalText CountInterpolatedRebased = new(
        "count {0}; population estimated *, across the 2022 census",
        "число: {0}; население оценено *, период через перепись 2022",
        "саны: {0}; калк саны бааланган *, 2022-жылкы каттоо аркылуу");
    public static readonly LocalText NoPopulation = new("no population", "нет населения", "калк саны жок");
    public static readonly LocalText InterpolatedNote = new(
        "* The source gives no population for every year of the period; missing years lie between or beyond those it gives.",
        "* Источник даёт население не за каждый год периода; недостающие годы рассчитаны по соседним.",
        "* Булак мезгилдин ар бир жылына калк санын бербейт; жетишпеген жылдар коңшу жылдар боюнча эсептелген.");
    public static readonly LocalText PopulationTerm = new("Population", "Население", "Калк");
    public static readonly LocalText PopulationNote = new(
        "National Statistical Committee; years without a figure are interpolated and flagged. The 2022 census re-based the series: do not compare rates across it.",
        "Национальный статистический комитет; годы без данных интерполированы и отмечены. Перепись 2022 года изменила базу ряда: не сравнивайте показатели до и после неё.",
        "Улуттук статистика комитети; маалыматы жок жылдар интерполяцияланып, белгиленген. 2022-жылкы каттоо катардын негизин өзгөрттү: ага чейинки жана кийинки көрсөткүчтөрдү салыштырбаңыз.");
    public static readonly LocalText BoundariesTerm = new("Boundaries", "Границы", "Чек аралар");
    public static readonly LocalText BoundariesNote = new(
        "Natural Earth, public domain, simplified; Bishkek and Osh are drawn as dots. The map takes no position on any border.",
        "Natural Earth, общественное достояние, упрощено; Бишкек и Ош показаны точками. Карта не выражает позиции о границах.",
        "Natural Earth, коомдук менчик, жөнөкөйлөтүлгөн; Бишкек менен Ош чекит катары көрсөтүлгөн. Карта чек аралар боюнча позицияны билдирбейт.");
    public static readonly LocalText Summary = new("{0} by region. {1}.", "{0} по регионам. {1}.", "{0} аймактар боюнча. {1}.");

    private static readonly Dictionary<string, LocalText> s_brief = new(StringComparer.Ordinal)
    {
        ["41702000000000"] = new("Issyk-Kul", "Иссык-Кульская", "Ысык-Көл"),
        ["41703000000000"] = new("Jalal-Abad", "Джалал-Абадская", "Жалал-Абад"),
        ["41704000000000"] = new("Naryn", "Нарынская", "Нарын"),
        ["41705000000000"] = new("Batken", "Баткенская", "Баткен"),
        ["41706000000000"] = new("Osh Region", "Ошская", "Ош облусу"),
        ["41707000000000"] = new("Talas", "Таласская", "Талас"),
        ["41708000000000"] = new("Chui", "Чуйская", "Чүй"),
        ["41711000000000"] = new("Bishkek", "Бишкек", "Бишкек"),
        ["41721000000000"] = new("Osh city", "г. Ош", "Ош ш."),
    };

    /// <summary>A region's name as it stands on a map.</summary>
    public static LocalText Brief(string soate, LocalText name) => s_brief.GetValueOrDefault(soate, name);
}
