using System.Text.RegularExpressions;

namespace Analytics.Etl.Tests.Demo;

/// <summary>The crosswalk of articles, as the contract states it.</summary>
internal static partial class Articles
{
    public static bool IsTrafficking(string article, DateOnly day) => Number(article) switch
    {
        124 => day < new DateOnly(2019, 1, 1),
        171 => day >= new DateOnly(2019, 1, 1) && day < new DateOnly(2021, 12, 1),
        166 or 167 or 170 => day >= new DateOnly(2021, 12, 1),
        _ => false,
    };

    public static int Number(string article) => int.Parse(Written().Match(article).Groups["number"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(ст\. )?(?<number>\d{3}) ч\. ?\d( п\.\d)?$")]
    private static partial Regex Written();
}
