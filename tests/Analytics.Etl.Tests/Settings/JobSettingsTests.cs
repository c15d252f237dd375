using Analytics.Etl.Hosting;
using Analytics.Etl.Ingest.Inbox;
using Analytics.Etl.Settings;

namespace Analytics.Etl.Tests.Settings;

public sealed class JobSettingsTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_SettingsAsShipped_HaveNoFault() => Assert.NotEmpty(JobSettings.Read(new DataFolder(_folder.Path), demo: true).Sources);

    [Fact]
    public void Read_WithoutTheDemonstration_LeavesItsSourcesOut() =>
        Assert.DoesNotContain(JobSettings.Read(new DataFolder(_folder.Path), demo: false).Sources, source => source.Synthetic);

    [Theory]
    [InlineData("""{"Inbox": {"QuietSecond": 5}}""", "Inbox:QuietSecond is no setting, expected one of: QuietSeconds, LookSeconds, WatchSeconds")]
    [InlineData("""{"Inboxes": 5}""", "Inboxes is no setting, expected one of: Sources, Inbox, Publish, Quarantine, Keep, Logging, Analytics")]
    [InlineData("""{"Inbox": {"QuietSeconds": -1}}""", "Inbox:QuietSeconds is '-1', expected a number of seconds from 0 to 3600")]
    [InlineData("""{"Inbox": {"QuietSeconds": "soon"}}""", "Inbox:QuietSeconds is 'soon', expected a number of seconds from 0 to 3600")]
    [InlineData("""{"Inbox": {"WatchSeconds": 3601}}""", "Inbox:WatchSeconds is '3601', expected a number of seconds from 0 to 3600")]
    [InlineData("""{"Inbox": 5}""", "Inbox is '5', expected an object with QuietSeconds, LookSeconds, WatchSeconds")]
    [InlineData("""{"Publish": {"Schedule": "daily"}}""", "Publish:Schedule is 'daily', expected a Quartz cron expression")]
    [InlineData("""{"Sources": {"hotline": {"Fed": "hotline"}}}""", "Sources:hotline:Fed is no setting, expected one of: Feed, Mapping, Schedule, Synthetic, DatedNames, Fetch, Reports")]
    [InlineData("""{"Sources": {"hotline": {"Synthetic": "perhaps"}}}""", "Sources:hotline:Synthetic is 'perhaps', expected true or false")]
    [InlineData("""{"Logging": {"File": {"Format": "xml"}}}""", "Logging:File:Format is 'xml', expected text or json")]
    [InlineData("""{"Logging": {"LogLevel": {"Default": "Loud"}}}""", "Logging:LogLevel:Default is 'Loud', expected one of: Trace, Debug")]
    public void Read_KeyOrValueThatCannotBe_SaysKeyValueAndLimitInOneLine(string text, string expected)
    {
        File.WriteAllText(Path.Combine(_folder.Path, "appsettings.json"), text);

        var refused = Assert.Throws<SettingsException>(() => JobSettings.Read(new DataFolder(_folder.Path), demo: true));

        Assert.StartsWith("the settings in appsettings.json or the environment have 1 fault: " + expected, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Message);
    }

    [Fact]
    public void Read_EnvironmentSaysOtherwise_Wins()
    {
        File.WriteAllText(Path.Combine(_folder.Path, "appsettings.json"), """{"Inbox": {"QuietSeconds": 7, "LookSeconds": 3}}""");
        Environment.SetEnvironmentVariable("ANALYTICS_WORKER__Inbox__QuietSeconds", "9");
        try
        {
            Assert.Equal((9, 3), (JobSettings.Read(new DataFolder(_folder.Path), demo: true).Inbox.QuietSeconds, JobSettings.Read(new DataFolder(_folder.Path), demo: true).Inbox.LookSeconds));
        }
        finally
        {
            Environment.SetEnvironmentVariable("ANALYTICS_WORKER__Inbox__QuietSeconds", null);
        }
    }
}
