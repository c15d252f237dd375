using Analytics.Domain.PersonalData;

namespace Analytics.Domain.Tests.PersonalData;

/// <summary>
/// Values that nothing was tuned on: other templates, names, streets and seeds than the tuning sets'. Add no word to the firewall because
/// of a miss here; when one is wanted, move the templates to a tuning set and write new ones.
/// </summary>
internal static class HeldOutSet
{
    private static readonly string[] s_given =
    [
        "Акматбек", "Догдургүл", "Нурбийке", "Мээргүл", "Тынчтыкбек", "Жазбүбү", "Өмүрбек", "Сагынай", "Байжан", "Кыялбек", "Күнзада", "Эрмекгүл", "Аскат", "Шайлообек", "Турдугүл", "Aizada", "Mirbek", "Nurgul", "Temirbek", "Dinara",
        "Анфиса", "Эльдар", "Валентина", "Степан", "Zinaida", "Бахтиёр", "Гулчеҳра", "Лутфулло", "Назира", "Sherali", "Umida", "Далер", "Шабнам", "Мавҷуда", "Қурбон", "Ҷовид", "Nigina", "Асель", "Самагүл", "Ракия",
    ];

    private static readonly string[] s_family =
    [
        "Абдылдаев", "Сыдыкова", "Нышанова", "Чотонов", "Дыйканбаева", "Молдокулов", "Жээнбекова", "Tashiev", "Bakieva", "Ормонова", "Соколова", "Воробьёв", "Никитина", "Морозов", "Ковальчук", "Юлдашева", "Эргашев", "Саидова", "Бобоев", "Ниязова", "Ким", "Югай",
    ];

    private static readonly string[] s_fathers = ["Болот", "Жумабек", "Токтосун", "Сулайман", "Осмон", "Кенжебай"];

    private static readonly string[] s_sentences =
    [
        "{0} — 23 жашта, эки баласы бар.", "Заявительница {0} просит помочь с документами.", "Кейс ведёт {0}", "Ответственный: {0}", "Sister of {0} called from Dubai.", "According to {0}, the recruiter took the money.",
        "вчера приходила {0} с сыном", "{0} аттуу аял чалды.", "Опекун несовершеннолетней {0}", "Жолдошунун аты {0} экен.", "Вывез гражданин {0} на машине", "Мурољиат кард {0}", "{0} yordam so'rab keldi",
    ];

    private static readonly string[] s_clean =
    [
        "Обещали работу официанткой в Стамбуле", "Заработную плату не выдавали полгода", "Питание один раз в день, спали в подвале", "Родственники собрали 80 000 рублей на выкуп", "Дата выезда точно не известна, осень 2018",
        "Чет өлкөдө 2 жыл 3 ай болгон", "Жаш баласы менен кайтып келди", "Соцкызматкер үйүнө барып келди", "Билети жок, акчасы жок", "Кыз ала качуу фактысы боюнча иш козголгон",
        "Passport withheld by the employer for 11 months", "The recruiter promised 900 USD per month", "Repatriated on 25 June 2022 with the help of the consulate", "Psychological support, 8 sessions of 50 minutes", "Two of the suspects were detained in Karasuu",
        "Следствие приостановлено до розыска подозреваемого", "Уголовное дело № 7-123/2020 передано в прокуратуру Ошской области", "Возмещено 45 000 из 120 000 сомов", "Протокол от 05.11.2021, лист 34", "Изменена квалификация со ст. 166 на ст. 159 ч. 1",
        "Рабочий день с 06:00 до 22:00 без выходных", "Осмотр проведён 3 раза: 01.03, 15.03 и 29.03.2021", "В группе 12 человек, из них 4 несовершеннолетних", "Хозяин фермы запретил выходить", "Нет регистрации по месту пребывания",
        "Кабыл алган адис: психолог", "Маалымат «Эл-Сайт» уюмунан алынды", "Фонд «Умут-Надежда» выделил средства", "Дом ребёнка переполнен", "Общежитие № 4, койко-мест 120", "Улица закрыта на ремонт, 2 смены в сутки", "Третий этаж, окна зарешечены", "Жер-жерлерде 45 семинар өттү", "Турецкая компания, цех по пошиву",
    ];

