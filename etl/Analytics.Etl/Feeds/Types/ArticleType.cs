using System.Text;
using System.Text.RegularExpressions;
using Analytics.Domain;
using Analytics.Domain.PersonalData;

namespace Analytics.Etl.Feeds.Types;

/// <summary>An article of the criminal code with its part and point. Canonical: <c>166 ч.2 п.1</c>; an article with an index is <c>172-1</c>.</summary>
internal sealed partial class ArticleType : ColumnType
{
    private const int Longest = 200;

    private static readonly Problem s_problem = new("article", new LocalText(
        "an article such as 166, 166 ч.2 or 166 ч.2 п.1",
        "статья, например 166, 166 ч.2 или 166 ч.2 п.1",
        "берене, мисалы 166, 166 ч.2 же 166 ч.2 п.1"));

    public override ValueContext Context => ValueContext.Code;

    public override Problem? Write(ReadOnlySpan<byte> value, CanonicalRow row)
    {
        if (value.Length > Longest)
        {
            return s_problem;
        }

        var text = ArticleWords.Plainly(Encoding.UTF8.GetString(value));
        var match = Written().Match(text);
        if (!match.Success)
        {
            match = SmallestFirst().Match(text);
        }

        if (!match.Success)
        {
            return s_problem;
        }

        row.Write(match.Groups["article"].ValueSpan);
        if (match.Groups["index"].Success)
        {
            row.Write((byte)'-');
            row.Write(match.Groups["index"].ValueSpan);
        }

        if (match.Groups["part"].Success)
        {
            row.Write(" ч."u8);
            row.Write(match.Groups["part"].ValueSpan);
        }

        if (match.Groups["point"].Success)
        {
            row.Write(" п."u8);
            row.Write(string.Join(',', match.Groups["point"].Value.Split((char[])[',', ' '], StringSplitOptions.RemoveEmptyEntries)));
        }

        return null;
    }

    [GeneratedRegex(
        @"^\s*(?:ст\.?|статья|статьи|art\.?|article|берене)?\s*(?<article>[0-9]{1,3})(?:[-/](?<index>[0-9]{1,2}))?(?:-?\s*берене(?:си)?)?(?:\s*УК(?:\s*КР)?)?(?:[\s,;]*(?:ч\.?|часть|част[иь]|part|p\.|бөлүк|бөл\.?)\s*(?<part>[0-9]{1,2}))?(?:[\s,;]*(?:п\.?п?\.?|пункт|пункты|point|пт\.?|тармак)\s*(?<point>[0-9]{1,2}(?:\s*,\s*[0-9]{1,2})*))?\s*(?:УК(?:\s*КР)?)?\s*$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Written();

    /// <summary>The order of indictments: «п.1 ч.2 ст.166 УК КР», «ч.2 ст.166».</summary>
    [GeneratedRegex(
        @"^\s*(?:(?:п\.?\s?п?\.?|пункт[ыа]?)\s*(?<point>[0-9]{1,2}(?:\s*,\s*[0-9]{1,2})*)[\s,;]*)?(?:(?:ч\.?|част[иья]+)\s*(?<part>[0-9]{1,2})[\s,;]*)?(?:ст\.?|стать[яией]+)\s*(?<article>[0-9]{1,3})(?:-(?<index>[0-9]{1,2}))?\s*(?:УК(?:\s*КР)?)?\s*$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex SmallestFirst();
}
