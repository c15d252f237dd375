using Analytics.Domain.Disclosure;
using Analytics.Domain.Measures;
using Analytics.Etl.Commands.Protect;

namespace Analytics.Etl.Tests.Commands;

/// <summary>Margins as people write them: a small count beside its margin is never left open because the margin was not seen.</summary>
public sealed class ProtectMarginTests
{
    private static readonly string[] s_known =
    [
        "total", "Total", "TOTAL:", "All", "all ages", "Both sexes", "_T", "Grand total", "Σ", "Итого", "ИТОГО:", "Всего", "все", "Оба пола", "Все возраста",
        "в целом", "Бардыгы", "Жалпы", "Баары", "Эки жыныс", "",
    ];

    /// <summary>No list of words has them; the counts give them away.</summary>
    private static readonly string[] s_unknown = ["Кыргызская Республика", "K05", "Everyone counted", "ж+м", "свод"];

    public static TheoryData<string> Words => [.. s_known];

    [Theory]
    [MemberData(nameof(Words))]
    public void Read_MarginWord_GivesTheProtectionOfTheDeclaredMargin(string word)
    {
        foreach (var seed in Enumerable.Range(0, 12))
        {
            var drawn = Draw(new Random(seed));
            var declared = Protect(Write(drawn, "total", "total"));
            var written = Protect(Write(drawn, word, word));

            Assert.NotNull(declared);
            Assert.Equal(declared, written);
        }
    }

    [Fact]
    public void Read_MixedAndUnknownWords_GiveTheSameProtectionOrARefusal()
    {
        var refused = 0;
        foreach (var seed in Enumerable.Range(0, 400))
        {
            var random = new Random(seed);
            var drawn = Draw(random);
            string[] words = [.. s_known, .. s_unknown];
            var (rows, columns) = (words[random.Next(words.Length)], words[random.Next(words.Length)]);
            var declared = Protect(Write(drawn, "total", "total"));
            var written = Protect(Write(drawn, rows, columns));

            refused += written is null ? 1 : 0;
            Assert.True(written is null || written.SequenceEqual(declared!), $"seed {seed}: {rows}, {columns}\n{Write(drawn, rows, columns)}");
        }

        Assert.InRange(refused, 50, 250);
    }

    [Theory]
    [InlineData("region,count\n417,40\n41705,25\n41706,13\n41708,2\n", "417")]
    [InlineData("region,count\n41700000000000,40\n41705,25\n41706,13\n41708,2\n", "41700000000000")]
    [InlineData("code,count\nAB,40\nAB1,25\nAB2,13\nAB3,2\n", "AB")]
    [InlineData("period,count\n2021,40\n01.2021,25\n02.2021,13\n12.2021,2\n", "2021")]
    [InlineData("period,count\n2021 г.,40\nянварь 2021,25\nфевраль 2021,13\nмарт 2021 г.,2\n", "2021 г.")]
    [InlineData("period,count\n2021,40\n2021-01,25\n2021-02,13\n2021-12,2\n", "2021")]
    [InlineData("period,count\n2021,40\nI кв. 2021,25\nII кв. 2021,13\n4 квартал 2021,2\n", "2021")]
    [InlineData("period,count\nH1 2021,38\n2021-Q1,25\n2021-03,25\n2021-Q2,13\n30.06.2021,2\n2021-05,11\n2021-H2,2\n2021-12-01,2\n", "H1 2021")]
    public void Read_CodeThatHoldsOthers_IsTheirParent(string text, string top)
    {
        var (file, problem) = Read(text);

        Assert.True(file is not null, problem);
        var tree = file.Table.Dimensions[0].Parents;
        Assert.Equal("total", tree[top]);
        Assert.True(tree.Count(code => code.Value == top) > 1);

        // The smallest count and at least one more beside it.
        var withheld = Suppressor.Protect(file.Table, SuppressionPolicy.Ministry).Cells.Count(cell => cell.Status == CellStatus.Withheld);
        Assert.True(withheld > 1);
    }

