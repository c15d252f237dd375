using Analytics.Demo;

namespace Analytics.Etl.Tests.Demo;

public sealed class DemoWriterTests
{
    private static readonly DemoOptions s_small = DemoRun.Defaults with { FirstYear = 2020, LastYear = 2022, Contacts = 500 };

    [Fact]
    public void Write_SameSeedAndDay_GivesTheSameBytes()
    {
        using var one = DemoRun.Of(DemoRun.Defaults);
        using var other = DemoRun.Of(DemoRun.Defaults);

        Assert.Equal(108, DemoRun.Hashes(one.Folder).Count);
        Assert.Equal(DemoRun.Hashes(one.Folder), DemoRun.Hashes(other.Folder));
    }

    [Fact]
    public void Write_OtherSeed_ChangesEveryFile()
    {
        using var one = DemoRun.Of(s_small);
        using var other = DemoRun.Of(s_small with { Seed = 2 });
        var (before, after) = (DemoRun.Hashes(one.Folder), DemoRun.Hashes(other.Folder));

        Assert.Equal(before.Keys, after.Keys, StringComparer.Ordinal);
        Assert.DoesNotContain(before, file => after[file.Key] == file.Value);
    }

    [Fact]
    public void Write_AMonthLater_LeavesContactsOfEarlierYearsAsTheyWere()
    {
        using var one = DemoRun.Of(DemoRun.Defaults);
        using var later = DemoRun.Of(DemoRun.Defaults with { Today = DemoRun.Today.AddMonths(1) });
        var (before, after) = (DemoRun.Hashes(one.Folder), DemoRun.Hashes(later.Folder));

        Assert.All(before.Where(f => f.Key.Contains("hotline", StringComparison.Ordinal) && !f.Key.Contains("2026", StringComparison.Ordinal)), f => Assert.Equal(f.Value, after[f.Key]));
        Assert.True(later.Report.Rows > one.Report.Rows);
    }

    [Fact]
    public void Write_Again_ReplacesItsOwnFilesAndRemovesThoseOfOtherYears()
    {
        using var run = DemoRun.Of(s_small);
        File.WriteAllText(Path.Combine(run.Folder, "demo_hotline", ".synthetic_hotline_2020.csv.partial"), "an earlier run was killed here");

        var report = DemoWriter.Write(run.Folder, s_small with { FirstYear = 2021 });

        Assert.Null(report.Refused);
        Assert.DoesNotContain(DemoRun.Hashes(run.Folder).Keys, file => file.Contains("2020", StringComparison.Ordinal));
        Assert.Equal(report.Files + 1, DemoRun.Hashes(run.Folder).Count);
    }

    [Theory]
    [InlineData("demo_hotline/hotline.csv")]
    [InlineData("README.txt")]
    public void Write_SomebodyElsesFileInTheWay_RefusesAndTouchesNothing(string name)
    {
        var folder = Directory.CreateTempSubdirectory("analytics-demo-").FullName;
        try
        {
            var file = Path.Combine(folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, "mine");

            var report = DemoWriter.Write(folder, s_small);

            Assert.Contains(name, report.Refused, StringComparison.Ordinal);
            Assert.Equal("mine", File.ReadAllText(Assert.Single(Directory.GetFiles(folder, "*", SearchOption.AllDirectories))));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Write_FolderThatIsAFile_RefusesInOneLine()
    {
        var file = Path.GetTempFileName();
        try
        {
            var report = DemoWriter.Write(file, s_small);

            Assert.NotNull(report.Refused);
            Assert.DoesNotContain("\n", report.Refused, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void For_NewYearsNightInBishkek_EndsWithDecember()
    {
        // 19:00 UTC on 31 December is 01:00 on 1 January in Bishkek.
        var options = DemoOptions.For(new Fixed(new(2025, 12, 31, 19, 0, 0, TimeSpan.Zero)));

        Assert.Equal(new DateOnly(2026, 1, 1), options.Today);
        Assert.Equal(new DateOnly(2025, 12, 31), options.Period.To);
    }

    private sealed class Fixed(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
