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
        "A job is a source that is loaded, or the publication of what was loaded. Each can be run now, beside its schedule.",
        "Задание — загрузка источника или публикация загруженного. Каждое можно запустить сейчас, помимо расписания.",
        "Тапшырма – булакты жүктөө же жүктөлгөндү жарыялоо. Ар бирин графиктен тышкары азыр иштетсе болот.");
    public static readonly LocalText Newest = new("Jobs", "Задания", "Тапшырмалар");
    public static readonly LocalText LastRun = new("Last run", "Последний запуск", "Акыркы аткарылышы");
    public static readonly LocalText NextRun = new("Next run", "Следующий запуск", "Кийинки аткаруу");
    public static readonly LocalText ByHandOnly = new("by hand only", "только вручную", "кол менен гана");
    public static readonly LocalText Paused = new("schedule paused", "расписание приостановлено", "график токтотулган");
    public static readonly LocalText Never = new("not yet", "ещё не было", "азырынча жок");
    public static readonly LocalText Actions = new("Actions", "Действия", "Аракеттер");
    public static readonly LocalText RunNow = new("Run now", "Запустить", "Иштетүү");
    public static readonly LocalText Pause = new("Pause schedule", "Приостановить", "Графикти токтотуу");
    public static readonly LocalText Resume = new("Resume schedule", "Возобновить", "Графикти улантуу");
    public static readonly LocalText Asked = new("asked for", "запрошено", "суралды");
    public static readonly LocalText Failed = new("{0} did not work: {1}", "{0} — не удалось: {1}", "{0} – болгон жок: {1}");
    public static readonly LocalText Done = new("{0} is done.", "{0} — выполнено.", "{0} – бүттү.");
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
