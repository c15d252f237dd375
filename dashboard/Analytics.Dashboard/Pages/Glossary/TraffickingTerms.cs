namespace Analytics.Dashboard.Pages.Glossary;

/// <summary>Words of the International Classification Standard for Administrative Data on Trafficking in Persons (IC-TIP, UN, 2023).</summary>
public static class TraffickingTerms
{
    public static readonly Term Trafficking = new(
        "trafficking",
        new("trafficking in persons", "торговля людьми", "адам сатуу"),
        new("An act, done by certain means, for the purpose of exploitation. Where the victim is a child, no means is needed (Palermo Protocol, article 3).",
            "Деяние, совершённое определённым способом с целью эксплуатации. Если пострадавший — ребёнок, способ значения не имеет (Палермский протокол, статья 3).",
            "Эксплуатациялоо максатында белгилүү бир ыкма менен жасалган аракет. Жабырлануучу бала болсо, ыкма талап кылынбайт (Палермо протоколу, 3-берене)."));
    public static readonly Term Act = new(
        "act",
        new("act", "деяние", "аракет"),
        new("What was done to the person: recruitment, transportation, transfer, harbouring or receipt.",
            "Что сделали с человеком: вербовка, перевозка, передача, укрывательство или получение.",
            "Адамга карата эмне жасалганы: азгыруу, ташуу, өткөрүп берүү, жашыруу же кабыл алуу."));
    public static readonly Term Means = new(
        "means",
        new("means", "способ", "ыкма"),
        new("How it was brought about: threat, force, abduction, fraud, deception, abuse of power or of a vulnerable position, or payment to somebody in control.",
            "Как это сделано: угроза, сила, похищение, мошенничество, обман, злоупотребление властью или уязвимым положением, подкуп того, кто контролирует человека.",
            "Ал кантип жасалганы: коркутуу, күч колдонуу, уурдоо, алдамчылык, бийликти же адамдын алсыз абалын кыянат пайдалануу, көзөмөлдөгөн адамга акы төлөө."));
    public static readonly Term Purpose = new(
        "form",
        new("form (purpose) of exploitation", "форма (цель) эксплуатации", "эксплуатациянын түрү (максаты)"),
        new("What the person was exploited for, such as forced labour, sexual exploitation or forced marriage. A case may have several, so forms do not add up to persons.",
            "Для чего эксплуатировали человека: принудительный труд, сексуальная эксплуатация, принудительный брак и другое. У одного случая их может быть несколько, поэтому сумма по формам не равна числу лиц.",
            "Адам эмне үчүн эксплуатацияланганы: мажбурлап иштетүү, сексуалдык эксплуатация, мажбурлап үйлөнүү ж.б. Бир окуяда бир нечеси болушу мүмкүн, ошондуктан түрлөрдүн суммасы адамдардын санына барабар эмес."),
        Routes.Trends);
    public static readonly Term Control = new(
        "means-of-control",
        new("means of control", "средства контроля", "көзөмөлдөө каражаттары"),
        new("How the person was kept in exploitation: debt, threats, withheld documents, restricted movement and others.",
            "Чем человека удерживали в эксплуатации: долг, угрозы, изъятые документы, ограничение передвижения и другое.",
            "Адамды эксплуатацияда эмне менен кармап турганы: карыз, коркутуу, алып коюлган документтер, жүрүүнү чектөө ж.б."));
    public static readonly Term Victim = new(
        "victim",
        new("victim, presumed or confirmed", "пострадавший, предполагаемый или подтверждённый", "жабырлануучу, болжолдуу же тастыкталган"),
        new("Presumed: there are signs of trafficking. Confirmed: an organisation or authority has established it. A conviction is needed for neither.",
            "Предполагаемый: есть признаки торговли людьми. Подтверждённый: это установила организация или орган. Приговор не требуется ни в том, ни в другом случае.",
            "Болжолдуу: адам сатуунун белгилери бар. Тастыкталган: аны уюм же орган аныктаган. Эки учурда тең соттун өкүмү талап кылынбайт."));
    public static readonly Term Perpetrator = new(
        "perpetrator",
        new("perpetrator", "лицо, совершившее преступление", "кылмыш жасаган адам"),
        new("Somebody suspected, prosecuted or convicted of an act of trafficking. No page here shows data on single perpetrators.",
            "Тот, кого подозревают, преследуют или осудили за торговлю людьми. Данных об отдельных лицах на этих страницах нет.",
            "Адам сатууга шектелген, куугунтукталган же соттолгон адам. Бул барактарда айрым адамдар жөнүндө маалымат жок."));
    public static readonly Term ReportingEntity = new(
        "reporting-entity",
        new("reporting entity", "отчитывающаяся организация", "отчет берүүчү уюм"),
        new("The organisation or authority that holds a record and reports it: an NGO, the hotline, the police, the labour inspection.",
            "Организация или орган, который ведёт запись и сообщает о ней: НПО, горячая линия, милиция, инспекция труда.",
            "Жазууну жүргүзүп, ал тууралуу билдирген уюм же орган: БӨУ, ишеним телефону, милиция, эмгек инспекциясы."));

    public static readonly TermGroup Group = new(
        GlossaryText.Trafficking, [Trafficking, Act, Means, Purpose, Control, Victim, Perpetrator, ReportingEntity]);
}
