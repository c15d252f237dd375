using Analytics.Domain;

namespace Analytics.Dashboard.Pages.Glossary;

public static class GlossaryText
{
    public static readonly LocalText Heading = new("What the words mean", "Что означают термины", "Терминдер эмнени билдирет");
    public static readonly LocalText Lede = new(
        "The terms of these pages, one meaning each. The question marks beside figures lead to the same explanations.",
        "Термины этих страниц; у каждого одно значение. Знаки вопроса рядом с цифрами ведут к тем же пояснениям.",
        "Бул барактардагы терминдер; ар биринин бир гана мааниси бар. Сандардын жанындагы суроо белгилери ушул эле түшүндүрмөлөргө алып барат.");
    public static readonly LocalText Contents = new("Terms", "Термины", "Терминдер");
    public static readonly LocalText Help = new("What does “{0}” mean?", "Что значит «{0}»?", "«{0}» деген эмне?");
    public static readonly LocalText Whole = new("In the glossary", "В словаре терминов", "Сөздүктөн көрүү");
    public static readonly LocalText SeeIt = new("Where it is used: {0}", "Где используется: {0}", "Кайда колдонулат: {0}");
    public static readonly LocalText MeasuresToo = new(
        "How each measure is computed stands on the page “Measures”.",
        "Как вычисляется каждый показатель, сказано на странице «Показатели».",
        "Ар бир көрсөткүч кантип эсептелери «Көрсөткүчтөр» барагында жазылган.");

    public static readonly LocalText States = new("How a number can be", "Каким бывает число", "Сан кандай болушу мүмкүн");
    public static readonly LocalText Units = new("What is counted", "Что считается", "Эмне эсептелет");
    public static readonly LocalText Trafficking = new(
        "Trafficking in persons (words of the UN classification IC-TIP)",
        "Торговля людьми (термины классификации ООН IC-TIP)",
        "Адам сатуу (БУУнун IC-TIP классификациясынын терминдери)");
    public static readonly LocalText Registration = new("From a request for help to the court", "От обращения за помощью до суда", "Жардам сурагандан сотко чейин");
    public static readonly LocalText Estimation = new("Who is on no list", "Кого нет ни в одном списке", "Эч бир тизмеде жоктор");
    public static readonly LocalText Programmes = new("Programmes and reports", "Программы и отчёты", "Программалар жана отчеттор");
}
