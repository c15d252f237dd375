namespace Analytics.Domain.PersonalData;

/// <summary>
/// One Latin key for the spellings of a name: Кыргызча, русский, oʻzbekcha, тоҷикӣ and Latin transliterations of all of them come
/// out equal (Жумагүл, Джумагуль, Jumagul, Zhumagul). S, C and J stand for the sounds of Ш, Ч and Ж.
/// </summary>
internal static class NameKey
{
    /// <summary>Longer words are no names.</summary>
    public const int LongestWord = 32;

    /// <summary>Characters that <see cref="Write"/> may need: two a letter.</summary>
    public const int Room = LongestWord * 2;

    private static readonly string?[] s_letters = Letters();

    /// <returns>Characters written; 0 for a word that is too long or has letters of neither script.</returns>
    public static int Write(ReadOnlySpan<char> word, Span<char> key)
    {
        if (word.Length > LongestWord)
        {
            return 0;
        }

        var length = 0;
        for (var i = 0; i < word.Length; i++)
        {
            var c = Lower(word[i]);
            if (char.IsAsciiLetter(c))
            {
                i += Latin(word[i..], c, key, ref length);
            }
            else if (c < s_letters.Length && s_letters[c] is { } written)
            {
                foreach (var letter in written)
                {
                    Append(key, ref length, letter);
                }
            }
            else if (c is not '\'' and not '`')
            {
                return 0;
            }
        }

        return length;
    }

    /// <summary>Keys of names typed in a list.</summary>
    public static string Of(string word)
    {
        Span<char> key = stackalloc char[Room];
        return key[..Write(word, key)].ToString();
    }

    private static char Lower(char c) => c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : char.ToLowerInvariant(c);

    /// <returns>Further letters that belong to the same sound.</returns>
    private static int Latin(ReadOnlySpan<char> word, char c, Span<char> key, ref int length)
    {
        var next = word.Length > 1 ? Lower(word[1]) : ' ';
        var (sound, taken) = (c, next) switch
        {
            ('s', 'h') => ('S', 1),
            ('c', 'h') => ('C', 1),
            ('z', 'h') => ('J', 1),
            ('k', 'h') => ('h', 1),
            ('g', 'h') => ('g', 1),
            ('p', 'h') => ('f', 1),
            ('t', 'h') => ('t', 1),
            ('c', 'k') => ('k', 1),
            ('d', 'j') => ('J', 1),
            ('d', 'z') when word.Length > 2 && Lower(word[2]) == 'h' => ('J', 2),
            ('j', _) => ('J', 0),
            ('q', _) => ('k', 0),
            ('c', _) => ('k', 0),
            ('x', _) => ('h', 0),
            ('y', _) => ('i', 0),
            _ => (c, 0),
        };
        Append(key, ref length, sound);
        return taken;
    }

    private static void Append(Span<char> key, ref int length, char c)
    {
        if (length > 0)
        {
            var before = key[length - 1];
            if (before == c)
            {
                return;
            }

            // Я, ya and ia are one sound, as are дж and ж.
            var glide = before == 'i' && c is 'a' or 'e' or 'o' or 'u' && (length > 1 || c == 'e');
            if ((glide && before == 'i') || (before == 'd' && c == 'J'))
            {
                length--;
                if (length > 0 && key[length - 1] == c)
                {
                    return;
                }
            }
        }

        key[length++] = c;
    }

    private static string?[] Letters()
    {
        const string Pairs =
            "а=a б=b в=v г=g ғ=g ґ=g д=d е=e ё=e є=e ж=J җ=J з=z и=i й=i і=i ї=i ӣ=i к=k қ=k л=l м=m н=n ң=n о=o ө=o п=p р=r с=s т=t у=u ү=u ұ=u ў=o "
            + "ӯ=u ф=f х=h ҳ=h һ=h ц=ts ч=C ҷ=J ш=S щ=S ъ= ы=i ь= э=e ә=a ю=iu я=ia á=a â=a ä=a å=a à=a ã=a ā=a ă=a ç=C č=C é=e è=e ê=e ë=e ē=e "
            + "ğ=g ı=i í=i ï=i î=i ī=i ñ=n ń=n ŋ=n ó=o ò=o ô=o ö=o õ=o ş=S š=S ú=u ù=u û=u ü=u ū=u ý=i ž=J";
        var letters = new string?[0x500];
        foreach (var pair in Pairs.Split(' '))
        {
            letters[pair[0]] = pair[2..];
        }

        return letters;
    }
}
