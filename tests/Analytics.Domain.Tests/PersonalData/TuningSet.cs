using Analytics.Domain.PersonalData;

namespace Analytics.Domain.Tests.PersonalData;

/// <summary>The set that words and patterns were chosen on.</summary>
internal static class TuningSet
{
    private static readonly string[] s_before =
        ["", "", "", "тел. ", "Звонить: ", "Phone ", "байланыш: ", "позвонила с номера ", "her number is ", "Клиент оставил ", "номери "];

    private static readonly string[] s_after = ["", "", "", ", просила не звонить", " (муж)", ". Перезвонить 12.05.2021", " WhatsApp", " чалыңыз", "; 2 детей"];

    private static readonly string[] s_given =
        ["Айгүл", "Нурлан", "Асан", "Гүлнара", "Бакытбек", "Жаныл", "Мирлан", "Aigul", "Nurbek", "Zhanyl", "Светлана", "Дмитрий", "Ольга", "Svetlana", "Dmitriy", "Дилшод", "Нигора", "Shohruh", "Фируз", "Тахмина", "Фарход", "Рустам", "Айжамал", "Эльмира", "Элнура"];

    private static readonly string[] s_family =
        ["Асанова", "Токтогулов", "Бекова", "Маматов", "Sadykova", "Ismailov", "Иванова", "Кузнецов", "Petrova", "Каримов", "Yusupova", "Раҳимов", "Сапарбекова", "Жумабаев", "Абдыкадырова", "Осмоналиев"];

    private static readonly string[] s_patronymic = ["Асановна", "Бекович", "Сергеевна", "Иванович", "Маратовна", "Asanovna", "Kubanychevich", "Нурлановна"];

    private static readonly string[] s_sentences =
    [
        "{0} обратилась за помощью 12.03.2021.", "Пострадавшая {0} вернулась из Турции.", "Жабырлануучу {0} жардам сурады.", "The victim {0} was recruited in Osh.",
        "Со слов соседки, {0} вывезли в Казахстан.", "ФИО: {0}", "Мать клиентки, {0}, подтвердила.", "{0} менен сүйлөштүк.", "Referred by {0} to the shelter.", "Муж — {0}, 1985 г.р.",
    ];

    private static readonly string[] s_clean =
    [
        "Возбуждено дело по ст. 166 ч.2 п.1 УК КР", "за отсутствием состава преступления", "п.2 ч.1 ст.28 УПК", "Жабырлануучу Түркияга жумушка кеткен", "Victim was recruited in Bishkek and taken to Turkey in May 2019.",
        "Паспорт изъят работодателем", "Телефон отобрали, связи с родными нет", "Обратилась в милицию, заявление не приняли", "Оплата 500 000 сом не выплачена", "Долг 12 500 долларов США, 3 года отработки",
        "Работала в Московской области на ферме с июля по август 2020", "Дело прекращено за примирением сторон", "Направлено в суд Свердловского района г. Бишкек", "Иш токтотулду, далил жок", "Кылмыш иши сотко жөнөтүлдү",
        "Нуждается в жилье и юридической помощи", "Снова обратилась через месяц", "2 детей, 5 и 7 лет", "3 женщины и 12 мужчин, всего 15 человек", "Перевезли через Алматы в Москву",
        "Contacted the hotline 189 three times", "Reported to the NGO in Jalal-Abad, referred to shelter", "Телефон доверия 142", "Отправлена в кризисный центр «Сезим»", "Кризисный центр «Чолпон» в Нарыне оказал помощь",
        "Школа имени Айтматова, Таласская область", "Жапайыт Манас району, Талас облусу", "с 01.02.2019 по 15.07.2020", "2019-2020, 2021-2022 годы", "Ущерб 1 250 000 сом, возмещено 300 000", "на улице находились 15 мигрантов",
        "Живёт на съёмной квартире", "В доме 5 человек", "Министерство труда, социального обеспечения и миграции", "Адам сатууга каршы күрөшүү", "Максат: жумуш табуу", "Тилеги бар, жолдошу Россияда",
    ];

    public static IEnumerable<LabelledValue> All() =>
        LegitimateColumns.Of(seed: 11, rows: 150)
            .Concat(ReferenceLists.Texts.Concat(s_clean).Select(text => new LabelledValue(text, ValueContext.FreeText, null, "sentences")))
            .Concat(Structured(new Made(21)))
            .Concat(Names(new Made(22)))
            .Concat(Addresses(new Made(23)));

