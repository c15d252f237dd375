using System.Buffers;

namespace Analytics.Domain.PersonalData;

/// <summary>Values that cannot be read as anything: uuids, hashes, person tokens. Chance digits and letters inside are no identifier.</summary>
internal static class Opaque
{
    private const int ShortestToken = 20;
    private const int ShortestHash = 24;
    private const int FewestOfEach = 4;
    private const int Sample = 96;
    private static readonly SearchValues<char> s_token = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=+/:");
    private static readonly SearchValues<char> s_hex = SearchValues.Create("0123456789abcdefABCDEF");

    public static bool Is(ReadOnlySpan<char> value)
    {
        if (value.Length < ShortestToken || value.ContainsAnyExcept(s_token))
        {
            return false;
        }

        // KoBo writes instance ids as uuid:….
        if (value.StartsWith("uuid:", StringComparison.OrdinalIgnoreCase))
        {
            value = value[5..];
        }

        return IsUuid(value) || IsHash(value) || LooksRandom(value);
    }

    /// <summary>A hash in hexadecimal, or one with a number behind it: letters and digits change places too often to hide a number in.</summary>
    private static bool IsHash(ReadOnlySpan<char> value)
    {
        var dash = value.LastIndexOf('-');
        var hash = dash > 0 && value.Length - dash <= 6 && !value[(dash + 1)..].ContainsAnyExceptInRange('0', '9') ? value[..dash] : value;
        var letters = Letters(hash);
        return hash.Length >= ShortestHash && !hash.ContainsAnyExcept(s_hex) && letters >= FewestOfEach && hash.Length - letters >= FewestOfEach
            && Changes(hash) * 6 > hash.Length;
    }

    private static bool IsUuid(ReadOnlySpan<char> value) =>
        value.Length == 36 && value[8] == '-' && value[13] == '-' && value[18] == '-' && value[23] == '-'
        && value[14] is >= '1' and <= '8'
        && !value[..8].ContainsAnyExcept(s_hex) && !value[9..13].ContainsAnyExcept(s_hex) && !value[14..18].ContainsAnyExcept(s_hex)
        && !value[19..23].ContainsAnyExcept(s_hex) && !value[24..].ContainsAnyExcept(s_hex);

    /// <summary>Lower case, upper case and digits change places all the time in a token, seldom in anything a person typed.</summary>
    private static bool LooksRandom(ReadOnlySpan<char> value)
    {
        var sample = value[..Math.Min(value.Length, Sample)];
        return Changes(sample) * 4 > sample.Length && Letters(sample) * 5 > sample.Length;
    }

    private static int Letters(ReadOnlySpan<char> value)
    {
        var letters = 0;
        foreach (var sign in value)
        {
            letters += char.IsAsciiLetter(sign) ? 1 : 0;
        }

        return letters;
    }

    /// <summary>How often one sign is a small letter, a capital or a digit, and the next another of them.</summary>
    private static int Changes(ReadOnlySpan<char> value)
    {
        var (changes, before) = (0, 0);
        foreach (var sign in value)
        {
            var now = sign switch { >= 'a' and <= 'z' => 1, >= 'A' and <= 'Z' => 2, >= '0' and <= '9' => 3, _ => 0 };
            changes += now != 0 && before != 0 && now != before ? 1 : 0;
            before = now;
        }

        return changes;
    }
}
