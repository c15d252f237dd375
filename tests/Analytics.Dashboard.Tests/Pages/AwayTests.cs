using Analytics.Dashboard.Access;
using Analytics.Dashboard.Alerts;
using Analytics.Dashboard.Uploads;
using Analytics.Dashboard.Localization;
using Analytics.Dashboard.Pages.DataIn;
using Analytics.Dashboard.Pages.Jobs;
using Analytics.Dashboard.Pages.Rejections;
using Analytics.Dashboard.Pages.Upload;
using Analytics.Database.Accounts;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Analytics.Dashboard.Tests.Pages;

/// <summary>The pages of who runs the system while its database does not answer: they say so, and offer another try.</summary>
public sealed class AwayTests
{
    // Nothing listens on the port of discarded packets.
    private const string Nowhere = "Host=127.0.0.1;Port=9;Username=nobody;Database=nothing;Timeout=2;Pooling=false";

    public static TheoryData<string, string> Languages => new() { { "en", "Try again" }, { "ru", "Повторить" }, { "ky", "Кайра аракет кылуу" } };

    [Theory]
    [MemberData(nameof(Languages))]
    public Task Jobs_DatabaseAway_OffersAnotherTry(string language, string retry) => FailsAsync<JobsPage>(language, retry);

    [Theory]
    [MemberData(nameof(Languages))]
    public Task Rejections_DatabaseAway_OffersAnotherTry(string language, string retry) => FailsAsync<RejectionsPage>(language, retry);

    [Theory]
    [MemberData(nameof(Languages))]
    public Task DataIn_DatabaseAway_OffersAnotherTry(string language, string retry) => FailsAsync<DataInPage>(language, retry);

    [Theory]
    [MemberData(nameof(Languages))]
    public Task Upload_DatabaseAway_OffersAnotherTry(string language, string retry) => FailsAsync<UploadPage>(language, retry);

    [Fact]
    public async Task AlertsAndFindings_DatabaseAway_LeaveItToThePage()
    {
        Assert.Equal("", (await RenderAsync<AlertList>("en")).Trim());
        Assert.Equal("", (await RenderAsync<QualityFindings>("en")).Trim());
    }

    private static async Task FailsAsync<TPage>(string language, string retry)
        where TPage : IComponent
    {
        var html = await RenderAsync<TPage>(language);
        Assert.Contains("<div class=\"failed\" role=\"alert\">", html, StringComparison.Ordinal);
        Assert.Contains(retry, html, StringComparison.Ordinal);
        Assert.DoesNotContain("127.0.0.1", html, StringComparison.Ordinal);
    }

    private static Task<string> RenderAsync<TPage>(string language)
        where TPage : IComponent => Rendering.RenderAsync<TPage>(Sample.Reader(Language.Find(language)), register: services => services
            .AddSingleton(Options.Create(new DatabaseOptions { Admin = Nowhere }))
            .AddSingleton(Options.Create(new UploadOptions()))
            .AddSingleton<AdminDatabase>().AddSingleton(provider => new AuditLog(provider.GetRequiredService<AdminDatabase>().Source)).AddSingleton<AuditTrail>()
            .AddSingleton<RequestClient>().AddSingleton<UploadFiles>()
            .AddSingleton<JobsQuery>().AddSingleton<RejectionsQuery>().AddSingleton<DataInQuery>().AddSingleton<QualityQuery>().AddSingleton<AlertQuery>());
}
