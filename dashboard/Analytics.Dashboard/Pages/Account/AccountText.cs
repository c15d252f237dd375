using Analytics.Database.Accounts;
using Analytics.Domain;

namespace Analytics.Dashboard.Pages.Account;

public static class AccountText
{
    public static readonly LocalText Title = new("Account", "Учётная запись", "Аккаунт");
    public static readonly LocalText Lede = new("{0}, {1}.", "{0}, {1}.", "{0}, {1}.");
    public static readonly LocalText LanguageLabel = new("Language of the screens", "Язык интерфейса", "Интерфейстин тили");
    public static readonly LocalText BrowserLanguage = new("As the browser", "Как в браузере", "Браузердегидей");
    public static readonly LocalText Save = new("Save", "Сохранить", "Сактоо");
    public static readonly LocalText Password = new("Password", "Пароль", "Сырсөз");
    public static readonly LocalText PasswordNote = new(
        "A new password ends every other session of this account, and all of its tokens.",
        "Новый пароль завершает все другие сеансы этой учётной записи и отзывает все её токены.",
        "Жаңы сырсөз бул аккаунттун калган бардык сеанстарын жаап, бардык токендерин жокко чыгарат.");
    public static readonly LocalText ChangePassword = new("Change password", "Сменить пароль", "Сырсөздү алмаштыруу");
    public static readonly LocalText Tokens = new("Tokens for the interface", "Токены для интерфейса", "Интерфейс үчүн токендер");
    public static readonly LocalText TokensNote = new(
        "A token reads the same numbers as this account, from a program: Authorization: Bearer.",
        "Токен читает из программы те же числа, что и эта учётная запись: Authorization: Bearer.",
        "Токен программадан ушул аккаунт көргөн сандарды окуйт: Authorization: Bearer.");
    public static readonly LocalText TokenMade = new(
        "Copy it now; it can not be shown again.", "Скопируйте его сейчас, больше он показан не будет.", "Азыр көчүрүп алыңыз, ал кайра көрсөтүлбөйт.");
    public static readonly LocalText Label = new("Label", "Название", "Аталышы");
    public static readonly LocalText LabelOfNew = new("What is the token for?", "Для чего токен?", "Токен эмне үчүн?");
    public static readonly LocalText Made = new("Made", "Создан", "Түзүлгөн");
    public static readonly LocalText Used = new("Last used", "Последнее использование", "Акыркы колдонуу");
    public static readonly LocalText Expires = new("Expires", "Истекает", "Мөөнөтү");
    public static readonly LocalText Revoke = new("Revoke", "Отозвать", "Жокко чыгаруу");
    public static readonly LocalText MakeToken = new("Make a token", "Создать токен", "Токен түзүү");
    public static readonly LocalText Never = new("never", "никогда", "эч качан");

