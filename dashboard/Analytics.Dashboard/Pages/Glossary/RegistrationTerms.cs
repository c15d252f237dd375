namespace Analytics.Dashboard.Pages.Glossary;

/// <summary>From a request for help to the court; who is on no list; programmes and reports.</summary>
public static class RegistrationTerms
{
    public static readonly Term Referral = new(
        "nrm",
        new("National Referral Mechanism (NRM)", "Национальный механизм перенаправления (НМП)", "Улуттук багыттоо механизми (УБМ)"),
        new("The agreed way of a victim from identification to help: who refers to whom, and who provides what.",
            "Согласованный путь пострадавшего от выявления до помощи: кто кого направляет и кто что предоставляет.",
            "Жабырлануучунун аныкталгандан жардамга чейинки макулдашылган жолу: ким кимге жөнөтөт жана ким эмне менен камсыз кылат."));
    public static readonly Term Register = new(
        "erpp",
        new("Unified Register (ERPP)", "Единый реестр (ЕРПП)", "Бирдиктүү реестр (КЖБР)"),
        new("The state's register of crimes and misdemeanours. Crimes in it are open figures, zeros included.",
            "Государственный реестр преступлений и проступков. Числа преступлений из него открыты, включая нули.",
            "Кылмыштардын жана жоруктардын мамлекеттик реестри. Андагы кылмыштардын саны ачык, нөлдөр да."));
    public static readonly Term Gap = new(
        "registration-gap",
        new("registration gap", "разрыв регистрации", "каттоо айырмасы"),
        new("How far registered crimes fall short of assisted persons in the same period. It compares crimes with persons and is no rate of persons.",
            "Насколько зарегистрированных преступлений меньше, чем лиц, получивших помощь за тот же период. Сравниваются преступления и лица; это не доля лиц.",
            "Ошол эле мезгилде катталган кылмыштар жардам алган адамдардан канчалык аз экени. Кылмыштар менен адамдар салыштырылат; бул адамдардын үлүшү эмес."),
        Routes.UnderRegistration);
    public static readonly Term UnderRegistration = new(
        "under-registration-rate",
        new("under-registration rate", "доля незарегистрированных", "катталбагандардын үлүшү"),
        new("The share of assisted persons whom linkage does not find among the victims of the register: persons over persons, with an interval.",
            "Доля лиц, получивших помощь, которых сопоставление не находит среди потерпевших в реестре: лица к лицам, с интервалом.",
            "Реестрдеги жабырлануучулардын арасынан табылбаган, жардам алган адамдардын үлүшү: адамдар адамдарга карата, аралыгы менен."),
        Routes.UnderRegistration);
    public static readonly Term Requalification = new(
        "requalification",
        new("requalification", "переквалификация", "кайра квалификациялоо"),
        new("A crime moved from one article to another during the proceeding. A trafficking case may so become another crime, or the reverse.",
            "Перевод преступления с одной статьи на другую в ходе производства. Так дело о торговле людьми может стать другим делом, и наоборот.",
            "Иш жүрүп жатканда кылмыштын бир беренеден экинчисине которулушу. Адам сатуу иши ушундайча башка кылмышка айланышы мүмкүн же тескерисинче."),
        Routes.UnderRegistration);
    public static readonly Term Discontinued = new(
        "discontinued",
        new("discontinued", "прекращено", "кыскартылган"),
        new("The proceeding was ended without going to court, and not resumed.",
            "Производство завершено без передачи в суд и не возобновлено.",
            "Иш сотко жөнөтүлбөй токтотулуп, кайра башталган эмес."));

