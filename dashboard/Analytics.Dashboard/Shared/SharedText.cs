using Analytics.Domain.Measures;
using Analytics.Domain;
using Measures = Analytics.Domain.Measures;

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
    public static LocalText Region => Measures.Dimension.Name(Measures.Dimension.Region);
    public static LocalText District => Measures.Dimension.Name(Measures.Dimension.District);
    public static LocalText RegionService => Measures.Dimension.Name(Measures.Dimension.RegionService);
    public static LocalText Sex => Measures.Dimension.Name(Measures.Dimension.Sex);
    public static LocalText AgeBand => Measures.Dimension.Name(Measures.Dimension.AgeBand);
    public static LocalText Form => Measures.Dimension.Name(Measures.Dimension.Form);
    public static LocalText Destination => Measures.Dimension.Name(Measures.Dimension.Destination);
    public static LocalText Organisation => Measures.Dimension.Name(Measures.Dimension.Organisation);
    public static LocalText Source => Measures.Dimension.Name(Measures.Dimension.Source);
    public static LocalText Topic => Measures.Dimension.Name(Measures.Dimension.Topic);
    public static LocalText ArticleGroup => Measures.Dimension.Name(Measures.Dimension.ArticleGroup);
    public static LocalText Reason => Measures.Dimension.Name(Measures.Dimension.Reason);
    public static readonly LocalText Year = new("Year", "Год", "Жыл");
    public static readonly LocalText Quarter = new("Quarter", "Квартал", "Чейрек");
    public static readonly LocalText Month = new("Month", "Месяц", "Ай");
    public static readonly LocalText AllOf = new("All", "Все", "Баары");
    public static readonly LocalText AllNine = new("All nine", "Все девять", "Тогузу тең");
    public static readonly LocalText Nothing = new("Nothing", "Без разбивки", "Бөлүнбөйт");
    public static readonly LocalText AllYears = new("All years", "Все годы", "Бардык жылдар");
    public static LocalText Programme => Measures.Dimension.Name(Measures.Dimension.Programme);
    public static LocalText Donor => Measures.Dimension.Name(Measures.Dimension.Donor);
    public static readonly LocalText Filters = new("Filters", "Фильтры", "Чыпкалар");
    public static readonly LocalText CopyLink = new("Copy link", "Скопировать ссылку", "Шилтемени көчүрүү");
    public static readonly LocalText Country = new("Kyrgyz Republic", "Кыргызская Республика", "Кыргыз Республикасы");

    /// <summary>Name of a dimension as a filter.</summary>
    public static LocalText Dimension(string dimension) => Measures.Dimension.Name(dimension);
}
