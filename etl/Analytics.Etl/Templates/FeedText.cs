using Analytics.Domain;
using Analytics.Etl.Feeds;

namespace Analytics.Etl.Templates;

/// <summary>Feeds and their columns in the words of those who fill them in.</summary>
internal static class FeedText
{
    public static LocalText Title(Feed feed) => feed.Name switch
    {
        "hotline" => new("Hotline contacts", "Обращения на горячую линию", "Ишеним телефонуна кайрылуулар"),
        "ngo_case" => new("NGO cases", "Случаи в НПО", "БӨУлардагы иштер"),
        "ngo_monthly" => new("NGO monthly reports", "Ежемесячные отчёты НПО", "БӨУлардын ай сайынкы отчеттору"),
        "register_crime" => new("Registered crimes", "Зарегистрированные преступления", "Катталган кылмыштар"),
        "register_event" => new("Steps of registered crimes", "Движение зарегистрированных дел", "Катталган иштердин жүрүшү"),
        "labour_inspection" => new("Labour inspections", "Проверки инспекции труда", "Эмгек инспекциясынын текшерүүлөрү"),
        "population" => new("Population", "Численность населения", "Калктын саны"),
        _ => LocalText.Same(feed.Name),
    };

    /// <summary>What one row is.</summary>
    public static LocalText Grain(Feed feed) => feed.Name switch
    {
        "hotline" => new("one contact with the hotline", "одно обращение на горячую линию", "ишеним телефонуна бир кайрылуу"),
        "ngo_case" => new("one person at one organisation (an intake)", "один человек в одной организации (приём)", "бир уюмдагы бир адам (кабыл алуу)"),
        "ngo_monthly" => new("one organisation, month, region, sex and form", "одна организация, месяц, регион, пол и форма", "бир уюм, ай, аймак, жыныс жана түр"),
        "register_crime" => new("one registered crime", "одно зарегистрированное преступление", "бир катталган кылмыш"),
        "register_event" => new("one step of one registered crime", "один шаг по одному зарегистрированному преступлению", "бир катталган кылмыш боюнча бир кадам"),
        "labour_inspection" => new("one labour inspection", "одна проверка инспекции труда", "эмгек инспекциясынын бир текшерүүсү"),
        "population" => new("one territory, year and sex", "одна территория, год и пол", "бир аймак, жыл жана жыныс"),
        _ => LocalText.Same(feed.Grain),
    };

    public static LocalText Column(string column) => column switch
    {
        "contact_id" => new("Contact number", "Номер обращения", "Кайрылуунун номери"),
        "started_at" => new("Start of the contact", "Начало обращения", "Кайрылуунун башталышы"),
        "duration_s" => new("Duration, seconds", "Длительность, секунды", "Узактыгы, секунд"),
        "channel" => new("Channel", "Канал", "Канал"),
        "language" => new("Language of the contact", "Язык обращения", "Кайрылуунун тили"),
        "caller_role" => new("Who contacted", "Кто обратился", "Ким кайрылды"),
        "caller_region" => new("Region of the caller", "Регион обратившегося", "Кайрылгандын аймагы"),
        "topic" => new("Topic", "Тема", "Тема"),
        "destination_country" => new("Destination country", "Страна назначения", "Барган өлкө"),
        "suspected_trafficking" => new("Trafficking suspected", "Подозрение на торговлю людьми", "Адам сатуу шектелеби"),
        "forms" or "form" => new("Form of exploitation", "Форма эксплуатации", "Эксплуатациянын түрү"),
        "sex" => new("Sex", "Пол", "Жынысы"),
        "age" => new("Age", "Возраст", "Жашы"),
        "citizenship" => new("Citizenship", "Гражданство", "Жарандыгы"),
        "referred_to" => new("Referred to (organisation code)", "Куда направлен (код организации)", "Кайда жиберилди (уюмдун коду)"),
        "victim_identified" => new("Identified as a victim", "Признан пострадавшим", "Жабырлануучу деп таанылдыбы"),
        "person_token" => new("Person token", "Токен лица", "Адамдын токени"),
        "organisation" => new("Organisation (code)", "Организация (код)", "Уюм (коду)"),
        "case_ref" => new("Case reference", "Номер дела в организации", "Уюмдагы иштин номери"),
        "intake_date" => new("Date of intake", "Дата приёма", "Кабыл алынган күн"),
        "birth_year" => new("Year of birth", "Год рождения", "Туулган жылы"),
        "age_at_intake" => new("Age at intake", "Возраст при приёме", "Кабыл алынгандагы жашы"),
        "region_origin" => new("Region of origin", "Регион происхождения", "Чыккан аймагы"),
        "region_service" => new("Region of the service", "Регион оказания помощи", "Жардам көрсөтүлгөн аймак"),
        "sector" => new("Sector (ISIC section)", "Отрасль (раздел МСОК)", "Тармак (ЭСТК бөлүмү)"),
        "acts" => new("Acts", "Действия", "Аракеттер"),
        "means" => new("Means", "Средства", "Каражаттар"),
        "means_of_control" => new("Means of control", "Средства контроля", "Көзөмөлдөө каражаттары"),
        "recruitment_channel" => new("Recruitment channel", "Канал вербовки", "Азгыруу жолу"),
        "exploitation_start" => new("Exploitation began", "Начало эксплуатации", "Эксплуатациянын башталышы"),
        "exploitation_end" => new("Exploitation ended", "Конец эксплуатации", "Эксплуатациянын аягы"),
        "identified_by" => new("Identified by", "Кем выявлен", "Ким аныктады"),
        "victim_status" => new("Victim status", "Статус пострадавшего", "Жабырлануучунун статусу"),
        "services" => new("Services", "Услуги", "Кызматтар"),
        "applied_to_police" => new("Applied to the police", "Обращение в милицию", "Милицияга кайрылдыбы"),
        "reasons_not_applied" => new("Reasons for not applying", "Причины необращения", "Кайрылбагандын себептери"),
        "programme" => new("Programme (code)", "Программа (код)", "Программа (коду)"),
        "updated_at" => new("Last changed", "Последнее изменение", "Акыркы өзгөртүү"),
        "deleted" => new("Withdrawn", "Отозвано", "Кайра алынды"),
        "month" => new("Month", "Месяц", "Ай"),
        "persons_assisted" => new("Persons assisted", "Получили помощь, человек", "Жардам алган адамдар"),
        "services_delivered" => new("Services delivered", "Оказано услуг", "Көрсөтүлгөн кызматтар"),
        "nil_report" => new("Nothing to report", "Нулевой отчёт", "Нөлдүк отчет"),
        "register_no" => new("Register number", "Номер в реестре", "Реестрдеги номер"),
        "registered_at" => new("Date of registration", "Дата регистрации", "Катталган күн"),
        "article" => new("Article", "Статья", "Берене"),
        "region" => new("Region", "Регион", "Аймак"),
        "victims_count" => new("Victims", "Потерпевших", "Жабырлануучулар"),
        "victim_tokens" => new("Tokens of victims", "Токены потерпевших", "Жабырлануучулардын токендери"),
        "suspects_count" => new("Suspects", "Подозреваемых", "Шектүүлөр"),
        "event_at" => new("Date of the step", "Дата события", "Окуянын күнү"),
        "event" => new("Step", "Событие", "Окуя"),
        "article_to" => new("New article", "Новая статья", "Жаңы берене"),
        "ground" => new("Ground", "Основание", "Негиз"),
        "persons_count" => new("Persons concerned", "Число лиц", "Адамдардын саны"),
        "inspection_no" => new("Inspection number", "Номер проверки", "Текшерүүнүн номери"),
        "inspected_on" => new("Date of inspection", "Дата проверки", "Текшерүү күнү"),
        "announced" => new("Announced", "Плановая", "Пландуу"),
        "indicators_found" => new("Indicators found", "Выявлено признаков", "Табылган белгилер"),
        "persons_referred" => new("Persons referred", "Направлено человек", "Жиберилген адамдар"),
        "soate" => new("Territory (SOATE)", "Территория (СОАТЕ)", "Аймак (СОАТЕ)"),
        "year" => new("Year", "Год", "Жыл"),
        "population" => new("Population", "Население", "Калк"),
        "source" => new("Source", "Источник", "Булак"),
        _ => LocalText.Same(column),
    };

