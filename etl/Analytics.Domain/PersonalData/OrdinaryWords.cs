namespace Analytics.Domain.PersonalData;

/// <summary>Words that look like names and are none: places, months, peoples, bodies, and common words that end like family names.</summary>
internal static class OrdinaryWords
{
    private const string Months =
        """
        january february march april may june july august september october november december
        январь января январе февраль февраля феврале март марта марте апрель апреля апреле май мая мае июнь июня июне июль июля июле август августа августе
        сентябрь сентября сентябре октябрь октября октябре ноябрь ноября ноябре декабрь декабря декабре
        үчтүн бирдин жалган чын куран бугу кулжа теке баш оона тогуздун жетинин бештин айы
        yanvar fevral mart aprel may iyun iyul avgust sentyabr oktyabr noyabr dekabr
        понедельник вторник среда четверг пятница суббота воскресенье дүйшөмбү шейшемби шаршемби бейшемби жума ишемби жекшемби monday tuesday wednesday thursday friday saturday sunday
        """;

    private const string Places =
        """
        кыргызстан кыргызстана кыргызстане кыргызстанда кыргызская кыргызской кыргызский кыргыз кыргызская республика республики республикасы kyrgyz kyrgyzstan republic
        бишкек бишкеке бишкека бишкекте bishkek ош оше оша osh баткен баткена баткене batken жалал джалал жалалабад jalal dzhalal абад abad abada абаде абада нарын нарына нарыне naryn талас таласа таласе talas чүй чуй чуйская чуйской chui chuy иссык ысык көл куль куля issyk kul
        область области областной облус облусу облусунун region oblast province район района районе району районунун districts district шаары шаар шаарында город города городе city village село селе айыл айылы айылында аймак аймагы
        каракол karakol балыкчы balykchy токмок tokmok кара кант kant кемин kemin сокулук аламүдүн аламудун alamudun ысыката московский московского жайыл жайыла жайылский jayil панфилов панфиловский панфиловского panfilov
        токтогул токтогула токтогульский токтогулский toktogul узген өзгөн узгенский uzgen араван aravan ноокат nookat алай alai чоң чон кадамжай kadamjay лейлек leilek сулюкта sulukta кызыл кия kyzyl kyia сузак suzak аксы aksy ала бука ala buka чаткал chatkal ноокен nooken тогуз торо toguz базар коргон bazar korgon
        жумгал кочкор kochkor талаа баши башы бакай ата bakai манас manas айтматов айтматова aitmatov чатбазар тон ton түп тюп tup жети огуз өгүз jeti oguz суу суук арал кумтор майлуу майли сай ленинский ленинского первомайский первомайского октябрьский октябрьского свердловский свердловского
        россия москва москве москвы moscow киев kiev саратов ростов псков харьков львов азов берлин berlin пекин дублин dublin казань кишинев кишинёв тамбов чернигов краков магадан томск хабаровск владивосток иваново кемерово королев пушкино орлов брянск краснодар новосибирск
        казахстан узбекистан таджикистан туркменистан алматы астана ташкент душанбе худжанд стамбул анкара дубай dubai оаэ эмираты корея сеул турция азербайджан грузия армения молдова moldova молдовы иордания украина украины украине эстония латвия литва польша польши франция италия испания индия китай китая хорватия словения македония албания иран ирак израиль сирия ливан кувейт катар бахрейн мальдивы мальта мали чад куба
        женева geneva вена vienna нидерланды германия germany britain георгия georgia jordan georgien chad cuba mali israel saint саха santa virgin san marino helena maria islands island kitts lucia vincent pierre miquelon martin bartholomew barthélemy barts cook salomon solomon marshall nevis mayen christmas norfolk pitcairn guyana guinea
        марино мартин маартен сен сан санта святой святая люсия винсент винсента киттс невис елены елена остров острова остров-а аралдары аралы кука соломон соломоновы маршалловы херд макдональд ян майен мария буве вирджин виргинские барбуда антигуа мартиника гваделупа майотта доминика доминикана пьер микелон бартелеми ыйык
        узбек узбеки узбека узбеков өзбек өзбектер uzbek таджик таджики казах казахи кыргызы русский русские русская татары уйгуры дунгане орус тажик тажиктер
        маевка ивановка петровка дмитриевка васильевка беловодское лебединовка новопавловка новопокровка александровка георгиевка юрьевка ахунбаев
        """;

    private const string Bodies =
        """
        министерство министерства министерстве министрлиги министр ведомство служба служб комитет комитета агентство агентства департамент управление суд суда суды сот прокуратура прокуратуры милиция милиции полиция полиции мвд гкнб увд овд ровд гувд уук сизо
        адвокат адвоката адвокатов сотрудник сотрудники сотрудников юрист юристов юристы психолог психолога врач врача врачей следователь следователя прокурор прокурора судья судьи консул консульство посольство посольства
        женщин женщины женщина мужчин мужчины дети детей ребенок ребёнок девушка девушки девочка мальчик дочь сын мать отец брат сестра муж жена семья родители родственники друг подруга сосед соседи работодатель посредник вербовщик
        victim victims person persons police court prosecutor shelter lawyer mother father sister brother husband wife child children woman women man men girl boy the she he they his her their when after before from with and was were has had case cases
        жабырлануучу жабырлануучунун жабырлануучуга аял аялдар эркек эркектер бала балдар кыз кыздар келин жигит эне ата апа үй-бүлө
        """;

