using Analytics.Domain;

namespace Analytics.Etl.Templates;

internal static class TemplateText
{
    public static readonly LocalText Data = new("Data", "Данные", "Маалымат");
    public static readonly LocalText Instructions = new("Instructions", "Инструкция", "Нускама");
    public static readonly LocalText Codes = new("Codes", "Справочники", "Тизмелер");

    public static readonly LocalText Heading = new("Template: {0}", "Шаблон: {0}", "Калып: {0}");

    public static readonly LocalText Required = new("required", "обязательно", "милдеттүү");

    public static readonly LocalText NotInList = new(
        "Not in the list. It is loaded only if it is a code or name of the list in English, Russian or Kyrgyz.",
        "Значения нет в списке. Оно будет принято, только если это код или название из списка на английском, русском или кыргызском.",
        "Мындай маани тизмеде жок. Ал тизмедеги код же англис, орус, кыргыз тилиндеги аталыш болсо гана кабыл алынат.");

    public static readonly IReadOnlyList<LocalText> Steps =
    [
        new(
            "Fill in the sheet \"Data\" from its third line on; one line is {0}.",
            "Заполняйте лист «Данные» начиная с третьей строки; одна строка — {0}.",
            "«Маалымат» барагын үчүнчү саптан баштап толтуруңуз; бир сап – {0}."),
        new(
            "Leave the second line as it is: the system recognises the columns by it. Columns that you do not need may be deleted, unless marked with *.",
            "Вторую строку не меняйте: по ней система узнаёт столбцы. Ненужные столбцы можно удалить, кроме отмеченных *.",
            "Экинчи сапты өзгөртпөңүз: система тилкелерди ошол сап боюнча тааныйт. * белгиси жок керексиз тилкелерди өчүрсө болот."),
        new(
            "Columns marked with * are required. What is not known stays empty; do not write zero for it.",
            "Столбцы со знаком * обязательны. Неизвестное оставляйте пустым; не пишите вместо него ноль.",
            "* белгиси бар тилкелер милдеттүү. Белгисиз нерсени бош калтырыңыз; анын ордуна нөл жазбаңыз."),
        new(
            "Dates are kept as you type them: write 2021-03 or 2021 when no more is known.",
            "Даты сохраняются так, как вы их ввели: если точный день не известен, пишите 2021-03 или 2021.",
            "Күндөр сиз жазгандай сакталат: так күнү белгисиз болсо, 2021-03 же 2021 деп жазыңыз."),
        new(
            "Several values in one cell are separated by |.",
            "Несколько значений в одной ячейке разделяйте знаком |.",
            "Бир уячадагы бир нече маанини | белгиси менен бөлүңүз."),
        new(
            "Never write names, phone numbers, e-mail or home addresses, document numbers or personal numbers (PIN): such columns and values are refused.",
            "Никогда не пишите имена, телефоны, адреса (в том числе электронные), номера документов и персональные номера (ПИН): такие столбцы и значения не принимаются.",
            "Аты-жөнүн, телефонду, даректи (электрондукту да), документтин номерин жана жеке номерди (ПИН) эч качан жазбаңыз: мындай тилкелер жана маанилер кабыл алынбайт."),
        new(
            "Upload the file on the page \"Upload a file\"; before anything is stored you see what would be loaded.",
            "Загрузите файл на странице «Загрузить файл»: до сохранения вы увидите, что будет загружено.",
            "Файлды «Файл жүктөө» барагында жүктөңүз: сактоодон мурда эмне жүктөлөрүн көрөсүз."),
    ];

    public static readonly IReadOnlyList<LocalText> ColumnHeads =
    [
        new("Column", "Столбец", "Тилке"),
        new("Name in the file", "Имя в файле", "Файлдагы аты"),
        new("Required", "Обязательность", "Милдеттүүлүгү"),
        new("What to write", "Что писать", "Эмне жазуу керек"),
    ];

    public static readonly LocalText Code = new("code", "код", "код");
}
