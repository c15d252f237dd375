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
        "{0}: several places share the highest value, {1} ({2})",
        "{0}: наибольшее значение, {1}, сразу в нескольких местах ({2})",
        "{0}: эң жогорку маани, {1}, бир нече жерде ({2})");
    public static readonly LocalText Level = new(
        "{0}: highest in {1}, with no difference beyond chance between them",
        "{0}: выше всего — {1}; значимых различий между ними нет",
        "{0}: эң жогоркулары – {1}; алардын айырмасы кокустуктан ашпайт");
    public static readonly LocalText HighestOfRegion = new(
        "{0}: {1} has the most, {2} of {3} in the whole region",
        "{0}: больше всего — {1}, {2} из {3} по региону",
        "{0}: эң көбү – {1}, аймак боюнча {3} ичинен {2}");
    public static readonly LocalText OneWithheld = new(
        "{0}, {1}: withheld, to protect persons",
        "{0}, {1}: данные скрыты ради защиты людей",
        "{0}, {1}: маалымат адамдарды коргоо үчүн жашырылган");
    public static readonly LocalText NoneShown = new(
        "{0}: no number can be shown for this choice; what is small is withheld to protect persons",
        "{0}: для этого выбора нельзя показать ни одного числа; малые значения скрыты ради защиты людей",
        "{0}: бул тандоо боюнча бир да санды көрсөтүүгө болбойт; кичине маанилер адамдарды коргоо үчүн жашырылган");
    public static readonly LocalText AllZero = new("{0}: zero everywhere", "{0}: везде ноль", "{0}: бардык жерде нөл");
    public static readonly LocalText ZeroOrWithheld = new(
        "{0}: no number above zero can be shown; what is small is withheld to protect persons",
        "{0}: чисел больше нуля показать нельзя; малые значения скрыты ради защиты людей",
        "{0}: нөлдөн чоң санды көрсөтүүгө болбойт; кичине маанилер адамдарды коргоо үчүн жашырылган");
    public static readonly LocalText District = new("District or city", "Район или город", "Район же шаар");
    public static readonly LocalText ByDistrict = new("{0} by district", "{0}: по районам", "{0}: райондор боюнча");
    public static readonly LocalText LedeDistricts = new(
        "Unit: {0}. Period: {1}. {2}, by {3}.",
        "Единица: {0}. Период: {1}. {2}, {3}.",
        "Бирдиги: {0}. Мезгил: {1}. {2}, {3}.");
    public static readonly LocalText NoDistricts = new(
        "“{0}” is not published by district. The course of the whole region is below.",
        "«{0}» по районам не публикуется. Ниже показана динамика по региону в целом.",
        "«{0}» райондор боюнча жарыяланбайт. Төмөндө бүт аймактын динамикасы көрсөтүлгөн.");
    public static readonly LocalText NoDistrictsOfService = new(
        "“{0}” by place of service is published by region, not by district. The course of the whole region is below.",
        "«{0}» по месту оказания помощи публикуется по регионам, но не по районам. Ниже показана динамика по региону в целом.",
        "«{0}» жардам көрсөтүлгөн жер боюнча аймактар менен гана жарыяланат, райондор менен эмес. Төмөндө бүт аймактын динамикасы көрсөтүлгөн.");
    public static readonly LocalText HasNoDistricts = new(
        "{0} has no districts. Its course over the years is below.",
        "{0}: районов нет. Ниже показана динамика по годам.",
        "{0}: райондору жок. Төмөндө жылдар боюнча динамикасы көрсөтүлгөн.");
    public static readonly LocalText HighestOfStated = new(
        "{0}: where the district is stated, {1} has the most, {2}",
        "{0}: среди записей с указанным районом больше всего — {1}, {2}",
        "{0}: району көрсөтүлгөндөрдүн ичинен эң көбү – {1}, {2}");
    public static readonly LocalText RegionNotStated = new("Region not stated", "Регион не указан", "Аймагы көрсөтүлгөн эмес");
    public static readonly LocalText RegionNotStatedNote = new(
        "{0}: {1}. Counted in the country and in none of the regions.",
        "{0}: {1}. Учтено по стране, но ни в одном из регионов.",
        "{0}: {1}. Өлкө боюнча эсептелет, бирок эч бир аймакка кирбейт.");
    public static readonly LocalText DistrictNotStatedNote = new(
        "{0}: {1}. Counted in the region and in none of its districts; a zero means that nobody is known to be of that district.",
        "{0}: {1}. Учтено по региону, но ни в одном из районов; ноль значит, что с этим районом никто не известен.",
        "{0}: {1}. Аймак боюнча эсептелет, бирок эч бир районго кирбейт; нөл ал райондон эч ким белгилүү эмес дегенди билдирет.");
    public static readonly LocalText NoneStated = new(
        "In this period the sources name the region alone, so nothing is known of its districts; that is not zero.",
        "За этот период источники называют только регион, поэтому о районах ничего не известно; это не ноль.",
        "Бул мезгилде булактар аймакты гана атайт, ошондуктан райондору жөнүндө эч нерсе белгилүү эмес; бул нөл эмес.");
    public static readonly LocalText PlaceTerm = new("Place", "Место", "Жер");
    public static readonly LocalText PlaceNote = new(
        "Persons and intakes stand by the region that a person comes from or, as region of service, by the one in which the person was helped; services by the region of origin; crimes and their victims by the region of registration; contacts by the region of the caller. Persons and intakes by origin and crimes are also published by district, for years and longer periods: over months nearly every district would be withheld. Districts have no population figure and so no rate.",
        "Лица и приёмы относятся к региону происхождения либо, как регион оказания помощи, к региону, где человеку помогли; услуги — к региону происхождения; преступления и потерпевшие — к региону регистрации; обращения — к региону обратившегося. Лица и приёмы по происхождению и преступления публикуются также по районам, за год и более длительные периоды: за месяцы почти все районы пришлось бы скрыть. Данных о населении районов нет, поэтому нет и показателя на население.",
        "Адамдар жана кабыл алуулар келип чыккан аймакка же, жардам көрсөтүлгөн аймак катары, адамга жардам берилген аймакка кирет; кызматтар – келип чыккан аймакка; кылмыштар жана жабырлануучулар – катталган аймакка; кайрылуулар – кайрылгандын аймагына. Келип чыгышы боюнча адамдар жана кабыл алуулар, ошондой эле кылмыштар райондор боюнча да жарыяланат, жылдык жана узагыраак мезгилдерге: айлар боюнча дээрлик бардык райондорду жашырууга туура келмек. Райондордун калк саны жок, ошондуктан калкка эсептелген көрсөткүч да жок.");
    public static readonly LocalText ChanceTerm = new("Interval", "Интервал", "Аралык");
    public static readonly LocalText ChanceNote = new(
        "Counts have the exact 95 % Poisson interval of what linkage and rounding leave possible; rates have that of their count. A place is called highest only where it differs from every other beyond chance.",
        "Для чисел — точный 95%-ный доверительный интервал Пуассона с учётом связывания и округления; для показателей на население — интервал их числа. Место названо первым, только если отличается от всех других больше случайного.",
        "Сандар үчүн – байланыштыруу менен тегеректөөнү эске алган так 95 % Пуассон аралыгы; калкка эсептелген көрсөткүчтөр үчүн – алардын санынын аралыгы. Жер башкалардын баарынан кокустуктан ашык айырмаланганда гана эң жогорку деп аталат.");
    public static readonly LocalText WithinCountry = new("within the Kyrgyz Republic", "внутри Кыргызской Республики", "Кыргыз Республикасынын ичинде");
    public static readonly LocalText FlowsTitle = new("Countries of destination", "Страны назначения", "Барган өлкөлөр");
    public static readonly LocalText FlowsRest = new("other published destinations", "другие опубликованные направления", "жарыяланган башка багыттар");
    public static readonly LocalText FlowsSummary = new("{0} by country of destination. {1}.", "{0} по странам назначения. {1}.", "{0} барган өлкөлөр боюнча. {1}.");
    public static readonly LocalText FlowsWithheld = new(
        "Withheld to protect persons, so without a width and not drawn: {0}.",
        "Скрыто ради защиты людей, поэтому не изображено: {0}.",
        "Адамдарды коргоо үчүн жашырылган, ошондуктан тартылган эмес: {0}.");
    public static readonly LocalText FlowsWholeCountry = new(
        "For the whole country: region of origin and destination are not published together. A flow is as wide as its published number.",
        "По стране в целом: регион происхождения и страна назначения вместе не публикуются. Ширина потока — опубликованное число.",
        "Бүт өлкө боюнча: келип чыккан аймак менен барган өлкө чогуу жарыяланбайт. Агымдын туурасы – жарыяланган сан.");
    public static readonly LocalText Path = new("Where you are", "Вы находитесь", "Сиз ушул жердесиз");
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
}
