using Analytics.Domain;

namespace Analytics.Dashboard.Pages.SignIn;

public static class SignInText
{
    public static readonly LocalText Title = new("Sign in", "Вход", "Кирүү");
    public static readonly LocalText Name = new("Account", "Учётная запись", "Аккаунттун аты");
    public static readonly LocalText Password = new("Password", "Пароль", "Сырсөз");
    public static readonly LocalText Submit = new("Sign in", "Войти", "Кирүү");
    public static readonly LocalText Refused = new(
        "This account and password do not go together. Check both and try again.",
        "Такой пары учётной записи и пароля нет. Проверьте и попробуйте снова.",
        "Аккаунттун аты менен сырсөз дал келбейт. Текшерип, кайра аракет кылыңыз.");
    public static readonly LocalText Locked = new(
        "Too many failed attempts from here. Try again at {0} (Bishkek time).",
        "Слишком много неудачных попыток отсюда. Попробуйте снова в {0} (время Бишкека).",
        "Бул жерден ийгиликсиз аракеттер өтө көп болду. Саат {0} болгондо кайра аракет кылыңыз (Бишкек убактысы).");
    public static readonly LocalText CodesLocked = new(
        "Too many wrong codes. Try again at {0} (Bishkek time), or ask the administrator.",
        "Слишком много неверных кодов. Попробуйте снова в {0} (время Бишкека) или обратитесь к администратору.",
        "Туура эмес коддор өтө көп. Саат {0} болгондо кайра аракет кылыңыз (Бишкек убактысы) же администраторго кайрылыңыз.");
    public static readonly LocalText CodeTitle = new("One-time code", "Одноразовый код", "Бир жолку код");
    public static readonly LocalText CodeLede = new(
        "Open the authenticator app on your phone and enter the six digits it shows for Analytics. Without the phone, enter one of your recovery codes.",
        "Откройте на телефоне приложение-аутентификатор и введите шесть цифр, которые оно показывает для Analytics. Если телефона нет, введите один из резервных кодов.",
        "Телефонуңуздагы аутентификатор колдонмосун ачып, Analytics үчүн көрсөтүлгөн алты санды киргизиңиз. Телефон жок болсо, камдык коддоруңуздун бирин киргизиңиз.");
    public static readonly LocalText Code = new("Code", "Код", "Код");
    public static readonly LocalText WrongCode = new(
        "This code does not hold, or was used already. Wait for the next one and try again.",
        "Код не подходит или уже использован. Дождитесь следующего и попробуйте снова.",
        "Бул код туура келбейт же мурда колдонулган. Кийинкисин күтүп, кайра аракет кылыңыз.");
    public static readonly LocalText AnotherAccount = new("Sign in to another account", "Войти под другой учётной записью", "Башка аккаунт менен кирүү");
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
    public static readonly LocalText TooLong = new("The new password is too long: 128 characters at most.", "Новый пароль слишком длинный: не более 128 знаков.", "Жаңы сырсөз өтө узун: эң көбү 128 белги.");
    public static readonly LocalText TooCommon = new(
        "This password is guessed early: it is one of the most used, or one or two common words with digits and signs around, or digits alone. Take a few unrelated words.",
        "Такой пароль подбирают в первую очередь: он из самых распространённых, либо это одно-два обычных слова с цифрами и знаками, либо одни цифры. Возьмите несколько несвязанных слов.",
        "Мындай сырсөз биринчи кезекте табылат: ал эң көп колдонулгандардын бири, же сандар менен белгилер кошулган бир-эки жөнөкөй сөз, же сандар гана. Бири-бирине байланышсыз бир нече сөз алыңыз.");
    public static readonly LocalText Repeated = new(
        "The new password repeats the same signs. Take a few unrelated words.",
        "Новый пароль повторяет одни и те же знаки. Возьмите несколько несвязанных слов.",
        "Жаңы сырсөз бир эле белгилерди кайталайт. Бири-бирине байланышсыз бир нече сөз алыңыз.");
    public static readonly LocalText Run = new(
        "The new password follows the keys of the keyboard, the alphabet or the digits. Take a few unrelated words.",
        "Новый пароль идёт по клавишам клавиатуры, по алфавиту или по цифрам подряд. Возьмите несколько несвязанных слов.",
        "Жаңы сырсөз клавиатуранын баскычтары, алфавит же сандар боюнча катар кетет. Бири-бирине байланышсыз бир нече сөз алыңыз.");
    public static readonly LocalText NotSame = new("The two new passwords differ.", "Новые пароли не совпадают.", "Жаңы сырсөздөр бирдей эмес.");
    public static readonly LocalText TooLike = new(
        "The new password must differ from the present one and not contain the account's name.",
        "Новый пароль должен отличаться от текущего и не содержать имени учётной записи.",
        "Жаңы сырсөз учурдагысынан айырмаланып, аккаунттун атын камтыбашы керек.");
}
