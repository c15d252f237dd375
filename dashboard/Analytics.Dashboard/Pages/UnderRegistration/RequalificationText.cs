using Analytics.Domain;

namespace Analytics.Dashboard.Pages.UnderRegistration;

public static class RequalificationText
{
    public static readonly LocalText Title = new("Requalification: in and out of trafficking", "Переквалификация: из торговли людьми и в неё", "Кайра квалификациялоо: адам сатуудан жана адам сатууга");
    public static readonly LocalText Subtitle = new("Crimes, by the year of the change", "Преступления, по году изменения", "Кылмыштар, өзгөргөн жылы боюнча");
    public static readonly LocalText Out = new("Left: entered as trafficking, stand as something else", "Ушли: внесены как торговля людьми, числятся иначе", "Чыкты: адам сатуу катары киргизилип, азыр башкача");
    public static readonly LocalText In = new("Came: entered as something else, stand as trafficking", "Пришли: внесены иначе, числятся как торговля людьми", "Кирди: башкача киргизилип, азыр адам сатуу");
    public static readonly LocalText Summary = new(
        "Over all years {0} left the trafficking articles and {1} came to them.", "За все годы из статей о торговле людьми ушло {0}, пришло {1}.", "Бардык жылдары адам сатуу беренелеринен {0} чыкты, {1} кирди.");
    public static readonly LocalText To = new("to {0}: {1}", "в группу «{0}»: {1}", "«{0}» тобуна: {1}");
    public static readonly LocalText From = new("from {0}: {1}", "из группы «{0}»: {1}", "«{0}» тобунан: {1}");
    public static readonly LocalText Rule = new("Crosswalk of articles", "Соответствие статей", "Беренелердин дал келиши");
    public static readonly LocalText RuleText = new(
        "An article belongs to a group by the code in force on the day: 124 until 2018, 171 from 2019 to November 2021, 166, 167 and 170 from December 2021 are trafficking; 159 from December 2021 is related. An article that only has another number under a new code has not changed its group. Years on two sides of a new code are not joined by a line.",
        "Статья относится к группе по кодексу, действовавшему в этот день: 124 до 2018 года включительно, 171 с 2019 по ноябрь 2021 года, 166, 167 и 170 с декабря 2021 года – торговля людьми; 159 с декабря 2021 года – смежная. Статья, получившая лишь новый номер, группу не сменила. Годы по разные стороны нового кодекса линией не соединяются.",
        "Берене ошол күнү күчүндө турган кодекс боюнча топко кирет: 2018-жылга чейин 124, 2019-жылдан 2021-жылдын ноябрына чейин 171, 2021-жылдын декабрынан 166, 167 жана 170 – адам сатуу; 2021-жылдын декабрынан 159 – жакын берене. Номери гана өзгөргөн берене тобун өзгөрткөн жок. Жаңы кодекстин эки жагындагы жылдар сызык менен туташтырылбайт.");
}
