using Analytics.Domain;
using Analytics.Domain.Estimation;

namespace Analytics.Dashboard.Pages.UnderRegistration;

/// <summary>Words of the panel of those never seen.</summary>
public static class HiddenText
{
    public static readonly LocalText Title = new("How many are never seen", "Сколько людей не видит никто", "Канча адам эч кимге көрүнбөйт");
    public static readonly LocalText Subtitle = new(
        "Persons on no list, estimated from who stands on several, {0}", "Лица, которых нет ни в одном списке: оценка по пересечениям списков, {0}",
        "Бир да тизмеде жок адамдар: тизмелердин кесилиштери боюнча баа, {0}");
    public static readonly LocalText NoEstimate = new("No estimate is made for this period.", "Для этого периода оценка не делается.", "Бул мезгил үчүн баа берилбейт.");
    public static readonly LocalText TabEstimate = new("Estimate", "Оценка", "Баа");
    public static readonly LocalText TabOverlaps = new("Overlaps", "Пересечения", "Кесилиштер");
    public static readonly LocalText TabSensitivity = new("Sensitivity", "Чувствительность", "Сезгичтик");
    public static readonly LocalText TabMethod = new("Method", "Метод", "Ыкма");

    public static readonly LocalText Hidden = new("persons on no list", "лиц ни в одном списке", "адам бир да тизмеде жок");
    public static readonly LocalText Bca = new("95 % interval {0}–{1}, choice of model repeated in every resample", "95%-ный доверительный интервал {0}–{1}, выбор модели повторён в каждой перевыборке", "95 % аралык {0}–{1}, модель тандоо ар бир кайра тандоодо кайталанган");
    public static readonly LocalText Asymptotic = new("95 % interval of the one model chosen {0}–{1}: too narrow, shown for comparison", "95%-ный доверительный интервал одной выбранной модели {0}–{1}: слишком узкий, для сравнения", "Тандалган бир моделдин 95 % аралыгы {0}–{1}: өтө тар, салыштыруу үчүн");
    public static readonly LocalText RoundedTo = new("Rounded to {0}, so that no withheld overlap follows from it.", "Округлено до {0}, чтобы из оценки нельзя было вывести скрытые пересечения.", "Жашырылган кесилиштер чыгарылбашы үчүн {0} чейин тегеректелген.");
    public static readonly LocalText Withheld = new(
        "An estimate exists, but it would give away a withheld overlap: it is withheld.", "Оценка есть, но она выдала бы скрытое пересечение, поэтому скрыта.",
        "Баа бар, бирок ал жашырылган кесилишти ачып коймок: баа жашырылды.");
    public static readonly LocalText Why = new("Why", "Почему", "Эмне үчүн");
    public static readonly LocalText Open = new("no upper end", "без верхней границы", "жогорку чеги жок");

    public static readonly LocalText OverlapsNote = new(
        "Each row: persons on exactly the marked lists. Hatched: withheld to protect people.", "Каждая строка — лица ровно в отмеченных списках. Штриховка: скрыто для защиты людей.",
        "Ар бир сап – белгиленген тизмелерде гана турган адамдар. Штрих: адамдарды коргоо үчүн жашырылды.");
    public static readonly LocalText Persons = new("Persons", "Лица", "Адамдар");
    public static readonly LocalText WithheldWord = new("withheld", "скрыто", "жашырылды");
    public static readonly LocalText OnList = new("on this list", "в этом списке", "бул тизмеде");
    public static readonly LocalText AnyList = new("On any list", "Хотя бы в одном", "Жок дегенде биринде");

