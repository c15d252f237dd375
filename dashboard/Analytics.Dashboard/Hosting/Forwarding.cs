using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.HttpsPolicy;
using Microsoft.Extensions.Options;

namespace Analytics.Dashboard.Hosting;

/// <summary>
/// Whose word is taken on where a request comes from, and which host names are answered; from <see cref="ProxyOptions"/> and nothing
/// else.
/// </summary>
public sealed class Forwarding(IOptions<ProxyOptions> proxy)
    : IPostConfigureOptions<ForwardedHeadersOptions>, IPostConfigureOptions<HostFilteringOptions>, IPostConfigureOptions<HstsOptions>
{
    private readonly ProxyOptions _proxy = proxy.Value;

    public void PostConfigure(string? name, ForwardedHeadersOptions options)
    {
        options.ForwardedHeaders = _proxy.Trusted.Count == 0
            ? ForwardedHeaders.None
            : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in _proxy.Trusted)
        {
            options.KnownIPNetworks.Add(network);
        }

        // From the nearest proxy outwards, up to the first address that is none of them.
        options.ForwardLimit = null;
        options.AllowedHosts = [.. _proxy.Hosts];
    }

    public void PostConfigure(string? name, HostFilteringOptions options) =>
        (options.AllowedHosts, options.AllowEmptyHosts) = ([.. _proxy.Hosts], false);

    public void PostConfigure(string? name, HstsOptions options) => options.MaxAge = TimeSpan.FromDays(_proxy.HstsDays);
}