    private static IEnumerable<LabelledValue> Structured(Made made)
    {
        for (var i = 0; i < 60; i++)
        {
            yield return Any(made, Phone(made), IdentifierKind.PhoneNumber);
            yield return new(made.Of(s_before) + Phone(made) + made.Of(s_after), ValueContext.FreeText, IdentifierKind.PhoneNumber, "phone in text");
            yield return Any(made, Pin(made), IdentifierKind.PersonalNumber);
            yield return new(made.Of("ПИН ", "ИНН: ", "PIN-", "персональный номер ", "гражданка КР, ", "ЖСН ") + Pin(made) + made.Of("", ", 1990 г.р.", " Ош шаары"), ValueContext.FreeText, IdentifierKind.PersonalNumber, "PIN in text");
            yield return Any(made, Mail(made), IdentifierKind.EmailAddress);
            yield return new(made.Of("почта ", "писать на ", "e-mail: ", "дареги ") + Mail(made) + made.Of("", ".", ", ответит вечером", " деп жазды"), ValueContext.FreeText, IdentifierKind.EmailAddress, "mail in text");
            yield return new(made.Of(Document(made), $"паспорт {Document(made)} выдан МКК 12.05.2015", $"паспорту {Document(made)}", $"Passport No {Document(made)}", $"паспорт {made.Digits(4)} {made.Digits(6)}", $"удостоверение № {made.From(1, 9)}{made.Digits(6)}"), made.Of(ValueContext.FreeText, ValueContext.Unmapped), IdentifierKind.DocumentNumber, "document");
            yield return new(made.Of(Card(made), made.Iban(), $"карта {Card(made)}", $"р/с {made.From(1, 9)}{made.Digits(15)}", $"IBAN {made.Iban()}"), made.Of(ValueContext.FreeText, ValueContext.Unmapped), IdentifierKind.BankAccount, "bank");
            yield return new(Social(made), made.Of(ValueContext.FreeText, ValueContext.Unmapped), IdentifierKind.SocialAccount, "social");
            yield return new(Device(made), made.Of(ValueContext.FreeText, ValueContext.Unmapped), IdentifierKind.DeviceAddress, "device");
            yield return new(Point(made), made.Of(ValueContext.FreeText, ValueContext.Unmapped), IdentifierKind.Coordinates, "coordinates");
        }
    }

    private static LabelledValue Any(Made made, string text, IdentifierKind kind) =>
        new(text, made.Of(ValueContext.Code, ValueContext.Number, ValueContext.Reference, ValueContext.Unmapped, ValueContext.Date, ValueContext.FreeText), kind, $"{kind} alone");

    private static string Phone(Made made)
    {
        var number = made.National();
        return made.Below(12) switch
        {
            0 => $"+996 {Made.Grouped(number, " ", 3, 3, 3)}",
            1 => $"996{number}",
            2 => $"0{number}",
            3 => $"0({number[..3]}) {Made.Grouped(number[3..], "-", 2, 2, 2)}",
            4 => $"+996({number[..3]}){number[3..]}",
            5 => $"0{Made.Grouped(number, "-", 3, 3, 3)}",
            6 => $"+7 9{made.Digits(2)} {Made.Grouped(made.Digits(7), "-", 3, 2, 2)}",
            7 => $"89{made.Digits(9)}",
            8 => $"+90 5{made.Digits(2)} {Made.Grouped(made.Digits(7), " ", 3, 2, 2)}",
            9 => $"00996{number}",
            10 => Made.InScript($"+996{number}", '\uFF10'),
            _ => $"+996\u200B{number[..3]}\u2011{number[3..6]}\u2011{number[6..]}",
        };
    }

    private static string Pin(Made made)
    {
        var pin = made.Pin();
        return made.Below(8) switch
        {
            0 or 1 => pin,
            2 => Made.Grouped(pin, " ", 1, 8, 5),
            3 => Made.Grouped(pin, "-", 1, 2, 2, 4, 5),
            4 => Made.InScript(pin, '\u0660'),
            5 => Made.InScript(pin, '\uFF10'),
            6 => pin[..5] + "\u200D" + pin[5..9] + "\u00AD" + pin[9..],
            _ => Made.Spread(pin, " "),
        };
    }

    private static string Mail(Made made)
    {
        var user = made.Of("aika", "nur.bek", "asanova_a", "d-ivanov", "sveta") + made.From(1, 99);
        return made.Below(7) switch
        {
            0 or 1 => $"{user}@mail.ru",
            2 => $"{user}@gmail.com",
            3 => $"{user}＠yandex.kg",
            4 => $"аіка{made.From(1, 99)}@gmаil.соm",
            5 => $"{user} @ mail.ru",
            _ => $"{user}(at)inbox.ru",
        };
    }