    public static readonly LocalText NearModels = new("Models within 10 of the best BIC", "Модели в пределах 10 от лучшего BIC", "Эң жакшы BICтен 10го чейинки моделдер");
    public static readonly LocalText Thresholds = new("Other p-value thresholds (0 to 0.1)", "Другие пороги p-значения (0–0,1)", "Башка p-маани босоголору (0–0,1)");
    public static readonly LocalText WithoutList = new("Without the list: {0}", "Без списка: {0}", "Тизмесиз: {0}");
    public static readonly LocalText LinkageEffect = new("Change of the total when linkage error is corrected", "Изменение общего числа при поправке на ошибки связывания", "Байланыштыруу катасын түзөткөндө жалпы сандын өзгөрүшү");
    public static readonly LocalText ModelShare = new("Resamples that chose {0}", "Перевыборки, выбравшие {0}", "{0} тандаган кайра тандоолор");
    public static readonly LocalText ModelNumber = new("model no. {0}", "модель № {0}", "№ {0} модель");
    public static readonly LocalText MainEffects = new("the model without interactions", "модель без взаимодействий", "өз ара аракетсиз модель");
    public static readonly LocalText ModelsChosen = new("Different models chosen in {0} resamples", "Разных моделей в {0} перевыборках", "{0} кайра тандоодо ар башка моделдер");
    public static readonly LocalText What = new("What is changed", "Что изменено", "Эмне өзгөртүлдү");
    public static readonly LocalText GivesHidden = new("Result", "Результат", "Натыйжа");
    public static readonly LocalText None = new("no estimate", "оценки нет", "баа жок");

    public static readonly LocalText MethodText = new(
        "Multiple systems estimation: log-linear Poisson models of who stands on which lists; pairs of lists enter stepwise (p < 0.02; Chan, Silverman and Vincent 2021); existence of the estimate checked exactly (Fienberg and Rinaldo 2012). Interval: bias-corrected and accelerated bootstrap, 1,000 resamples with the choice of model repeated in each, seed {0}. Counts are linked persons; measured linkage error: {1} missed, {2} false.",
        "Множественные системы: логлинейные пуассоновские модели того, кто в каких списках; пары списков входят пошагово (p < 0,02; Chan, Silverman, Vincent 2021); существование оценки проверяется точно (Fienberg, Rinaldo 2012). Интервал: бутстреп BCa, 1000 перевыборок с повторением выбора модели, начальное число {0}. Считаются сопоставленные лица; ошибки сопоставления: пропущено {1}, ложных {2}.",
        "Көп системалык баалоо: ким кайсы тизмеде экенинин логсызыктуу Пуассон моделдери; тизме жуптары кадам сайын кирет (p < 0,02; Chan, Silverman, Vincent 2021); баанын бар экени так текшерилет (Fienberg, Rinaldo 2012). Аралык: BCa бутстрепи, 1000 кайра тандоо, ар биринде модель кайра тандалат, баштапкы сан {0}. Байланыштырылган адамдар эсептелет; байланыштыруу катасы: {1} өткөрүлгөн, {2} жалган.");
    public static readonly LocalText Objections = new("What may be held against it", "Что можно возразить", "Каршы пикирлер");
    public static readonly LocalText Whitehead = new(
        "Whitehead, Jackson, Balch and Francis (2021): adding only significant terms overstates how reliable the total is; the data are too sparse to choose by. They reject the method for this use.",
        "Whitehead, Jackson, Balch, Francis (2021): добавление только значимых членов завышает надёжность оценки; данные слишком редки для выбора. Авторы отвергают метод для этой задачи.",
        "Whitehead, Jackson, Balch, Francis (2021): маанилүү мүчөлөрдү гана кошуу баанын ишенимдүүлүгүн көбөйтүп көрсөтөт; тандоо үчүн маалымат өтө аз. Алар бул ыкманы мындай колдонууну четке кагышат.");
    public static readonly LocalText Binette = new(
        "Binette and Steorts (2022): methods disagree and are seldom checked; a list of known size should be predicted from the others.",
        "Binette, Steorts (2022): методы расходятся и редко проверяются; список известного размера следует предсказывать по другим.",
        "Binette, Steorts (2022): ыкмалар бири-бирине туура келбейт жана сейрек текшерилет; өлчөмү белгилүү тизмени башкалары боюнча алдын ала айтуу керек.");
    public static readonly LocalText Assumption = new(
        "Referrals between bodies make lists dependent, and persons differ in how visible they are: totals then come out about a quarter too low, and no interval shows it.",
        "Перенаправления между организациями делают списки зависимыми, а люди различаются заметностью: тогда оценка примерно на четверть ниже, и интервал этого не показывает.",
        "Уюмдар ортосундагы жөнөтүүлөр тизмелерди көз каранды кылат, адамдардын көрүнүктүүлүгү ар башка: анда баа болжол менен төрттөн бирге төмөн чыгат, аралык муну көрсөтпөйт.");
    public static readonly LocalText SimulationTitle = new(
        "Tried where the truth is known: 500 made-up populations a row", "Проверка там, где истина известна: по 500 искусственных популяций в строке",
        "Чындыгы белгилүү жерде сыноо: ар бир сапта 500 жасалма популяция");
    public static readonly LocalText Setting = new("Setting", "Условия", "Шарт");
    public static readonly LocalText MedianRatio = new("Estimate ÷ truth", "Оценка ÷ истина", "Баа ÷ чындык");
    public static readonly LocalText BcaHolds = new("BCa holds the truth", "BCa содержит истину", "BCa чындыкты камтыйт");
    public static readonly LocalText OneModelHolds = new("One model's holds it", "Одной модели", "Бир моделдики");

