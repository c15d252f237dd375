using Analytics.Dashboard.Access;
using Analytics.Dashboard.Hosting;
using Analytics.Dashboard.Settings;
using Microsoft.Extensions.Configuration;

namespace Analytics.Dashboard.Tests.Http;

public sealed class HostingSettingsTests(DashboardServer server) : IClassFixture<DashboardServer>
{
    [Theory]
    [InlineData("Analytics:Proxy:Trusted", "proxy.example", "Analytics:Proxy:Trusted is 'proxy.example'; expected addresses")]
    [InlineData("Analytics:Proxy:Trusted", "0.0.0.0/0", "/8 at the widest")]
    [InlineData("Analytics:Proxy:HstsDays", "-1", "Analytics:Proxy:HstsDays is '-1'; expected a whole number from 0 to 1000.")]
    [InlineData("Analytics:Proxy:Trsuted", "127.0.0.1", "Analytics:Proxy:Trsuted is not a setting; expected HstsDays, Trusted.")]
    [InlineData("AllowedHosts", "https://analytics.example.kg", "AllowedHosts is 'https://analytics.example.kg'; expected host names without scheme and port")]
    [InlineData("Analytics:Limits:Circuits", "0", "Analytics:Limits:Circuits is '0'; expected a whole number from 1 to 1000000.")]
    [InlineData("Analytics:Limits:MostBodyBytes", "1e6", "Analytics:Limits:MostBodyBytes is '1e6'; expected a whole number from 65536 to 67108864.")]
    [InlineData("Analytics:Operator:Metrics", "1", "Analytics:Operator:Metrics is '1'; expected local, administrators, open, off.")]
    public void Read_BadValue_SaysKeyValueAndWhatIsExpected(string key, string value, string expected)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create(key, (string?)value)]).Build();
        ICheckedOptions[] all = [new ProxyOptions(), new LimitOptions(), new OperatorOptions()];
        foreach (var options in all)
        {
            options.Read(configuration);
        }

        Assert.Contains(expected, Assert.Single(all.SelectMany(options => options.Faults)), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_NothingSet_BelievesNoProxyAndAnswersTheMachinesOwnNames()
    {
        var proxy = new ProxyOptions();
        proxy.Read(new ConfigurationBuilder().Build());
        Assert.Empty(proxy.Trusted);
        Assert.Equal(["localhost", "127.0.0.1", "[::1]"], proxy.Hosts);
        Assert.Empty(proxy.Faults);
    }

    [Fact]
    public void Read_ListOfProxiesAndHosts_IsTakenOver()
    {
        var proxy = new ProxyOptions();
        proxy.Read(new ConfigurationBuilder().AddInMemoryCollection([
            KeyValuePair.Create("Analytics:Proxy:Trusted", (string?)"127.0.0.1; 10.1.0.0/16, 2001:db8::1"),
            KeyValuePair.Create("AllowedHosts", (string?)"analytics.example.kg;*.example.org")]).Build());
        Assert.Empty(proxy.Faults);
        Assert.Equal(["127.0.0.1/32", "10.1.0.0/16", "2001:db8::1/128"], proxy.Trusted.Select(network => network.ToString()));
        Assert.Equal(["analytics.example.kg", "*.example.org"], proxy.Hosts.Take(2));
    }

    [DatabaseFact]
    public async Task Start_SettingsFile_IsReadAndTheEnvironmentOverrulesIt()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("analytics-settings-").FullName, "appsettings.json");
        await File.WriteAllTextAsync(file, """{ "Analytics": { "Limits": { "Circuits": 0, "CircuitsPerAccount": 0 } } }""");
        var (code, error) = await RunningDashboard.RefusedAsync(server.Logins, ("Analytics:Settings", file), ("Analytics:Limits:CircuitsPerAccount", "7"));
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        Assert.Equal(1, code);
        Assert.Equal("Analytics:Limits:Circuits is '0'; expected a whole number from 1 to 1000000.", error);
    }

    [DatabaseFact]
    public async Task Start_BadSettings_EndsWithOneLineThatNamesAll()
    {
        var (code, error) = await RunningDashboard.RefusedAsync(server.Logins, ("Analytics:Limits:Circuits", "none"), ("Analytics:Proxy:Trusted", "everybody"));
        Assert.Equal(1, code);
        var line = Assert.Single(error.Split('\n'));
        Assert.Contains("Analytics:Limits:Circuits is 'none'; expected a whole number from 1 to 1000000.", line, StringComparison.Ordinal);
        Assert.Contains("Analytics:Proxy:Trusted is 'everybody'; expected addresses", line, StringComparison.Ordinal);
    }
}
