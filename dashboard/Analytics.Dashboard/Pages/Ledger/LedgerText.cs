using Analytics.Dashboard.Localization;
using Analytics.Domain;

namespace Analytics.Dashboard.Pages.Ledger;

public static class LedgerText
{
    public static readonly LocalText Heading = new(
        "What others have printed, beside what we count",
        "Что напечатали другие, рядом с нашим подсчётом",
        "Башкалар басып чыгарган сандар биздин эсеп менен катар");
    public static readonly LocalText Lede = new(
        "{0} from {1}. Each keeps its unit, period and source; where two of them disagree, both stand.",
        "{0} из {1}. У каждой цифры своя единица, период и источник; если две расходятся, остаются обе.",
        "{1} алынган {0}. Ар биринин бирдиги, мезгили жана булагы сакталат; экөө дал келбесе, экөө тең калат.");
    public static readonly UnitNoun Figures = new("figure", "figures", "цифра", "цифры", "цифр", "сан");
    public static readonly UnitNoun Publications = new("publication", "publications", "публикации", "публикаций", "публикаций", "жарыялоодон");
    public static readonly LocalText Rivals = new("Where sources disagree", "Где источники расходятся", "Булактар дал келбеген жерлер");
    public static readonly LocalText RivalsNote = new(
        "Numbers that are easily taken for the same thing. Cite either with its source and its unit.",
        "Числа, которые легко принять за одно и то же. Цитируйте любое с источником и единицей.",
        "Оңой эле бир нерсе деп кабыл алынчу сандар. Каалаганын булагы жана бирдиги менен келтириңиз.");
    public static readonly LocalText Against = new("against", "против", "каршы");
    public static readonly LocalText Rival = new("a rival exists", "есть расходящееся число", "башка сан бар");
    public static readonly LocalText Period = new("Period", "Период", "Мезгил");
    public static readonly LocalText Printed = new("Printed", "Напечатано", "Басылган");
    public static readonly LocalText Ours = new("This warehouse", "Это хранилище", "Бул кампа");
    public static readonly LocalText Source = new("Source", "Источник", "Булак");
    public static readonly LocalText ReportYear = new("report year", "отчётный год", "отчёттук жыл");
    public static readonly LocalText NotReported = new("not reported", "не сообщено", "билдирилген эмес");
    public static readonly LocalText Withheld = new("withheld", "закрыто", "жабылган");
    public static readonly LocalText NotCounted = new("not counted here", "здесь не считается", "бул жерде эсептелбейт");
    public static readonly LocalText OtherYear = new("calendar years only", "только календарные годы", "календардык жылдар гана");
    public static readonly LocalText Agrees = new("agrees", "совпадает", "дал келет");
    public static readonly LocalText Differs = new("differs by {0}", "расходится на {0}", "{0} айырма бар");
    public static readonly LocalText Rounded = new("agrees after rounding", "совпадает с учётом округления", "тегеректөөнү эске алганда дал келет");
    public static readonly LocalText SyntheticOurs = new(
        "The warehouse holds synthetic demonstration data: its own counts describe nobody and are no evidence for or against a printed figure.",
        "В хранилище синтетические демонстрационные данные: его подсчёты никого не описывают и ничего не говорят о напечатанных цифрах.",
        "Кампада синтетикалык көрсөтмө маалымат: анын эсеби эч кимди сүрөттөбөйт жана басылган сандар тууралуу эч нерсени далилдебейт.");
    public static readonly LocalText AtLeast = new("at least {0}", "не менее {0}", "кеминде {0}");
    public static readonly LocalText About = new("about {0}", "около {0}", "{0} чамасында");
    public static readonly LocalText Nearly = new("nearly {0}", "почти {0}", "{0} дээрлик");
    public static readonly LocalText Of = new("{0} of {1}", "{0} из {1}", "{1} ичинен {0}");
    public static readonly LocalText Tier = new("Tier {0}", "Уровень {0}", "{0}-деңгээл");
    public static readonly LocalText Child = new("children", "дети", "балдар");
    public static readonly LocalText Related = new("trafficking and related articles", "торговля людьми и смежные статьи", "адам сатуу жана жакын беренелер");
    public static readonly LocalText Trafficking = new("trafficking articles", "статьи о торговле людьми", "адам сатуу беренелери");
    public static readonly LocalText BishkekAndOsh = new("Bishkek and Osh", "Бишкек и Ош", "Бишкек жана Ош");
    public static readonly LocalText Download = new("Download as CSV", "Скачать CSV", "CSV жүктөп алуу");

    private static readonly UnitNoun s_cases = new("case", "cases", "дело", "дела", "дел", "иш");
    private static readonly UnitNoun s_proceedings = new("proceeding", "proceedings", "производство", "производства", "производств", "өндүрүш");
    private static readonly UnitNoun s_inspections = new("inspection", "inspections", "проверка", "проверки", "проверок", "текшерүү");
    private static readonly UnitNoun s_ministries = new("ministry", "ministries", "министерство", "министерства", "министерств", "министрлик");
    private static readonly UnitNoun s_factors = new("factor", "factors", "причина", "причины", "причин", "себеп");

    /// <summary>Null for a unit that is no noun, such as a per cent.</summary>
    public static UnitNoun? Unit(string unit) => unit switch
    {
        "person" => UnitText.Persons,
        "crime" => UnitText.Crimes,
        "contact" => UnitText.Contacts,
        "organisation" => UnitText.Organisations,
        "case" => s_cases,
        "proceeding" => s_proceedings,
        "inspection" => s_inspections,
        "ministry" => s_ministries,
        "factor" => s_factors,
        _ => null,
    };
}
