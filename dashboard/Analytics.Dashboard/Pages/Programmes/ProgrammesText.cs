using Analytics.Dashboard.Localization;
using Analytics.Domain;
using Analytics.Domain.Evaluation;
using Analytics.Domain.Programmes;

namespace Analytics.Dashboard.Pages.Programmes;

public static class ProgrammesText
{
    public static readonly LocalText HeadingNone = new("No programme is declared yet", "Программы пока не заявлены", "Азырынча программалар жарыяланган эмес");
    public static readonly LocalText HowToDeclare = new(
        "Programmes, donors, grants and targets are declared in four CSV files in the folder programmes of the data folder; ./analytics programmes checks them and takes them over.",
        "Программы, доноры, гранты и цели задаются в четырёх CSV-файлах в папке programmes папки данных; команда ./analytics programmes проверяет и загружает их.",
        "Программалар, донорлор, гранттар жана максаттар маалымат папкасындагы programmes папкасынын төрт CSV файлында көрсөтүлөт; ./analytics programmes аларды текшерип жүктөйт.");
    public static readonly LocalText HeadingAll = new(
        "{0}: {1} of {2} programmes reached their target for {3}",
        "{0}: цель на {3} год достигнута в {1} из {2} программ",
        "{0}: {3}-жылдагы максатына {2} программадан {1} жетти");
    public static readonly LocalText HeadingOne = new("{0}: {1} against a target of {2} in {3}", "{0}: {1} при цели {2} в {3} году", "{0}: {3}-жылы {1}, максат {2}");
    public static readonly LocalText HeadingOneNoNumber = new("{0}: the result for {1} is not shown", "{0}: результат за {1} год не показан", "{0}: {1}-жылдын натыйжасы көрсөтүлгөн эмес");
    public static readonly LocalText LedeAll = new(
        "What was promised before the year began, and what came of it. A person who came to several programmes is one person.",
        "Что было обещано до начала года и что из этого вышло. Лицо, обратившееся в несколько программ, – одно лицо.",
        "Жыл башталганга чейин эмне убада кылынган жана андан эмне чыкты. Бир нече программага кайрылган адам – бир адам.");
    public static readonly LocalText LedeOne = new("Donors: {0}. Runs {1}", "Доноры: {0}. Срок: {1}", "Донорлор: {0}. Мөөнөтү: {1}");
    public static readonly LocalText FromOn = new("from {0}", "с {0}", "{0} тартып");

    public static readonly LocalText AllProgrammes = new("All programmes", "Все программы", "Бардык программалар");
    public static readonly LocalText Year = new("Year", "Год", "Жыл");
    public static readonly LocalText ListTitle = new("Target against result", "Цель и результат", "Максат жана натыйжа");
    public static readonly LocalText Open = new(
        "A programme's name opens its years, shared credit and cost.",
        "Название программы открывает её годы, распределение вклада доноров и стоимость.",
        "Программанын аталышы анын жылдарын, бөлүштүрүлгөн үлүшүн жана чыгымын ачат.");
    public static readonly LocalText ResultOfTarget = new("{0} · target {1}", "{0} · цель {1}", "{0} · максат {1}");

