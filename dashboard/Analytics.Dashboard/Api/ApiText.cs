using Analytics.Domain;

namespace Analytics.Dashboard.Api;

public static class ApiText
{
    public static readonly LocalText Superseded = new(
        "Shown from publication {0}; these are the numbers of publication {1}, which may have been revised.",
        "Показано по публикации {0}; здесь числа публикации {1}, они могли быть пересмотрены.",
        "{0}-жарыялоо боюнча көрсөтүлгөн; бул {1}-жарыялоонун сандары, алар кайра каралган болушу мүмкүн.");
    public static readonly LocalText OtherProfile = new(
        "Shown to profile {0}; these are the numbers for profile {1}.",
        "Показано профилю {0}; здесь числа для профиля {1}.",
        "{0} профилине көрсөтүлгөн; бул {1} профилинин сандары.");
    public static readonly LocalText NoCells = new(
        "Nothing is published for this combination; a total is never summed from protected parts.",
        "Для этого сочетания ничего не опубликовано; итоги никогда не складываются из защищённых частей.",
        "Бул айкалыш боюнча эч нерсе жарыяланган эмес; жыйынтык корголгон бөлүктөрдөн эч качан кошулбайт.");
    public static readonly LocalText LedgerFormat = new(
        "The ledger is given as json or csv.", "Реестр выдаётся как json или csv.", "Реестр json же csv түрүндө берилет.");
}
