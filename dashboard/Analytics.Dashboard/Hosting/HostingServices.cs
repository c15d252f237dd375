using Analytics.Dashboard.Access;
using Analytics.Dashboard.Settings;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.HttpsPolicy;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace Analytics.Dashboard.Hosting;

/// <summary>How the server faces the net: what it takes, from whom, and how much of it.</summary>
public static class HostingServices
{
    private const int MostHeaderBytes = 32 * 1024;
    private const int MostLineBytes = 8 * 1024;
    private const int MostFields = 256;
    private const int LongestField = 64 * 1024;
    private const int LongestName = 256;
    private const int SlowestBytesPerSecond = 240;

    public static IServiceCollection AddHosting(this IServiceCollection services)
    {
        services.AddCheckedOptions<ProxyOptions>().AddCheckedOptions<LimitOptions>().AddCheckedOptions<OperatorOptions>();
        services.AddSingleton<Forwarding>();
        services.AddSingleton<IPostConfigureOptions<ForwardedHeadersOptions>>(provider => provider.GetRequiredService<Forwarding>());
        services.AddSingleton<IPostConfigureOptions<HostFilteringOptions>>(provider => provider.GetRequiredService<Forwarding>());
        services.AddSingleton<IPostConfigureOptions<HstsOptions>>(provider => provider.GetRequiredService<Forwarding>());
        services.AddOptions<KestrelServerOptions>().Configure<IOptions<LimitOptions>>((server, limits) => Configure(server, limits.Value));
        services.AddOptions<FormOptions>().Configure<IOptions<LimitOptions>>((forms, limits) => Configure(forms, limits.Value));
        services.PostConfigureAll<CookieAuthenticationOptions>(options =>
        {
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.CookieManager = new HostCookies();
        });
        services.Configure<AntiforgeryOptions>(options =>
        {
            options.Cookie.Name = "analytics.form";
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.Configure<ExceptionHandlerOptions>(options => options.StatusCodeSelector = fault =>
            fault is Microsoft.AspNetCore.Http.BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError);
        services.AddRateLimiter(_ => { });
        return services;
    }

    private static void Configure(KestrelServerOptions server, LimitOptions limits)
    {
        server.AddServerHeader = false;
        server.Limits.MaxRequestBodySize = limits.MostBodyBytes;
        server.Limits.MaxRequestLineSize = MostLineBytes;
        server.Limits.MaxRequestHeadersTotalSize = MostHeaderBytes;
        server.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        server.Limits.MinRequestBodyDataRate = new MinDataRate(SlowestBytesPerSecond, TimeSpan.FromSeconds(4));
    }

    private static void Configure(FormOptions forms, LimitOptions limits)
    {
        forms.MultipartBodyLengthLimit = limits.MostBodyBytes;
        forms.BufferBodyLengthLimit = limits.MostBodyBytes;
        forms.ValueCountLimit = MostFields;
        forms.KeyLengthLimit = LongestName;
        forms.ValueLengthLimit = LongestField;
    }
}
