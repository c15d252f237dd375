using Analytics.Domain;

namespace Analytics.Dashboard.Pages.Upload;

public static class UploadText
{
    public static readonly LocalText Heading = new("Upload a file", "Загрузить файл", "Файл жүктөө");
    public static readonly LocalText Lede = new(
        "First you see what would be loaded. Nothing is stored until you say so.",
        "Сначала вы увидите, что будет загружено. Пока вы не подтвердите, ничего не сохраняется.",
        "Адегенде эмне жүктөлөрүн көрөсүз. Сиз ырастамайынча эч нерсе сакталбайт.");
    public static readonly LocalText NotHere = new(
        "Files cannot be uploaded here: the worker has not said what it takes. Start the system with ./analytics up.",
        "Загрузить файл здесь нельзя: служба загрузки ещё не сообщила, что она принимает. Запустите систему командой ./analytics up.",
        "Бул жерде файл жүктөөгө болбойт: жүктөө кызматы эмнени кабыл аларын билдире элек. Системаны ./analytics up буйругу менен баштаңыз.");
    public static readonly LocalText Choose = new("What is it?", "Что это за файл?", "Бул кандай файл?");
    public static readonly LocalText Source = new("Source", "Источник", "Булак");
    public static readonly LocalText Demonstration = new("demonstration", "демонстрация", "көрсөтмө");
    public static readonly LocalText Layout = new("Layout of the file", "Структура файла", "Файлдын түзүмү");
    public static readonly LocalText OwnLayout = new("As the source is set up ({0})", "Как настроено для источника ({0})", "Булак үчүн жөндөлгөндөй ({0})");
    public static readonly LocalText Canonical = new("the feed's own column names", "собственные имена столбцов потока", "агымдын өз тилке аттары");
    public static readonly LocalText OneRow = new("One row is {0}.", "Одна строка — {0}.", "Бир сап – {0}.");
    public static readonly LocalText ColumnsOf = new("Columns that are taken ({0})", "Принимаемые столбцы ({0})", "Кабыл алынуучу тилкелер ({0})");
    public static readonly LocalText ReadsFrom = new("How columns are read ({0})", "Как читаются столбцы ({0})", "Тилкелер кантип окулат ({0})");
    public static readonly LocalText Name = new("Name in the file", "Имя в файле", "Файлдагы аты");
    public static readonly LocalText Meaning = new("Meaning", "Значение", "Мааниси");
    public static readonly LocalText Takes = new("What to write", "Что писать", "Эмне жазуу керек");
    public static readonly LocalText Column = new("Column", "Столбец", "Тилке");
    public static readonly LocalText Required = new("required", "обязательно", "милдеттүү");
    public static readonly LocalText Templates = new("Excel template to fill in:", "Шаблон Excel для заполнения:", "Толтуруу үчүн Excel калыбы:");
    public static readonly LocalText File = new("File", "Файл", "Файл");
    public static readonly LocalText ChooseFile = new("Choose a file", "Выбрать файл", "Файл тандоо");
    public static readonly LocalText Drop = new("Drop a file here, or choose one", "Перетащите файл сюда или выберите его", "Файлды ушул жерге таштаңыз же тандаңыз");
    public static readonly LocalText Limit = new(
        "CSV, Excel, JSON, XML or a zip of them, up to {0} MB; larger files go into the source's inbox folder.",
        "CSV, Excel, JSON, XML или их zip-архив, до {0} МБ; файлы больше кладите в папку inbox источника.",
        "CSV, Excel, JSON, XML же алардын zip архиви, {0} МБга чейин; андан чоңдорун булактын inbox папкасына салыңыз.");
    public static readonly LocalText TooLarge = new(
        "The file is larger than {0} MB. Put it into the source's inbox folder on the server; it is loaded from there.",
        "Файл больше {0} МБ. Положите его в папку inbox источника на сервере: он будет загружен оттуда.",
        "Файл {0} МБдан чоң. Аны сервердеги булактын inbox папкасына салыңыз: ал ошол жерден жүктөлөт.");
    public static readonly LocalText Empty = new("The file is empty.", "Файл пуст.", "Файл бош.");
    public static readonly LocalText Broken = new(
        "The file did not arrive whole. Choose it again.", "Файл передан не полностью. Выберите его ещё раз.", "Файл толук келген жок. Аны кайра тандаңыз.");
    public static readonly LocalText Sending = new("Sending: {0} of {1} MB", "Передача: {0} из {1} МБ", "Жөнөтүлүүдө: {1} МБдан {0}");
    public static readonly LocalText Looking = new("Looking at the file: {0} rows so far", "Проверка файла: прочитано строк {0}", "Файл текшерилүүдө: {0} сап окулду");
    public static readonly LocalText Loading = new("Loading: {0} rows so far", "Загрузка: прочитано строк {0}", "Жүктөлүүдө: {0} сап окулду");
    public static readonly LocalText Waiting = new("Waiting for the worker", "Ожидание службы загрузки", "Жүктөө кызматын күтүүдө");
    public static readonly LocalText Failed = new("That did not work: {0}.", "Не удалось: {0}.", "Болгон жок: {0}.");
    public static readonly LocalText Another = new("Another file", "Другой файл", "Башка файл");