    public static LocalText Verdict(VerdictLevel level) => level switch
    {
        VerdictLevel.Estimable => new("Estimable", "Оценить можно", "Баалоого болот"),
        VerdictLevel.EstimableWithCaution => new("Estimable, with caution", "Оценить можно, но с осторожностью", "Баалоого болот, бирок абайлап"),
        _ => new("Not estimable", "Оценить нельзя", "Баалоого болбойт"),
    };

    public static LocalText List(string list) => list switch
    {
        "hotline" => new("Hotline", "Горячая линия", "Ишеним телефону"),
        "ngo" => new("NGOs", "НПО", "БӨУлар"),
        "international" => new("International organisations", "Международные организации", "Эл аралык уюмдар"),
        "register" => new("Crime register", "Реестр преступлений", "Кылмыштар реестри"),
        "government" => new("Other government", "Другие госорганы", "Башка мамлекеттик органдар"),
        _ => LocalText.Same(list),
    };

    /// <summary>{0}: the list that the reason is about; {1}: the limit of the rule.</summary>
    public static LocalText Reason(ReasonCode code) => code switch
    {
        ReasonCode.TooFewLists => new("There is one list only: nothing to compare it with.", "Список только один: сравнивать не с чем.", "Тизме бирөө гана: салыштырууга эч нерсе жок."),
        ReasonCode.NobodyObserved => new("Nobody is on any list.", "Ни в одном списке никого нет.", "Бир да тизмеде эч ким жок."),
        ReasonCode.EmptyList => new("Nobody is on the list “{0}”.", "В списке «{0}» никого нет.", "«{0}» тизмесинде эч ким жок."),
        ReasonCode.ListHoldsEveryone => new("Everybody seen is on the list “{0}”: the others show nobody it missed.", "Все известные есть в списке «{0}»: другие не показывают, кого он упустил.", "Белгилүүлөрдүн баары «{0}» тизмесинде: башкалары ал өткөрүп жибергендерди көрсөтпөйт."),
        ReasonCode.NoOverlap => new("Nobody is on two lists: the hidden number has no upper bound.", "Никого нет в двух списках: скрытое число ничем не ограничено сверху.", "Эки тизмеде эч ким жок: жашыруун сандын жогорку чеги жок."),
        ReasonCode.NoEstimate => new("The counts give no maximum likelihood estimate.", "По этим числам оценки максимального правдоподобия не существует.", "Бул сандар боюнча чындыкка эң жакын баа жок."),
        ReasonCode.NotIdentifiable => new("Several estimates fit the counts equally well.", "Несколько оценок одинаково хорошо согласуются с числами.", "Бир нече баа сандарга бирдей туура келет."),
        ReasonCode.NoOverlappingTriple => new("No three lists overlap in pairs, so dependence between lists cannot show itself.", "Нет трёх попарно пересекающихся списков: зависимость между списками не может проявиться.", "Жуп-жубу менен кесилишкен үч тизме жок: тизмелердин көз карандылыгы көрүнбөйт."),
        ReasonCode.FewInOverlap => new("Fewer than {1} persons are on two or more lists: chance decides.", "В двух и более списках меньше {1} человек: решает случай.", "Эки же андан көп тизмеде {1} адамдан аз: кокустук чечет."),
        ReasonCode.TwoListsOnly => new("With two lists independence is assumed and cannot be checked.", "При двух списках независимость предполагается и непроверяема.", "Эки тизмеде көз карандысыздык болжолдонот, текшерилбейт."),
        ReasonCode.UnboundedInterval => new("The interval has no upper end.", "У интервала нет верхней границы.", "Аралыктын жогорку чеги жок."),
        ReasonCode.WideInterval => new("The interval is too wide: its upper end is more than {1} times the lower.", "Интервал слишком широк: верхняя граница больше нижней более чем в {1} раз.", "Аралык өтө кең: жогорку чеги төмөнкүсүнөн {1} эседен көп."),
        ReasonCode.DivergedReplicates => new("Too many resamples have no estimate.", "Слишком во многих перевыборках оценки нет.", "Өтө көп кайра тандоодо баа жок."),
        ReasonCode.LargeBiasCorrection => new("The estimate lies far from the middle of the resamples.", "Оценка далека от середины перевыборок.", "Баа кайра тандоолордун ортосунан алыс."),
        ReasonCode.LimitAtSmallestReplicate => new("One end of the interval is the most extreme resample.", "Одна граница интервала — самая крайняя перевыборка.", "Аралыктын бир чеги – эң четки кайра тандоо."),
        ReasonCode.UnstableSelection => new("The choice of model is unstable: most resamples choose another one.", "Выбор модели неустойчив: большинство перевыборок выбирает другую.", "Модель тандоо туруксуз: көпчүлүк кайра тандоолор башкасын тандайт."),
        ReasonCode.OthersFitBetter => new("Other models fit these counts far better than the one shown.", "Другие модели намного лучше соответствуют этим данным, чем показанная.", "Башка моделдер бул сандарга көрсөтүлгөнгө караганда алда канча жакшы туура келет."),
        ReasonCode.ModelDependence => new("Models that fit about as well give very different totals.", "Модели, подходящие почти так же хорошо, дают очень разные оценки.", "Дээрлик бирдей туура келген моделдер абдан ар башка баа берет."),
        ReasonCode.ListDominates => new("Without the list “{0}” the total would be quite another.", "Без списка «{0}» оценка была бы совсем другой.", "«{0}» тизмесиз баа такыр башка болмок."),
        ReasonCode.LinkageError => new("Linkage error changes the total by more than {1} %.", "Ошибки связывания меняют оценку более чем на {1} %.", "Байланыштыруу катасы бааны {1} % ашык өзгөртөт."),
        ReasonCode.LinkageErrorImpossible => new("The measured linkage error cannot be true of these counts.", "Измеренные ошибки связывания несовместимы с этими числами.", "Өлчөнгөн байланыштыруу катасы бул сандарга туура келбейт."),
        ReasonCode.SameLists => new("Two lists hold the same persons: they are one list under two names.", "Два списка содержат одних и тех же лиц: это один список под двумя именами.", "Эки тизмеде бир эле адамдар: бул эки ат менен берилген бир тизме."),
        ReasonCode.ListInside => new("One list lies wholly inside another: their dependence is part of every model.", "Один список целиком содержится в другом: их зависимость входит в каждую модель.", "Бир тизме толугу менен башкасынын ичинде: алардын көз карандылыгы ар бир моделге кирет."),
        ReasonCode.ListNearlyInside => new("One list lies nearly inside another.", "Один список почти целиком содержится в другом.", "Бир тизме дээрлик толугу менен башкасынын ичинде."),
        ReasonCode.NoSharedPersons => new("Two lists share nobody, where chance would make them share some persons.", "У двух списков нет общих лиц, хотя при независимости они были бы.", "Эки тизмеде жалпы адам жок, көз карандысыз болсо болмок."),
        ReasonCode.BestLeavesOpen => new("A model fits better that leaves the hidden number open.", "Лучше подходит модель, при которой скрытое число остаётся неизвестным.", "Жашыруун санды ачык калтырган модель жакшыраак туура келет."),
        ReasonCode.ListApart => new("Nobody on one of the lists is on any other.", "Никого из одного списка нет в других.", "Тизмелердин биринен эч ким башка тизмелерде жок."),
        _ => new("Time ran out before everything was done.", "Время вышло раньше, чем всё было сделано.", "Баары бүткөнчө убакыт түгөндү."),
    };
}