    public static readonly LocalText Opens = new("Opens", "Открывает", "Эмнени ачат");
    public static readonly LocalText ValidFor = new("Valid for", "Срок действия", "Жарактуу мөөнөтү");
    public static readonly LocalText Days = new("{0} days", "{0} дней", "{0} күн");
    public static readonly LocalText NoScope = new(
        "Choose at least one thing that the token opens.", "Выберите хотя бы одно, что открывает токен.", "Токен ача турган эң аз дегенде бир нерсени тандаңыз.");
    public static readonly LocalText SecondFactor = new("One-time codes", "Одноразовые коды", "Бир жолку коддор");
    public static readonly LocalText SecondFactorNote = new(
        "A code from an app on your phone is asked for after the password. Whoever learns the password alone does not get in.",
        "После пароля запрашивается код из приложения на телефоне. Тот, кто узнал только пароль, войти не сможет.",
        "Сырсөздөн кийин телефондогу колдонмонун коду суралат. Сырсөздү гана билген адам кире албайт.");
    public static readonly LocalText SecondFactorIsOn = new(
        "On: a code is asked for at every sign-in. If the phone and the recovery codes are lost, the administrator takes the codes away.",
        "Включены: код запрашивается при каждом входе. Если телефон и резервные коды утеряны, коды отключает администратор.",
        "Күйгүзүлгөн: ар бир кирүүдө код суралат. Телефон менен камдык коддор жоголсо, коддорду администратор өчүрөт.");
    public static readonly LocalText SecondFactorSetUp = new("Set up", "Настроить", "Орнотуу");
    public static readonly LocalText ScanOrType = new(
        "Scan the picture with an authenticator app, or type this key into it:",
        "Отсканируйте картинку приложением-аутентификатором или введите в него этот ключ:",
        "Сүрөттү аутентификатор колдонмосу менен сканерлеңиз же ага ушул ачкычты киргизиңиз:");
    public static readonly LocalText PictureAlt = new("Picture of the key for an authenticator app", "QR-код ключа для приложения-аутентификатора", "Аутентификатор колдонмосу үчүн ачкычтын QR-коду");
    public static readonly LocalText FirstCode = new("The code it shows now", "Код, который оно показывает сейчас", "Колдонмо азыр көрсөткөн код");
    public static readonly LocalText PresentCode = new("Present code", "Текущий код", "Учурдагы код");
    public static readonly LocalText NextCode = new(
        "A one-time code that was not used yet", "Одноразовый код, который ещё не использовался", "Али колдонула элек бир жолку код");
    public static readonly LocalText RecoveryLeft = new("Recovery codes left: {0}.", "Осталось резервных кодов: {0}.", "Калган камдык коддор: {0}.");
    public static readonly LocalText WrongPasswordOrCode = new(
        "The password or the code does not hold, or the code was used already. Wait for the next code and try again.",
        "Пароль или код не подходит, либо код уже использован. Дождитесь следующего кода и попробуйте снова.",
        "Сырсөз же код туура келбейт же код мурда колдонулган. Кийинки кодду күтүп, кайра аракет кылыңыз.");
    public static readonly LocalText TokensLimit = new("{0} of at most {1} are in use.", "Действует {0}, допускается не более {1}.", "{0} токен колдонууда, эң көбү {1}.");
    public static readonly LocalText TooManyTokens = new(
        "The account has {0} valid tokens, which is as many as it may have. Revoke one first.",
        "У учётной записи уже {0} действующих токенов, больше нельзя. Сначала отзовите один из них.",
        "Аккаунтта {0} жарактуу токен бар, мындан көп болбойт. Адегенде бирин жокко чыгарыңыз.");
    public static readonly LocalText PasswordFirst = new(
        "The first password was not changed yet. Choose a password, then make the token.",
        "Первый пароль ещё не сменён. Выберите свой пароль, затем создайте токен.",
        "Биринчи сырсөз али алмаштырыла элек. Өз сырсөзүңүздү тандап, анан токен түзүңүз.");
    public static readonly LocalText CodesFirst = new(
        "The account can not make a token now. If its role needs one-time codes, set them up first.",
        "Сейчас эта учётная запись не может создать токен. Если для её роли нужны одноразовые коды, сначала настройте их.",
        "Бул аккаунт азыр токен түзө албайт. Ролу үчүн бир жолку коддор керек болсо, адегенде аларды орнотуңуз.");
    public static readonly LocalText SecondFactorOn = new("Turn on", "Включить", "Күйгүзүү");
    public static readonly LocalText SecondFactorOff = new("Turn off", "Отключить", "Өчүрүү");
    public static readonly LocalText WrongCode = new(
        "This code does not hold. Check the phone's clock and try the next one.",
        "Код не подходит. Проверьте время на телефоне и введите следующий.",
        "Бул код туура келбейт. Телефондун саатын текшерип, кийинкисин киргизиңиз.");

    public static LocalText Scope(string scope) => scope switch
    {
        TokenScope.Cells => new("figures", "показатели", "көрсөткүчтөр"),
        TokenScope.Ledger => new("ledger of published figures", "реестр опубликованных цифр", "жарыяланган сандардын реестри"),
        _ => new("list of measures", "список показателей с определениями", "көрсөткүчтөрдүн аныктамалары"),
    };

    public static LocalText Role(Access.Role? role) => role switch
    {
        Access.Role.Administrator => new("administrator", "администратор", "администратор"),
        Access.Role.Coordinator => new("coordinating body", "координирующий орган", "координациялоочу орган"),
        Access.Role.Donor => new("donor", "донор", "донор"),
        Access.Role.Policy => new("policy writer", "аналитик политики", "саясат талдоочу"),
        _ => LocalText.Same("–"),
    };
}