    public static readonly LocalText TargetsTitle = new("Target against result: {0}", "Цель и результат: {0}", "Максат жана натыйжа: {0}");
    public static readonly LocalText TargetsSummary = new(
        "Target reached in {0} of {1} years. In {2}: {3} against {4}.", "Цель достигнута в {0} из {1} лет. {2}: {3} при цели {4}.", "Максатка {1} жылдын {0} жылында жетти. {2}: {3}, максат {4}.");
    public static readonly LocalText Target = new("Target", "Цель", "Максат");
    public static readonly LocalText Result = new("Result", "Результат", "Натыйжа");
    public static readonly LocalText EnteredOn = new("target set on {0}", "цель задана {0}", "максат {0} коюлган");
    public static readonly LocalText ChangedOn = new("changed on {0}, after the year began: it was {1}", "изменена {0}, после начала года: была {1}", "{0}, жыл башталгандан кийин өзгөртүлгөн: мурда {1} болгон");
    public static readonly LocalText ChangedBefore = new("changed on {0}, before the year began: it was {1}", "изменена {0}, до начала года: была {1}", "{0}, жыл башталганга чейин өзгөртүлгөн: мурда {1} болгон");
    public static readonly LocalText SetLate = new("target set on {0}, after the year began", "цель задана {0}, после начала года", "максат {0}, жыл башталгандан кийин коюлган");
    public static readonly LocalText OfTarget = new("{0} of the target", "{0} от цели", "максаттын {0}");
    public static readonly LocalText StatusTerm = new("Status", "Статус", "Абалы");
    public static readonly LocalText StatusRule = new(
        "Reached: the result is at least the target. On track: the year is not over and the result is at least 90 % of what an even pace would give by the last day of data. Too early: less than a quarter of the year is over. Behind: otherwise. Withheld where the result is.",
        "Достигнута: результат не ниже цели. По плану: год не окончен, и результат не ниже 90 % того, что дал бы равномерный темп к последнему дню данных. Рано судить: прошло меньше четверти года. Отставание: в остальных случаях. Скрыто, если скрыт результат.",
        "Жетти: натыйжа максаттан кем эмес. Планга ылайык: жыл бүтө элек жана натыйжа акыркы маалымат күнүнө бирдей темп бергендин 90 % кем эмес. Эрте: жылдын төрттөн бири да өткөн жок. Артта: калган учурларда. Натыйжа жашырылса, абалы да жашырылат.");
    public static readonly LocalText TargetTerm = new("Targets", "Цели", "Максаттар");
    public static readonly LocalText TargetRule = new(
        "A target keeps the day it was set. It is never overwritten: another target is another entry, and one that was set or changed after its year began says so.",
        "У цели сохраняется день, когда она задана. Она не перезаписывается: новая цель – новая запись, а заданная или изменённая после начала года так и помечена.",
        "Максаттын коюлган күнү сакталат. Ал үстүнөн жазылбайт: жаңы максат – жаңы жазуу, ал эми жыл башталгандан кийин коюлган же өзгөртүлгөнү ошондой белгиленет.");

    public static readonly LocalText CreditTitle = new("Shared credit, {0}", "Распределение вклада доноров, {0}", "Бөлүштүрүлгөн үлүш, {0}");
    public static readonly LocalText CreditSubtitle = new("Persons credited to each donor; persons reached, counted once: {0}", "Лица, зачтённые каждому донору; охвачено, каждое лицо один раз: {0}", "Ар бир донорго эсептелген адамдар; камтылган, ар бири бир жолу: {0}");
    public static readonly LocalText CreditSummary = new("{0} donors share the credit; the largest part, {1}, is of {2}.", "Зачёт делят доноры: {0}; наибольшая часть, {1}, у «{2}».", "Үлүштү донорлор бөлүшөт: {0}; эң чоңу, {1}, – {2}.");
    public static readonly LocalText CreditTerm = new("Shared credit", "Распределение вклада доноров", "Үлүштү бөлүштүрүү");
    public static readonly LocalText CreditRule = new(
        "One person is one person, however many donors helped. Each has a credit of one, divided equally over the programmes he or she came to in the year, and at a programme over its donors by their shares on the day of intake. Over all donors the credits add up to the persons, so nobody is counted twice. To give nothing away, the credit is made from the published count of the programme and the mean credit in steps of 0.05, and not at all below 15 persons or where a donor's part is small.",
        "Одно лицо – одно лицо, сколько бы доноров ни помогало. У каждого зачёт равен единице: он делится поровну между программами, в которые лицо обратилось за год, а внутри программы – между донорами по их долям на день приёма. По всем донорам зачёты складываются в число лиц, и никто не посчитан дважды. Чтобы ничего не раскрыть, зачёт считается по опубликованному числу программы и среднему зачёту с шагом 0,05, а при числе меньше 15 или малой части донора не публикуется.",
        "Канча донор жардам бербесин, бир адам – бир адам. Ар биринин үлүшү бирге барабар: ал жыл ичинде кайрылган программаларына тең, программанын ичинде болсо донорлорго кабыл алуу күнүндөгү үлүштөрү боюнча бөлүнөт. Бардык донорлор боюнча үлүштөр адамдардын санын берет, эч ким эки жолу эсептелбейт. Эч нерсе ачылып калбашы үчүн үлүш программанын жарыяланган саны жана 0,05 кадамдуу орточо үлүш боюнча эсептелет, 15 адамдан аз болсо же донордун бөлүгү кичине болсо жарыяланбайт.");
    public static readonly LocalText ShareOf = new("share of the programme: {0}", "доля в программе: {0}", "программадагы үлүшү: {0}");