    public static readonly Term Linkage = new(
        "linkage",
        new("linkage by tokens", "сопоставление по токенам", "токендер боюнча байланыштыруу"),
        new("Each organisation turns names into tokens at its own desk; the system compares tokens, never names, and finds which records are of the same person. Its error is measured and goes into the intervals.",
            "Каждая организация у себя превращает имена в токены; система сравнивает токены, а не имена, и находит записи об одном и том же лице. Ошибка измерена и учтена в интервалах.",
            "Ар бир уюм аттарды өзүндө токенге айлантат; система аттарды эмес, токендерди салыштырып, бир адам жөнүндөгү жазууларды табат. Анын катасы өлчөнүп, аралыктарда эске алынат."));
    public static readonly Term Mse = new(
        "multiple-systems-estimation",
        new("multiple systems estimation", "оценка по нескольким спискам", "бир нече тизме боюнча баалоо"),
        new("From how much the lists of several organisations overlap, a model infers how many persons are on no list. It rests on assumptions, so it comes with an interval and with what other models give.",
            "По тому, насколько пересекаются списки нескольких организаций, модель оценивает, сколько лиц нет ни в одном списке. Оценка опирается на допущения, поэтому даётся с интервалом и результатами других моделей.",
            "Бир нече уюмдун тизмелери канчалык кесилишкенине карап, модель эч бир тизмеде жок адамдардын санын баалайт. Ал божомолдорго таянгандыктан, аралыгы жана башка моделдердин жыйынтыктары менен берилет."),
        Routes.UnderRegistration);
    public static readonly Term NotEstimable = new(
        "not-estimable",
        new("not estimable", "оценить нельзя", "баалоого болбойт"),
        new("The lists overlap too little, or the models disagree too much, for an honest number. That is the answer, and no zero.",
            "Списки слишком мало пересекаются или модели слишком расходятся, чтобы дать честное число. Это ответ, а не ноль.",
            "Чынчыл сан берүү үчүн тизмелер өтө аз кесилишет же моделдер өтө ар башка. Бул — жооп, нөл эмес."));

    public static readonly Term Target = new(
        "target",
        new("target and result", "цель и результат", "максат жана натыйжа"),
        new("What a programme agreed to reach in a period, and what the data show for the same people, place and time.",
            "Чего программа обязалась достичь за период и что показывают данные для тех же людей, места и времени.",
            "Программа белгилүү мезгилде эмнеге жетүүгө милдеттенгени жана ошол эле адамдар, жер жана убакыт боюнча маалымат эмнени көрсөтөрү."),
        Routes.Programmes);
    public static readonly Term Credit = new(
        "shared-credit",
        new("shared credit", "разделённый вклад", "бөлүштүрүлгөн салым"),
        new("A person helped by two programmes counts once; the credit is shared, so that donors' figures add up and nobody is claimed twice.",
            "Лицо, которому помогли две программы, учитывается один раз; вклад делится, чтобы цифры доноров складывались и никто не был учтён дважды.",
            "Эки программадан жардам алган адам бир жолу эсептелет; салым бөлүштүрүлөт, ошондо донорлордун сандары дал келип, эч ким эки жолу эсептелбейт."),
        Routes.Programmes);
    public static readonly Term ReportingRate = new(
        "reporting-rate",
        new("reporting rate", "доля полученных отчётов", "келген отчеттордун үлүшү"),
        new("Reports received of those expected. Where it falls, a drop in the figures may be fewer reports and not fewer cases.",
            "Доля полученных отчётов от ожидаемых. Где она падает, снижение цифр может означать меньше отчётов, а не меньше случаев.",
            "Күтүлгөн отчеттордун ичинен келгендери. Ал төмөндөгөн жерде сандардын азайышы окуялардын эмес, отчеттордун азайганын билдириши мүмкүн."));
    public static readonly Term Late = new(
        "late-source",
        new("late source", "опаздывающий источник", "кечиккен булак"),
        new("A source from which nothing came for longer than its rhythm. The newest figures that rest on it may be too low.",
            "Источник, от которого ничего не поступало дольше обычного срока. Последние цифры по нему могут быть занижены.",
            "Адаттагы мөөнөттөн узак убакыт маалымат келбеген булак. Ага таянган акыркы сандар чыныгыдан аз болушу мүмкүн."));

    public static readonly IReadOnlyList<TermGroup> Groups =
    [
        new(GlossaryText.Registration, [Referral, Register, Gap, UnderRegistration, Requalification, Discontinued]),
        new(GlossaryText.Estimation, [Linkage, Mse, NotEstimable]),
        new(GlossaryText.Programmes, [Target, Credit, ReportingRate, Late]),
    ];
}
