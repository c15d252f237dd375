namespace Analytics.Domain.PersonalData;

/// <summary>What stands between two groups of digits.</summary>
[Flags]
internal enum Gap
{
    None = 0,
    Space = 1,
    Dash = 2,
    Stop = 4,
    Slash = 8,
    Bracket = 16,
    Comma = 32,

    /// <summary>Anything else, a line's end, or more than three characters: the groups are not one number.</summary>
    Break = 64,
}

/// <summary>A run of digits and what stands between it and the next.</summary>
internal readonly record struct DigitGroup(int Start, int End, Gap Gap)
{
    public int Length => End - Start;
}

/// <summary>Reads the runs of digits of a text. A letter O next to a digit, and no letter beside it, is a typed nought.</summary>
internal static class DigitGroups
{
    private const int WidestGap = 3;

    /// <param name="text">Plain text.</param>
    /// <param name="groups">At least as many as the text has digits.</param>
    /// <returns>Groups written.</returns>
    public static int Read(ReadOnlySpan<char> text, Span<DigitGroup> groups)
    {
        var count = 0;
        var at = 0;
        while (at < text.Length)
        {
            if (!IsDigit(text, at))
            {
                at++;
                continue;
            }

            var start = at;
            while (at < text.Length && IsDigit(text, at))
            {
                at++;
            }

            var end = at;
            var gap = Gap.None;
            while (at < text.Length && !IsDigit(text, at))
            {
                gap |= Of(text[at]);
                at++;
                if ((gap & Gap.Break) != Gap.None || at - end > WidestGap)
                {
                    gap |= Gap.Break;
                    break;
                }
            }

            groups[count++] = new(start, end, at == text.Length ? gap | Gap.Break : gap);
        }

        return count;
    }

    /// <summary>The digits of as many groups as make exactly <paramref name="wanted"/> of them.</summary>
    /// <returns>Groups taken; 0 when no whole number of groups does.</returns>
    public static int Take(ReadOnlySpan<char> text, ReadOnlySpan<DigitGroup> groups, int wanted, Gap allowed, Span<char> digits)
    {
        // Nearly no number has the length that is asked for, and only one that has is read.
        var have = 0;
        for (var i = 0; i < groups.Length; i++)
        {
            have += groups[i].Length;
            if (have == wanted)
            {
                Read(text, groups[..(i + 1)], digits);
                return i + 1;
            }

            if (have > wanted || (groups[i].Gap & ~allowed) != Gap.None)
            {
                return 0;
            }
        }

        return 0;
    }

    private static void Read(ReadOnlySpan<char> text, ReadOnlySpan<DigitGroup> groups, Span<char> digits)
    {
        var have = 0;
        foreach (var group in groups)
        {
            for (var at = group.Start; at < group.End; at++)
            {
                digits[have++] = char.IsAsciiDigit(text[at]) ? text[at] : '0';
            }
        }
    }

    private static bool IsDigit(ReadOnlySpan<char> text, int at)
    {
        var c = text[at];
        if (char.IsAsciiDigit(c))
        {
            return true;
        }

        if (c is not ('O' or 'o' or 'О' or 'о'))
        {
            return false;
        }

        var before = at > 0 ? text[at - 1] : ' ';
        var after = at + 1 < text.Length ? text[at + 1] : ' ';
        return (char.IsAsciiDigit(before) || char.IsAsciiDigit(after)) && !char.IsLetter(before) && !char.IsLetter(after);
    }

    private static Gap Of(char c) => c switch
    {
        ' ' => Gap.Space,
        '-' => Gap.Dash,
        '.' => Gap.Stop,
        '/' or '_' or '\\' => Gap.Slash,
        '(' or ')' => Gap.Bracket,
        ',' => Gap.Comma,
        _ => Gap.Break,
    };
}
