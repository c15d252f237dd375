using System.Text;

namespace Analytics.Domain.Linkage;

/// <summary>
/// One phonetic Latin form for Kyrgyz, Russian, Uzbek, Tajik and Latin spellings of a name or place: lower-case letters,
/// with <c>S</c>, <c>C</c> and <c>J</c> standing for the sounds of Ш, Ч and Ж. Spellings that differ by script, by
/// transliteration or by doubled letters come out equal; nothing is said about how the name "should" be written.
/// </summary>
internal static class Latin
{
    private static readonly Dictionary<char, string> s_letters = Letters();

    // Longest first: a rule must not eat the beginning of a longer one.
    private static readonly (string From, string To)[] s_digraphs =
    [
        ("shch", "S"), ("sch", "S"), ("dzh", "J"), ("tch", "C"), ("zh", "J"), ("dj", "J"), ("sh", "S"), ("ch", "C"),
        ("kh", "h"), ("gh", "g"), ("ph", "f"), ("th", "t"), ("ck", "k"), ("tz", "ts"), ("ng", "n"), ("alex", "aleks"),
        ("maxi", "maksi"), ("roxa", "roksa"), ("j", "J"), ("q", "k"), ("w", "v"), ("x", "h"), ("c", "k"), ("y", "i"),
        ("oe", "o"), ("ue", "u"),
    ];

    /// <summary>Letters and digits of a text in Latin, lower case, script and accents gone; everything else becomes a space.</summary>
    public static string Transliterate(string text)
    {
        var latin = new StringBuilder(text.Length + 8);
        foreach (var c in text)
        {
            var lower = char.ToLowerInvariant(c);
            if (lower is (>= 'a' and <= 'z') or (>= '0' and <= '9'))
            {
                latin.Append(lower);
            }
            else if (s_letters.TryGetValue(lower, out var written))
            {
                latin.Append(written);
            }
            else if (!IsSilent(lower))
            {
                latin.Append(' ');
            }
        }

        return latin.ToString().Trim();
    }

    /// <summary>The phonetic form of one transliterated word.</summary>
    public static string Phonetic(string latin)
    {
        var word = latin.Replace(" ", "", StringComparison.Ordinal);
        foreach (var (from, to) in s_digraphs)
        {
            word = word.Replace(from, to, StringComparison.Ordinal);
        }

        var single = new StringBuilder(word.Length);
        foreach (var c in word)
        {
            if (single.Length == 0 || single[^1] != c)
            {
                single.Append(c);
            }
        }

        // я, ya, ia and ja are one sound, as are yu/iu and ye/ie: the glide before a vowel is not written.
        var sound = new StringBuilder(single.Length);
        for (var i = 0; i < single.Length; i++)
        {
            var glide = i > 0 && single[i] == 'i' && i + 1 < single.Length && (single[i + 1] is 'a' or 'o' or 'u' or 'e');
            if (!glide && (sound.Length == 0 || sound[^1] != single[i]))
            {
                sound.Append(single[i]);
            }
        }

        // Дж written as d + Ж.
        return sound.Replace("dJ", "J").ToString();
    }

    /// <summary>
    /// What is left of a phonetic form when vowels and h are dropped, close consonants are merged and an opening vowel is
    /// kept as <c>a</c>: the part of a name that survives most respellings.
    /// </summary>
    public static string Skeleton(string phonetic)
    {
        var bones = new StringBuilder(phonetic.Length);
        for (var i = 0; i < phonetic.Length; i++)
        {
            var c = phonetic[i] switch
            {
                'a' or 'e' or 'i' or 'o' or 'u' => i == 0 ? 'a' : '\0',
                'h' => '\0',
                'f' => 'v',
                'z' => 's',
                var other => other,
            };
            if (c != '\0' && (bones.Length == 0 || bones[^1] != c))
            {
                bones.Append(c);
            }
        }

        return bones.Length == 0 ? phonetic : bones.ToString();
    }

    /// <summary>Apostrophes, soft signs and combining accents leave no gap: O'g'li, Ильяс, й written as и and a breve.</summary>
    private static bool IsSilent(char c) =>
        c is '\'' or '`' or '’' or '‘' or 'ʼ' or 'ʻ' or '´' or 'ь' or 'ъ' or '\u00AD' or '\u200B' or '\uFEFF'
        || (c >= '\u0300' && c <= '\u036F');

    private static Dictionary<char, string> Letters()
    {
        var letters = new Dictionary<char, string>();
        const string Pairs =
            "а=a б=b в=v г=g ғ=g ґ=g ҕ=g д=d е=e ё=e є=e ж=zh җ=zh з=z и=i й=i і=i ї=i ӣ=i к=k қ=k ҡ=k ҝ=g л=l м=m н=n "
            + "ң=n ҥ=n о=o ө=o ӧ=o п=p р=r с=s т=t у=u ү=u ұ=u ў=u ӯ=u ф=f х=kh ҳ=kh һ=kh ц=ts ч=ch ҷ=dzh ш=sh щ=sh ы=y э=e ә=a "
            + "ю=iu я=ia à=a á=a â=a ã=a ä=a å=a ā=a ă=a ą=a ə=a ç=ch č=ch ć=ch ď=d đ=d è=e é=e ê=e ë=e ē=e ę=e ě=e ğ=g ģ=g "
            + "ì=i í=i î=i ï=i ī=i ı=i ł=l ñ=n ń=n ň=n ŋ=n ò=o ó=o ô=o õ=o ö=o ø=o ō=o ő=o ř=r š=sh ş=sh ș=sh ś=s ť=t ț=t "
            + "ù=u ú=u û=u ü=u ū=u ů=u ű=u ý=y ÿ=y ž=zh ź=z ż=z ß=s æ=a œ=o þ=t ð=d";
        foreach (var pair in Pairs.Split(' '))
        {
            letters.Add(pair[0], pair[2..]);
        }

        return letters;
    }
}
