using Analytics.Domain;
using Analytics.Etl.Feeds;

namespace Analytics.Etl.Templates;

/// <summary>What columns take, in the words of those who fill them in.</summary>
internal static class ColumnHint
{
    /// <summary>What a column takes, in a sentence without a full stop.</summary>
    public static LocalText Of(FeedColumn column) => column.Type switch
    {
        "text" => new("Text without names, phones or addresses", "Текст без имён, телефонов и адресов", "Аты-жөнү, телефону жана дареги жок текст"),
        "legal_name" => new(
            "Name of a legal person; no natural person and no sole trader",
            "Наименование юридического лица; не физическое лицо и не индивидуальный предприниматель",
            "Юридикалык жактын аталышы; жеке адам же жеке ишкер эмес"),
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
        "duration" => new("Seconds, or 00:13:30", "Секунды или 00:13:30", "Секунд же 00:13:30"),
        "year" => new("A year, such as 2021", "Год, например 2021", "Жыл, мисалы 2021"),
        "age" => new("Years, or a range such as 30-38 or 48+", "Число лет или интервал: 30-38, 48+", "Жашы же аралык: 30-38, 48+"),
        "month" => new("A month, such as 2021-03", "Месяц, например 2021-03", "Ай, мисалы 2021-03"),
        "date" => new(
            "2021-03-12 or 12.03.2021; only 2021-03 or 2021 when no more is known",
            "2021-03-12 или 12.03.2021; если точно не известно — 2021-03 или 2021",
            "2021-03-12 же 12.03.2021; так белгисиз болсо 2021-03 же 2021"),
        "date_ahead" => new(
            "2021-03-12 or 12.03.2021, also a day that is still to come; empty while no end is set",
            "2021-03-12 или 12.03.2021, в том числе будущий день; если срок не установлен — оставьте пустым",
            "2021-03-12 же 12.03.2021, келе турган күн да болот; мөөнөт коюлбаса бош калтырыңыз"),
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
