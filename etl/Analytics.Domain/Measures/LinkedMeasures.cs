namespace Analytics.Domain.Measures;

/// <summary>The measures that rest on linked persons: the steps of the same persons, shares of them, and those never seen.</summary>
public static class LinkedMeasures
{
    private static readonly LocalText s_persons = new("persons", "человек", "адам");
    private static readonly LocalText s_share = new("share of persons", "доля лиц", "адамдардын үлүшү");
    private static readonly string[] s_feeds = ["ngo_case", "register_crime", "hotline"];

    /// <summary>The steps from first assistance on, each a part of the one before.</summary>
    public static IReadOnlyList<string> Steps { get; } =
        ["persons_first_assisted", "assisted_applied", "assisted_registered", "assisted_investigated", "assisted_in_court", "assisted_convicted"];

    public static IReadOnlyList<Measure> All { get; } =
    [
        Count("persons_first_assisted", ["region"],
            new("Persons first assisted by NGOs", "Лица, впервые получившие помощь НПО", "БӨУлардан биринчи жолу жардам алган адамдар"),
            new("Linked persons by the year of their first intake at an NGO. The later steps are steps of these same persons, whenever they happened.",
                "Сопоставленные лица по году первого приёма в НПО. Дальнейшие шаги — шаги этих же лиц, когда бы они ни произошли.",
                "Байланыштырылган адамдар БӨУга биринчи кабыл алынган жылы боюнча. Кийинки кадамдар – ушул эле адамдардын кадамдары, качан болсо да.")),
        Count("assisted_applied", ["region"],
            new("… who applied to the police", "… обратились в милицию", "… милицияга кайрылган"),
            new("Of the persons first assisted: those who say they applied to the police, or whom the register holds.",
                "Из впервые получивших помощь: заявившие, что обращались в милицию, или внесённые в реестр.",
                "Биринчи жолу жардам алгандардын ичинен: милицияга кайрылганын айткандар же реестрде барлар.")),
        Count("assisted_registered", ["region"],
            new("… found in the crime register", "… найдены в реестре преступлений", "… кылмыштар реестринен табылган"),
            new("Of the persons first assisted: those whom linkage finds among the victims of a registered crime of the trafficking group.",
                "Из впервые получивших помощь: найденные связыванием среди потерпевших по зарегистрированным преступлениям о торговле людьми.",
                "Биринчи жолу жардам алгандардын ичинен: адам сатуу боюнча катталган кылмыштын жабырлануучуларынан байланыштыруу аркылуу табылгандар.")),
        Count("assisted_investigated", [],
            new("… whose crime was investigated", "… по чьему делу начато расследование", "… иши тергелген"),
            new("Of the persons found in the register: those in whose crime an investigation was opened.",
                "Из найденных в реестре: те, по чьему преступлению начато расследование.",
                "Реестрден табылгандардын ичинен: кылмышы боюнча тергөө башталгандар.")),
        Count("assisted_in_court", [],
            new("… whose crime was sent to court", "… чьё дело направлено в суд", "… иши сотко жөнөтүлгөн"),
            new("Of the persons found in the register: those whose crime was sent to court.",
                "Из найденных в реестре: те, чьё дело направлено в суд.",
                "Реестрден табылгандардын ичинен: иши сотко жөнөтүлгөндөр.")),
        Count("assisted_convicted", [],
            new("… whose crime ended in a conviction", "… чьё дело завершилось обвинительным приговором", "… ишинде айыптоо өкүмү чыккан"),
            new("Of the persons found in the register: those whose crime ended in a conviction.",
                "Из найденных в реестре: те, чьё дело завершилось обвинительным приговором.",
                "Реестрден табылгандардын ичинен: ишинде айыптоо өкүмү чыккандар.")),
        Count("known_persons", ["region"],
            new("Persons known to any list", "Лица, известные хотя бы одному списку", "Жок дегенде бир тизмеге белгилүү адамдар"),
            new("Linked persons on any list: hotline, NGOs, international and government bodies, crime register. By the year of first assistance by an NGO, or of the first record.",
                "Сопоставленные лица хотя бы в одном списке: горячая линия, НПО, международные и государственные органы, реестр преступлений. По году первой помощи НПО или первой записи.",
                "Жок дегенде бир тизмедеги байланыштырылган адамдар: ишеним телефону, БӨУлар, эл аралык жана мамлекеттик органдар, кылмыштар реестри. БӨУнун биринчи жардамынын же биринчи жазуунун жылы боюнча.")),
        Count("known_registered", ["region"],
            new("Known persons in the crime register", "Известные лица в реестре преступлений", "Кылмыштар реестриндеги белгилүү адамдар"),
            new("Of the persons known to any list: those in the crime register.",
                "Из известных хотя бы одному списку: внесённые в реестр преступлений.",
                "Жок дегенде бир тизмеге белгилүүлөрдүн ичинен: кылмыштар реестриндегилер.")),
        Share("under_registration_rate", MeasureKind.LinkedShare, ["region"],
            new("Under-registration: assisted persons absent from the register", "Недоучёт: получившие помощь, которых нет в реестре", "Толук эмес каттоо: жардам алган, бирок реестрде жок адамдар"),
            new("Of the persons first assisted by NGOs, the share whom linkage does not find in the crime register: persons over persons. Interval: Wilson 95 %, widened by the measured miss and false-match rates of linkage and by rounding.",
                "Доля впервые получивших помощь НПО, которых связывание не находит в реестре преступлений: лица к лицам. Интервал: Вильсона 95 %, расширенный на измеренные доли пропусков и ложных связей и на округление.",
                "БӨУлардан биринчи жолу жардам алгандардын ичинен байланыштыруу кылмыштар реестринен таппагандардын үлүшү: адамдар адамдарга карата. Аралык: Вилсондун 95 % аралыгы, байланыштыруунун өлчөнгөн каталарына жана тегеректөөгө кеңейтилген."),
            "1 − assisted_registered ÷ persons_first_assisted"),
        Share("unregistered_share_of_known", MeasureKind.LinkedShare, ["region"],
            new("Persons known to any list and absent from the register", "Известные хотя бы одному списку, но не реестру", "Жок дегенде бир тизмеге белгилүү, реестрде жок адамдар"),
            new("Of all persons known to any list, the register included, the share whom the register lacks. No model. Interval as for under-registration.",
                "Доля всех известных хотя бы одному списку, включая реестр, которых в реестре нет. Без модели. Интервал — как для недорегистрации.",
                "Реестрди кошкондо, жок дегенде бир тизмеге белгилүү бардык адамдардын ичинен реестрде жоктордун үлүшү. Моделсиз. Аралык катталбай калуудагыдай."),
            "1 − known_registered ÷ known_persons"),
        Share("unregistered_share_of_total", MeasureKind.EstimatedShare, [],
            new("All persons, seen or not, absent from the register", "Все лица, известные и нет, которых нет в реестре", "Көрүнгөн жана көрүнбөгөн, реестрде жок бардык адамдар"),
            new("1 − persons in the register ÷ estimated total. Rests on the model behind the total.",
                "1 − лица в реестре ÷ оценка общего числа. Опирается на модель оценки.",
                "1 − реестрдеги адамдар ÷ жалпы сандын баасы. Баанын моделине таянат."),
            "1 − register ÷ estimated total"),
        new("hidden_persons", Unit.Person, MeasureKind.Estimate,
            new("Persons on no list (estimate)", "Лица, которых нет ни в одном списке (оценка)", "Бир да тизмеде жок адамдар (баа)"),
            s_persons,
            new("Estimated total minus persons known to any list, by multiple systems estimation over up to five lists; 95 % interval (BCa). Rounded so that no withheld overlap of lists follows from it. Where it cannot be estimated, no figure is given.",
                "Оценка общего числа минус известные хотя бы одному списку, методом множественных систем по спискам (до пяти); 95%-ный доверительный интервал (BCa). Округлено так, чтобы из оценки нельзя было вывести скрытые пересечения. Где оценить нельзя, числа нет.",
                "Беш тизмеге чейин көп системалык баалоо менен алынган жалпы сандан белгилүү адамдарды кемитүү; 95 % аралык (BCa). Жашырылган кесилиштер андан чыгарылбагыдай тегеректелген. Баалоого мүмкүн болбогон жерде сан берилбейт."),
            "estimated total − observed", [], s_feeds),
        Share("hidden_share", MeasureKind.EstimatedShare, [],
            new("Share of persons on no list (estimate)", "Доля лиц, которых нет ни в одном списке (оценка)", "Бир да тизмеде жок адамдардын үлүшү (баа)"),
            new("1 − persons known to any list ÷ estimated total.",
                "1 − известные хотя бы одному списку ÷ оценка общего числа.",
                "1 − жок дегенде бир тизмеге белгилүүлөр ÷ жалпы сандын баасы."),
            "1 − observed ÷ estimated total"),
    ];

    private static Measure Count(string id, string[] dimensions, LocalText name, LocalText definition) =>
        new(id, Unit.Person, MeasureKind.LinkedCount, name, s_persons, definition, "count of distinct person_key in bridge_person", dimensions, s_feeds);

    private static Measure Share(string id, MeasureKind kind, string[] dimensions, LocalText name, LocalText definition, string formula) =>
        new(id, Unit.Person, kind, name, s_share, definition, formula, dimensions, s_feeds) { Scale = 1 };
}
