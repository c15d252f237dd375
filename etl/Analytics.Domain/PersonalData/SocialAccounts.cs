using System.Buffers;

namespace Analytics.Domain.PersonalData;

/// <summary>Accounts in social networks and messengers: links, @handles, and names behind the network's name ("insta: …").</summary>
internal static class SocialAccounts
{
    private const int FewCharacters = 256;

    /// <summary>The longest network name with a case ending.</summary>
    private const int MaxCue = 16;

    private static readonly string[] s_hosts =
    [
        "t.me/", "telegram.me/", "telegram.dog/", "tg://", "wa.me/", "whatsapp.com/", "whatsapp://", "viber://", "viber.me/", "skype:", "vk.com/", "vkontakte.ru/",
        "vk.ru/", "vk.me/", "ok.ru/", "odnoklassniki.ru/", "instagram.com/", "instagr.am/", "facebook.com/", "fb.com/", "fb.me/", "m.me/", "messenger.com/",
        "tiktok.com/", "twitter.com/", "//x.com/", "linkedin.com/", "snapchat.com/", "imo.im/", "threads.net/", "youtube.com/@", "youtube.com/channel/", "my.mail.ru/",
    ];

    /// <summary>Short links that hold one point of a map.</summary>
    private static readonly string[] s_maps = ["maps.app.goo.gl/", "goo.gl/maps/", "go.2gis.com/", "what3words.com/", "w3w.co/"];

    private static readonly string[] s_networks =
    [
        "telegram", "телеграм", "тг", "tg", "instagram", "insta", "инстаграм", "инста", "facebook", "фейсбук", "fb", "vk", "вк", "вконтакте", "одноклассники", "ok",
        "tiktok", "tik tok", "тикток", "тик ток", "skype", "скайп", "snapchat", "imo", "twitter", "threads", "nickname", "username", "никнейм", "ник", "аккаунт", "login", "логин",
    ];

    private static readonly SearchValues<string> s_anyHost = SearchValues.Create(s_hosts, StringComparison.Ordinal);
    private static readonly SearchValues<string> s_anyMap = SearchValues.Create(s_maps, StringComparison.Ordinal);
    private static readonly SearchValues<string> s_anyNetwork = SearchValues.Create(s_networks, StringComparison.OrdinalIgnoreCase);
    private static readonly SearchValues<char> s_linkEnds = SearchValues.Create(" \t\n\"'<>()[]{}«»,;|");

    public static void ScanLinks(ReadOnlySpan<char> text, ref Findings findings)
    {
        var rented = text.Length > FewCharacters ? ArrayPool<char>.Shared.Rent(text.Length) : null;
        var latin = (rented ?? stackalloc char[FewCharacters])[..text.Length];
        for (var i = 0; i < text.Length; i++)
        {
            latin[i] = PlainText.LookAlike(text[i]);
        }

        Links(latin, s_anyHost, s_hosts, IdentifierKind.SocialAccount, ref findings);
        if (!findings.Done)
        {
            Links(latin, s_anyMap, s_maps, IdentifierKind.Coordinates, ref findings);
        }

        if (rented is not null)
        {
            ArrayPool<char>.Shared.Return(rented);
        }
    }

    /// <summary>An at sign with a name of three characters or more behind it and nothing before.</summary>
    public static void ScanHandles(ReadOnlySpan<char> text, ref Findings findings)
    {
        for (var at = text.IndexOf('@'); at >= 0 && at < text.Length; at++)
        {
            if (text[at] != '@' || (at > 0 && char.IsLetterOrDigit(text[at - 1])))
            {
                continue;
            }

            var end = Handle(text, at + 1);
            if (end - at > 3 && (char.IsLetter(text[at + 1]) || text[at + 1] == '_'))
            {
                findings.Add(IdentifierKind.SocialAccount, at, end);
                if (findings.Done)
                {
                    return;
                }
            }
        }
    }

    public static void ScanNamed(ReadOnlySpan<char> text, ref Findings findings)
    {
        var from = 0;
        while (text[from..].IndexOfAny(s_anyNetwork) is >= 0 and var step)
        {
            var cue = from + step;
            from = cue + 1;
            if (cue > 0 && char.IsLetterOrDigit(text[cue - 1]))
            {
                continue;
            }

            var word = cue;
            while (word < text.Length && (char.IsLetter(text[word]) || (text[word] == ' ' && word - cue == 3 && text[cue..].StartsWith("tik ", StringComparison.OrdinalIgnoreCase))))
            {
                word++;
            }

            var start = word;
            var marked = false;
            while (start < text.Length && start - word < 4 && text[start] is ' ' or ':' or '-' or '=' or '@')
            {
                marked |= text[start] is ':' or '=' or '@';
                start++;
            }

            var end = Handle(text, start);
            if (start > word && end - start >= 3 && IsHandle(text[start..end], marked) && word - cue <= MaxCue)
            {
                findings.Add(IdentifierKind.SocialAccount, start, end);
                if (findings.Done)
                {
                    return;
                }

                from = end;
            }
        }
    }

    private static void Links(ReadOnlySpan<char> text, SearchValues<string> any, string[] all, IdentifierKind kind, ref Findings findings)
    {
        var from = 0;
        while (text[from..].IndexOfAny(any) is >= 0 and var step)
        {
            var host = from + step;
            var path = host + Longest(text[host..], all);
            from = path;
            if (host > 0 && char.IsLetterOrDigit(text[host - 1]))
            {
                continue;
            }

            var end = text[path..].IndexOfAny(s_linkEnds) is >= 0 and var stop ? path + stop : text.Length;
            if (end - path < 2)
            {
                continue;
            }

            var start = host;
            while (start > 0 && !s_linkEnds.Contains(text[start - 1]))
            {
                start--;
            }

            findings.Add(kind, start, end);
            if (findings.Done)
            {
                return;
            }

            from = end;
        }
    }

    private static int Longest(ReadOnlySpan<char> text, string[] hosts)
    {
        var longest = 1;
        foreach (var host in hosts)
        {
            if (host.Length > longest && text.StartsWith(host, StringComparison.Ordinal))
            {
                longest = host.Length;
            }
        }

        return longest;
    }

    private static int Handle(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '_' or '.' or '-'))
        {
            at++;
        }

        while (at > 0 && text[at - 1] is '.' or '-')
        {
            at--;
        }

        return at;
    }

    /// <summary>Latin, and either marked by a colon or not an ordinary word: with a digit, an underscore or an inner stop.</summary>
    private static bool IsHandle(ReadOnlySpan<char> text, bool marked)
    {
        var latin = 0;
        var mark = 0;
        foreach (var c in text)
        {
            latin += char.IsAsciiLetter(c) ? 1 : 0;
            mark += char.IsAsciiDigit(c) || c is '_' or '.' ? 1 : 0;
            if (char.IsLetter(c) && !char.IsAsciiLetter(c))
            {
                return false;
            }
        }

        return latin >= 2 && (marked || mark > 0) && text.IndexOfAny(s_anyNetwork) != 0;
    }
}