    public static readonly LocalText Reached = new("persons reached, each counted once", "охвачено, каждое лицо один раз", "камтылган адамдар, ар бири бир жолу");
    public static readonly LocalText CostUnit = new("{0} per assisted person", "{0} на лицо, получившее помощь", "жардам алган бир адамга {0}");
    public static readonly LocalText CostDetail = new("{0}; grants of the year {1}, spread evenly over their days", "{0}; гранты за год {1}, поровну по дням действия", "{0}; жылдык гранттар {1}, күндөрүнө тең бөлүнгөн");
    public static readonly LocalText NoCost = new("no cost", "без стоимости", "чыгымы жок");
    public static readonly LocalText CostWithheld = new("withheld: the number of persons is not shown", "скрыто: число лиц не показано", "жашырылган: адамдардын саны көрсөтүлгөн эмес");
    public static readonly LocalText NoBudget = new("no grant in one currency covers the year", "нет гранта в одной валюте за этот год", "бул жылга бир валютадагы грант жок");
    public static readonly LocalText CostTitle = new("cost per assisted person", "стоимость на одно лицо", "бир адамга чыгым");

    public static readonly LocalText EffectTitle = new("Before and after: {0}", "До и после: {0}", "Чейин жана кийин: {0}");
    public static readonly LocalText ByMonth = new("by month", "по месяцам", "айлар боюнча");
    public static readonly LocalText ByQuarter = new("by quarter", "по кварталам", "чейректер боюнча");
    public static readonly LocalText Observed = new("Counted", "Учтено", "Катталган");
    public static readonly LocalText ExpectedSeries = new("Expected without it", "Ожидалось бы без этого", "Ансыз күтүлмөк");
    public static readonly LocalText Period = new("Period", "Период", "Мезгил");
    public static readonly LocalText Because = new("Why", "Почему", "Эмне үчүн");
    public static readonly LocalText Caution = new("To bear in mind", "Что учесть", "Эске алуу керек");
    public static readonly LocalText EffectTerm = new("Effect", "Эффект", "Таасири");
    public static readonly LocalText EffectValue = new("{0} counted, {1} expected: ratio {2} ({3} to {4}), p {5}", "учтено {0}, ожидалось {1}: отношение {2} (от {3} до {4}), p {5}", "катталган {0}, күтүлгөн {1}: катыш {2} ({3}–{4}), p {5}");
    public static readonly LocalText TrendTerm = new("Trend before", "Тренд до", "Буга чейинки тренд");
    public static readonly LocalText TrendValue = new("{0} a year ({1} to {2}): the expected line goes on with it", "{0} в год (от {1} до {2}): ожидаемая линия его продолжает", "жылына {0} ({1}–{2}): күтүлгөн сызык аны улантат");
    public static readonly LocalText PlaceboTerm = new("Placebo dates", "Даты-плацебо", "Плацебо күндөр");
    public static readonly LocalText PlaceboValue = new(
        "Of {0} earlier dates on which nothing is known to have happened, {1} show a change at least as marked", "Из {0} более ранних дат, когда ничего не произошло, столь же заметное изменение дают {1}", "Эч нерсе болбогон мурунку {0} күндүн {1} ушундай эле байкаларлык өзгөрүштү көрсөтөт");
    public static readonly LocalText PlaceboNone = new("No earlier date has enough data on both sides", "Нет более ранней даты с достаточными данными с обеих сторон", "Эки жагында тең жетиштүү маалыматы бар мурунку күн жок");
    public static readonly LocalText ControlledTerm = new("Against the other regions", "По сравнению с другими регионами", "Башка аймактарга салыштырганда");
    public static readonly LocalText ControlledValue = new("ratio {0} ({1} to {2}) once what happened there at the same time is taken off", "отношение {0} (от {1} до {2}) за вычетом того, что происходило там в то же время", "ошол эле убакта ал жакта болгонду алып салганда катыш {0} ({1}–{2})");
    public static readonly LocalText RoundedTerm = new("Rounded counts", "Округлённые числа", "Тегеректелген сандар");
    public static readonly LocalText Rounded = new("Your account sees counts of people rounded to {0}; this answer is made from them, so that it tells no more than they do.", "Ваша учётная запись видит числа людей, округлённые до {0}; этот ответ построен по ним и не сообщает больше.", "Сиздин аккаунт адамдардын санын {0} чейин тегеректелген түрдө көрөт; бул жооп ошолордон түзүлгөн жана алардан артык эч нерсе айтпайт.");
    public static readonly LocalText OthersTitle = new("All questions asked", "Все заданные вопросы", "Коюлган бардык суроолор");
    public static readonly LocalText OthersNote = new(
        "{0} questions were asked of the data, all shown. Of twenty questions about which nothing changed, chance alone would call one a change.",
        "Данным задано вопросов: {0}, показаны все. Из двадцати вопросов, по которым ничего не изменилось, один случайно показал бы изменение.",
        "Маалыматка {0} суроо берилди, баары көрсөтүлгөн. Эч нерсе өзгөрбөгөн жыйырма суроонун бири кокустан өзгөрүш көрсөтмөк.");
    public static readonly LocalText What = new("What happened", "Что произошло", "Эмне болду");
    public static readonly LocalText Measure = new("Measure", "Показатель", "Көрсөткүч");
    public static readonly LocalText Answer = new("Answer", "Ответ", "Жооп");
    public static readonly LocalText ProgrammeStart = new("Start of the programme", "Начало программы", "Программанын башталышы");
    public static readonly LocalText WhereTerm = new("Where", "Где", "Кайда");

