using Analytics.Testing;

namespace Analytics.Dashboard.Tests.Localization;

/// <summary>One word a concept: the words of statistics offices stand in the texts, and what must not stand beside them does not.</summary>
public sealed class TermTests
{
    private static readonly (string Term, string[] Forbidden)[] s_terms =
    [
        ("95%-ный доверительный интервал", ["95 %-й интервал", "95 %-м интервал", "95 %-ми интервал"]),
        ("Статистически значимых изменений нет", ["не больше случайн", "сверх случайных", "больше, чем случайно"]),
        ("значимых различий между группами не выявлено", ["ни одна группа не превышает"]),
        ("Сопоставленные лица", ["Связанные лица", "связанных лиц"]),
        ("Единый реестр преступлений и проступков", ["Единый реестр преступлений (", "Реестр уголовных преступлений"]),
        ("не принято {0} файлов", ["отказано файлам", "отвергнуто файлов"]),
        ("Распределение вклада доноров", ["Раздел зачёта"]),
        ("Аккаунт", ["запись,Эсеп,", "Эсептин аты", "эсебиңиз"]),
        ("persons assisted", ["per 100 assisted persons"]),
        ("A range made so that 95 of 100 such ranges hold the true value", ["range in which the true value lies", "One in twenty changes found"]),
    ];

    private static readonly string[] s_sources =
    [
        .. ((string[])["dashboard/Analytics.Dashboard", "etl/Analytics.Domain/Measures"])
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(ProjectRoot.Path, folder), "*.cs", SearchOption.AllDirectories))
            .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Concat(Directory.EnumerateFiles(Path.Combine(ProjectRoot.Path, "texts"), "*.csv"))
            .Select(File.ReadAllText),
    ];

    public static TheoryData<string> Terms => [.. s_terms.Select(term => term.Term)];

    [Theory]
    [MemberData(nameof(Terms))]
    public void Term_OfTheList_IsUsedAndItsAlternativesAreNot(string term)
    {
        Assert.Contains(s_sources, source => source.Contains(term, StringComparison.OrdinalIgnoreCase));
        Assert.All(s_terms.Single(one => one.Term == term).Forbidden, words => Assert.DoesNotContain(s_sources, source => source.Contains(words, StringComparison.OrdinalIgnoreCase)));
    }
}
