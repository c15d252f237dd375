using Analytics.Etl.Ingest.Inbox;
using Analytics.Etl.Settings;

namespace Analytics.Database.Tests.Uploads;

public sealed class InboxFilesTests : IDisposable
{
    private readonly string _inbox = Directory.CreateTempSubdirectory("analytics-inbox-").FullName;

    public void Dispose() => Directory.Delete(_inbox, recursive: true);

    [Fact]
    public async Task Look_FileGrowsBetweenTheLooks_IsLeft()
    {
        Write("whole.csv", age: 3600);
        Write("growing.csv", age: 60);
        // Whoever looks waits for the second look; meanwhile the file grows, and its time is put back, as some copy programs do.
        var clock = new WaitingClock(DateTimeOffset.UtcNow, meanwhile: () =>
        {
            File.AppendAllText(Path.Combine(_inbox, "growing.csv"), "more\n");
            File.SetLastWriteTimeUtc(Path.Combine(_inbox, "growing.csv"), DateTime.UtcNow.AddSeconds(-60));
        });
        var look = await new InboxFiles(new InboxSettings(), clock).LookAsync(_inbox, whole: null, default);
        Assert.Equal(["whole.csv"], look.Ready.Select(Path.GetFileName));
        AssertLeft("a .csv file of ", "(it changed while it was looked at)", look.Left);
        Assert.Equal(TimeSpan.FromSeconds(1), clock.Waited);
    }

    [Fact]
    public async Task Look_WrittenAMomentAgo_IsLeftUntilItIsQuiet()
    {
        Write("fresh.csv", age: 2);
        var look = await new InboxFiles(new InboxSettings(QuietSeconds: 5), new WaitingClock(DateTimeOffset.UtcNow)).LookAsync(_inbox, null, default);
        Assert.Empty(look.Ready);
        AssertLeft("a .csv file of ", "(written to within the last 5 s)", look.Left);
        look = await new InboxFiles(new InboxSettings(QuietSeconds: 5), new WaitingClock(DateTimeOffset.UtcNow.AddSeconds(10))).LookAsync(_inbox, null, default);
        Assert.Single(look.Ready);
    }

    [Theory]
    [InlineData("a.csv.part")]
    [InlineData("a.tmp")]
    [InlineData("a.XLSX.crdownload")]
    [InlineData("~$cases.xlsx")]
    public async Task Look_NameOfAnUnfinishedFile_IsLeftAndSaid(string name)
    {
        Write(name, age: 3600);
        var look = await new InboxFiles(new InboxSettings(), new WaitingClock(DateTimeOffset.UtcNow)).LookAsync(_inbox, null, default);
        Assert.Empty(look.Ready);
        AssertLeft("a ", "bytes, written ", look.Left);
        Assert.DoesNotContain(name, look.Left[0], StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Look_HiddenFile_IsPassedOver()
    {
        Write(".DS_Store", age: 3600);
        var look = await new InboxFiles(new InboxSettings(), new WaitingClock(DateTimeOffset.UtcNow)).LookAsync(_inbox, null, default);
        Assert.Empty(look.Ready);
    }

    /// <summary>What is left is told by its kind, size and time: a name may be a person's.</summary>
    private static void AssertLeft(string file, string why, IReadOnlyList<string> left)
    {
        var said = Assert.Single(left);
        Assert.StartsWith(file, said, StringComparison.Ordinal);
        Assert.Contains(why, said, StringComparison.Ordinal);
    }

    private void Write(string name, double age)
    {
        File.WriteAllText(Path.Combine(_inbox, name), "contact_id,started_at\nX-1,2021\n");
        File.SetLastWriteTimeUtc(Path.Combine(_inbox, name), DateTime.UtcNow.AddSeconds(-age));
    }

    /// <summary>Stands still; what waits for it goes on at once, after something has happened meanwhile.</summary>
    private sealed class WaitingClock(DateTimeOffset now, Action? meanwhile = null) : TimeProvider
    {
        public TimeSpan Waited { get; private set; }

        public override DateTimeOffset GetUtcNow() => now;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Waited += dueTime;
            meanwhile?.Invoke();
            return base.CreateTimer(callback, state, TimeSpan.FromMilliseconds(1), period);
        }
    }
}