    private static string Document(Made made) => made.Below(5) switch
    {
        0 => $"ID{made.From(1, 9)}{made.Digits(6)}",
        1 => $"AN {made.From(1, 9)}{made.Digits(6)}",
        2 => $"АС{made.From(1, 9)}{made.Digits(6)}",
        3 => $"AN № {made.From(1, 9)}{made.Digits(6)}",
        _ => $"FA{made.From(1, 9)}{made.Digits(6)}",
    };

    private static string Card(Made made)
    {
        var card = made.Card();
        return made.Of(card, Made.Grouped(card, " ", 4, 4, 4, 4), Made.Grouped(card, "-", 4, 4, 4, 4));
    }

    private static string Social(Made made)
    {
        var user = made.Of("aika", "nur_bek", "sveta.k", "don") + made.From(10, 999);
        return made.Of($"@{user}", $"https://t.me/{user}", $"instagram.com/{user}", $"vk.com/id{made.Digits(8)}", $"t.mе/{user}", $"инста: {user}", $"Telegram @{user}", $"пишет в телеграм {user}", $"https://www.facebook.com/profile.php?id={made.Digits(12)}", $"wa.me/996{made.National()}", $"ok.ru/profile/{made.Digits(9)}");
    }

    private static string Device(Made made) => made.Of(
        $"{made.From(32, 223)}.{made.From(0, 255)}.{made.From(0, 255)}.{made.From(1, 254)}", $"IP: {made.From(1, 223)}.{made.From(0, 255)}.{made.From(0, 255)}.{made.From(1, 254)}",
        $"2a03:2880:{made.From(1000, 9999)}:ff{made.From(10, 99)}:face:b00c:0:{made.From(1000, 9999)}", $"00:1A:{made.From(10, 99)}:D{made.From(0, 9)}:E{made.From(0, 9)}:{made.From(10, 99)}");

    private static string Point(Made made)
    {
        var (lat, lon) = ($"42.{made.From(1, 9)}{made.Digits(4)}", $"74.{made.From(1, 9)}{made.Digits(4)}");
        return made.Of($"{lat}, {lon}", $"{lat} {lon} 0 0", $"[{lat}, {lon}]", $"{lon};{lat}", $"lat: {lat}, lon: {lon}", $"https://maps.google.com/?q={lat},{lon}", $"{lat.Replace('.', ',')} {lon.Replace('.', ',')}", "42°52'29\"N 74°34'11\"E");
    }

    private static IEnumerable<LabelledValue> Names(Made made)
    {
        for (var i = 0; i < 150; i++)
        {
            var (given, family, patronymic) = (made.Of(s_given), made.Of(s_family), made.Of(s_patronymic));
            yield return new(
                made.Of($"{family} {given}", $"{given} {family}", $"{family} {given} {patronymic}", given, family, $"{given} {made.Of(s_given)} уулу", $"{given} {made.Of(s_given)} кызы", $"{family} {given[0]}.{patronymic[0]}.", $"{family.ToUpperInvariant()} {given.ToUpperInvariant()}", $"{family.ToLowerInvariant()} {given.ToLowerInvariant()}"),
                made.Of(ValueContext.Unmapped, ValueContext.Code, ValueContext.Reference), IdentifierKind.PersonName, "name alone");
            yield return new(
                made.Of(s_sentences).Replace("{0}", made.Of($"{given} {family}", $"{family} {given}", given, $"{family} {given[0]}.", $"{given} {patronymic}"), StringComparison.Ordinal),
                ValueContext.FreeText, IdentifierKind.PersonName, "name in text");
        }
    }

    private static IEnumerable<LabelledValue> Addresses(Made made)
    {
        for (var i = 0; i < 60; i++)
        {
            var street = made.Of("Киевская", "Токтогула", "Ахунбаева", "Чүй", "Советская", "Абдрахманова");
            var text = made.Of(
                $"ул. {street} {made.From(1, 250)}", $"ул. {street}, д. {made.From(1, 250)}, кв. {made.From(1, 90)}", $"{made.From(3, 12)} мкр, дом {made.From(1, 60)}, кв {made.From(1, 90)}", $"{street} көчөсү {made.From(1, 250)}",
                $"{street} көчөсү, {made.From(1, 99)}-үй, {made.From(1, 90)}-батир", $"{made.From(1, 250)} Chui Avenue", $"Kievskaya street {made.From(1, 250)}, apt {made.From(1, 90)}", $"г. Бишкек, {street} {made.From(1, 250)}-{made.From(1, 90)}", $"проживает: ул.{street},{made.From(1, 250)}", $"дом {made.From(1, 99)}, кв. {made.From(1, 90)}");
            yield return new(text, made.Of(ValueContext.FreeText, ValueContext.Unmapped), IdentifierKind.PostalAddress, "address");
        }
    }
}
