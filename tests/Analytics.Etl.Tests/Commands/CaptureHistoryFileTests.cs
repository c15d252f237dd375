using Analytics.Etl.Commands;

namespace Analytics.Etl.Tests.Commands;

public sealed class CaptureHistoryFileTests
{
    [Theory]
    [InlineData("a,b,c,count\n1,0,0,5\n0,1,1,3\n")]
    [InlineData("\uFEFF\"a\";\"b\";\"c\";\"count\"\r\n1;0;0;5\r\n\r\n0;1;1;3\r\n")]
    [InlineData("a\tb\tc\tCount\n1\t0\t0\t5\n0\t1\t1\t3\n0\t0\t1\t0")]
    [InlineData("count, a, b, c\n5.0,1,0,0\n3,0,1,1\n0,0,0,0\n")]
    [InlineData("a,b,c,count\r1,0,0,5\r0,1,1,3\r")]
    public void Read_ToleratedForms_GiveTheSameTable(string text)
    {
        var (table, problem) = CaptureHistoryFile.Read(new StringReader(text));

        Assert.Null(problem);
        Assert.Equal(["a", "b", "c"], table!.Lists.ToArray(), StringComparer.Ordinal);
        Assert.Equal([0, 5, 0, 0, 0, 0, 3, 0], table.Counts.ToArray());
    }

    [Fact]
    public void Read_ArbitraryListNames_AreKept()
    {
        var (table, _) = CaptureHistoryFile.Read(new StringReader("\"Горячая линия, Бишкек\",x;y,count\n1,0,4\n1,1,2\n"));

        Assert.Equal(["Горячая линия, Бишкек", "x;y"], table!.Lists.ToArray(), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("a,b,c\n1,0,0\n", "no column `count`")]
    [InlineData("a,b,count\n", "no history")]
    [InlineData("a,b,count\n1,0,-3\n", "line 2, column count: -3 is negative")]
    [InlineData("a,b,count\n1,0,3\n0,1,2.5\n", "line 3, column count: 2.5 is not whole")]
    [InlineData("a,b,count\n1,0,<5\n", "a withheld or missing count is not a zero")]
    [InlineData("a,b,count\n1,0,\n", "a withheld or missing count is not a zero")]
    [InlineData("a,b,count\n1,0,NaN\n", "whole number")]
    [InlineData("a,b,count\n1,2,3\n", "line 2, column b: 0 or 1")]
    [InlineData("a,b,count\n1,0\n", "line 2: 2 fields where the header has 3")]
    [InlineData("a,b,count\n1,0,3\n0,1,2\n1,0,4\n", "line 4: the same history as line 2")]
    [InlineData("a,b,count\n0,0,3\n", "line 2: 3 persons on no list")]
    [InlineData("a,a,count\n1,0,3\n", "same name")]
    [InlineData("a,,count\n1,0,3\n", "no name")]
    [InlineData("count\n3\n", "no list")]
    [InlineData("a,b,count\n1,0,3000000000\n", "check the counts")]
    public void Read_BadInput_IsOneClearLine(string text, string expected)
    {
        var (table, problem) = CaptureHistoryFile.Read(new StringReader(text));

        Assert.Null(table);
        Assert.Contains(expected, problem, StringComparison.Ordinal);
        Assert.DoesNotContain("\n", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_TwentyLists_SaysHowManyAreTooMany()
    {
        var names = string.Join(',', Enumerable.Range(1, 20).Select(i => $"list{i}"));
        var (table, problem) = CaptureHistoryFile.Read(new StringReader($"{names},count\n"));

        Assert.Null(table);
        Assert.StartsWith("20 lists are too many, at most 15", problem, StringComparison.Ordinal);
    }
}
