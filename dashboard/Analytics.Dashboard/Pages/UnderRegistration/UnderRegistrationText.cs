using Analytics.Domain;

namespace Analytics.Dashboard.Pages.UnderRegistration;

public static class UnderRegistrationText
{
    public static readonly LocalText HeadingFewer = new(
        "{0} asked NGOs for help in {2}; only {1} reached the crime register",
        "{2}: к НПО за помощью обратились {0}, а в реестр преступлений попало только {1}",
        "{2}: БӨУларга {0} кайрылды, кылмыштар реестрине {1} гана жетти");
    public static readonly LocalText HeadingMore = new(
        "{0} asked NGOs for help in {2}; {1} were registered",
        "{2}: к НПО за помощью обратились {0}, зарегистрировано {1}",
        "{2}: БӨУларга {0} кайрылды, {1} катталды");
    public static readonly LocalText HeadingUnknown = new(
        "The gap cannot be told for {0} ({1}; {2})",
        "Разрыв за {0} определить нельзя ({1}; {2})",
        "{0} үчүн айырманы айтууга болбойт ({1}; {2})");
    public static readonly LocalText Lede = new(
        "For every 100 persons whom NGOs assisted, {0} crimes were registered. Persons and crimes are different units, so the drop is shown step by step.",
        "На каждые 100 человек, получивших помощь НПО, зарегистрировано преступлений: {0}. Люди и преступления — разные единицы, поэтому сокращение показано по шагам.",
        "БӨУлар жардам берген ар бир 100 адамга {0} кылмыш катталган. Адам менен кылмыш – башка бирдиктер, ошондуктан азаюу кадам-кадам көрсөтүлгөн.");
    public static readonly LocalText LedeUnknown = new(
        "Persons and crimes are different units, so the steps stand side by side.",
        "Люди и преступления — разные единицы, поэтому шаги показаны рядом.",
        "Адам менен кылмыш – башка бирдиктер, ошондуктан кадамдар жанаша көрсөтүлгөн.");

    public static readonly LocalText GapLabel = new(
        "registration gap, crimes against persons", "разрыв регистрации, преступления к лицам", "каттоо айырмасы, кылмыштар адамдарга карата");
    public static readonly LocalText PerHundredLabel = new(
        "registered crimes per 100 persons assisted", "зарегистрированных преступлений на 100 человек, получивших помощь", "жардам алган 100 адамга катталган кылмыш");
    public static readonly LocalText DiscontinuedOf = new(
        "crimes discontinued, against {0} registered", "дел прекращено при {0} зарегистрированных", "иш кыскартылган, катталганы {0}");

    public static readonly LocalText StepsTitle = new("From asking for help to a court", "От обращения за помощью до суда", "Жардам суроодон сотко чейин");
    public static readonly LocalText Step = new("Step", "Шаг", "Кадам");
    public static readonly LocalText Persons = new("persons", "человек", "адам");
    public static readonly LocalText Crimes = new("crimes", "преступления", "кылмыш");
    public static readonly LocalText CrimesAgainstPersons = new("crimes against persons", "преступления к лицам", "кылмыштар адамдарга карата");
    public static readonly LocalText AssistedLabel = new("Assisted by NGOs", "Получили помощь НПО", "БӨУлардан жардам алган");
    public static readonly LocalText RegisteredLabel = new("Registered", "Зарегистрировано", "Катталган");
    public static readonly LocalText DiscontinuedLabel = new("Discontinued", "Прекращено", "Кыскартылган");
    public static readonly LocalText SentToCourtLabel = new("Sent to court", "Направлено в суд", "Сотко жөнөтүлгөн");
    public static readonly LocalText Register = new("in the crime register (ERPP)", "в реестре преступлений (ЕРПП)", "кылмыштар реестринде (КЖБР)");
    public static readonly LocalText PerHundred = new("{0} per 100 persons assisted", "{0} на 100 человек, получивших помощь", "жардам алган 100 адамга {0}");
    public static readonly LocalText OfRegistered = new("{0} of registered", "{0} от зарегистрированных", "катталгандардын {0}");
    public static readonly LocalText StepsSummary = new(
        "{0}: {1} persons assisted by NGOs; {2} crimes registered, of which {3} discontinued and {4} sent to court.",
        "{0}: помощь НПО получили {1} человек; зарегистрировано преступлений: {2}, прекращено: {3}, направлено в суд: {4}.",
        "{0}: БӨУлардан {1} адам жардам алган; {2} кылмыш катталган, {3} кыскартылган, {4} сотко жөнөтүлгөн.");
    public static readonly LocalText LedgerAgrees = new(
        "Agrees with the figures published in “{0}”.",
        "Совпадает с данными, опубликованными в «{0}».",
        "«{0}» басылмасында жарыяланган сандарга дал келет.");
    public static readonly LocalText LedgerDiffers = new(
        "Differs from published figures: {0}.",
        "Расходится с опубликованными данными: {0}.",
        "Жарыяланган сандардан айырмаланат: {0}.");
    public static readonly LocalText UnitsTerm = new("Two units", "Две единицы", "Эки бирдик");
    public static readonly LocalText UnitsNote = new(
        "One crime may concern several persons, and one person several crimes. The bars share a scale so that the drop can be seen, but the gap between them is a ratio of crimes to persons and not a share of persons.",
        "Одно преступление может касаться нескольких человек, а один человек — нескольких преступлений. Масштаб столбцов общий, чтобы было видно сокращение, но разрыв между ними — отношение преступлений к людям, а не доля людей.",
        "Бир кылмыш бир нече адамга, бир адам бир нече кылмышка тиешелүү болушу мүмкүн. Азайганы көрүнсүн үчүн тилкелердин масштабы бир, бирок алардын айырмасы – кылмыштардын адамдарга катышы, адамдардын үлүшү эмес.");

