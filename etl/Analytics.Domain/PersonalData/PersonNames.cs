using System.Buffers;

namespace Analytics.Domain.PersonalData;

/// <summary>
/// Names of persons: a listed given name, a family name by its ending, a patronymic, or several next to each other, alone or in
/// sentences. Bodies and places that carry a person's name ("фонд «Чолпон»", "улица Токтогула") are let through.
/// </summary>
/// <remarks>Own code because libraries that know Kyrgyz, Russian and Latin spellings of such names were measured worse, or do not exist.</remarks>
internal static class PersonNames
{
    private const int FewWords = 24;
    private const NameSign AnyFamily = NameSign.Family | NameSign.MaybeFamily;
    private const NameSign AnyGiven = NameSign.Given | NameSign.MaybeGiven;

    public static void Scan(ReadOnlySpan<char> text, ref Findings findings)
    {
        var most = (text.Length / 2) + 1;
        var rented = most > FewWords ? ArrayPool<NameWord>.Shared.Rent(most) : null;
        Span<NameWord> words = rented ?? stackalloc NameWord[FewWords];
        words = words[..NameWords.Read(text, words)];
        for (var i = 0; i < words.Length && !findings.Done; i++)
        {
            if (!IsName(text, words, i))
            {
                continue;
            }

            var last = i;
            while (last + 1 < words.Length && words[last].Is(NameSign.Near) && Continues(words[last + 1]))
            {
                last++;
            }

            var first = i;
            while (first > 0 && words[first - 1].Is(NameSign.Near) && Continues(words[first - 1])
                && (!words[first - 1].Is(NameSign.OpensSentence) || words[first - 1].Is(AnyFamily | AnyGiven | NameSign.Patronymic | NameSign.Initial) || (i == first && words[i].Is(NameSign.Descent))))
            {
                first--;
            }

            findings.Add(IdentifierKind.PersonName, words[first].Start, words[last].End);
            i = last;
        }

        if (rented is not null)
        {
            ArrayPool<NameWord>.Shared.Return(rented);
        }
    }

    /// <summary>Does the word prove a name, alone or with a neighbour?</summary>
    private static bool IsName(ReadOnlySpan<char> text, ReadOnlySpan<NameWord> words, int at)
    {
        var word = words[at];
        if (word.Is(NameSign.Ordinary) || word.Signs is NameSign.None)
        {
            return false;
        }

        var before = at > 0 && words[at - 1].Is(NameSign.Near) ? words[at - 1] : default;
        var after = at + 1 < words.Length && word.Is(NameSign.Near) ? words[at + 1] : default;
        if (after.Is(NameSign.MaybeFamily) && at + 2 < words.Length && after.Is(NameSign.Near) && words[at + 2].Is(NameSign.BodyMark))
        {
            // Ак-Суйский район.
            after = default;
        }

        return IsFull(word, before, after) || HasTwoInitials(text, words, at) || (IsAlone(word, words) && !NamesBody(words, at, before, after));
    }

    private static bool IsFull(NameWord word, NameWord before, NameWord after)
    {
        var capital = word.Is(NameSign.Capital);
        if (word.Is(NameSign.Patronymic))
        {
            return capital || before.Is(AnyGiven) || after.Is(AnyFamily | AnyGiven);
        }

        if (word.Is(NameSign.Descent))
        {
            return before.Is(NameSign.Given) || before.Is(NameSign.Capital);
        }

        if (word.Is(NameSign.Given))
        {
            return after.Is(NameSign.Family | NameSign.Patronymic | NameSign.Descent) || before.Is(NameSign.Family)
                || (capital && (Capitalised(after, AnyFamily | AnyGiven) || Capitalised(before, AnyFamily)));
        }

        if (word.Is(NameSign.MaybeGiven) && capital)
        {
            return Capitalised(after, AnyFamily | NameSign.Patronymic | NameSign.Given) || after.Is(NameSign.Descent) || Capitalised(before, NameSign.Family | NameSign.Given);
        }

        if (word.Is(AnyFamily))
        {
            return before.Is(NameSign.Given) || (capital && (after.Is(NameSign.Initial) || before.Is(NameSign.Initial)));
        }

        return false;
    }

    /// <summary>Ким В. А., В. А. Ким: any capitalised word, but for U.S. and U.N. bodies.</summary>
    private static bool HasTwoInitials(ReadOnlySpan<char> text, ReadOnlySpan<NameWord> words, int at) =>
        words[at].Is(NameSign.Capital)
        && ((at + 2 < words.Length && words[at].Is(NameSign.Near) && words[at + 1].Is(NameSign.Initial) && words[at + 1].Is(NameSign.Near | NameSign.Initial) && words[at + 2].Is(NameSign.Initial))
            || (at >= 2 && words[at - 1].Is(NameSign.Near) && words[at - 1].Is(NameSign.Initial) && words[at - 2].Is(NameSign.Initial) && text[words[at - 2].Start] != 'U'));

    private static bool Capitalised(NameWord word, NameSign signs) => word.Is(NameSign.Capital) && word.Is(signs);

    private static bool IsAlone(NameWord word, ReadOnlySpan<NameWord> words)
    {
        if (word.Is(NameSign.Given))
        {
            return word.Is(NameSign.Capital) || words.Length == 1;
        }

        if (word.Is(NameSign.Family))
        {
            return word.Is(NameSign.Capital) ? IsOnlyNames(words) || word.Is(NameSign.KnownStem) || !word.Is(NameSign.OpensSentence) : word.Is(NameSign.KnownStem) && words.Length == 1;
        }

        return false;
    }

    /// <summary>A value of one to three words, each with a capital and none ordinary, is no sentence.</summary>
    private static bool IsOnlyNames(ReadOnlySpan<NameWord> words)
    {
        foreach (var word in words)
        {
            if (!word.Is(NameSign.Capital | NameSign.Initial | NameSign.Descent))
            {
                return false;
            }
        }

        return words.Length <= 3;
    }

    private static bool NamesBody(ReadOnlySpan<NameWord> words, int at, NameWord before, NameWord after) =>
        before.Is(NameSign.BodyMark) || after.Is(NameSign.BodyMark)
        || (words[at].Is(NameSign.Quoted) && at > 0)
        || (at > 0 && words[at - 1].Is(NameSign.BodyMark))
        || (at > 1 && before.Is(NameSign.Initial) && words[at - 2].Is(NameSign.BodyMark));

    /// <summary>May the word belong to the name beside it?</summary>
    private static bool Continues(NameWord word) =>
        !word.Is(NameSign.Ordinary)
        && (word.Is(NameSign.Capital | NameSign.Initial | NameSign.Descent | NameSign.Patronymic) || word.Is(NameSign.Given | NameSign.KnownStem));
}
