using Analytics.Domain;

namespace Analytics.Dashboard.Shared;

public static class SharedText
{
    public static readonly LocalText Loading = new("Loading", "Загрузка", "Жүктөлүүдө");
    public static readonly LocalText FailedTitle = new("Not loaded", "Не загружено", "Жүктөлгөн жок");
    public static readonly LocalText Failed = new(
        "The database did not answer, so these figures could not be read. Nothing is lost.",
        "База данных не ответила, поэтому эти данные не удалось прочитать. Ничего не потеряно.",
        "Маалымат базасы жооп берген жок, ошондуктан бул сандар окулган жок. Эч нерсе жоголгон жок.");
    public static readonly LocalText Retry = new("Try again", "Повторить", "Кайра аракет кылуу");

    public static readonly LocalText NoDataTitle = new("No data yet", "Данных пока нет", "Азырынча маалымат жок");
    public static readonly LocalText NoDataLede = new(
        "The warehouse is ready and empty. Connect the first source and the figures appear here.",
        "Хранилище готово и пусто. Подключите первый источник, и данные появятся здесь.",
        "Кампа даяр, бирок бош. Биринчи булакты туташтырсаңыз, сандар ушул жерде пайда болот.");
    public static readonly LocalText ConnectTitle = new("How to connect the first source", "Как подключить первый источник", "Биринчи булакты кантип туташтыруу керек");
    public static readonly LocalText ConnectOne = new(
        "Load a file once, by hand:", "Загрузите файл один раз вручную:", "Файлды бир жолу кол менен жүктөңүз:");
    public static readonly LocalText ConnectTwo = new(
        "Publish what was loaded:", "Опубликуйте загруженное:", "Жүктөлгөндү жарыялаңыз:");
    public static readonly LocalText ConnectThree = new(
        "For a source that arrives regularly, give it a folder and a schedule in the settings (section Sources), then start again:",
        "Для регулярного источника укажите папку и расписание в настройках (раздел Sources) и перезапустите:",
        "Үзгүлтүксүз келген булак үчүн жөндөөлөрдө (Sources бөлүмү) папка менен графикти көрсөтүп, кайра баштаңыз:");

    public static readonly LocalText Period = new("Period", "Период", "Мезгил");
    public static readonly LocalText Measure = new("Measure", "Показатель", "Көрсөткүч");
    public static readonly LocalText Grain = new("By", "По", "Бөлүү");
    public static readonly LocalText Split = new("Split by", "Разбить по", "Бөлүштүрүү");
    public static readonly LocalText Region = new("Region", "Регион", "Аймак");
    public static readonly LocalText District = new("District", "Район", "Район");
    public static readonly LocalText RegionService = new("Region of service", "Регион оказания помощи", "Жардам көрсөтүлгөн аймак");
    public static readonly LocalText Sex = new("Sex", "Пол", "Жынысы");
    public static readonly LocalText AgeBand = new("Age", "Возраст", "Курагы");
    public static readonly LocalText Form = new("Form", "Форма", "Түрү");
    public static readonly LocalText Destination = new("Destination", "Страна назначения", "Барган өлкө");
    public static readonly LocalText Organisation = new("Organisation", "Организация", "Уюм");
    public static readonly LocalText Source = new("Source", "Источник", "Булак");
    public static readonly LocalText Topic = new("Topic", "Тема", "Тема");
    public static readonly LocalText ArticleGroup = new("Articles", "Статьи", "Беренелер");
    public static readonly LocalText Reason = new("Reason", "Причина", "Себеп");
    public static readonly LocalText Year = new("Year", "Год", "Жыл");
    public static readonly LocalText Quarter = new("Quarter", "Квартал", "Чейрек");
    public static readonly LocalText Month = new("Month", "Месяц", "Ай");
    public static readonly LocalText AllOf = new("All", "Все", "Баары");
    public static readonly LocalText AllNine = new("All nine", "Все девять", "Тогузу тең");
    public static readonly LocalText Nothing = new("Nothing", "Без разбивки", "Бөлүнбөйт");
    public static readonly LocalText AllYears = new("All years", "Все годы", "Бардык жылдар");
    public static readonly LocalText Programme = new("Programme", "Программа", "Программа");
    public static readonly LocalText Donor = new("Donor", "Донор", "Донор");
    public static readonly LocalText Filters = new("Filters", "Фильтры", "Чыпкалар");
    public static readonly LocalText CopyLink = new("Copy link", "Скопировать ссылку", "Шилтемени көчүрүү");
    public static readonly LocalText Country = new("Kyrgyz Republic", "Кыргызская Республика", "Кыргыз Республикасы");

    /// <summary>Name of a dimension as a filter.</summary>
    public static LocalText Dimension(string dimension) => dimension switch
    {
        Cells.Dimension.Region => Region,
        Cells.Dimension.District => District,
        Cells.Dimension.RegionService => RegionService,
        Cells.Dimension.Sex => Sex,
        Cells.Dimension.AgeBand => AgeBand,
        Cells.Dimension.Form => Form,
        Cells.Dimension.Destination => Destination,
        Cells.Dimension.Organisation => Organisation,
        Cells.Dimension.Source => Source,
        Cells.Dimension.Topic => Topic,
        Cells.Dimension.ArticleGroup => ArticleGroup,
        Cells.Dimension.Reason => Reason,
        Cells.Dimension.Programme => Programme,
        Cells.Dimension.Donor => Donor,
        _ => LocalText.Same(dimension),
    };
}