    public static readonly LocalText ByYearTitle = new("The gap by year", "Разрыв по годам", "Айырма жылдар боюнча");
    public static readonly LocalText ByYearSubtitle = new(
        "Registered crimes per 100 persons assisted, with 95 % interval",
        "Зарегистрированные преступления на 100 человек, получивших помощь, с 95%-ным доверительным интервалом",
        "Жардам алган 100 адамга катталган кылмыштар, 95 % аралык менен");
    public static readonly LocalText ByYearSummary = new(
        "Lowest: {0} in {1}. Highest: {2} in {3}.", "Минимум: {0} ({1}). Максимум: {2} ({3}).", "Эң азы: {0} ({1}). Эң көбү: {2} ({3}).");

    public static readonly LocalText ByRegionTitle = new("Where cases are not registered", "Где случаи не регистрируются", "Окуялар кайда катталбайт");
    public static readonly LocalText ByRegionSubtitle = new(
        "Registration gap, crimes against persons by region of origin",
        "Разрыв регистрации, преступления к лицам по региону происхождения",
        "Каттоо айырмасы, кылмыштар адамдарга карата, келип чыккан аймак боюнча");
    public static readonly LocalText ByRegionSummary = new("Registration gap by region. {0}.", "Разрыв регистрации по регионам. {0}.", "Аймактар боюнча каттоо айырмасы. {0}.");

    public static readonly LocalText ReasonsTitle = new("Why victims did not report", "Почему пострадавшие не заявили", "Жабырлануучулар эмнеге кайрылган эмес");
    public static readonly LocalText ReasonsSubtitle = new(
        "Share of the {0} who gave a reason, several possible",
        "Доля от назвавших причину ({0}), возможно несколько",
        "Себебин айткандардын ({0}) үлүшү, бир нечеси мүмкүн");
    public static readonly LocalText OfThoseWhoGaveReason = new("of persons who gave a reason", "от назвавших причину", "себебин айткандардын ичинен");
    public static readonly LocalText ReasonsSummary = new(
        "The reason given most often is “{0}”, {1}. {2} reasons in all.",
        "Чаще всего называют причину «{0}», {1}. Всего причин: {2}.",
        "Эң көп айтылган себеп – «{0}», {1}. Бардыгы {2} себеп.");
    public static readonly LocalText SharesTerm = new("Shares", "Доли", "Үлүштөр");
    public static readonly LocalText SharesNote = new(
        "A person may give several reasons, so the shares do not add up to 100 %. Persons of whom no reason is known are left out.",
        "Человек может назвать несколько причин, поэтому доли не дают в сумме 100 %. Те, чья причина неизвестна, не учтены.",
        "Бир адам бир нече себеп айтышы мүмкүн, ошондуктан үлүштөрдүн суммасы 100 % болбойт. Себеби белгисиз адамдар эсептелген эмес.");
}
