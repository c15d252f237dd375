using Analytics.Domain;
using Analytics.Etl.Feeds.Types;

namespace Analytics.Etl.Ingest.Parse;

/// <summary>Problems of rows that no type of column knows.</summary>
internal static class Problems
{
    public static readonly Problem Required = new("required", new LocalText(
        "a value: the column is required", "значение: столбец обязателен", "маани: тилке милдеттүү"));

    public static readonly Problem FieldCount = new("field_count", new LocalText(
        "as many fields as the header has", "столько же полей, сколько в заголовке", "аталыштардагыдай сандагы талаалар"));

    public static readonly Problem Quotes = new("quotes", new LocalText(
        "a field in quotes that ends at its closing quote", "поле в кавычках, которое заканчивается закрывающей кавычкой",
        "тырмакча жабылган жерде бүткөн талаа"));

    public static readonly Problem Encoding = new("encoding", new LocalText(
        "text in the encoding of the rest of the file", "текст в той же кодировке, что и остальной файл",
        "файлдын калган бөлүгүнүн коддоосундагы текст"));

    public static readonly Problem Pattern = new("pattern", new LocalText(
        "a value that fits the pattern of the mapping (extract)", "значение, подходящее под образец в сопоставлении (extract)", "дал келтирүүдөгү үлгүгө (extract) туура келген маани"));

    public static readonly Problem Flag = new("flag", new LocalText(
        "yes or no (1 or 0)", "да или нет (1 или 0)", "ооба же жок (1 же 0)"));
}
