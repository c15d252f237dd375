using System.Collections.Frozen;
using System.Text;

namespace Analytics.Domain.PersonalData;

/// <summary>
/// Column headers that announce a direct identifier, by words and phrases in English, Russian, Kyrgyz, Uzbek and Tajik and their
/// Latin transliterations. A header is split at marks and at camelCase; a phrase fits consecutive words, <c>*</c> ends a stem.
/// </summary>
internal static class HeaderWords
{
    /// <summary>Canonical columns of the feeds and service columns of form exports: never an identifier by their name.</summary>
    private static readonly FrozenSet<string> s_clean = new[]
    {
        "_geolocation", "_submitted_by", "_id", "_uuid", "formhub/uuid", "meta/instanceid", "meta/instancename", "_xform_id_string", "__version__", "means_of_control",
        "person_token", "victim_tokens", "contact_id", "case_ref", "register_no", "inspection_no", "agency_no", "organisation", "soate",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The more special kinds first: "IP address" and "e-mail address" before "address".</summary>
    private static readonly (IdentifierKind Kind, string[][] Phrases, FrozenSet<string> Unless)[] s_rules =
    [
        Rule(IdentifierKind.BirthDate,
            "date of birth|birth date|birthdate|birthday|birth day|dob|dateofbirth|дата рожд*|датa рожд*|день рожд*|др|д р|число месяц год рожд*|туулган күн*|туулган кун*|туулган дата*|data rozhd*|data rojd*|tug'ilgan sana*|tugilgan sana*|tug'ilgan kun*|туғилган сана*|туғилган кун*|таваллуд*|санаи таваллуд|рӯзи таваллуд|tuulgan kun*",
            "year|год|жыл*|place|место|жери|country"),
        Rule(IdentifierKind.EmailAddress,
            "email*|e mail*|mail|mails|почт*|эл почт*|электронн* адрес*|эл адрес*|электрондук дарек*|электрондук дареги|имейл*|мейл*|емейл*|майл|pochta*|elektron pochta*",
            "count|number|total|contacts|calls|channel|колич*|число|саны|обращен*"),
        Rule(IdentifierKind.DeviceAddress,
            "ip|ip address*|ip адрес*|айпи*|mac address*|mac адрес*|imei*|imsi*|deviceid|device id|subscriberid|simserial|sim serial|серийный номер телефон*",
            ""),
        Rule(IdentifierKind.Coordinates,
            "latitude*|longitude*|lat|lon|lng|long|latlng|latlon|gps*|coordinate*|coords|geopoint*|geolocation*|geo point*|широт*|долгот*|координат*|геолокац*|геопозиц*|геоточк*|кеңдик*|кендик*|узундук|узундугу|kenglik*|uzunlik*|арзи ҷуғроф*|тӯли ҷуғроф*|shirota*|dolgota*|koordinat*",
            "lasting|duration|hours"),
        Rule(IdentifierKind.PersonalNumber,
            "pin|pinfl|jshshir|inn|пин|пинфл|инн|иин|жсн|жшшир|рма|рми|ссн|ssn|itin|tin|snils|снилс|personal number|personal no|personal id*|national id*|national number|national identification*|identification number|identity number|citizen id*|citizen number|social security*|tax id*|персональн* номер*|персоналдык номер*|персоналдык идент*|персональн* идент*|идентификационн* номер*|личн* номер*|индивидуальн* номер*|жеке номер*|жеке идент*|жеке код|shaxsiy raqam*|рақами мушаххас*|номер гражданина|unique personal*",
            "organisation|organization|org|организации|юридическ*|employer|уюмдун"),
        Rule(IdentifierKind.DocumentNumber,
            "passport*|pasport*|паспорт*|id card*|id karta*|idcard*|id карт*|айди карт*|удостоверен*|свидетельств*|document number*|document no|document num*|document id|doc number|doc no|doc num|identity document*|identity card*|номер документ*|номер док|серия документ*|серия и номер*|серия номер*|документ номер*|документтин номери|документ №|күбөлүк*|күбөлүг*|kuboluk*|гувоҳнома*|guvohnoma*|шиноснома*|visa number|visa no|номер визы|виза номер*|driver* licence*|driver* license*|водительск*|birth certificate*|seriya pasport*|номер удостовер*",
            "withhold*|withheld|withholds|confiscat*|taken|lost|has|have|наличи*|изъят*|изъял*|отобран*|утер*|есть|количество|count|колич*|саны|восстановл*|restored|issued"),
        Rule(IdentifierKind.BankAccount,
            "iban|card number*|card no|bank card*|bank account*|account number*|account no|банковск* карт*|банковск* счет*|банковск* счёт*|номер карт*|номер счет*|номер счёт*|расчетн* счет*|расчётн* счёт*|лицевой счет*|лицевой счёт*|р с|банк* эсеп*|банк* эсеб*|эсеп номер*|карта номер*|картанын номери|hisob raqam*|karta raqam*|суратҳисоб|рақами корт*|swift|nomer karty",
            ""),
        Rule(IdentifierKind.PhoneNumber,
            "phone*|telephone*|tel|tel no|mobile|mobile no|mobile number*|mobile phone*|cell|cellphone*|cell phone|whatsapp*|whats app*|viber*|msisdn*|phonenumber*|contact number*|contact no|contact info*|contact details|contact data|телефон*|тел|моб|мобильн*|мобилдик*|сотов*|сот|уюлдук*|ватсап*|вотсап*|вацап*|вайбер*|телефону|контактн* номер*|контактн* данн*|контакты|контакт|байланыш номер*|байланыш маалымат*|байланыш телефон*|байланышуу|чалуу номер*|чалган номер*|номер звон*|номер абонент*|caller id|caller number|callerid|telefon*|nomer tel*|raqami|raqam|aloqa raqam*|рақами телефон*|рақами тел*|рақам*|тамос|baylanysh nomer*",
            "count|calls|total|duration|колич*|число|саны|звонков|обращен*|бригад*|доверия|soni|шумора|тамосҳо|channel|канал|team|ishonch|язык|дата|date|hotline"),
        Rule(IdentifierKind.SocialAccount,
            "telegram*|instagram*|insta|facebook*|fb|vk|vkontakte|tiktok*|tik tok*|skype*|snapchat*|twitter*|username*|user name|login|nickname*|nick|handle|social media*|social account*|social profile*|profile link*|profile url|account link|телеграм*|телеграмм*|тг|инстаграм*|инста|фейсбук*|вконтакте|вк|одноклассник*|тикток*|скайп*|ник|никнейм*|логин*|соцсет*|соц сет*|аккаунт*|ссылка на профил*|страниц* в соц*|социалдык тармак*|тармактагы барак*|ijtimoiy tarmoq*|шабакаи иҷтимоӣ",
            "recruit*|advert*|вербов*|count|колич*|adverts|реклам*|channel|канал|источник*|source|саны|via|через"),
        Rule(IdentifierKind.PostalAddress,
            "address*|addr|home addr*|street*|house no|house number|apartment*|flat no|postcode|post code|postal*|zip|zip code|zipcode|place of residence|residence place|residence address|адрес*|улиц*|дом|номер дома|квартир*|индекс почт*|почтов* индекс*|прописк*|место жительств*|место прожив*|мест* регистрации|домашн*|дарек*|дареги|көчө*|кочо*|үй номери|үйдүн номери|батир*|жашаган жери*|жашаган жер|жашаган үй*|турак жай*|тиркелген жери|manzil*|yashash joy*|яшаш жой*|манзил*|ko'cha*|kocha*|кӯча*|суроға*|нишон*|ҷои зист*|ҷойи зист*|ҷои истиқомат*|adres*|ulitsa|ulica|kvartira|dareg*|darek*",
            "region|область|области|облус*|район|district|country|страна|өлкө|children|street children|трудовой|violence"),
        Rule(IdentifierKind.PersonName,
            "name|names|fullname|full name|firstname|first name|lastname|last name|surname*|family name|middlename|middle name|given name*|forename*|patronymic*|maiden name|alias*|client name|victim name|person name|contact person|mother name|father name|"
            + "фио|ф и о|имя|имени|имена|фамили*|отчеств*|имя отчество|как зовут|как вас зовут|зовут|контактное лицо|псевдоним|кличк*|девичья|инициал*|"
            + "аты|атыжөнү|аты жөнү|аты жону|ысым*|ысмы|фамилиясы|тегиңиз|атасынын аты|энесинин аты|толук аты*|байланышуучу адам|"
            + "ism|ismi|ismingiz|familiya*|familia*|sharif*|otasining ismi|исм|исми|шариф*|отасининг исми|фиш|f i sh|fish|f i o|fio|imya|imia|otchestv*|aty|aty jonu|atyjonu|aty zhonu|ysymy|"
            + "ном|номи падар|ному насаб|насаб*|номи хонаводагӣ|ном ва насаб|nom|nasab",
            "organisation*|organization*|org|ngo|cso|programme|program|project|region|district|country|city|town|village|form|file|course|sheet|source|institution|agency|school|column|field|variable|service|shelter|instance|table|indicator|dataset|domain|unit|sector|server|host|list|code|event|center|centre|network|"
            + "организац*|организаци*|нпо|программ*|проект*|района|область|области|страны|города|села|файла|листа|столбца|поля|показател*|учрежден*|приюта|центра|уюмдун|уюм|долбоор*|программанын|өлкөнүн|облустун|райондун|шаардын|tashkilot*|ташкилот*|файлдын|мекеменин|named"),
    ];

    /// <returns>The kind that the header announces, or null.</returns>
    public static IdentifierKind? Find(string header)
    {
        var trimmed = header.AsSpan().Trim().ToString();
        if (s_clean.Contains(trimmed))
        {
            return null;
        }

        var words = Split(trimmed);
        foreach (var (kind, phrases, unless) in s_rules)
        {
            if (Array.Exists(phrases, phrase => Fits(words, phrase)) && !words.Exists(word => IsOneOf(unless, word)))
            {
                return kind;
            }
        }

        return null;
    }

    private static bool Fits(List<string> words, string[] phrase)
    {
        for (var at = 0; at + phrase.Length <= words.Count; at++)
        {
            var same = 0;
            while (same < phrase.Length && IsWord(words[at + same], phrase[same]))
            {
                same++;
            }

            if (same == phrase.Length)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOneOf(FrozenSet<string> stems, string word) =>
        stems.Contains(word) || stems.Any(stem => stem.EndsWith('*') && word.StartsWith(stem.AsSpan(..^1), StringComparison.Ordinal));

    private static bool IsWord(string word, string stem) =>
        stem.EndsWith('*') ? word.StartsWith(stem.AsSpan(..^1), StringComparison.Ordinal) : string.Equals(word, stem, StringComparison.Ordinal);

    /// <summary>
    /// Lower-case words without disguise. A word of mixed scripts is read in the script that most of its letters have, so that
    /// look-alike letters hide nothing.
    /// </summary>
    private static List<string> Split(string header)
    {
        Span<char> plain = header.Length <= 512 ? stackalloc char[512] : new char[header.Length];
        plain = plain[..PlainText.Write(header, plain, [])];
        var words = new List<string>();
        var word = new StringBuilder();
        for (var i = 0; i < plain.Length; i++)
        {
            var c = plain[i];
            var isInner = c == '\'' && word.Length > 0 && i + 1 < plain.Length && char.IsLetter(plain[i + 1]);
            if (!char.IsLetterOrDigit(c) && !isInner && c != '№')
            {
                End(words, word);
                continue;
            }

            if (char.IsUpper(c) && i > 0 && char.IsLower(plain[i - 1]))
            {
                End(words, word);
            }

            if (char.IsDigit(c) && i > 0 && char.IsLetter(plain[i - 1]))
            {
                End(words, word);
            }

            word.Append(char.ToLowerInvariant(c));
        }

        End(words, word);
        return words;
    }

    private static void End(List<string> words, StringBuilder word)
    {
        if (word.Length == 0)
        {
            return;
        }

        var text = word.ToString();
        word.Clear();
        var latin = text.Count(char.IsAsciiLetter);
        var cyrillic = text.Count(c => c is >= '\u0400' and <= '\u04FF');
        words.Add(latin > 0 && cyrillic > 0 ? OneScript(text, latin >= cyrillic) : text);
    }

    private static string OneScript(string word, bool latin) => string.Create(word.Length, (word, latin), static (written, state) =>
    {
        const string Latin = "aceopxykmhtbi";
        const string Cyrillic = "асеорхукмнтві";
        for (var i = 0; i < written.Length; i++)
        {
            var at = (state.latin ? Cyrillic : Latin).IndexOf(state.word[i], StringComparison.Ordinal);
            written[i] = at < 0 ? state.word[i] : (state.latin ? Latin : Cyrillic)[at];
        }
    });

    private static (IdentifierKind Kind, string[][] Phrases, FrozenSet<string> Unless) Rule(IdentifierKind kind, string phrases, string unless) =>
        (kind,
        [.. phrases.Split('|').Select(phrase => phrase.Split(' '))],
        unless.Split('|', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal));
}
