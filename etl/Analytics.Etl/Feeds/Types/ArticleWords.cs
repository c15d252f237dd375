using System.Text.RegularExpressions;

namespace Analytics.Etl.Feeds.Types;

/// <summary>Turns the ways in which people write articles of the criminal code, beside the usual two, into one of these: Kyrgyz endings, Roman numerals, remarks in brackets.</summary>
internal static partial class ArticleWords
{
    private static readonly string[] s_roman = ["i", "ii", "iii", "iv", "v"];

    public static string Plainly(string text)
    {
        var plain = Bracketed().Replace(text, match => Numbered().IsMatch(match.Value) ? $" {match.Value[1..^1]} " : " ");
        plain = plain.Replace("¹", "-1", StringComparison.Ordinal).Replace("²", "-2", StringComparison.Ordinal).Replace("³", "-3", StringComparison.Ordinal);
        plain = Suffixed().Replace(plain, match => $" {Sign(match.Groups["word"].Value)}{match.Groups["number"].Value} ");
        plain = Index().Replace(plain, "-");
        return Roman().Replace(plain, match => $"ч.{Array.IndexOf(s_roman, match.Groups["roman"].Value.ToLowerInvariant()) + 1}");
    }

    private static string Sign(string word) => char.ToLowerInvariant(word[0]) switch { 'б' when word.StartsWith("бө", StringComparison.OrdinalIgnoreCase) => "ч.", 'ч' => "ч.", 'т' or 'п' => "п.", _ => "ст." };

    [GeneratedRegex(@"\([^()]*\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Bracketed();

    /// <summary>What stands in brackets is a part or a point, and not a remark such as the name of the crime or the wording of a year.</summary>
    [GeneratedRegex(@"^\(\s*(?:ч|част\w*|п|пункт\w*|бөл\w*|тармак)\.?\s*[0-9]{1,2}\s*\)$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Numbered();

    /// <summary>The number before its word: 166-берененин, 2-бөлүгү, 1-пункту, 166-статья.</summary>
    [GeneratedRegex(
        @"(?<number>[0-9]{1,3})\s?-\s?(?<word>берене\p{L}*|бөлү[гк]\p{L}*|тарма[гк]\p{L}*|пункт\p{L}*|стать\p{L}+|част\p{L}+)",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Suffixed();

    /// <summary>An article that was put in between: 166 прим 1, 166 прим. 1.</summary>
    [GeneratedRegex(@"(?<=[0-9])\s*прим\.?\s*(?=[0-9])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Index();

    [GeneratedRegex(@"(?:ч\.?|част[иь])\s*(?<roman>iii|ii|iv|i|v)\b", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Roman();
}