    public static readonly LocalText WouldLoad = new(
        "{0} would be loaded, {1} rejected", "Будет загружено строк: {0}, отклонено: {1}", "Жүктөлө турган саптар: {0}, четке кагылуучулары: {1}");
    public static readonly LocalText WouldRefuse = new("The file cannot be loaded", "Файл нельзя загрузить", "Файлды жүктөөгө болбойт");
    public static readonly LocalText WasLoaded = new("Loaded: {0}, rejected: {1}", "Загружено строк: {0}, отклонено: {1}", "Жүктөлгөн саптар: {0}, четке кагылганы: {1}");
    public static readonly LocalText WasRefused = new("The file was refused", "Файл не принят", "Файл кабыл алынган жок");
    public static readonly LocalText Why = new("Why: {0}.", "Причина: {0}.", "Себеби: {0}.");
    public static readonly LocalText WhatToDo = new(
        "Nothing of it is stored. Correct the file, or choose another layout above, and upload it again; the template shows the expected columns.",
        "Ничего из него не сохранено. Исправьте файл или выберите выше другую структуру и загрузите снова; ожидаемые столбцы показаны в шаблоне.",
        "Андан эч нерсе сакталган жок. Файлды оңдоңуз же жогорудан башка түзүмдү тандап, кайра жүктөңүз; күтүлгөн тилкелер калыпта көрсөтүлгөн.");
    public static readonly LocalText Rejected = new("See the rejected rows", "Посмотреть отклонённые строки", "Четке кагылган саптарды көрүү");
    public static readonly LocalText Published = new(
        "The figures are being published again; that takes a minute.",
        "Данные публикуются заново; это займёт около минуты.",
        "Маалымат кайра жарыяланууда; бул бир мүнөттөй убакыт алат.");
    public static readonly LocalText Load = new("Load", "Загрузить", "Жүктөө");
    public static readonly LocalText Discard = new("Discard", "Отменить", "Баш тартуу");
    public static readonly LocalText Discarded = new("The file was deleted; nothing was stored.", "Файл удалён; ничего не сохранено.", "Файл өчүрүлдү; эч нерсе сакталган жок.");

    public static readonly LocalText Recognised = new("What was recognised", "Что распознано", "Эмне таанылды");
    public static readonly LocalText Format = new("Format", "Формат", "Формат");
    public static readonly LocalText Encoding = new("Encoding", "Кодировка", "Коддоо");
    public static readonly LocalText Delimiter = new("Delimiter", "Разделитель", "Бөлгүч");
    public static readonly LocalText Tab = new("tab", "табуляция", "табуляция");
    public static readonly LocalText Sheet = new("Sheet", "Лист", "Барак");
    public static readonly LocalText HeaderRow = new("Header in line", "Заголовок в строке", "Аталыштар сабы");
    public static readonly LocalText Dates = new("Order of dates", "Порядок дат", "Күндөрдүн тартиби");
    public static readonly LocalText ColumnsRead = new("Columns recognised: {0}", "Распознаны столбцы: {0}", "Таанылган тилкелер: {0}");
    public static readonly LocalText ColumnsUnread = new("Columns not read: {0}", "Не читаются столбцы: {0}", "Окулбаган тилкелер: {0}");
    public static readonly LocalText ColumnsMissing = new("Not in the file, stays unknown: {0}", "Нет в файле, останется неизвестным: {0}", "Файлда жок, белгисиз бойдон калат: {0}");
    public static readonly LocalText Place = new("column {0}", "столбец {0}", "{0}-тилке");
    public static readonly LocalText IdentifiersTitle = new("Direct identifiers", "Прямые идентификаторы", "Түз идентификаторлор");
    public static readonly LocalText NoIdentifiers = new(
        "None found in column names or values.", "В именах столбцов и значениях не найдены.", "Тилке аттарында жана маанилерде табылган жок.");
    public static readonly LocalText IdentifierColumn = new(
        "{0} looks like: {1}. Such a column is never taken in; delete it.",
        "{0}: похоже на «{1}». Такой столбец не принимается; удалите его.",
        "{0} «{1}» сыяктуу. Мындай тилке кабыл алынбайт; аны өчүрүңүз.");
    public static readonly LocalText Scrubbed = new(
        "Fields that would be emptied or marked because one stands in them: {0}.",
        "Поля, которые будут очищены или помечены, так как содержат идентификатор: {0}.",
        "Идентификатору болгондуктан бошотулуучу же белгиленүүчү талаалар: {0}.");
    public static readonly LocalText IdentifierRows = new(
        "Rows rejected because one stands in a key or required column: {0}.",
        "Строки отклонены, так как идентификатор стоит в ключевом или обязательном столбце: {0}.",
        "Идентификатор ачкыч же милдеттүү тилкеде болгондуктан четке кагылган саптар: {0}.");
    public static readonly LocalText Problems = new("Rows that would be rejected", "Строки, которые будут отклонены", "Четке кагыла турган саптар");
    public static readonly LocalText ProblemsNote = new(
        "The other rows are loaded. Rejected ones are kept to be corrected.",
        "Остальные строки загружаются. Отклонённые сохраняются для исправления.",
        "Калган саптар жүктөлөт. Четке кагылгандары оңдоо үчүн сакталат.");
    public static readonly LocalText Lines = new("Lines", "Строки файла", "Файлдын саптары");
    public static readonly LocalText FirstRows = new("First rows as they would be stored", "Первые строки в том виде, как они будут сохранены", "Алгачкы саптар сакталуучу түрүндө");
    public static readonly LocalText Line = new("Line", "Строка", "Сап");
    public static readonly LocalText WholeRow = new("the row", "строка целиком", "бүт сап");
}
