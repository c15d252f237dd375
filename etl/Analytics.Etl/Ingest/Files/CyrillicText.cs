using System.Collections.Frozen;
using System.Text;
using Analytics.Etl.Feeds.Types;

namespace Analytics.Etl.Ingest.Files;

/// <summary>
/// Tells which of the one-byte encodings of Cyrillic a text is in: the one under which its letters are as frequent as they are in Russian and
/// its capitals stand where they should; the words of our lists confirm it.
/// </summary>
internal static class CyrillicText
{
    private const int Mac = 10007;
    private const int Dos = 866;
    private const int Koi8 = 20866;
    private const int Windows = 1251;
    private const double Rare = -9;
    private const double Foreign = -12;
    private const double OddCase = -4;

    /// <summary>What a word of our lists counts, in letters that fit.</summary>
    private const double Word = 12;

    // Letters of Russian by frequency, in shares of 10,000 (Lyashevskaya and Sharoff 2009), with those of Kyrgyz beside.
    private const string Letters = "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъёөүң";

    private static readonly double[] s_shares =
    [
        1097, 845, 801, 735, 670, 626, 547, 473, 454, 440, 349, 321, 298, 281, 262, 201, 190, 174, 170, 165, 159, 144, 121, 97, 94, 73, 64, 48, 36, 32, 26, 4, 4, 40, 50, 30,
    ];

    private static readonly FrozenDictionary<char, double> s_letters = Letters.Zip(s_shares).ToFrozenDictionary(pair => pair.First, pair => Math.Log(pair.Second / 10_000));

    private static readonly FrozenSet<string> s_words = ReferenceLists.Regions.SelectMany(region => region.Names)
        .Concat(ReferenceLists.Countries.SelectMany(country => country.Names))
        .Concat(ReferenceLists.CodeNames.SelectMany(list => list).Select(code => code.Name))
        .SelectMany(name => name.ToLowerInvariant().Split([' ', '-', ',', '(', ')'], StringSplitOptions.RemoveEmptyEntries))
        .Where(word => word.Length > 3 && word.All(letter => letter > 0x7F))
        .ToFrozenSet(StringComparer.Ordinal);

    /// <param name="sample">Bytes of a text that is not UTF-8.</param>
    public static Encoding Encoding(ReadOnlySpan<byte> sample)
    {
        var (best, bestScore) = (Windows, double.NegativeInfinity);
        foreach (var codePage in (int[])[Windows, Dos, Koi8, Mac])
        {
            var score = Score(System.Text.Encoding.GetEncoding(codePage).GetString(sample));
            if (score > bestScore + 1e-9)
            {
                (best, bestScore) = (codePage, score);
            }
        }

        return System.Text.Encoding.GetEncoding(best);
    }

    private static double Score(string text)
    {
        double score = 0;
        var known = 0;
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            var sign = i < text.Length ? text[i] : ' ';
            if (sign > 0x7F)
            {
                score += Fit(sign);
                score += i > start && char.IsUpper(sign) && char.IsLower(text[i - 1]) ? OddCase : 0;
            }

            if (!char.IsLetter(sign))
            {
                known += i - start > 3 && s_words.Contains(text[start..i].ToLowerInvariant()) ? 1 : 0;
                start = i + 1;
            }
        }

        return score + (known * Word);
    }

    private static double Fit(char sign) =>
        s_letters.TryGetValue(char.ToLowerInvariant(sign), out var share) ? share + (char.IsUpper(sign) ? -1 : 0)
        : sign is '«' or '»' or '№' or '–' or '—' or '\u00A0' or '“' or '”' or '„' or '…' or '’' ? -5
        : char.IsLetter(sign) ? Rare
        : Foreign;
}

/// <summary>Text whose letters were lost before it came here; it can only be saved anew where it was made.</summary>
internal static class LostLetters
{
    private const int FewestRuns = 5;
    private const int LongRun = 3;

    /// <exception cref="UnreadableFileException">Question marks stand where letters were, or UTF-8 was encoded once more.</exception>
    public static void Check(Encoding encoding, ReadOnlySpan<byte> sample)
    {
        var text = encoding.GetString(sample);
        if (IsTwiceUtf8(text))
        {
            throw new UnreadableFileException(new Domain.LocalText(
                "the letters were encoded twice: UTF-8 was taken for windows-1251 or latin-1 and saved as UTF-8 once more; save the file again as UTF-8 where it was made",
                "буквы закодированы дважды: UTF-8 принят за windows-1251 или latin-1 и снова сохранён как UTF-8; сохраните файл как UTF-8 в исходной программе",
                "тамгалар эки жолу коддолгон: UTF-8 windows-1251 же latin-1 деп кабылданып, кайра UTF-8 катары сакталган; файлды түзгөн программада UTF-8 катары сактаңыз"));
        }

        if (IsQuestionMarks(text))
        {
            throw new UnreadableFileException(new Domain.LocalText(
                "question marks (?) stand where Cyrillic letters were, which were lost when the file was saved; save it again as UTF-8 where it was made",
                "на месте кириллицы стоят вопросительные знаки (?): буквы потеряны при сохранении; сохраните файл заново как UTF-8 в исходной программе",
                "кириллица тамгаларынын ордунда суроо белгилери (?) турат: файл сакталганда тамгалар жоголгон; аны түзгөн программада UTF-8 катары кайра сактаңыз"));
        }
    }

    /// <summary>Runs of question marks as long as words, and hardly another letter beyond ASCII.</summary>
    private static bool IsQuestionMarks(string text)
    {
        int runs = 0, length = 0, letters = 0;
        foreach (var sign in text)
        {
            length = sign is '?' or '\uFFFD' ? length + 1 : 0;
            runs += length == LongRun ? 1 : 0;
            letters += sign > 0x7F && char.IsLetter(sign) ? 1 : 0;
        }

        return runs >= FewestRuns && letters < runs;
    }

    private static bool IsTwiceUtf8(string text)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Array.Exists((int[])[1251, 1252], codePage => IsTwice(text, Encoding.GetEncoding(codePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)));
    }

    /// <summary>Nearly all stretches beyond ASCII are UTF-8 again, of fewer Cyrillic letters, when they are put back into that encoding.</summary>
    private static bool IsTwice(string text, Encoding encoding)
    {
        int good = 0, all = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] <= 0x7F)
            {
                continue;
            }

            var start = i;
            while (i < text.Length && text[i] > 0x7F)
            {
                i++;
            }

            all++;
            good += Returns(text[start..i], encoding) ? 1 : 0;
        }

        return all >= FewestRuns && good >= all * 0.9;
    }

    private static bool Returns(string stretch, Encoding encoding)
    {
        try
        {
            var bytes = encoding.GetBytes(stretch);
            return bytes.Length >= 4 && System.Text.Unicode.Utf8.IsValid(bytes) && Encoding.UTF8.GetString(bytes).All(sign => sign is >= '\u0400' and <= '\u04FF' or < '\u0100');
        }
        catch (EncoderFallbackException)
        {
            return false;
        }
    }
}
