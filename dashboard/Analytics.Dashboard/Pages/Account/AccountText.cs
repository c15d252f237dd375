using Analytics.Domain;

namespace Analytics.Dashboard.Pages.Account;

public static class AccountText
{
    public static readonly LocalText Title = new("Account", "Учётная запись", "Эсеп");
    public static readonly LocalText Lede = new("{0}, {1}.", "{0}, {1}.", "{0}, {1}.");
    public static readonly LocalText LanguageLabel = new("Language of the screens", "Язык интерфейса", "Интерфейстин тили");
    public static readonly LocalText BrowserLanguage = new("As the browser", "Как в браузере", "Браузердегидей");
    public static readonly LocalText Save = new("Save", "Сохранить", "Сактоо");
    public static readonly LocalText Password = new("Password", "Пароль", "Сырсөз");
    public static readonly LocalText PasswordNote = new(
        "A new password ends every other session of this account.",
        "Новый пароль завершает все другие сеансы этой учётной записи.",
        "Жаңы сырсөз бул эсептин калган бардык сеанстарын жабат.");
    public static readonly LocalText ChangePassword = new("Change password", "Сменить пароль", "Сырсөздү алмаштыруу");
    public static readonly LocalText Tokens = new("Tokens for the interface", "Токены для интерфейса", "Интерфейс үчүн токендер");
    public static readonly LocalText TokensNote = new(
        "A token reads the same numbers as this account, from a program: Authorization: Bearer.",
        "Токен читает из программы те же числа, что и эта учётная запись: Authorization: Bearer.",
        "Токен программадан ушул эсеп көргөн сандарды окуйт: Authorization: Bearer.");
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

    public static LocalText Role(Access.Role? role) => role switch
    {
        Access.Role.Administrator => new("administrator", "администратор", "администратор"),
        Access.Role.Coordinator => new("coordinating body", "координирующий орган", "координациялоочу орган"),
        Access.Role.Donor => new("donor", "донор", "донор"),
        Access.Role.Policy => new("policy writer", "аналитик политики", "саясат талдоочу"),
        _ => LocalText.Same("–"),
    };
}
