using Analytics.Domain;

namespace Analytics.Dashboard.Pages.Accounts;

public static class AccountsText
{
    public static readonly LocalText Heading = new("{0} accounts may sign in, {1} with one-time codes", "Могут войти учётных записей: {0}, с одноразовыми кодами: {1}", "Кире ала турган аккаунттар: {0}, бир жолку код менен: {1}");
    public static readonly LocalText Lede = new(
        "Who may see and do what. A change ends the account's open sessions at once, a new password or disabling its tokens too; every change is in the audit.",
        "Кто и что может видеть и делать. Изменение сразу завершает открытые сеансы учётной записи, новый пароль и отключение — также её токены; каждое изменение попадает в журнал.",
        "Ким эмнени көрүп, эмне кыла алат. Өзгөртүү аккаунттун ачык сеанстарын дароо жабат, жаңы сырсөз жана өчүрүү токендерин да жокко чыгарат; ар бир өзгөртүү журналга түшөт.");
    public static readonly LocalText Needs = new("Which roles need one-time codes", "Каким ролям нужны одноразовые коды", "Кайсы ролдорго бир жолку код керек");
    public static readonly LocalText NeedsNote = new(
        "Whoever has such a role and no codes yet sets them up at the next sign-in, and can do nothing else before.",
        "Тот, у кого такая роль, но кодов ещё нет, настраивает их при следующем входе и до этого не может ничего другого.",
        "Мындай ролу бар, бирок коду жок адам кийинки кирүүдө аларды орнотот, ага чейин башка эч нерсе кыла албайт.");
    public static readonly LocalText CodesNeeded = new("password and one-time codes", "пароль и одноразовые коды", "сырсөз жана бир жолку коддор");
    public static readonly LocalText PasswordEnough = new("a password is enough", "достаточно пароля", "сырсөз жетиштүү");
    public static readonly LocalText Need = new("Require codes", "Требовать коды", "Коддорду талап кылуу");
    public static readonly LocalText NeedNoMore = new("Require them no longer", "Больше не требовать", "Мындан ары талап кылбоо");
    public static readonly LocalText OwnCodesFirst = new(
        "Set up one-time codes for your own account first: your role would need them at once.",
        "Сначала настройте одноразовые коды для своей учётной записи: вашей роли они понадобятся сразу.",
        "Адегенде өз аккаунтуңуз үчүн бир жолку коддорду орнотуңуз: сиздин ролуңузга алар дароо керек болот.");
    public static readonly LocalText Name = new("Account", "Учётная запись", "Аккаунт");
    public static readonly LocalText Role = new("Role", "Роль", "Ролу");
    public static readonly LocalText Limits = new("Limited to", "Ограничена", "Чектөөсү");
    public static readonly LocalText NoLimit = new("no limit", "без ограничений", "чектөөсүз");
    public static readonly LocalText State = new("State", "Состояние", "Абалы");
    public static readonly LocalText LastSignIn = new("Last signed in", "Последний вход", "Акыркы кирүүсү");
    public static readonly LocalText Never = new("never", "никогда", "эч качан");
    public static readonly LocalText Tokens = new("Tokens", "Токены", "Токендер");
    public static readonly LocalText Actions = new("Actions", "Действия", "Аракеттер");
    public static readonly LocalText Open = new("may sign in", "может войти", "кире алат");
    public static readonly LocalText FirstPassword = new("first password not yet changed", "первый пароль ещё не сменён", "биринчи сырсөз али алмаштырыла элек");
    public static readonly LocalText LockedUntil = new("one-time codes locked until {0}", "одноразовые коды заблокированы до {0}", "бир жолку коддор {0} чейин бөгөттөлгөн");
    public static readonly LocalText Disabled = new("disabled", "отключена", "өчүрүлгөн");
    public static readonly LocalText WithCodes = new("one-time codes", "одноразовые коды", "бир жолку коддор");
    public static readonly LocalText Change = new("Change", "Изменить", "Өзгөртүү");
    public static readonly LocalText Close = new("Close", "Закрыть", "Жабуу");
    public static readonly LocalText SaveRole = new("Save role and limits", "Сохранить роль и ограничения", "Ролду жана чектөөлөрдү сактоо");
    public static readonly LocalText ResetPassword = new("New first password", "Новый первый пароль", "Жаңы биринчи сырсөз");
    public static readonly LocalText TakeCodesAway = new("Take the one-time codes away", "Отключить одноразовые коды", "Бир жолку коддорду өчүрүү");
    public static readonly LocalText Unlock = new("Unlock", "Разблокировать", "Бөгөттү алуу");
    public static readonly LocalText Disable = new("Disable", "Отключить", "Өчүрүү");
    public static readonly LocalText Enable = new("Enable", "Включить", "Күйгүзүү");
    public static readonly LocalText Add = new("Add an account", "Добавить учётную запись", "Аккаунт кошуу");
    public static readonly LocalText AddNote = new(
        "A first password is made and shown once; whoever signs in with it must choose another.",
        "Первый пароль создаётся и показывается один раз; войдя с ним, нужно выбрать другой.",
        "Биринчи сырсөз түзүлүп, бир жолу көрсөтүлөт; аны менен кирген адам башкасын тандашы керек.");
    public static readonly LocalText NewName = new("Name: small Latin letters, digits, dots and hyphens", "Имя: строчные латинские буквы, цифры, точки и дефисы", "Аты: кичине латын тамгалары, сандар, чекиттер жана дефистер");
    public static readonly LocalText Sources = new("Sources", "Источники", "Булактар");
    public static readonly LocalText Regions = new("Regions (the whole country stays visible)", "Регионы (страна в целом остаётся видна)", "Региондор (жалпы өлкө көрүнө берет)");
    public static readonly LocalText Programmes = new("Programmes", "Программы", "Программалар");
    public static readonly LocalText LimitsNote = new(
        "Nothing chosen means no limit of that kind.", "Если ничего не выбрано, ограничений этого вида нет.", "Эч нерсе тандалбаса, бул түрдөгү чектөө жок.");
    public static readonly LocalText WrongName = new(
        "This name can not be used: 2 to 63 small Latin letters, digits, dots, hyphens or underscores, a letter first.",
        "Такое имя использовать нельзя: от 2 до 63 строчных латинских букв, цифр, точек, дефисов или подчёркиваний, первой должна быть буква.",
        "Мындай атты колдонууга болбойт: 2ден 63кө чейин кичине латын тамгасы, сан, чекит, дефис же астыңкы сызык, биринчиси тамга болушу керек.");
    public static readonly LocalText NameTaken = new("There is an account {0} already.", "Учётная запись {0} уже есть.", "{0} аккаунту мурунтан эле бар.");
    public static readonly LocalText Added = new("Account {0} is made. Its first password, shown only now:", "Учётная запись {0} создана. Первый пароль, показывается только сейчас:", "{0} аккаунту түзүлдү. Биринчи сырсөз, азыр гана көрсөтүлөт:");
    public static readonly LocalText Reset = new("Account {0} has a new first password, shown only now:", "У учётной записи {0} новый первый пароль, показывается только сейчас:", "{0} эсебинин жаңы биринчи сырсөзү, азыр гана көрсөтүлөт:");
    public static readonly LocalText Done = new("Done: {0}.", "Готово: {0}.", "Даяр: {0}.");
    public static readonly LocalText LastAdministrator = new(
        "{0} is the last administrator that may sign in; make another one first.",
        "{0} — последний администратор, который может войти; сначала создайте другого.",
        "{0} — кире ала турган акыркы администратор; адегенде башкасын түзүңүз.");
    public static readonly LocalText NotYourself = new("You can not do that to your own account.", "Со своей учётной записью этого сделать нельзя.", "Өз аккаунтуңузга муну кылууга болбойт.");
}
