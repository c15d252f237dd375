using Analytics.Database.Accounts;
using Analytics.Domain;

namespace Analytics.Dashboard.Pages.Audit;

public static class AuditText
{
    public static readonly LocalText Heading = new("Who saw or did what: {0} entries", "Кто что видел и делал, записей: {0}", "Ким эмнени көрдү жана кылды, жазуулар: {0}");
    public static readonly LocalText Lede = new(
        "Every page, figure and file that an account was shown, every change of access, and what was done to the data, here and on the command line (os: names a user of the server). Entries are only added; no figure's value is among them. The same view by the same account within a quarter of an hour is one entry.",
        "Каждая страница, показатель и файл, которые видела учётная запись, каждое изменение доступа и всё, что сделано с данными, здесь и в командной строке (os: обозначает пользователя сервера). Записи только добавляются; значений показателей среди них нет. Повторный просмотр в течение четверти часа записывается один раз.",
        "Аккаунт көргөн ар бир барак, көрсөткүч жана файл, кирүү укуктарынын ар бир өзгөрүшү жана маалымат менен бул жерде же буйрук сабында жасалгандардын баары (os: сервердин колдонуучусун билдирет). Жазуулар кошулат гана; алардын арасында көрсөткүчтөрдүн мааниси жок. Чейрек саат ичинде кайталанган көрүү бир жолу жазылат.");
    public static readonly LocalText Whole = new(
        "The chain of {0} entries is whole. Its last hash: {1}", "Цепочка из {0} записей цела. Последний хеш: {1}", "{0} жазуудан турган чынжыр бүтүн. Акыркы хеш: {1}");
    public static readonly LocalText Broken = new(
        "Entry {0} is not what was written, or one before it was taken out. Compare with a backup, and ask who can write to the database directly.",
        "Запись {0} не та, что была внесена, или запись перед ней удалена. Сравните с резервной копией и выясните, кто может писать в базу данных напрямую.",
        "{0}-жазуу алгач жазылгандай эмес же андан мурункусу өчүрүлгөн. Камдык көчүрмө менен салыштырып, маалымат базасына ким түз жаза аларын тактаңыз.");
    public static readonly LocalText HashNote = new(
        "Note it down elsewhere: as long as it is found again in the list, nothing before it was changed.",
        "Запишите его в другом месте: пока он находится в списке, ничего до него не изменено.",
        "Аны башка жерге жазып коюңуз: ал тизмеден табылып турса, ага чейинки эч нерсе өзгөргөн эмес.");
    public static readonly LocalText Account = new("Account", "Учётная запись", "Аккаунт");
    public static readonly LocalText Action = new("What", "Что", "Эмне");
    public static readonly LocalText When = new("When", "Когда", "Качан");
    public static readonly LocalText Subject = new("Which", "Что именно", "Эмнени");
    public static readonly LocalText Profile = new("Profile", "Профиль", "Профиль");
    public static readonly LocalText Publication = new("Publication", "Публикация", "Жарыялоо");
    public static readonly LocalText Hash = new("Hash", "Хеш", "Хеш");
    public static readonly LocalText Everyone = new("all accounts", "все учётные записи", "бардык аккаунттар");
    public static readonly LocalText Everything = new("everything", "всё", "баары");
    public static readonly LocalText Nobody = new("no such account", "нет такой учётной записи", "мындай аккаунт жок");
    public static readonly LocalText Days = new("Period", "Период", "Мезгил");
    public static readonly LocalText LastDays = new("last {0} days", "последние {0} дн.", "акыркы {0} күн");
    public static readonly LocalText AnyTime = new("any time", "за всё время", "бардык убакыт");
    public static readonly LocalText Older = new("Older entries", "Более ранние записи", "Мурунку жазуулар");
    public static readonly LocalText None = new("No entry matches. Widen the filters.", "Подходящих записей нет. Расширьте фильтры.", "Туура келген жазуу жок. Чыпкаларды кеңейтиңиз.");

    public static readonly LocalText Client = new("Address", "Адрес", "Дарек");

    private static readonly LocalText s_command = new("command line: {0}", "командная строка: {0}", "буйрук сабы: {0}");