    public static LocalText Status(TargetStatus status) => status switch
    {
        TargetStatus.Reached => new("reached", "достигнута", "жетти"),
        TargetStatus.OnTrack => new("on track", "по плану", "планга ылайык"),
        TargetStatus.Behind => new("behind", "отставание", "артта"),
        TargetStatus.TooEarly => new("too early", "рано судить", "эрте"),
        TargetStatus.Withheld => new("withheld", "скрыто", "жашырылган"),
        _ => new("not reported", "нет данных", "маалымат жок"),
    };

    public static LocalText OutcomeWord(Outcome outcome) => outcome switch
    {
        Outcome.Improved => new("Improved", "Улучшилось", "Жакшырды"),
        Outcome.Worsened => new("Worsened", "Ухудшилось", "Начарлады"),
        Outcome.NoChange => new("No change beyond chance", "Статистически значимых изменений нет", "Кокустуктан ашкан өзгөрүү жок"),
        _ => new("Cannot be told", "Сказать нельзя", "Айтууга болбойт"),
    };

    public static LocalText OutcomeSentence(Outcome outcome) => outcome switch
    {
        Outcome.Improved or Outcome.Worsened => new("{0}: {1} against what was expected, {2} to {3}.", "{0}: {1} к ожидаемому, от {2} до {3}.", "{0}: күтүлгөнгө карата {1}, {2}–{3}."),
        Outcome.NoChange => new("{0}: {1} against what was expected, but chance alone would give as much ({2} to {3}).", "{0}: {1} к ожидаемому, но столько дала бы и случайность (от {2} до {3}).", "{0}: күтүлгөнгө карата {1}, бирок кокустук да ошончо бермек ({2}–{3})."),
        _ => new("{0}.", "{0}.", "{0}."),
    };
}