    private const string LikeFamilyNames =
        """
        снова слова слово основа основы основ основе основу готов готова готовы здоров здорова здоровы какова такова такова нова новая новый новые однова половина половину половины причина причины причин причину вина вины вину мужчина машина машины машину картина долина середина величина единицa община общины община граница страница больница
        случаев случай месяцев месяца органов мигрантов мигранты трудовых трудовой правов законов законы договоров договор домов годов часов вопросов ответов звонков звонки документов документы паспортов паспорт адресов телефонов номеров центров фондов фонд приютов отделов судов налогов рисков партнеров партнёров партнеры проектов проект программ курсов тренингов семинаров
        городов районов регионов районные родителей специалистов экспертов журналистов студентов учеников врачей учителей рабочих работников предпринимателей фермеров волонтеров волонтёров активистов адвокатов психологов прокуроров чиновников депутатов преступников обвиняемых подозреваемых потерпевших свидетелей
        видов фактов методов способов результатов этапов сроков периодов кварталов процентов сомов рублей долларов итогов доходов расходов отчетов отчётов списков мотивов доводов поводов
        боев краев слоев героев трофеев музеев хозяев соловьев лев левый нева дева древо дерева дерево зева королева королев деревня деревне
        любовь вера надежда света света мира мир роза роман слава рано один одина година магазин магазина бензин витамин термин терминов налогин апельсин админ логин домен
        latin begin origin admin online combin cabin basin margin plugin login asin kin sin pin win cousin domain main remain contain obtain certain again train brain pain gain within fin bin tin
        ina china argentina palestina medicina machina marina regina nova casanova innova supernova terranova
        имени атындагы уулу кызы ата жана costa rica коста рика
        адилет азаттык эркиндик тынчтык ынтымак биримдик үмүт
        """;

    /// <summary>Words of bodies: a single name behind one of them, or in quotation marks, is a body's name.</summary>
    private const string BodyMarks =
        """
        фонд фонда фонду фондусу оф оо осоо ооо оао зао ип общественный общественное общественная объединение объединения коомдук бирикме бирикмеси центр центра центре борбор борбору кризисный кризис кризистик ассоциация ассоциации ассоциациясы союз организация организации уюм уюму нпо ңпо нко ngo cso foundation fund centre center crisis public association organisation organization union network сеть тармагы проект программа долбоор программасы программы project programme program школа мектеп мектеби школы school больница оорукана hospital
        приют приюта приюте shelter баш калкалоочу жай жайы гостиница отель мейманкана hotel кафе ресторан рынок базар базары bazaar market магазин дүкөн компания компаниясы company фирма агентство агенттиги agency ltd llc университет университети university институт колледж
        улица улице улицы ул проспект пр мкр микрорайон көчөсү көчө street avenue ave район района районе району районго районунда район область облусу облусунда district region село селе село айылы айыл айылында village шаары город г с а/о аймагы айыл-өкмөтү аэропорт аэропорту airport эпос эпосу пик гора тоосу озеро көлү река дарыясы
        имени им атындагы аттуу named статья статьи премия сыйлыгы орден ордени
        """;

    private static readonly HashSet<string> s_months = Words(Months);
    private static readonly HashSet<string> s_places = Words(Places);
    private static readonly HashSet<string> s_words = Words(Months, Places, Bodies, LikeFamilyNames);
    private static readonly HashSet<string> s_marks = Words(BodyMarks);
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> s_month = s_months.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> s_place = s_places.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> s_ordinary = s_words.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> s_mark = s_marks.GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool Contains(ReadOnlySpan<char> word) => Known(s_ordinary, word);

    /// <summary>A place's name or kind: streets are named for places.</summary>
    public static bool IsPlace(ReadOnlySpan<char> word) => Known(s_place, word);

    /// <summary>A month or weekday.</summary>
    public static bool IsMonth(ReadOnlySpan<char> word) => Known(s_month, word);

    /// <summary>A word of a body, street or place that carries names of its own.</summary>
    public static bool IsBodyMark(ReadOnlySpan<char> word) => Known(s_mark, word);

    private static bool Known(HashSet<string>.AlternateLookup<ReadOnlySpan<char>> words, ReadOnlySpan<char> word)
    {
        Span<char> lower = stackalloc char[NameKey.LongestWord];
        return word.Length <= lower.Length && word.ToLowerInvariant(lower) == word.Length && words.Contains(lower[..word.Length]);
    }

    private static HashSet<string> Words(params ReadOnlySpan<string> lists)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var list in lists)
        {
            words.UnionWith(list.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        }

        return words;
    }
}