    public static LocalText Name(string action) => action switch
    {
        AuditAction.SignedIn => new("signed in", "вход", "кирди"),
        AuditAction.SignInFailed => new("failed to sign in", "неудачный вход", "кире алган жок"),
        AuditAction.SignedOut => new("signed out", "выход", "чыкты"),
        AuditAction.Opened => new("opened a page", "открыта страница", "барак ачты"),
        AuditAction.Saw => new("saw figures", "просмотр показателей", "көрсөткүчтөрдү көрдү"),
        AuditAction.Exported => new("took figures out", "выгрузка показателей", "көрсөткүчтөрдү алып чыкты"),
        AuditAction.PasswordChanged => new("changed the password", "смена пароля", "сырсөздү алмаштырды"),
        AuditAction.SecondFactorOn => new("turned one-time codes on", "включены одноразовые коды", "бир жолку коддорду күйгүздү"),
        AuditAction.SecondFactorOff => new("turned one-time codes off", "отключены одноразовые коды", "бир жолку коддорду өчүрдү"),
        AuditAction.TokenMade => new("made a token", "создан токен", "токен түздү"),
        AuditAction.TokenRevoked => new("revoked a token", "отозван токен", "токенди жокко чыгарды"),
        AuditAction.AccountAdded => new("added an account", "создана учётная запись", "аккаунт кошту"),
        AuditAction.AccountDisabled => new("disabled an account", "отключена учётная запись", "аккаунтту өчүрдү"),
        AuditAction.AccountEnabled => new("enabled an account", "включена учётная запись", "аккаунтту күйгүздү"),
        AuditAction.AccountUnlocked => new("unlocked an account", "разблокирована учётная запись", "аккаунттун бөгөтүн алды"),
        AuditAction.PasswordReset => new("gave a new first password", "выдан новый первый пароль", "жаңы биринчи сырсөз берди"),
        AuditAction.RoleChanged => new("changed a role", "изменена роль", "ролду өзгөрттү"),
        AuditAction.RoleNeedChanged => new("changed what a role needs", "изменены требования к роли", "ролго коюлган талаптарды өзгөрттү"),
        AuditAction.RightsChanged => new("changed limits", "изменены ограничения", "чектөөлөрдү өзгөрттү"),
        AuditAction.Uploaded => new("uploaded a file", "загружен файл на проверку", "файл жүктөдү"),
        AuditAction.LoadAsked => new("had an uploaded file loaded", "загруженный файл принят в хранилище", "жүктөлгөн файлды кампага кабыл алды"),
        AuditAction.UploadDiscarded => new("discarded an uploaded file", "удалён загруженный файл", "жүктөлгөн файлды өчүрдү"),
        AuditAction.RejectedRowsAsked => new("asked for rejected rows as a file", "запрошен файл отклонённых строк", "четке кагылган саптардын файлын сурады"),
        AuditAction.RejectedRowsTaken => new("downloaded rejected rows", "скачаны отклонённые строки", "четке кагылган саптарды жүктөп алды"),
        AuditAction.Replayed => new("had rejected rows loaded again", "повторно загружены отклонённые строки", "четке кагылган саптарды кайра жүктөттү"),
        AuditAction.Dismissed => new("set rejected rows aside", "отклонённые строки сняты с рассмотрения", "четке кагылган саптарды четке койду"),
        AuditAction.DismissalUndone => new("brought rejected rows back", "отклонённые строки возвращены на рассмотрение", "четке кагылган саптарды кайтарды"),
        AuditAction.JobAsked => new("started a job", "запущено задание", "тапшырманы иштетти"),
        AuditAction.JobPaused => new("paused a job", "задание приостановлено", "тапшырманы токтотту"),
        AuditAction.JobResumed => new("resumed a job", "задание возобновлено", "тапшырманы улантты"),
        AuditAction.JobRan => new("a job changed data or published", "задание изменило данные или опубликовало их", "тапшырма маалыматты өзгөрттү же жарыялады"),
        AuditAction.SignedOff => new("took a step of a month's review", "шаг проверки месяца", "айды текшерүү кадамын жасады"),
        AuditAction.PairDecided => new("decided about a pair of records", "решение о паре записей", "жазуулардын жубу боюнча чечим кабыл алды"),
        AuditAction.PairUndone => new("took back a decision about a pair", "отменено решение о паре записей", "жуп боюнча чечимди кайтарып алды"),
        AuditAction.Restored => new("restored a backup", "восстановлена резервная копия", "камдык көчүрмөнү калыбына келтирди"),
        _ when action.StartsWith(AuditAction.Command, StringComparison.Ordinal) => s_command.With(action[AuditAction.Command.Length..]),
        _ => LocalText.Same(action),
    };
}
