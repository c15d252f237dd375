namespace Analytics.Domain.Measures;

/// <summary>Every measure of the product.</summary>
public static class MeasureCatalogue
{
    private static readonly LocalText s_contacts = new("contacts", "обращения", "кайрылуулар");
    private static readonly LocalText s_persons = new("persons", "человек", "адам");
    private static readonly LocalText s_intakes = new("intakes", "приёмы", "кабыл алуулар");
    private static readonly LocalText s_services = new("services", "услуги", "кызматтар");
    private static readonly LocalText s_crimes = new("crimes", "преступления", "кылмыштар");

    private static readonly string[] s_personDimensions = ["region", "sex", "age_band", "form", "destination"];
    private static readonly string[] s_crimeDimensions = ["region", "article_group"];

    public static IReadOnlyList<Measure> All { get; } =
    [
        new("contacts", Unit.Contact, MeasureKind.ProtectedCount,
            new("Hotline contacts", "Обращения на горячую линию", "Ишеним телефонуна кайрылуулар"),
            s_contacts,
            new("Contacts with the hotline on any topic, by the day of the contact.",
                "Обращения на горячую линию по любой теме, по дню обращения.",
                "Ишеним телефонуна каалаган тема боюнча кайрылуулар, кайрылган күнү боюнча."),
            "count of fct_contact", ["region", "topic"], ["hotline"]),
        new("contacts_suspected", Unit.Contact, MeasureKind.ProtectedCount,
            new("Contacts with suspected trafficking", "Обращения с подозрением на торговлю людьми", "Адам сатууга шектелген кайрылуулар"),
            s_contacts,
            new("Hotline contacts in which the operator suspected trafficking.",
                "Обращения, в которых оператор заподозрил торговлю людьми.",
                "Оператор адам сатуу бар деп шектенген кайрылуулар."),
            "count of fct_contact where suspected", ["region"], ["hotline"]),
        new("persons_assisted", Unit.Person, MeasureKind.ProtectedCount,
            new("Persons assisted by NGOs", "Лица, получившие помощь НПО", "БӨУлардан жардам алган адамдар"),
            s_persons,
            new("Distinct persons who came to an organisation for help, by the day of intake; a person known at several organisations by the same token counts once in each period shown. Persons found not to be victims and withdrawn cases are left out.",
                "Отдельные лица, обратившиеся за помощью в организацию, по дню приёма; лицо, известное нескольким организациям по одному токену, считается в каждом периоде один раз. Не считаются лица, не признанные жертвами, и отозванные дела.",
                "Уюмга жардам сурап кайрылган өзүнчө адамдар, кабыл алынган күнү боюнча; бир токен менен бир нече уюмга белгилүү адам ар бир мезгилде бир жолу эсептелет. Жабырлануучу эмес деп табылгандар жана кайтарылып алынган иштер эсептелбейт."),
            "count of distinct person_key in fct_assistance where victim_status <> not_victim", s_personDimensions, ["ngo_case"]),
        new("intakes", Unit.Intake, MeasureKind.ProtectedCount,
            new("Intakes at NGOs", "Приёмы в НПО", "БӨУлардагы кабыл алуулар"),
            s_intakes,
            new("Intakes at organisations, by the day of intake; a person who came to two organisations has two.",
                "Приёмы в организациях, по дню приёма; у лица, обратившегося в две организации, их два.",
                "Уюмдардагы кабыл алуулар, күнү боюнча; эки уюмга кайрылган адамда экөө болот."),
            "count of fct_assistance where victim_status <> not_victim", s_personDimensions, ["ngo_case"]),
        new("services_delivered", Unit.Service, MeasureKind.ProtectedCount,
            new("Services delivered", "Оказанные услуги", "Көрсөтүлгөн кызматтар"),
            s_services,
            new("Kinds of service recorded for an intake, by the day of intake.",
                "Виды услуг, отмеченные при приёме, по дню приёма.",
                "Кабыл алууда белгиленген кызмат түрлөрү, күнү боюнча."),
            "count of bridge_assistance_code in list service", ["region"], ["ngo_case"]),
        new("reasons_not_applied", Unit.Person, MeasureKind.ProtectedCount,
            new("Reasons for not going to the police", "Причины необращения в милицию", "Милицияга кайрылбоонун себептери"),
            s_persons,
            new("Persons assisted who gave a reason for not applying to the police; several reasons are possible, so they do not add up.",
                "Лица, назвавшие причину необращения в милицию; возможно несколько причин, поэтому они не складываются.",
                "Милицияга кайрылбоонун себебин айткан адамдар; бир нече себеп болушу мүмкүн, ошондуктан алар кошулбайт."),
            "count of distinct person_key by code of list reason_not_applied", ["reason"], ["ngo_case"]),
        new("crimes_registered", Unit.Crime, MeasureKind.OpenCount,
            new("Crimes registered", "Зарегистрированные преступления", "Катталган кылмыштар"),
            s_crimes,
            new("Crimes entered into the Unified Register under an article of the trafficking group, by the day of registration and the article at registration.",
                "Преступления, внесённые в Единый реестр по статьям о торговле людьми, по дню регистрации и статье при регистрации.",
                "Бирдиктүү реестрге адам сатуу беренелери менен киргизилген кылмыштар, катталган күнү жана берене боюнча."),
            "count of fct_crime by registered_date", s_crimeDimensions, ["register_crime"], BreaksAtCodeChange: true),
        new("crimes_discontinued", Unit.Crime, MeasureKind.OpenCount,
            new("Crimes discontinued", "Прекращённые дела", "Кыскартылган иштер"),
            s_crimes,
            new("Registered crimes whose proceeding was discontinued and not resumed, by the day of discontinuation.",
                "Зарегистрированные преступления, производство по которым прекращено и не возобновлено, по дню прекращения.",
                "Өндүрүшү кыскартылган жана кайра башталбаган катталган кылмыштар, кыскартылган күнү боюнча."),
            "count of fct_crime by discontinued_date", s_crimeDimensions, ["register_crime", "register_event"], BreaksAtCodeChange: true),
        new("crimes_sent_to_court", Unit.Crime, MeasureKind.OpenCount,
            new("Crimes sent to court", "Дела, направленные в суд", "Сотко жөнөтүлгөн иштер"),
            s_crimes,
            new("Registered crimes sent to court, by the day they were sent.",
                "Зарегистрированные преступления, направленные в суд, по дню направления.",
                "Сотко жөнөтүлгөн катталган кылмыштар, жөнөтүлгөн күнү боюнча."),
            "count of fct_crime by sent_to_court_date", s_crimeDimensions, ["register_crime", "register_event"], BreaksAtCodeChange: true),
        new("crimes_per_100_assisted", Unit.Crime, MeasureKind.Ratio,
            new("Registered crimes per 100 assisted persons", "Зарегистрированные преступления на 100 лиц, получивших помощь", "Жардам алган 100 адамга катталган кылмыштар"),
            new("crimes per 100 persons", "преступлений на 100 человек", "100 адамга кылмыш"),
            new("Registered crimes for each 100 persons assisted by NGOs in the same period. Crimes and persons are different units: this is a ratio, not a share of persons. Interval: exact Poisson of the crimes.",
                "Зарегистрированные преступления на каждые 100 лиц, получивших помощь НПО за тот же период. Преступления и лица — разные единицы: это соотношение, а не доля лиц. Интервал: точный пуассоновский для преступлений.",
                "Ошол эле мезгилде БӨУлардан жардам алган ар бир 100 адамга катталган кылмыштар. Кылмыш менен адам башка бирдиктер: бул катыш, адамдардын үлүшү эмес. Интервал: кылмыштардын так Пуассон интервалы."),
            "100 × crimes_registered ÷ persons_assisted", ["region"], ["ngo_case", "register_crime"], BreaksAtCodeChange: true)
        {
            Numerator = "crimes_registered",
            Denominator = "persons_assisted",
            Scale = 100,
        },
        new("registration_gap", Unit.Crime, MeasureKind.Ratio,
            new("Registration gap: crimes against persons", "Разрыв регистрации: преступления к лицам", "Каттоо айырмасы: кылмыштар адамдарга карата"),
            new("share, crimes against persons", "доля, преступления к лицам", "үлүш, кылмыштар адамдарга карата"),
            new("1 − registered crimes ÷ persons assisted by NGOs in the same period. It compares two units, so it is labelled “crimes against persons” and is not a rate of persons.",
                "1 − зарегистрированные преступления ÷ лица, получившие помощь НПО за тот же период. Сравниваются две разные единицы, поэтому подписано «преступления к лицам»; это не доля лиц.",
                "1 − катталган кылмыштар ÷ ошол мезгилде БӨУлардан жардам алган адамдар. Эки башка бирдик салыштырылат, ошондуктан «кылмыштар адамдарга карата» деп жазылат; бул адамдардын үлүшү эмес."),
            "1 − crimes_registered ÷ persons_assisted", ["region"], ["ngo_case", "register_crime"], BreaksAtCodeChange: true)
        {
            Numerator = "crimes_registered",
            Denominator = "persons_assisted",
            Scale = -1,
            Offset = 1,
        },
    ];

    /// <returns>The measure, or null when there is none of that name.</returns>
    public static Measure? Find(string id) => All.FirstOrDefault(measure => measure.Id == id);
}
