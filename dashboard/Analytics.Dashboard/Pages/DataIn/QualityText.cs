using Analytics.Domain;
using Analytics.Domain.Quality;

namespace Analytics.Dashboard.Pages.DataIn;

public static class QualityText
{
    public static readonly LocalText Title = new("What the quality rules found", "Что выявили правила качества", "Сапат эрежелери эмнени тапты");
    public static readonly LocalText Note = new(
        "A finding rejects nothing. Lines are named, values are not.",
        "Замечание ничего не отклоняет. Указаны номера строк, но не значения.",
        "Эскертүү эч нерсени четке какпайт. Катарлардын номери көрсөтүлөт, маанилери көрсөтүлбөйт.");
    public static readonly LocalText Nothing = new("The rules found nothing.", "Правила ничего не выявили.", "Эрежелер эч нерсе тапкан жок.");
    public static readonly LocalText Rule = new("Rule", "Правило", "Эреже");
    public static readonly LocalText Severity = new("Severity", "Важность", "Маанилүүлүгү");
    public static readonly LocalText Found = new("Found", "Найдено", "Табылды");
    public static readonly LocalText StillOpen = new("Not corrected", "Не исправлено", "Оңдолгон эмес");
    public static readonly LocalText Where = new("Where", "Где", "Кайда");
    public static readonly LocalText Lines = new("lines {0}", "строки {0}", "катарлар {0}");
    public static readonly LocalText Of = new("{0} of {1}", "{0} из {1}", "{1} ичинен {0}");
    public static readonly LocalText Catalogue = new("All rules ({0})", "Все правила ({0})", "Бардык эрежелер ({0})");

    public static LocalText Name(Severity severity) => severity switch
    {
        Analytics.Domain.Quality.Severity.Error => new("error", "ошибка", "ката"),
        Analytics.Domain.Quality.Severity.Warning => new("warning", "предупреждение", "эскертүү"),
        _ => new("for information", "к сведению", "маалымат үчүн"),
    };
}
