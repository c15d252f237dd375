using Analytics.Domain;

namespace Analytics.Dashboard.Pages.SignIn;

public static class FactorText
{
    public static readonly LocalText Title = new("Set up one-time codes", "Настройка одноразовых кодов", "Бир жолку коддорду орнотуу");
    public static readonly LocalText Needed = new(
        "Your role needs one-time codes. Set them up to go on.",
        "Для вашей роли нужны одноразовые коды. Настройте их, чтобы продолжить.",
        "Сиздин ролуңуз үчүн бир жолку коддор керек. Улантуу үчүн аларды орнотуңуз.");
    public static readonly LocalText IsOn = new(
        "One-time codes are on for this account.", "Одноразовые коды для этой учётной записи включены.", "Бул аккаунт үчүн бир жолку коддор күйгүзүлгөн.");
    public static readonly LocalText Recovery = new("Recovery codes", "Резервные коды", "Камдык коддор");
    public static readonly LocalText RecoveryNote = new(
        "Each of them stands in for the phone once. Print them or write them down now; they can not be shown again.",
        "Каждый из них один раз заменяет телефон. Распечатайте или запишите их сейчас: больше они показаны не будут.",
        "Алардын ар бири телефонду бир жолу алмаштырат. Азыр басып чыгарыңыз же жазып алыңыз: алар кайра көрсөтүлбөйт.");
    public static readonly LocalText GoOn = new("Continue", "Продолжить", "Улантуу");
}
