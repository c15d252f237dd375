using System.Buffers;

namespace Analytics.Domain.PersonalData;

/// <summary>
/// E-mail addresses, letters of any script, so that look-alikes hide nothing; with blanks around the sign, or the sign and the
/// stop written as words ("(at)", "собака", "dot", "точка").
/// </summary>
internal static class MailAddresses
{
    private static readonly string[] s_signs = ["(at)", "[at]", "{at}", "<at>", "(собака)", "[собака]", " собака ", " at "];
    private static readonly string[] s_stops = ["(dot)", "[dot]", "{dot}", "(точка)", "[точка]", " точка ", " dot "];
    private static readonly string[] s_providers = ["gmail", "mail", "yandex", "yahoo", "hotmail", "outlook", "rambler", "icloud", "inbox", "bk", "list"];
    private static readonly SearchValues<string> s_anySign = SearchValues.Create(["@", .. s_signs], StringComparison.OrdinalIgnoreCase);

    public static void Scan(ReadOnlySpan<char> text, ref Findings findings)
    {
        var from = 0;
        while (text[from..].IndexOfAny(s_anySign) is >= 0 and var step)
        {
            var sign = from + step;
            var behind = sign + SignLength(text[sign..]);
            from = behind;
            var start = Local(text, sign);
            var end = Domain(text, behind, written: text[sign] != '@');
            if (start < 0 || end < 0)
            {
                continue;
            }

            findings.Add(IdentifierKind.EmailAddress, start, end);
            if (findings.Done)
            {
                return;
            }

            from = end;
        }
    }

    private static int SignLength(ReadOnlySpan<char> text)
    {
        foreach (var sign in s_signs)
        {
            if (text.StartsWith(sign, StringComparison.OrdinalIgnoreCase))
            {
                return sign.Length;
            }
        }

        return 1;
    }

    /// <summary>First character of the part before the sign; -1 when there is none.</summary>
    private static int Local(ReadOnlySpan<char> text, int sign)
    {
        var end = sign;
        while (end > 0 && sign - end < 2 && text[end - 1] == ' ')
        {
            end--;
        }

        var start = end;
        while (start > 0 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '.' or '_' or '%' or '+' or '-' or '\''))
        {
            start--;
        }

        return start == end ? -1 : start;
    }

    /// <summary>End of the part behind the sign; -1 when it is no domain.</summary>
    private static int Domain(ReadOnlySpan<char> text, int at, bool written)
    {
        var skipped = at;
        while (at < text.Length && at - skipped < 2 && text[at] == ' ')
        {
            at++;
        }

        var first = Label(text, at);
        if (first == at)
        {
            return -1;
        }

        var end = first;
        var last = at;
        while (Stop(text[end..]) is > 0 and var stop && Label(text, end + stop) is var next && next > end + stop)
        {
            last = end + stop;
            end = next;
        }

        var isDomain = last > at && end - last >= 2 && char.IsLetter(text[last]) && char.IsLetter(text[last + 1]);
        return isDomain || (!written && IsProvider(text[at..first])) ? end : -1;
    }

    private static int Label(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '-' or '_'))
        {
            at++;
        }

        return at;
    }

    private static int Stop(ReadOnlySpan<char> text)
    {
        if (text.Length > 0 && text[0] is '.' or ',')
        {
            return 1;
        }

        // Brackets may have a blank on either side.
        var blank = text.Length > 1 && text[0] == ' ' && text[1] is '(' or '[' or '{' ? 1 : 0;
        foreach (var stop in s_stops)
        {
            if (text[blank..].StartsWith(stop, StringComparison.OrdinalIgnoreCase))
            {
                var end = blank + stop.Length;
                return end + (stop[0] != ' ' && end < text.Length && text[end] == ' ' ? 1 : 0);
            }
        }

        return 0;
    }

    private static bool IsProvider(ReadOnlySpan<char> label)
    {
        foreach (var provider in s_providers)
        {
            if (label.Equals(provider, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