    public static IEnumerable<LabelledValue> All() =>
        LegitimateColumns.Of(seed: 2003, rows: 120).Concat(OtherColumns(new Made(2004)))
            .Concat(s_clean.Select(text => new LabelledValue(text, ValueContext.FreeText, null, "sentences")))
            .Concat(Structured(new Made(2011)))
            .Concat(Names(new Made(2012)))
            .Concat(Addresses(new Made(2013)));

    private static IEnumerable<LabelledValue> OtherColumns(Made made)
    {
        for (var i = 0; i < 80; i++)
        {
            yield return new(made.Of($"AB-{made.Digits(3)}/{made.From(18, 26)}", $"case {made.From(1, 900)}", $"{made.From(1, 9)}{made.Of("A", "B", "Ж", "М")}-{made.From(100, 999)}", $"ref:{made.From(1000, 99999)}", $"K{made.Date("yyyyMMdd")}{made.From(10, 99)}", $"{made.Date("yyyy.MM.dd")}-{made.From(1, 40)}", $"ЦК{made.From(10, 99)}.{made.From(100, 999)}"), ValueContext.Reference, null, "other references");
            yield return new(made.Of("Кадамжайский район", "Сузак району", "Ак-Талаа", "Чон-Алай", "Bazar-Korgon", "Кеминский р-н", "Тогуз-Торо району", "Октябрьский район г. Бишкек", "Жайыл району", "Манасский район"), made.Of(ValueContext.Code, ValueContext.Unmapped), null, "other districts");
            yield return new(made.Of("Кризисный центр Ак-Жүрөк", "ОФ «Мутакалим»", "Общественный фонд «Плюс Центр»", "«Аруулан» кризистик борбору", "НПО Ульгу", "Red Crescent", "Caritas", "КР ИИМ", "ГУВД г. Бишкек", "Фонд «Таалим-Форум»", "Association «Enbek»"), made.Of(ValueContext.Code, ValueContext.Unmapped), null, "other organisations");
            yield return new(made.Of("Лишение свободы", "Удержание документов", "Угрозы|Побои", "коркутуу", "Debt bondage; Threats", "карыз", "Зомбулук", "Fraud", "Обман и злоупотребление доверием", "Соцсети", "Друзья", "Кошуна", "Тууган", "Работодатель"), made.Of(ValueContext.Code, ValueContext.Unmapped), null, "other codes");
            yield return new(made.Of($"{made.From(1, 12)}/{made.From(1, 28)}/{made.From(2015, 2026)} {made.From(10, 12)}:{made.From(10, 59)}:00 PM", made.Date("yyyy-MM-ddTHH:mm:ss.ffffff+06:00"), made.Date("dd.MM.yy"), made.Date("yyyy/MM/dd HH:mm"), $"{made.From(2015, 2025)} Q{made.From(1, 4)}", $"{made.From(1_400_000_000, 1_799_999_999)}"), made.Of(ValueContext.Date, ValueContext.Unmapped), null, "other dates");
        }
    }

