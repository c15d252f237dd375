using Analytics.Domain;
using Analytics.Etl.Ingest.Parse;

namespace Analytics.Etl.Ingest.Load;

internal static class FileDifferenceText
{
    public static readonly LocalText Since = new(
        "compared with the last loaded file of this source ({0})", "по сравнению с последним загруженным файлом этого источника ({0})",
        "бул булактан акыркы жүктөлгөн файлга салыштырганда ({0})");

    public static readonly LocalText Missing = new("columns missing", "столбцов не хватает", "тилкелер жок");

    public static readonly LocalText Added = new("columns added", "столбцы добавлены", "тилкелер кошулган");

    public static readonly LocalText Renamed = new("columns renamed", "столбцы переименованы", "тилкелердин аты өзгөргөн");

    public static readonly LocalText Retyped = new("content changed", "изменилось содержание", "мазмуну өзгөргөн");

    public static readonly LocalText NewCodes = new("codes not seen before (rows)", "новые коды (строк)", "жаңы коддор (сап)");

    private static readonly Dictionary<string, LocalText> s_kinds = new(StringComparer.Ordinal)
    {
        [FileShape.Date] = new("dates", "даты", "даталар"),
        [FileShape.Whole] = new("whole numbers", "целые числа", "бүтүн сандар"),
        [FileShape.Number] = new("numbers with decimals", "дробные числа", "бөлчөк сандар"),
        [FileShape.Words] = new("words", "текст", "текст"),
    };

    public static LocalText Kind(string kind) => s_kinds[kind];
}
