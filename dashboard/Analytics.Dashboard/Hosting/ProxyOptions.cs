using System.Net;
using Analytics.Dashboard.Settings;

namespace Analytics.Dashboard.Hosting;

/// <summary>
/// What stands between the server and its readers, section <c>Analytics:Proxy</c>, and under which names it is reached, key
/// <c>AllowedHosts</c>. Without settings no forwarded header is believed and the machine's own names alone are answered.
/// </summary>
public sealed class ProxyOptions : ICheckedOptions
{
    public const string Section = "Analytics:Proxy";
    public const string HostsKey = "AllowedHosts";

    private const int DefaultHstsDays = 365;
    private const int MostHstsDays = 1_000;

    /// <summary>Names of the machine itself: what starts the server asks it under one of them.</summary>
    private static readonly string[] s_ownNames = ["localhost", "127.0.0.1", "[::1]"];

    /// <summary>Proxies whose word on client, scheme and host is taken: addresses, or networks such as 10.1.0.0/16.</summary>
    public IReadOnlyList<IPNetwork> Trusted { get; private set; } = [];

    /// <summary>Host names that are answered.</summary>
    public IReadOnlyList<string> Hosts { get; private set; } = s_ownNames;

    /// <summary>For how long browsers are told to come by HTTPS only; told over HTTPS.</summary>
    public int HstsDays { get; private set; } = DefaultHstsDays;

    public IReadOnlyList<string> Faults { get; private set; } = [];

    public void Read(IConfiguration configuration)
    {
        var settings = new SettingsReader(configuration, Section);
        Trusted = [.. settings.List(nameof(Trusted)).Select(text => Network(settings, text)).OfType<IPNetwork>()];
        HstsDays = (int)settings.Number(nameof(HstsDays), DefaultHstsDays, 0, MostHstsDays);
        var hosts = SettingsReader.Parts(configuration[HostsKey]);
        Hosts = [.. hosts, .. s_ownNames];
        Faults =
        [
            .. settings.Faults,
            .. hosts.Where(host => !IsHost(host))
                .Select(host => $"{HostsKey} is '{host}'; expected host names without scheme and port, such as analytics.example.kg."),
        ];
    }

    // A network as wide as the whole net would take everybody's word, which is what the setting is there to prevent.
    private static IPNetwork? Network(SettingsReader settings, string text)
    {
        if (IPAddress.TryParse(text, out var address))
        {
            return new IPNetwork(address, address.GetAddressBytes().Length * 8);
        }

        if (IPNetwork.TryParse(text, out var network) && network.PrefixLength >= 8)
        {
            return network;
        }

        settings.Refuse(nameof(Trusted), text, "addresses such as 127.0.0.1, or networks such as 10.1.0.0/16, /8 at the widest");
        return null;
    }

    private static bool IsHost(string host) =>
        host == "*"
        || Uri.CheckHostName(host.StartsWith("*.", StringComparison.Ordinal) ? host[2..] : host) is UriHostNameType.Dns or UriHostNameType.IPv4
        || (host is ['[', .., ']'] && Uri.CheckHostName(host) == UriHostNameType.IPv6);
}