    private static IEnumerable<LabelledValue> Structured(Made made)
    {
        var contexts = new[] { ValueContext.Code, ValueContext.Number, ValueContext.Reference, ValueContext.Unmapped, ValueContext.Date, ValueContext.FreeText };
        for (var i = 0; i < 60; i++)
        {
            yield return new(Phone(made), made.Of<ValueContext>(contexts), IdentifierKind.PhoneNumber, "phone alone");
            yield return new($"{made.Of("сестра: ", "Позвоните по ", "күйөөсүнүн номуру ", "reach at ", "бер. ")}{Phone(made)}{made.Of(".", " — мать", " же ", "\nавтоответчик", " до 18:00")}", ValueContext.FreeText, IdentifierKind.PhoneNumber, "phone in text");
            yield return new(Pin(made), made.Of<ValueContext>(contexts), IdentifierKind.PersonalNumber, "PIN alone");
            yield return new($"{made.Of("по базе ", "карточка ", "(", "PIN № ", "паспорттогу сан ")}{Pin(made)}{made.Of(")", ",", " дана справка", "/")}", ValueContext.FreeText, IdentifierKind.PersonalNumber, "PIN in text");
            var user = made.Of("nurgul", "t.temirbek", "office-manager", "zina_61", "MAVJUDA") + made.From(3, 888);
            yield return new(made.Of($"{user}@rambler.ru", $"E-mail:{user}@namba.kg;", $"{user}@mail。ru", $"«{user}@inbox.ru»", $"{user}@student.auca.kg", $"{user}%40gmail.com", $"{user} (at) mail (dot) ru", $"{user}@mаil.ru"), made.Of(ValueContext.FreeText, ValueContext.Unmapped), IdentifierKind.EmailAddress, "mail");
            yield return new(made.Of($"{user}@mail.kg", $"  {user}@yahoo.com  ", $"{user}@tut.by"), made.Of<ValueContext>(contexts), IdentifierKind.EmailAddress, "mail alone");
            yield return new(made.Of($"ID{made.From(1, 9)}{made.Digits(6)} от 2019", $"пасп. AN{made.From(1, 9)}{made.Digits(6)}", $"документ: АN-{made.From(1, 9)}{made.Digits(6)}", $"passport number: {made.Of("C", "U", "P")}{made.From(1, 9)}{made.Digits(7)}", $"паспорт гражданина РФ {made.From(10, 99)} {made.From(10, 22)} {made.Digits(6)}", $"AB {made.From(1, 9)}{made.Digits(6)} (UZB)", $"свидетельство № {made.From(1, 9)}{made.Digits(6)}", $"ID-карта № {made.From(1, 9)}{made.Digits(6)}"), made.Of(ValueContext.FreeText, ValueContext.Unmapped), IdentifierKind.DocumentNumber, "document");
            var card = made.Card();
            yield return new(made.Of($"Элкарт {card}", $"номер карты {Made.Grouped(card, " ", 4, 4, 4, 4)}", $"счёт {made.From(1, 9)}{made.Digits(15)}", $"банк эсеби: {made.From(1, 9)}{made.Digits(15)}", made.Iban(), $"({card})"), made.Of(ValueContext.FreeText, ValueContext.Unmapped), IdentifierKind.BankAccount, "bank");
            yield return new(made.Of($"https://t.me/{user}", $"Инстаграм: @{user}", $"www.instagram.com/{user}/", $"https://vk.com/{user}", $"одноклассники https://ok.ru/profile/{made.Digits(12)}", $"wa.me/{made.Digits(12)}", $"facebook.com/{user}", $"Телеграм - {user}", $"пишите @{user}!"), made.Of(ValueContext.FreeText, ValueContext.Unmapped), IdentifierKind.SocialAccount, "social");
            yield return new(made.Of($"ip-адрес {made.From(1, 200)}.{made.From(0, 255)}.{made.From(0, 255)}.{made.From(1, 254)}", $"({made.From(90, 220)}.{made.From(0, 255)}.{made.From(0, 255)}.{made.From(0, 255)})", $"2001:db8::{made.From(1000, 9999)}:1", $"{made.From(10, 99)}:BC:AD:{made.From(10, 99)}:0F:{made.From(10, 99)}"), made.Of(ValueContext.FreeText, ValueContext.Unmapped), IdentifierKind.DeviceAddress, "device");
            var (lat, lon) = ($"41.{made.Digits(6)}", $"75.{made.Digits(6)}");
            yield return new(made.Of($"{lat},{lon}", $"{lat}N, {lon}E", $"https://www.google.com/maps/@{lat},{lon},15z", $"\"{lat}\" \"{lon}\"", $"Ш {lat} Д {lon}", $"{lat}/{lon}"), made.Of(ValueContext.FreeText, ValueContext.Unmapped), IdentifierKind.Coordinates, "coordinates");
        }
    }