    [Theory]
    [InlineData("region,count\nРеспублика Кыргызстан,32\nОш,18\nТалас,12\nНарын,2\n", "line 2: region Республика Кыргызстан counts 32, the sum of Ош (line 3) + Талас (line 4) + Нарын (line 5)")]
    [InlineData("sex,count\nж,14\nм,16\nж+м,30\n", "line 4: sex ж+м counts 30, the sum of ж (line 2) + м (line 3)")]
    [InlineData("region,sex,count\nX,f,900\nX,m,777\nY,f,41\nY,m,350\nS,f,941\nS,m,1127\nZ,f,88\nZ,m,13\n", "line 7: region S counts 1127, the sum of X (line 3) + Y (line 5)")]
    public void Read_UndeclaredSum_IsRefusedWithItsRows(string text, string expected)
    {
        var (file, problem) = Read(text);

        Assert.Null(file);
        Assert.Contains(expected, problem, StringComparison.Ordinal);
        Assert.Contains("--hierarchy", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_SumThatTheMarginDisproves_IsNoMargin()
    {
        var (file, problem) = Read("region,count\nВсего,60\nA,30\nB,18\nC,12\n");

        Assert.True(file is not null, problem);
        Assert.Empty(file.Sums);
    }

    [Fact]
    public void Read_SumDeclaredToBeNone_IsTakenAsDeclared()
    {
        var levels = new Dictionary<string, Dictionary<string, string>>(StringComparer.Ordinal)
        {
            ["sex"] = new(StringComparer.Ordinal) { ["a"] = "total", ["b"] = "total", ["c"] = "total" },
        };
        var (file, problem) = CellsFile.Read(new StringReader("sex,count\na,30\nb,18\nc,12\n"), levels, [], []);

        Assert.True(file is not null, problem);
    }

    [Theory]
    [InlineData("sex,count\n,30\nж,18\nм,12\nИтого,60\n", "line 2: sex is empty where Итого marks the margin")]
    [InlineData("sex,count\nИтого,31\nж,18\nм,12\n", "the margin over sex counts 31")]
    [InlineData("sex,count\nИтого,30\nTotal,30\nж,18\nм,12\n", "line 3: the same cell was already given")]
    [InlineData("period,count\n2021,40\n2021-Q1,25\n2021-Q2,99\n", "the margin over period counts 40")]
    [InlineData("sex,count\nВсе остальные,3\nж,18\nм,12\nбардыгы,30\n", "add up to 33")]
    public void Read_MarginThatCannotBe_IsRefused(string text, string expected)
    {
        var (file, problem) = Read(text);

        Assert.Null(file);
        Assert.Contains(expected, problem, StringComparison.Ordinal);
    }

    private static (CellsFile? File, string? Problem) Read(string text) =>
        CellsFile.Read(new StringReader(text), new Dictionary<string, Dictionary<string, string>>(StringComparer.Ordinal), [], []);

    /// <summary>What the command prints, or null where it refuses.</summary>
    private static ProtectedCell[]? Protect(string text)
    {
        var (file, _) = Read(text);
        if (file is null)
        {
            return null;
        }

        // The profile that does not round: a margin that is not seen shows at once.
        var protection = Suppressor.Protect(file.Table, SuppressionPolicy.Ministry);
        Assert.Empty(protection.Attack.Exposed);
        return file.Sums.Any(sum => sum.MayTell(i => protection.Cells[i].Status == CellStatus.Withheld)) ? null : [.. protection.Cells];
    }

    private static int[,] Draw(Random random)
    {
        var counts = new int[random.Next(2, 5), random.Next(2, 4)];
        for (var i = 0; i < counts.GetLength(0); i++)
        {
            for (var k = 0; k < counts.GetLength(1); k++)
            {
                counts[i, k] = random.Next(5) switch { 0 => random.Next(0, 5), _ => random.Next(8, 90) };
            }
        }

        return counts;
    }

    private static string Write(int[,] counts, string rowMargin, string columnMargin)
    {
        var (rows, columns) = (counts.GetLength(0), counts.GetLength(1));
        var lines = new List<string> { "region,sex,count" };
        for (var i = 0; i <= rows; i++)
        {
            for (var k = 0; k <= columns; k++)
            {
                var sum = (from r in Enumerable.Range(0, rows) from c in Enumerable.Range(0, columns)
                           where (i == rows || r == i) && (k == columns || c == k) select counts[r, c]).Sum();
                lines.Add($"{(i == rows ? rowMargin : $"r{"абвг"[i]}")},{(k == columns ? columnMargin : $"c{"жмн"[k]}")},{sum}");
            }
        }

        return string.Join('\n', lines);
    }
}
