namespace Analytics.Dashboard.Pages.Glossary;

/// <summary>How a number can be, and what is counted.</summary>
public static class StateTerms
{
    public static readonly Term Withheld = new(
        "withheld",
        new("withheld", "скрыто", "жашырылган"),
        new("There is a number, but it is so small that somebody could be recognised by it, or it would let such a number be worked out. It is hidden before anything is published, for everyone of the same profile alike, and drawn hatched.",
            "Число есть, но оно настолько мало, что по нему можно узнать человека, или позволяет вычислить такое число. Оно скрывается до публикации, одинаково для всех с тем же профилем, и показано штриховкой.",
            "Сан бар, бирок ал ушунчалык аз болгондуктан, ал аркылуу адамды таанып алууга же ошондой санды эсептеп чыгууга болот. Ал жарыялоого чейин, бир профилдегилердин баарына бирдей жашырылып, штрих менен көрсөтүлөт."));
    public static readonly Term NotReported = new(
        "not-reported",
        new("not reported", "нет данных от источников", "маалымат берилген эмес"),
        new("Nobody has said how many there were. It is neither zero nor hidden: the report is missing.",
            "Никто не сообщил, сколько случаев было. Это не ноль и не скрытое число: отчёта нет.",
            "Канча болгонун эч ким билдирген эмес. Бул нөл да, жашырылган сан да эмес: отчет жок."));
    public static readonly Term Zero = new(
        "zero",
        new("zero", "ноль", "нөл"),
        new("It was reported that there was none.", "Сообщено, что случаев не было.", "Эч кандай окуя болгон эмес деп билдирилген."));
    public static readonly Term Provisional = new(
        "provisional",
        new("provisional", "предварительно", "алдын ала"),
        new("The newest periods, for which reports may still arrive. They usually rise; do not read a drop in them as a decline.",
            "Последние периоды, по которым ещё могут поступить отчёты. Обычно они растут; снижение в них не означает спада.",
            "Отчеттору дагы келиши мүмкүн болгон акыркы мезгилдер. Алар адатта өсөт; андагы төмөндөө азаюу дегенди билдирбейт."));
    public static readonly Term Interval = new(
        "interval",
        new("95 % interval", "95%-ный доверительный интервал", "95 % аралык"),
        new("A range made so that 95 of 100 such ranges hold the true value, as far as chance and the measured errors of matching go. Two values whose intervals overlap widely may not differ at all.",
            "Диапазон, построенный так, что 95 из 100 таких диапазонов содержат истинное значение с учётом случайности и измеренных ошибок сопоставления. Два значения с сильно перекрывающимися интервалами могут не различаться.",
            "Кокустукту жана дал келтирүүнүн өлчөнгөн каталарын эске алганда, ушундай 100 аралыктын 95и чыныгы маанини камтыгандай түзүлгөн аралык. Аралыктары көп кабатташкан эки маанинин айырмасы жок болушу мүмкүн."));
    public static readonly Term Break = new(
        "series-break",
        new("series break", "разрыв ряда", "катардын үзүлүшү"),
        new("From here on something else is counted, for instance under another criminal code. Values before and after do not compare, so no line joins them.",
            "С этого места считается другое, например по новому уголовному кодексу. Значения до и после несопоставимы, поэтому линия прервана.",
            "Ушул жерден баштап башка нерсе эсептелет, мисалы, жаңы кылмыш-жаза кодекси боюнча. Мурунку жана кийинки маанилер салыштырылбайт, ошондуктан сызык үзүлөт."));
    public static readonly Term Revised = new(
        "revised",
        new("revised", "пересмотрено", "кайра каралган"),
        new("A published figure that changed later, because a report came late or was corrected. Both values and the reason are kept.",
            "Опубликованная цифра, которая позже изменилась, потому что отчёт пришёл с опозданием или был исправлен. Хранятся оба значения и причина.",
            "Отчет кечигип келгендиктен же оңдолгондуктан кийин өзгөргөн жарыяланган сан. Эки маани тең себеби менен сакталат."),
        Routes.Revisions);
    public static readonly Term Rounded = new(
        "rounded",
        new("rounded to 5", "округлено до 5", "5ке чейин тегеректелген"),
        new("Numbers of people shown to donors and the public end in 0 or 5, so that nobody is found by comparing two of them. Sums may therefore differ a little from their parts.",
            "Числа людей, которые видят доноры и общественность, оканчиваются на 0 или 5, чтобы никого нельзя было узнать сравнением. Поэтому суммы могут немного отличаться от слагаемых.",
            "Донорлорго жана коомчулукка көрсөтүлгөн адамдардын саны 0 же 5 менен бүтөт, эки санды салыштырып эч кимди таанууга болбойт. Ошондуктан жыйынтык бөлүктөрүнөн бир аз айырмаланышы мүмкүн."));

    public static readonly Term Contact = new(
        "contact",
        new("contact", "обращение", "кайрылуу"),
        new("One call or message to the hotline, on any topic. A person may make several.",
            "Один звонок или сообщение на горячую линию, по любой теме. Один человек может обратиться несколько раз.",
            "Ишеним телефонуна келген бир чалуу же билдирүү, темасы кандай болсо да. Бир адам бир нече жолу кайрыла алат."));
    public static readonly Term Person = new(
        "person",
        new("person", "лицо", "адам"),
        new("A human being, counted once in each period however many organisations helped: records of the same person are found by tokens that hold no name.",
            "Человек, учтённый один раз за период, сколько бы организаций ему ни помогли: записи об одном лице находятся по токенам без имён.",
            "Канча уюм жардам берсе да, ар бир мезгилде бир жолу эсептелген адам: бир адам жөнүндөгү жазуулар аты жок токендер аркылуу табылат."));
    public static readonly Term Crime = new(
        "crime",
        new("registered crime", "зарегистрированное преступление", "катталган кылмыш"),
        new("One entry of the Unified Register of Crimes and Misdemeanours (ERPP). A crime may have several victims.",
            "Одна запись Единого реестра преступлений и проступков (ЕРПП). В одном преступлении может быть несколько потерпевших.",
            "Кылмыштардын жана жоруктардын бирдиктүү реестриндеги (КЖБР) бир жазуу. Бир кылмышта бир нече жабырлануучу болушу мүмкүн."));
    public static readonly Term PersonsAgainstCrimes = new(
        "persons-against-crimes",
        new("crimes against persons", "преступления к лицам", "кылмыштар адамдарга карата"),
        new("A comparison of two units: how many crimes were registered for the persons who were assisted. It is no share of persons, since one crime may have many victims or none who asked for help.",
            "Сравнение двух единиц: сколько преступлений зарегистрировано на число лиц, получивших помощь. Это не доля лиц: в одном преступлении может быть много потерпевших или ни одного обратившегося.",
            "Эки бирдикти салыштыруу: жардам алган адамдардын санына канча кылмыш катталганы. Бул адамдардын үлүшү эмес: бир кылмышта көп жабырлануучу болушу же жардам сурагандардын бири да болбошу мүмкүн."),
        Routes.UnderRegistration);

    public static readonly IReadOnlyList<TermGroup> Groups =
    [
        new(GlossaryText.States, [Withheld, NotReported, Zero, Provisional, Interval, Break, Revised, Rounded]),
        new(GlossaryText.Units, [Contact, Person, Crime, PersonsAgainstCrimes]),
    ];
}
