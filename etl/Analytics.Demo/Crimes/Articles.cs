namespace Analytics.Demo.Crimes;

/// <summary>Articles of the criminal codes as clerks write them.</summary>
internal static class Articles
{
    public static readonly DateOnly CodeOf2019 = new(2019, 1, 1);
    public static readonly DateOnly CodeOf2021 = new(2021, 12, 1);

    private static readonly Shares<string> s_until2018 = new() { { "124 ч.1", 25 }, { "124 ч.2 п.1", 40 }, { "ст. 124 ч. 2", 25 }, { "124 ч.3", 10 } };

    private static readonly Shares<string> s_until2021 = new() { { "171 ч.1", 25 }, { "ст. 171 ч. 2", 35 }, { "171 ч.2 п.1", 30 }, { "171 ч.3", 10 } };

    private static readonly Shares<string> s_since2021 = new()
    {
        { "166 ч.1", 20 }, { "166 ч.2 п.1", 30 }, { "ст. 166 ч. 2", 22 }, { "166 ч.3", 6 }, { "167 ч.1", 8 }, { "ст. 167 ч. 2", 4 }, { "170 ч.1", 6 }, { "ст. 170 ч. 2", 4 },
    };

    private static readonly Shares<string> s_related = new() { { "159 ч.1", 45 }, { "159 ч.2", 35 }, { "ст. 159 ч. 2 п.1", 20 } };

    /// <returns>A trafficking article of the code in force on the day.</returns>
    public static string Trafficking(SeededRandom random, DateOnly day) =>
        random.Pick(day < CodeOf2019 ? s_until2018 : day < CodeOf2021 ? s_until2021 : s_since2021);

    /// <returns>Whether it is one of the neighbouring articles.</returns>
    public static bool IsRelated(string article) => s_related.Any(share => share.Value == article);

    /// <returns>A neighbouring article of the code in force since December 2021.</returns>
    public static string Related(SeededRandom random) => random.Pick(s_related);
}
