using Analytics.Domain;

namespace Analytics.Dashboard.Pages.Trends;

public static class TrendsText
{
    public static readonly LocalText Rose = new(
        "{0} rose from {1} in {2} to {3} in {4}",
        "{0}: рост с {1} ({2}) до {3} ({4})",
        "{0} көбөйдү: {2} – {1}, {4} – {3}");
    public static readonly LocalText Fell = new(
        "{0} fell from {1} in {2} to {3} in {4}",
        "{0}: снижение с {1} ({2}) до {3} ({4})",
        "{0} азайды: {2} – {1}, {4} – {3}");
    public static readonly LocalText Steady = new(
        "{0} stayed level: {1} in {2}, {3} in {4}",
        "{0}: без заметных изменений, {1} ({2}) и {3} ({4})",
        "{0} дээрлик өзгөргөн жок: {2} – {1}, {4} – {3}");
    public static readonly LocalText WithinChance = new(
        "{0}: {1}\u00a0in\u00a0{2}, {3}\u00a0in\u00a0{4}; no change beyond chance",
        "{0}: {1}\u00a0({2}) и\u00a0{3}\u00a0({4}); статистически значимых изменений нет",
        "{0}: {2} – {1}, {4} – {3}; айырма кокустуктан ашпайт");
    public static readonly LocalText AcrossBreak = new(
        "(the criminal code changed in between, so the two do not compare)",
        "(между ними изменился Уголовный кодекс, поэтому сравнивать их нельзя)",
        "(арада Кылмыш-жаза кодекси өзгөргөн, ошондуктан экөөнү салыштырууга болбойт)");
    public static readonly LocalText AcrossTerritory = new(
        "(the territory changed in between, so the two do not compare)",
        "(между ними изменилась территория, поэтому сравнивать их нельзя)",
        "(арада аймактын чеги өзгөргөн, ошондуктан экөөнү салыштырууга болбойт)");
    public static readonly LocalText OtherTerritory = new(
        "{0}: the territory changed on {1}, so the line is cut there; the regions concerned compare only taken together",
        "{0}: {1} изменилась территория, поэтому линия прервана; затронутые регионы сопоставимы только вместе",
        "{0}: {1} аймактын чеги өзгөргөн, ошондуктан сызык үзүлөт; тиешелүү аймактарды чогуу алганда гана салыштырууга болот");
    public static readonly LocalText Alone = new(
        "{0}: {1} in {2}", "{0}: {1} ({2})", "{0}: {2} – {1}");
    public static readonly LocalText NotComparable = new(
        "{0}: the last change cannot be told, {1} is {2}",
        "{0}: последнее изменение неизвестно, {1} — {2}",
        "{0}: акыркы өзгөрүүнү айтууга болбойт, {1} – {2}");
    public static readonly LocalText Largest = new(
        "{0}: the largest group in {3} is “{1}” with {2}",
        "{0}: самая большая группа ({3}) — «{1}», {2}",
        "{0}: эң чоң топ ({3}) – «{1}», {2}");
    public static readonly LocalText Level = new(
        "{0}: in {1} no group stands above the others beyond chance",
        "{0} ({1}): значимых различий между группами не выявлено",
        "{0} ({1}): бир да топ башкалардан кокустуктан ашык жогору эмес");
    public static readonly LocalText PanelSummary = new(
        "{0} by region, one panel each on the same scale. {1}: {2}.",
        "{0} по регионам, отдельный график для каждого, шкала общая. {1}: {2}.",
        "{0} аймактар боюнча, ар бирине өзүнчө график, шкаласы бирдей. {1}: {2}.");
    public static readonly LocalText View = new("View", "Вид", "Көрүнүш");
    public static readonly LocalText ViewLine = new("one time axis", "одна ось времени", "бир убакыт огу");
    public static readonly LocalText ViewMultiples = new("each region apart", "каждый регион отдельно", "ар бир аймак өзүнчө");
    public static readonly LocalText ViewYears = new("year over year", "год к году", "жылдарды салыштыруу");
    public static readonly LocalText ViewPair = new("two years side by side", "два года рядом", "эки жыл катар");
    public static readonly LocalText Before = new("First year", "Первый год", "Биринчи жыл");
    public static readonly LocalText After = new("Second year", "Второй год", "Экинчи жыл");
    public static readonly LocalText SeasonBreak = new(
        "A line is cut where the criminal code or the territory changed within its year; years before and after do not compare.",
        "Линия прервана там, где в течение года изменился Уголовный кодекс или территория; годы до и после не сопоставимы.",
        "Жыл ичинде Кылмыш-жаза кодекси же аймактын чеги өзгөргөн жерде сызык үзүлөт; ага чейинки жана кийинки жылдар салыштырылбайт.");
    public static readonly LocalText PairHeading = new(
        "{0}, {1} and {2}: rose beyond chance {3}, fell {4}, no change beyond chance {5}, cannot be told {6}",
        "{0}, {1} и {2} гг.: значимый рост — {3}, снижение — {4}, без значимых изменений — {5}, нельзя судить — {6}",
        "{0}, {1} жана {2}: кокустуктан ашык көбөйгөнү – {3}, азайганы – {4}, кокустук чегинде – {5}, айтууга болбойт – {6}");
    public static readonly LocalText PairNone = new(
        "{0}, {1} and {2}: no change beyond chance (compared {5}, cannot be told {6})",
        "{0}, {1} и {2} гг.: статистически значимых изменений нет (сопоставлено {5}, нельзя судить — {6})",
        "{0}, {1} жана {2}: айырмалар кокустуктан ашпайт (салыштырылганы {5}, айтууга болбогону {6})");
    public static readonly LocalText PairNoneOfAll = new(
        "{0}, {1} and {2}: no change beyond chance in any of {5}",
        "{0}, {1} и {2} гг.: статистически значимых изменений нет ни в одном из сравнений ({5})",
        "{0}, {1} жана {2}: бардык салыштыруулардагы ({5}) айырмалар кокустуктан ашпайт");
    public static readonly LocalText PairBroken = new(
        "{0}: {1} and {2} do not compare, the criminal code or the territory changed in between",
        "{0}: {1} и {2} гг. не сопоставимы — между ними изменился Уголовный кодекс или территория",
        "{0}: {1} жана {2} жылдар салыштырылбайт, арада Кылмыш-жаза кодекси же аймактын чеги өзгөргөн");
    public static readonly LocalText PairRose = new("rose", "рост", "көбөйдү");
    public static readonly LocalText PairFell = new("fell", "снижение", "азайды");
    public static readonly LocalText PairWithinChance = new("no change beyond chance", "значимых изменений нет", "кокустук чегинде");
    public static readonly LocalText PairNotComparable = new("does not compare", "не сопоставимо", "салыштырылбайт");
    public static readonly LocalText PairUnknown = new("cannot be told", "нельзя судить", "айтууга болбойт");
    public static readonly LocalText PairSummary = new(
        "{0}, two years side by side. {1}.", "{0}, два года рядом. {1}.", "{0}, эки жыл катар. {1}.");
    public static readonly LocalText PairProvisional = new(
        "One of the years is not yet complete, so its difference is not judged.",
        "Один из годов ещё не завершён, поэтому различие не оценивается.",
        "Жылдардын бири али толук эмес, ошондуктан айырма бааланбайт.");
    public static readonly LocalText AllWithheld = new(
        "{0}: withheld for this choice, to protect persons",
        "{0}: для этого выбора данные скрыты ради защиты людей",
        "{0}: бул тандоо боюнча маалымат адамдарды коргоо үчүн жашырылган");
    public static readonly LocalText NothingPublished = new(
        "{0}: nothing is published for this choice",
        "{0}: для этого выбора ничего не опубликовано",
        "{0}: бул тандоо боюнча эч нерсе жарыяланган эмес");
    public static readonly LocalText AllZero = new("Zero in every period: {0}.", "Ноль во всех периодах: {0}.", "Бардык мезгилдерде нөл: {0}.");
    public static readonly LocalText Lede = new(
        "Unit: {0}. {1}", "Единица: {0}. {1}", "Бирдиги: {0}. {1}");
    public static readonly LocalText Summary = new(
        "{0}, {1} series, {2} numbers. Highest: {3} in {4}. Lowest: {5} in {6}. {7} withheld, {8} not reported.",
        "{0}: рядов {1}, чисел {2}. Максимум: {3} ({4}). Минимум: {5} ({6}). Скрыто: {7}, нет данных: {8}.",
        "{0}: катарлар {1}, сандар {2}. Эң көбү: {3} ({4}). Эң азы: {5} ({6}). Жашырылганы: {7}, маалымат жогу: {8}.");
    public static readonly LocalText ReportingRate = new(
        "Reports behind these figures ({0}), {1}: {2} of {3} received, {4}.",
        "Отчёты, на которых основаны данные ({0}), {1}: получено {2} из {3}, {4}.",
        "Бул сандардын негизиндеги отчеттор ({0}), {1}: {3} отчеттон {2} келди, {4}.");
    public static readonly LocalText LowReporting = new(
        "{0}: a drop here may be missing reports: {1} of {2} reported.",
        "{0}: снижение может объясняться отсутствием отчётов: отчитались {1} из {2}.",
        "{0}: азайуу отчеттордун жоктугунан болушу мүмкүн: {2} отчеттон {1} келди.");
    public static readonly LocalText ChanceTerm = new("Change and chance", "Изменение и случайность", "Өзгөрүү жана кокустук");
    public static readonly LocalText ChanceNote = new(
        "Two counts are called different when an exact test of two Poisson counts gives less than 5 %; of rounded counts the closest real ones are tested. Two ratios are called different when their 95 % intervals do not overlap.",
        "Два числа считаются различными, если точный критерий для двух пуассоновских величин даёт менее 5 %; для округлённых чисел проверяются ближайшие друг к другу истинные значения. Два соотношения считаются различными, если их 95 %-е интервалы не пересекаются.",
        "Эки Пуассон саны үчүн так критерий 5 %дан аз маани берсе, эки сан айырмалуу деп эсептелет; тегеректелген сандарда бири-бирине эң жакын чыныгы маанилер текшерилет. 95 % аралыктары кесилишпесе, эки катыш айырмалуу деп эсептелет.");
    public static readonly LocalText EventsTerm = new("Events and breaks", "События и разрывы", "Окуялар жана үзүлүштөр");
    public static readonly LocalText EventsNote = new(
        "Dotted lines mark policy events; they do not say that an event caused a change. Where the criminal code changed, the line is cut, because crimes before and after are counted under different articles.",
        "Пунктиром отмечены события; это не значит, что они вызвали изменение. Там, где менялся Уголовный кодекс, линия разорвана: преступления до и после учитываются по разным статьям.",
        "Чекиттүү сызыктар окуяларды белгилейт; бул алар өзгөрүүгө себеп болду дегенди билдирбейт. Кылмыш-жаза кодекси өзгөргөн жерде сызык үзүлөт: ага чейинки жана кийинки кылмыштар ар башка беренелер менен эсептелет.");
}
