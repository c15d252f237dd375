using Analytics.Domain;

namespace Analytics.Dashboard.Layout;

public static class LayoutText
{
    public static readonly LocalText Product = new("Analytics", "Аналитика", "Аналитика");
    public static readonly LocalText Tagline = new(
        "Trafficking in persons in the Kyrgyz Republic",
        "Торговля людьми в Кыргызской Республике",
        "Кыргыз Республикасындагы адам сатуу");

    public static readonly LocalText Understand = new("Understand", "Понять", "Түшүнүү");
    public static readonly LocalText Check = new("Check", "Проверить", "Текшерүү");
    public static readonly LocalText Run = new("Run", "Работа системы", "Системанын иши");
    public static readonly LocalText Yours = new("You", "Вы", "Сиз");

    public static readonly LocalText Overview = new("Overview", "Обзор", "Жалпы көрүнүш");
    public static readonly LocalText Trends = new("Trends", "Динамика", "Динамика жана багыттар");
    public static readonly LocalText Regions = new("Regions", "Регионы", "Аймактар");
    public static readonly LocalText UnderRegistration = new("Under-registration", "Недоучёт", "Толук эмес каттоо");
    public static readonly LocalText Programmes = new("Programmes", "Программы", "Программалар");
    public static readonly LocalText Upload = new("Upload a file", "Загрузить файл", "Файл жүктөө");
    public static readonly LocalText DataIn = new("Data in", "Поступление данных", "Келген маалымат");
    public static readonly LocalText Rejections = new("Rejected rows", "Отклонённые строки", "Четке кагылган саптар");
    public static readonly LocalText Reporting = new("Reporting", "Отчётность", "Отчеттуулук");
    public static readonly LocalText Ledger = new("Figures ledger", "Реестр опубликованных цифр", "Жарыяланган сандар");
    public static readonly LocalText MeasureList = new("Measures", "Показатели", "Көрсөткүчтөр");
    public static readonly LocalText Glossary = new("Glossary", "Словарь терминов", "Терминдер сөздүгү");
    public static readonly LocalText Linkage = new("Same person?", "Один человек?", "Бир адамбы?");
    public static readonly LocalText SignOff = new("Sign-off", "Утверждение", "Бекитүү");
    public static readonly LocalText Revisions = new("Revisions", "Пересмотры", "Кайра кароолор");
    public static readonly LocalText Accounts = new("Accounts", "Учётные записи", "Аккаунттар");
    public static readonly LocalText Audit = new("Audit", "Журнал доступа", "Кирүү журналы");
    public static readonly LocalText SessionEndedTitle = new("Your session has ended", "Сеанс завершён", "Сеанс аяктады");
    public static readonly LocalText SessionEndedBody = new(
        "Sign in again: this view, with its filters, opens where you left it.",
        "Войдите снова: эта страница откроется с теми же фильтрами.",
        "Кайра кириңиз: бул барак ошол эле чыпкалар менен ачылат.");
    public static readonly LocalText SignInAgain = new("Sign in again", "Войти снова", "Кайра кирүү");
    public static readonly LocalText Jobs = new("Jobs", "Задания", "Тапшырмалар");
    public static readonly LocalText Account = new("Account", "Учётная запись", "Аккаунт");

    public static readonly LocalText SignOut = new("Sign out", "Выйти", "Чыгуу");
    public static readonly LocalText SignedInAs = new("Signed in as {0}", "Вы вошли как {0}", "{0} катары кирдиңиз");
    public static readonly LocalText Menu = new("Menu", "Меню", "Меню");
    public static readonly LocalText MainNavigation = new("Main", "Основная навигация", "Негизги меню");
    public static readonly LocalText Languages = new("Language", "Язык", "Тил");
    public static readonly LocalText Theme = new("Light or dark", "Светлая или тёмная тема", "Жарык же караңгы тема");
    public static readonly LocalText SkipToContent = new("Skip to content", "К содержанию", "Мазмунга өтүү");

    public static readonly LocalText Synthetic = new("Synthetic demonstration data", "Синтетические демонстрационные данные", "Синтетикалык көрсөтмө маалыматтар");
    public static readonly LocalText SyntheticHint = new(
        "No number here describes a real person. Totals follow published figures.",
        "Ни одно число здесь не описывает реального человека. Итоги следуют опубликованным данным.",
        "Мында эч бир сан чыныгы адамды сүрөттөбөйт. Жыйынтыктар жарыяланган сандарга дал келет.");

    public static readonly LocalText Stale = new(
        "Late: {0}. The newest figures may look lower than they are.",
        "Опаздывают: {0}. Последние данные могут казаться ниже, чем есть.",
        "Кечигүүдө: {0}. Акыркы сандар чыныгыдан аз көрүнүшү мүмкүн.");

    public static readonly LocalText AsOf = new("Data as of {0}", "Данные по состоянию на {0}", "Маалымат {0} карата");

    public static readonly LocalText Reconnecting = new(
        "Connection lost. Reconnecting; your filters are kept.",
        "Соединение потеряно. Восстанавливаем; фильтры сохранены.",
        "Байланыш үзүлдү. Калыбына келтирилүүдө; чыпкалар сакталды.");
    public static readonly LocalText ReconnectFailed = new(
        "The server does not answer.", "Сервер не отвечает.", "Сервер жооп бербей жатат.");
    public static readonly LocalText Reload = new("Load the page again", "Загрузить страницу заново", "Баракты кайра жүктөө");
    public static readonly LocalText NotFoundTitle = new("There is no such page", "Такой страницы нет", "Мындай барак жок");
    public static readonly LocalText NotFoundBody = new(
        "The address may be mistyped, or your account may not show this page.",
        "Возможно, адрес введён с ошибкой или страница недоступна вашей учётной записи.",
        "Дарек туура эмес жазылган же бул барак сиздин аккаунтуңузга ачык эмес болушу мүмкүн.");
    public static readonly LocalText ErrorTitle = new("Something went wrong", "Произошла ошибка", "Ката кетти");
    public static readonly LocalText ErrorBody = new(
        "The fault is on our side and has been recorded. Load the page again.",
        "Ошибка на нашей стороне, она записана. Загрузите страницу заново.",
        "Ката биздин тарапта жана катталды. Баракты кайра жүктөңүз.");
    public static readonly LocalText ToOverview = new("To the overview", "К обзору", "Жалпы көрүнүшкө");
}
