using Analytics.Dashboard.Settings;
using Analytics.Database.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;

namespace Analytics.Dashboard.Access;

/// <summary>Who gets in: sessions, tokens and keys.</summary>
public static class AccessServices
{
    private const string ByHeader = "session or token";

    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.AddOptions<DatabaseOptions>().BindConfiguration(DatabaseOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<DatabaseOptions>, DatabaseOptionsValidator>();
        services.AddSingleton<ProfileDatabase>();
        services.AddSingleton<AdminDatabase>();
        services.AddSingleton(provider => new AccountStore(provider.GetRequiredService<AdminDatabase>().Source, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new ApiTokenStore(provider.GetRequiredService<AdminDatabase>().Source, provider.GetRequiredService<TimeProvider>()));

        services.AddSingleton(provider => new SavedViewStore(provider.GetRequiredService<AdminDatabase>().Source, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new AuditLog(provider.GetRequiredService<AdminDatabase>().Source));
        services.AddSingleton<AuditTrail>();
        services.AddSingleton(provider => new SessionStore(provider.GetRequiredService<AdminDatabase>().Source, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<Sessions>();
        services.AddSingleton<SessionWatch>();
        services.AddHostedService(provider => provider.GetRequiredService<SessionWatch>());
        services.AddSingleton<SecondFactor>();
        services.AddSingleton<SignInThrottle>();
        services.AddSingleton<KnownClient>();
        services.AddSingleton<SignInGate>();

        services.AddDataProtection().SetApplicationName("analytics");
        services.AddSingleton<DataProtectionKeys>();
        services.AddOptions<KeyManagementOptions>().Configure<DataProtectionKeys>((options, keys) => options.XmlRepository = keys);

        services.AddCheckedOptions<SessionOptions>();
        services.AddScoped<CookieSession>();
        services.AddScoped<AuthenticationStateProvider, CircuitSession>();
        services.AddScoped<CircuitHandler, SessionCircuit>();
        services.AddOptions<CookieAuthenticationOptions>(CookieAuthenticationDefaults.AuthenticationScheme)
            .Configure<IOptions<SessionOptions>>((cookie, session) => cookie.ExpireTimeSpan = session.Value.Longest);
        services.AddCascadingAuthenticationState();
        services.AddAuthentication(ByHeader)
            .AddPolicyScheme(ByHeader, null, options => options.ForwardDefaultSelector = context =>
                ApiProblem.IsApi(context.Request) && ApiTokenHandler.IsMeant(context) ? ApiTokenHandler.SchemeName : CookieAuthenticationDefaults.AuthenticationScheme)
            .AddScheme<AuthenticationSchemeOptions, ApiTokenHandler>(ApiTokenHandler.SchemeName, null)
            .AddCookie(ConfigureCookie)
            .AddCookie(SecondFactor.Pending, ConfigurePending);
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        return services;
    }

    private static void ConfigureCookie(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "analytics.session";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.LoginPath = Routes.SignIn;
        options.AccessDeniedPath = Routes.NotFound;
        options.ReturnUrlParameter = "returnUrl";
        options.SlidingExpiration = false;
        options.EventsType = typeof(CookieSession);
    }

    // Between the password and the one-time code: says who is asked for a code, and opens nothing.
    private static void ConfigurePending(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "analytics.code";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = TimeSpan.FromMinutes(5);
        options.SlidingExpiration = false;
    }
}
