using Analytics.Domain;

namespace Analytics.Dashboard.Pages.Jobs;

public static class JobsText
{
    public static readonly LocalText HeadingNone = new("No job has run yet", "Задания ещё не выполнялись", "Тапшырмалар али аткарылган жок");
    public static readonly LocalText HeadingDone = new(
        "Every job's last run is done ({0} jobs)", "Последний запуск каждого задания завершён (заданий: {0})", "Ар бир тапшырманын акыркы аткарылышы бүттү ({0} тапшырма)");
    public static readonly LocalText HeadingFailed = new(
        "The last run failed: {0}", "Последний запуск не удался: {0}", "Акыркы аткаруу ишке ашкан жок: {0}");
    public static readonly LocalText Lede = new(
        "A job is a source that is loaded, or the publication of what was loaded. Run one now with ./analytics run JOB.",
        "Задание — загрузка источника или публикация загруженного. Запустить сейчас: ./analytics run JOB.",
        "Тапшырма – булакты жүктөө же жүктөлгөндү жарыялоо. Азыр иштетүү: ./analytics run JOB.");
    public static readonly LocalText Newest = new("Last run of each job", "Последний запуск каждого задания", "Ар бир тапшырманын акыркы аткарылышы");
    public static readonly LocalText All = new("All runs", "Все запуски", "Бардык аткаруулар");
    public static readonly LocalText Job = new("Job", "Задание", "Тапшырма");
    public static readonly LocalText Started = new("Started", "Начало", "Башталышы");
    public static readonly LocalText Seconds = new("Seconds", "Секунды", "Секунд");
    public static readonly LocalText Trigger = new("Because of", "Причина", "Себеби");
    public static readonly LocalText Files = new("Files", "Файлы", "Файлдар");
    public static readonly LocalText Read = new("Rows read", "Прочитано строк", "Окулган катар");
    public static readonly LocalText Rejected = new("Rejected", "Отклонено", "Четке кагылды");
    public static readonly LocalText State = new("State", "Состояние", "Абалы");

    public static LocalText TriggerName(string trigger) => trigger switch
    {
        "schedule" => new("schedule", "расписание", "график"),
        "hand" => new("by hand", "вручную", "кол менен"),
        "start" => new("start", "запуск системы", "системанын башталышы"),
        "recovery" => new("recovery", "восстановление", "калыбына келтирүү"),
        _ => LocalText.Same(trigger),
    };

    public static LocalText StateName(string state) => state switch
    {
        "running" => new("running", "выполняется", "аткарылууда"),
        "done" => new("done", "завершено", "бүттү"),
        "failed" => new("failed", "ошибка", "ката"),
        "interrupted" => new("interrupted", "прервано", "үзгүлтүккө учурады"),
        _ => LocalText.Same(state),
    };
}
