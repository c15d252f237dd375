using Analytics.Domain;

namespace Analytics.Dashboard.Pages.SignIn;

public static class SignInText
{
    public static readonly LocalText Title = new("Sign in", "Вход", "Кирүү");
    public static readonly LocalText Name = new("Account", "Учётная запись", "Эсептин аты");
    public static readonly LocalText Password = new("Password", "Пароль", "Сырсөз");
    public static readonly LocalText Submit = new("Sign in", "Войти", "Кирүү");
    public static readonly LocalText Refused = new(
        "This account and password do not go together. Check both and try again.",
        "Такой пары учётной записи и пароля нет. Проверьте и попробуйте снова.",
        "Эсептин аты менен сырсөз дал келбейт. Текшерип, кайра аракет кылыңыз.");
    public static readonly LocalText Locked = new(
        "Too many failed attempts. The account opens again at {0} (Bishkek time).",
        "Слишком много неудачных попыток. Учётная запись откроется в {0} (время Бишкека).",
        "Ийгиликсиз аракеттер өтө көп. Эсеп саат {0} болгондо ачылат (Бишкек убактысы).");
    public static readonly LocalText CodeTitle = new("One-time code", "Одноразовый код", "Бир жолку код");
    public static readonly LocalText CodeLede = new(
        "Open the authenticator app on your phone and enter the six digits it shows for Analytics.",
        "Откройте на телефоне приложение-аутентификатор и введите шесть цифр, которые оно показывает для Analytics.",
        "Телефонуңуздагы аутентификатор колдонмосун ачып, Analytics үчүн көрсөтүлгөн алты санды киргизиңиз.");
    public static readonly LocalText Code = new("Code", "Код", "Код");
    public static readonly LocalText WrongCode = new(
        "This code does not hold, or was used already. Wait for the next one and try again.",
        "Код не подходит или уже использован. Дождитесь следующего и попробуйте снова.",
        "Бул код туура келбейт же мурда колдонулган. Кийинкисин күтүп, кайра аракет кылыңыз.");
    public static readonly LocalText AnotherAccount = new("Sign in to another account", "Войти под другой учётной записью", "Башка эсеп менен кирүү");
    public static readonly LocalText TooMany = new(
        "Too many attempts from this address. Wait a minute and try again.",
        "Слишком много попыток с этого адреса. Подождите минуту и попробуйте снова.",
        "Бул даректен аракеттер өтө көп. Бир мүнөт күтүп, кайра аракет кылыңыз.");

    public static readonly LocalText NewPasswordTitle = new("Choose a password", "Выберите пароль", "Сырсөз тандаңыз");
    public static readonly LocalText NewPasswordLede = new(
        "The first password was shown to whoever started the system. Choose one that only you know.",
        "Первый пароль видел тот, кто запускал систему. Выберите такой, который знаете только вы.",
        "Биринчи сырсөздү системаны баштаган адам көргөн. Өзүңүз гана билген сырсөздү тандаңыз.");
    public static readonly LocalText Current = new("Present password", "Текущий пароль", "Учурдагы сырсөз");
    public static readonly LocalText New = new("New password", "Новый пароль", "Жаңы сырсөз");
    public static readonly LocalText Again = new("New password again", "Новый пароль ещё раз", "Жаңы сырсөз кайрадан");
    public static readonly LocalText Rule = new("At least {0} characters; a few unrelated words are good.", "Не менее {0} знаков; хорошо подходят несколько несвязанных слов.", "Кеминде {0} белги; бири-бирине байланышсыз бир нече сөз жакшы.");
    public static readonly LocalText Save = new("Save", "Сохранить", "Сактоо");
    public static readonly LocalText WrongCurrent = new("The present password is not right.", "Текущий пароль неверен.", "Учурдагы сырсөз туура эмес.");
    public static readonly LocalText TooShort = new("The new password is too short.", "Новый пароль слишком короткий.", "Жаңы сырсөз өтө кыска.");
    public static readonly LocalText NotSame = new("The two new passwords differ.", "Новые пароли не совпадают.", "Жаңы сырсөздөр бирдей эмес.");
    public static readonly LocalText TooLike = new(
        "The new password must differ from the present one and not contain the account's name.",
        "Новый пароль должен отличаться от текущего и не содержать имени учётной записи.",
        "Жаңы сырсөз учурдагысынан айырмаланып, эсептин атын камтыбашы керек.");
}
