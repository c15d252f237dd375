using Analytics.Domain;

namespace Analytics.Dashboard.Pages.Account;

public static class SavedViewText
{
    public static readonly LocalText Title = new("Saved views", "Сохранённые виды", "Сакталган көрүнүштөр");
    public static readonly LocalText Note = new(
        "A view is a page with its filters. It opens with the figures of the day, in your language. You can keep up to {0}.",
        "Вид — это страница с её фильтрами. Открывается с данными на текущий день, на вашем языке. Можно хранить до {0}.",
        "Көрүнүш — чыпкалары менен барак. Ал ошол күндүн сандары менен сиздин тилиңизде ачылат. {0} чейин сактоого болот.");
    public static readonly LocalText None = new(
        "You have kept no view yet. Choose the filters of a page, then “Save view” beside them.",
        "Сохранённых видов пока нет. Выберите на странице фильтры и нажмите рядом «Сохранить вид».",
        "Азырынча сакталган көрүнүш жок. Барактан чыпкаларды тандап, жанындагы «Көрүнүштү сактоо» баскычын басыңыз.");
    public static readonly LocalText SaveView = new("Save view", "Сохранить вид", "Көрүнүштү сактоо");
    public static readonly LocalText NameLabel = new("Name of the view", "Название вида", "Көрүнүштүн аталышы");
    public static readonly LocalText Save = new("Save", "Сохранить", "Сактоо");
    public static readonly LocalText View = new("View", "Вид", "Көрүнүш");
    public static readonly LocalText Rename = new("Rename", "Переименовать", "Атын өзгөртүү");
    public static readonly LocalText Remove = new("Remove", "Удалить", "Өчүрүү");
    public static readonly LocalText RemoveNamed = new("Remove “{0}”", "Удалить «{0}»", "«{0}» өчүрүү");
    public static readonly LocalText NewNameOf = new("New name of “{0}”", "Новое название вида «{0}»", "«{0}» жаңы аталышы");
    public static readonly LocalText Removed = new("“{0}” was removed.", "Вид «{0}» удалён.", "«{0}» өчүрүлдү.");
    public static readonly LocalText Renamed = new("“{0}” is now called “{1}”.", "Вид «{0}» теперь называется «{1}».", "«{0}» эми «{1}» деп аталат.");
    public static readonly LocalText Undo = new("Undo", "Отменить", "Артка кайтаруу");
    public static readonly LocalText NameTaken = new(
        "Another of your views has this name. Choose a different one.",
        "Такое название уже есть у другого вашего вида. Выберите другое.",
        "Мындай аталыштагы көрүнүшүңүз бар. Башкасын тандаңыз.");
    public static readonly LocalText TooMany = new(
        "You keep as many views as an account can hold. Remove one first.",
        "Сохранено наибольшее возможное число видов. Сначала удалите один.",
        "Сактоого мүмкүн болгон көрүнүштөрдүн саны толду. Адегенде бирин өчүрүңүз.");
    public static readonly LocalText Gone = new(
        "That did not work: the view is not there, or its name is empty. Try again.",
        "Не получилось: такого вида нет или название пустое. Попробуйте ещё раз.",
        "Ишке ашкан жок: мындай көрүнүш жок же аталышы бош. Кайра аракет кылыңыз.");
    public static readonly LocalText Start = new("Start page", "Начальная страница", "Баштапкы барак");
    public static readonly LocalText StartLabel = new("After sign-in, open", "После входа открывать", "Киргенден кийин ачылсын");
    public static readonly LocalText StartOfRole = new("The usual page", "Обычную страницу", "Кадимки барак");
    public static readonly LocalText StartAnother = new("The view chosen before", "Ранее выбранный вид", "Мурда тандалган көрүнүш");

    public static LocalText Problem(string problem) => problem switch
    {
        "taken" => NameTaken,
        "many" => TooMany,
        _ => Gone,
    };
}
