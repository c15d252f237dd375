using Analytics.Domain;

namespace Analytics.Dashboard.Pages.UnderRegistration;

/// <summary>Words of the figures that rest on linked persons.</summary>
public static class LinkedText
{
    public static readonly LocalText SectionTitle = new("Persons against persons", "Доли по лицам", "Адамдар боюнча үлүштөр");
    public static readonly LocalText LinkedSource = new("persons linked across lists", "лица, связанные между списками", "тизмелер боюнча байланыштырылган адамдар");
    public static readonly LocalText FunnelTitle = new("The same persons, step by step", "Те же люди, шаг за шагом", "Ошол эле адамдар, кадам сайын");
    public static readonly LocalText FunnelSubtitle = new(
        "Linked persons first assisted by NGOs, and how far they came; beside each step, the loss since the step before", "Сопоставленные лица, впервые получившие помощь НПО, и как далеко они дошли; рядом с шагом — сколько потеряно с предыдущего",
        "БӨУлардан биринчи жолу жардам алган байланыштырылган адамдар жана алар кайда чейин жеткени; кадамдын жанында – мурунку кадамдан канчасы азайганы");
    public static readonly LocalText FunnelSummary = new("Steps, {0}: {1}.", "Шаги, {0}: {1}.", "Кадамдар, {0}: {1}.");
    public static readonly LocalText Assisted = new("Assisted", "Получили помощь", "Жардам алган");
    public static readonly LocalText Applied = new("Applied to the police", "Обратились в милицию", "Милицияга кайрылган");
    public static readonly LocalText Registered = new("In the crime register", "В реестре преступлений", "Кылмыштар реестринде");
    public static readonly LocalText Investigated = new("Crime investigated", "Расследование начато", "Иши тергелген");
    public static readonly LocalText InCourt = new("Crime sent to court", "Дело в суде", "Иши сотто");
    public static readonly LocalText Convicted = new("Crime ended in conviction", "Обвинительный приговор", "Айыптоо өкүмү чыккан");
    public static readonly LocalText NoneLost = new("none fewer", "столько же", "азайган жок");
    public static readonly LocalText SamePersons = new("Same persons", "Те же лица", "Ошол эле адамдар");
    public static readonly LocalText SamePersonsNote = new(
        "Each step counts persons of the step before: the persons of the first bar, found again by linkage of tokens that hold no name. Whoever is in the register counts as having applied. What linkage misses makes the register's step look smaller; the interval of the rate includes that.",
        "Каждый шаг — лица предыдущего шага: лица первого столбца, найденные связыванием токенов без имён. Кто есть в реестре, считается обратившимся. Пропуски связывания уменьшают шаг реестра; интервал доли это учитывает.",
        "Ар бир кадам – мурунку кадамдагы адамдар: биринчи тилкедеги адамдар, аты жок токендерди байланыштыруу менен табылган. Реестрде барлар кайрылган деп эсептелет. Байланыштыруу өткөрүп жибергендер реестр кадамын кичирейтет; үлүштүн аралыгы муну эске алат.");

    public static readonly LocalText ContactsTitle = new("Before assistance: hotline contacts", "До помощи: обращения на горячую линию", "Жардамга чейин: ишеним телефонуна кайрылуулар");
    public static readonly LocalText ContactsSubtitle = new("Contacts, not persons: most callers are not named; beside each step, the loss since the step before", "Обращения, а не люди: большинство звонящих не названы; рядом с шагом — сколько потеряно с предыдущего", "Адамдар эмес, кайрылуулар: көпчүлүгүнүн аты айтылбайт; кадамдын жанында – мурунку кадамдан канчасы азайганы");
    public static readonly LocalText Contacts = new("contacts", "обращения", "кайрылуулар");
    public static readonly LocalText AllContacts = new("Contacts", "Обращения", "Кайрылуулар");
    public static readonly LocalText Suspected = new("Trafficking suspected", "Подозрение на торговлю людьми", "Адам сатууга шек");
    public static readonly LocalText Referred = new("… and referred", "… и направлены", "… жана жөнөтүлгөн");

    public static readonly LocalText RatesTitle = new("How many the register lacks", "Скольких нет в реестре", "Реестрде канчасы жок");
    public static readonly LocalText RatesSubtitle = new(
        "Three shares of persons that answer three questions, with 95 % intervals", "Три доли лиц, отвечающие на три вопроса, с 95%-ными доверительными интервалами",
        "Үч суроого жооп берген адамдардын үч үлүшү, 95 % аралыктар менен");
    public static readonly LocalText RatesSummary = new("Shares absent from the register by year: {0}.", "Доли отсутствующих в реестре по годам: {0}.", "Реестрде жоктордун үлүшү жылдар боюнча: {0}.");
    public static readonly LocalText OfAssisted = new("of persons assisted by NGOs", "из получивших помощь НПО", "БӨУлардан жардам алгандардын ичинен");
    public static readonly LocalText OfKnown = new("of persons known to any list", "из известных хотя бы одному списку", "жок дегенде бир тизмеге белгилүүлөрдүн ичинен");
    public static readonly LocalText OfTotal = new("of all persons, seen or not (model)", "из всех лиц, известных и нет (модель)", "көрүнгөн жана көрүнбөгөн бардыгынын ичинен (модель)");
    public static readonly LocalText ByRegionTitle = new("Assisted persons absent from the register, by region", "Получившие помощь, которых нет в реестре, по регионам", "Жардам алган, реестрде жок адамдар, аймактар боюнча");
    public static readonly LocalText ShareUnit = new("share of persons, %", "доля лиц, %", "адамдардын үлүшү, %");
}
