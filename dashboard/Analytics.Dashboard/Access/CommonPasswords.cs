using System.Collections.Frozen;
using System.Text;
using Analytics.Domain;

namespace Analytics.Dashboard.Access;

/// <summary>Why a password is guessed early.</summary>
public enum Weakness
{
    /// <summary>It is one of the most used, or one or two of them with digits and signs around.</summary>
    Common,

    /// <summary>The same sign or piece again and again.</summary>
    Repeated,

    /// <summary>Keys or signs that follow one another.</summary>
    Run,
}

/// <summary>
/// Passwords that are tried first by whoever guesses: the most used ones (<c>common_passwords.txt</c>), typed on either keyboard, with
/// digits for letters, repeated, or followed by a year; and runs along the keyboard.
/// </summary>
public static class CommonPasswords
{
    private const int ShortestWord = 4;
    private const int ShortestRun = 4;

    // A password that is left with fewer signs than this beside runs or repetitions is no more than these.
    private const int FewSigns = 6;

    // What people have before their eyes when they choose a password here.
    private static readonly string[] s_own =
    [
        "analytics", "dashboard", "kyrgyzstan", "kyrgyz", "bishkek", "trafficking", "administrator", "coordinator", "ministry", "statistics", "donor", "policy",
        "пароль", "сырсөз", "сырсоз", "кыргызстан", "киргизия", "бишкек", "аналитика", "администратор", "привет", "ырахмат", "министерство", "статистика",
    ];

    // Where the letters of the Russian keyboard lie on the Latin one; the Kyrgyz letters share keys with their likenesses.
    private const string Cyrillic = "йцукенгшщзхъфывапролджэячсмитьбюёөүң";
    private const string Latin = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`jey";

    private static readonly string[] s_rows =
    [
        "qwertyuiop[]", "asdfghjkl;'", "zxcvbnm,./", "1234567890", "abcdefghijklmnopqrstuvwxyz", "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p;/", "qazwsxedcrfvtgbyhnujmik,ol.p;/",
        "1q2w3e4r5t6y7u8i9o0p", "q1w2e3r4t5y6u7i8o9p0", "qaswderfgtyhjukilo",
    ];

    private static readonly FrozenSet<string> s_runs = s_rows.Concat(s_rows.Select(Reversed)).SelectMany(row => Pieces(row, ShortestRun)).ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> s_listed = Read().Concat(s_own.SelectMany(Spellings)).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>How many passwords and words are on the list.</summary>
    public static int Count => s_listed.Count;

    /// <summary>Null for a password that is not guessed early.</summary>
    public static Weakness? Of(string password)
    {
        var typed = Typed(password);
        if (IsRepeated(typed))
        {
            return Weakness.Repeated;
        }

        if (LeftBesideRuns(typed) < FewSigns)
        {
            return Weakness.Run;
        }

        // A year at the end is no letters in disguise.
        var core = typed.TrimEnd([.. "0123456789.,-_!?*# "]);
        return new[] { typed, Unmasked(typed, 'i'), Unmasked(typed, 'l'), Unmasked(core, 'i'), Unmasked(core, 'l') }.Any(IsListed) ? Weakness.Common : null;
    }

    private static bool IsListed(string typed) => s_listed.Contains(typed) || IsFewWords(Letters(typed));

    // Digits and signs around common words, or between two, are tried as early as the words alone.
    private static bool IsFewWords(string letters) =>
        letters.Length < FewSigns || s_listed.Contains(letters) || Enumerable.Range(ShortestWord, Math.Max(letters.Length - (2 * ShortestWord) + 1, 0))
            .Any(cut => s_listed.Contains(letters[..cut]) && s_listed.Contains(letters[cut..]));

    private static bool IsRepeated(string typed) => typed.Distinct().Count() < FewSigns - 1
        || Enumerable.Range(1, typed.Length / 2).Any(period => typed.Skip(period).Zip(typed).All(pair => pair.First == pair.Second));

    private static int LeftBesideRuns(string typed)
    {
        var left = 0;
        for (var at = 0; at < typed.Length;)
        {
            var length = RunAt(typed, at);
            left += length == 0 ? 1 : 0;
            at += Math.Max(length, 1);
        }

        return left;
    }

    private static int RunAt(string typed, int at)
    {
        var length = 0;
        while (at + length + ShortestRun <= typed.Length && s_runs.Contains(typed.Substring(at + length, ShortestRun)))
        {
            length++;
        }

        return length == 0 ? 0 : length + ShortestRun - 1;
    }

    /// <summary>As the keys of a Latin keyboard, in small letters.</summary>
    private static string Typed(string password) => string.Concat(UnicodeText.Normalize(password, NormalizationForm.FormKC).ToLowerInvariant().Select(sign =>
        Cyrillic.IndexOf(sign, StringComparison.Ordinal) is >= 0 and var place ? Latin[place] : sign));

    // Some Cyrillic letters lie on keys that are no letters on the other keyboard.
    private static IEnumerable<string> Spellings(string word) => [Typed(word), Letters(Typed(word))];

    private static string Letters(string typed) => string.Concat(typed.Where(char.IsAsciiLetter));

    private static string Unmasked(string typed, char one) => string.Concat(typed.Select(sign => sign switch
    {
        '0' => 'o',
        '1' or '!' => one,
        '3' => 'e',
        '4' or '@' => 'a',
        '5' or '$' => 's',
        '7' => 't',
        _ => sign,
    }));

    private static IEnumerable<string> Pieces(string row, int length) => Enumerable.Range(0, row.Length - length + 1).Select(at => row.Substring(at, length));

    private static string Reversed(string row) => string.Concat(row.Reverse());

    private static IEnumerable<string> Read()
    {
        using var stream = typeof(CommonPasswords).Assembly.GetManifestResourceStream("common_passwords.txt")
            ?? throw new InvalidOperationException("The list of common passwords is not part of the programme.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line is [not '#', ..])
            {
                yield return line;
            }
        }
    }
}