    private static string Phone(Made made)
    {
        var n = made.National();
        return made.Below(10) switch
        {
            0 => $"+996{n}",
            1 => $"0{n[..3]}-{n[3..]}",
            2 => $"0 {n[..3]} {n[3..6]} {n[6..]}",
            3 => $"+996.{n[..3]}.{n[3..6]}.{n[6..]}",
            4 => $"+7({made.Of("495", "926", "916", "701")}){made.Digits(3)} {made.Digits(2)} {made.Digits(2)}",
            5 => $"+992 9{made.Digits(8)}",
            6 => $"+971 5{made.Digits(1)} {made.Digits(3)} {made.Digits(4)}",
            7 => $"  0{n}  ",
            8 => $"+49 15{made.Digits(1)} {made.Digits(8)}",
            _ => Made.InScript($"+996 {n}", '\u0660'),
        };
    }

    private static string Pin(Made made)
    {
        var pin = made.Pin();
        return made.Below(6) switch
        {
            0 or 1 => pin,
            2 => $"{pin[..1]} {pin[1..3]}.{pin[3..5]}.{pin[5..9]} {pin[9..]}",
            3 => Made.Spread(pin, "\u200B"),
            4 => Made.Grouped(pin, "\u2013", 1, 8, 5),
            _ => Made.InScript(pin, '\u09E6'),
        };
    }

    private static IEnumerable<LabelledValue> Names(Made made)
    {
        for (var i = 0; i < 200; i++)
        {
            var (given, family, father) = (made.Of(s_given), made.Of(s_family), made.Of(s_fathers));
            yield return new(
                made.Of($"{given} {family}", $"{family} {given} {father}овна", given, family, $"{father} уулу {given}", $"{given} {father} к.", $"{family} {given[..1]}.{father[..1]}.", $"{family}_{given}", given.ToUpperInvariant(), $"{family.ToLowerInvariant()} {given.ToLowerInvariant()}", $"{family} {given}, {made.From(1970, 2005)}"),
                made.Of(ValueContext.Unmapped, ValueContext.Code, ValueContext.Reference), IdentifierKind.PersonName, "name alone");
            yield return new(
                made.Of(s_sentences).Replace("{0}", made.Of($"{given} {family}", $"{family} {given}", given, $"{family} {given[..1]}.", $"{father} кызы {given}"), StringComparison.Ordinal),
                ValueContext.FreeText, IdentifierKind.PersonName, "name in text");
        }
    }

    private static IEnumerable<LabelledValue> Addresses(Made made)
    {
        for (var i = 0; i < 80; i++)
        {
            var street = made.Of("Боконбаева", "Тоголок Молдо", "Шопокова", "Мичурина", "Айни", "Ленина", "Раззакова");
            var text = made.Of(
                $"улица {street} д.{made.From(1, 250)}", $"г. Ош, ул. {street}, {made.From(1, 250)}-{made.From(1, 90)}", $"{street} к., {made.From(1, 250)}", $"мкр. Юг-2, дом {made.From(1, 60)}, кв. {made.From(1, 90)}", $"{made.From(4, 12)}-мкр {made.From(1, 60)}/{made.From(1, 90)}", $"пер. {street}, {made.From(1, 60)}",
                $"{street} St {made.From(1, 250)}", $"{made.From(1, 250)} {street} Street, Bishkek", $"айыл Кызыл-Туу, {street} көчөсү {made.From(1, 90)}", $"проспект {street} {made.From(1, 250)}, квартира {made.From(1, 90)}", $"Бишкек, {street} {made.From(1, 250)}");
            yield return new(text, made.Of(ValueContext.FreeText, ValueContext.Unmapped), IdentifierKind.PostalAddress, "address");
        }
    }
}