    /// <summary>What a column takes, in a sentence without a full stop.</summary>
    public static LocalText Hint(FeedColumn column) => column.Type switch
    {
        "text" => new("Text without names, phones or addresses", "Текст без имён, телефонов и адресов", "Аты-жөнү, телефону жана дареги жок текст"),
        "reference" => new(
            "A number or code of your own, the same each time; no name and no personal number",
            "Ваш собственный номер или код, всегда один и тот же; не имя и не персональный номер",
            "Өзүңүздүн номериңиз же кодуңуз, ар дайым бирдей; ысым же жеке номер эмес"),
        "organisation" => new("Code of the organisation", "Код организации", "Уюмдун коду"),
        "token" or "tokens" => new(
            "Made at your own desk with ./analytics encode; empty when there is none",
            "Создаётся у вас командой ./analytics encode; если нет — оставьте пустым",
            "Өзүңүздө ./analytics encode буйругу менен жасалат; жок болсо бош калтырыңыз"),
        "code" or "yes_no" or "yes_no_unknown" => new("One of the list", "Одно значение из списка", "Тизмеден бир маани"),
        "codes" => new(
            "One or more of the list, separated by |", "Одно или несколько значений из списка через |", "Тизмеден бир же бир нече маани, | менен бөлүнөт"),
        "int" => new("A whole number", "Целое число", "Бүтүн сан"),
        "year" => new("A year, such as 2021", "Год, например 2021", "Жыл, мисалы 2021"),
        "age" => new("Years, or a range such as 30-38 or 48+", "Число лет или интервал: 30-38, 48+", "Жашы же аралык: 30-38, 48+"),
        "month" => new("A month, such as 2021-03", "Месяц, например 2021-03", "Ай, мисалы 2021-03"),
        "date" => new(
            "2021-03-12 or 12.03.2021; only 2021-03 or 2021 when no more is known",
            "2021-03-12 или 12.03.2021; если точно не известно — 2021-03 или 2021",
            "2021-03-12 же 12.03.2021; так белгисиз болсо 2021-03 же 2021"),
        "timestamp" or "instant" => new(
            "2021-03-12 14:05 (time of Bishkek) or the date alone",
            "2021-03-12 14:05 (время Бишкека) или только дата",
            "2021-03-12 14:05 (Бишкек убактысы) же күнү гана"),
        "region" => new(
            "A region or district from the list, or its SOATE code", "Регион или район из списка либо код СОАТЕ", "Тизмеден облус же район, же СОАТЕ коду"),
        "country" => new("A country from the list, or its ISO code", "Страна из списка либо код ISO", "Тизмеден өлкө же ISO коду"),
        "article" => new("As in the register: 166 ч.2 п.1", "Как в реестре: 166 ч.2 п.1", "Реестрдегидей: 166 ч.2 п.1"),
        _ => LocalText.Same(column.Type),
    };
}
