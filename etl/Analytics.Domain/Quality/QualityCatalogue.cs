namespace Analytics.Domain.Quality;

/// <summary>Every rule of quality, declared once.</summary>
public static class QualityCatalogue
{
    public const string MonthlyOutlier = "monthly_outlier";
    public const string MonthlyChange = "sudden_change";
    public const string Unknowns = "unknown_share";

    public static IReadOnlyList<QualityRule> All { get; } =
    [
        new("impossible_date", Severity.Error, Finding.Row, ["hotline", "ngo_case", "register_crime", "register_event", "labour_inspection"],
            new("Impossible date", "Невозможная дата", "Мүмкүн эмес дата"),
            new("A date lies in the future or before 1990.",
                "Дата в будущем или раньше 1990 года.",
                "Дата келечекте же 1990-жылдан мурда.")),
        new("exploitation_before_birth", Severity.Error, Finding.Row, ["ngo_case"],
            new("Exploitation before birth", "Эксплуатация раньше рождения", "Эксплуатация төрөлгөнгө чейин"),
            new("The exploitation began before the year of birth.",
                "Эксплуатация началась раньше года рождения.",
                "Эксплуатация туулган жылдан мурда башталган.")),
        new("exploitation_end_before_start", Severity.Error, Finding.Row, ["ngo_case"],
            new("Exploitation ends before it starts", "Эксплуатация закончилась раньше, чем началась", "Эксплуатация башталганга чейин бүткөн"),
            new("The end of the exploitation lies before its start, however exactly the two are known.",
                "Конец эксплуатации раньше её начала при любой точности этих дат.",
                "Эки дата канчалык так белгилүү болбосун, эксплуатациянын аягы башталышынан мурда.")),
        new("intake_before_exploitation", Severity.Warning, Finding.Row, ["ngo_case"],
            new("Intake before the exploitation", "Приём раньше эксплуатации", "Кабыл алуу эксплуатациядан мурда"),
            new("The person came for help before the exploitation began.",
                "Обращение за помощью раньше начала эксплуатации.",
                "Жардам сурап кайрылуу эксплуатация башталганга чейин болгон.")),
        new("age_against_birth_year", Severity.Warning, Finding.Row, ["ngo_case"],
            new("Age does not fit the year of birth", "Возраст не соответствует году рождения", "Курагы туулган жылына туура келбейт"),
            new("The age at intake is neither the difference of the years nor one less.",
                "Возраст при приёме не равен разности лет и не меньше её на один год.",
                "Кабыл алуудагы курак жылдардын айырмасына да, андан бир жаш кемге да барабар эмес.")),
        new("event_order", Severity.Warning, Finding.Row, ["register_event"],
            new("Steps of a crime out of order", "Нарушен порядок событий по преступлению", "Кылмыш боюнча окуялардын тартиби бузулган"),
            new("A step lies before the registration, a referral to court before the investigation, or a judgment before the referral to court.",
                "Событие раньше регистрации, направление в суд раньше начала расследования или приговор раньше направления в суд.",
                "Окуя каттоодон мурда, сотко жөнөтүү тергөөдөн мурда же өкүм сотко жөнөтүүдөн мурда.")),
        new("region_against_organisation", Severity.Info, Finding.Row, ["ngo_case", "ngo_monthly"],
            new("Region is not the organisation's own", "Регион отличается от региона организации", "Аймак уюмдун аймагынан башка"),
            new("Help was given in another region than the one the organisation declared.",
                "Помощь оказана не в том регионе, который заявлен организацией.",
                "Жардам уюм билдирген аймактан башка жерде көрсөтүлгөн.")),
        new("possible_duplicate", Severity.Warning, Finding.Row, ["ngo_case"],
            new("The same person may be entered twice", "Возможно, лицо внесено дважды", "Бир адам эки жолу киргизилген болушу мүмкүн"),
            new("Another case of the organisation has the same day of intake, sex, year of birth, region of origin and forms of exploitation, and no other token.",
                "У организации есть другое дело с тем же днём приёма, полом, годом рождения, регионом происхождения и формами эксплуатации, и токен не отличается.",
                "Уюмда кабыл алган күнү, жынысы, туулган жылы, чыккан аймагы жана эксплуатация түрлөрү бирдей башка иш бар, токени да айырмаланбайт.")),
        new("counts_against_cases", Severity.Warning, Finding.Row, ["ngo_case", "ngo_monthly"],
            new("Monthly count differs from the cases", "Месячное число расходится с делами", "Айлык сан иштерден айырмаланат"),
            new("The organisation sent both for a month, and the persons it counted are not as many as its cases of that month. The two are never added. The line is the first of the month.",
                "Организация прислала за месяц и то и другое, и число посчитанных лиц не равно числу её дел за этот месяц. Они никогда не складываются. Указана первая строка месяца.",
                "Уюм ай үчүн экөөнү тең жөнөткөн, эсептелген адамдардын саны ошол айдагы иштеринин санына барабар эмес. Алар эч качан кошулбайт. Айдын биринчи сабы көрсөтүлгөн.")),
        new(MonthlyOutlier, Severity.Warning, Finding.Month, ["ngo_case", "ngo_monthly"],
            new("A month far from the organisation's others", "Месяц резко отличается от остальных", "Ай уюмдун башка айларынан кескин айырмаланат"),
            new("The organisation's monthly count has a modified z-score beyond 3.5 (Iglewicz and Hoaglin 1993), among at least eight months, and differs from the median by five or more.",
                "Модифицированная z-оценка месячного числа организации превышает 3,5 (Иглевич и Хоглин, 1993); сравнивается не менее восьми месяцев, отличие от медианы не меньше пяти.",
                "Уюмдун айлык санынын өзгөртүлгөн z-баасы 3,5тен ашат (Iglewicz жана Hoaglin, 1993); кеминде сегиз ай салыштырылат, медианадан айырмасы бештен кем эмес.")),
        new(MonthlyChange, Severity.Warning, Finding.Month, ["hotline", "ngo_case", "ngo_monthly", "register_crime"],
            new("Sudden drop or jump", "Резкое падение или скачок", "Кескин төмөндөө же секирик"),
            new("A month of the source is below half or above twice the median of the six months before, by at least ten and by more than chance allows (three times the square root of the median).",
                "Число источника за месяц меньше половины или больше двух медиан шести предыдущих месяцев, отличие не меньше десяти и больше случайного (трёх корней из медианы).",
                "Булактын айлык саны мурунку алты айдын медианасынын жарымынан аз же эки эсесинен көп, айырма ондон кем эмес жана кокустуктан (медиананын үч тамырынан) чоң.")),
        new(Unknowns, Severity.Warning, Finding.Column, ["hotline", "ngo_case", "ngo_monthly", "register_crime", "register_event", "labour_inspection"],
            new("More left empty than before", "Пустых значений больше, чем прежде", "Бош маанилер мурункудан көп"),
            new("A column is empty in 15 or more points more of the rows than in the source's earlier files, beyond three standard errors.",
                "Доля пустых значений в столбце выше, чем в прежних файлах источника, на 15 и более пунктов и более чем на три стандартные ошибки.",
                "Мамычадагы бош маанилердин үлүшү булактын мурунку файлдарынан 15 же андан көп пунктка жана үч стандарттык катадан көпкө жогору.")),
    ];

    /// <returns>The rule, or null when there is none of that name.</returns>
    public static QualityRule? Find(string id) => All.FirstOrDefault(rule => rule.Id == id);
}
