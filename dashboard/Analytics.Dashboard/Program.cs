using Analytics.Dashboard;
using Analytics.Dashboard.Access;
using Analytics.Dashboard.Alerts;
using Analytics.Dashboard.Api;
using Analytics.Dashboard.Hosting;
using Analytics.Dashboard.Intake;
using Analytics.Dashboard.Layout;
using Analytics.Dashboard.Pages.DataIn;
using Analytics.Dashboard.Pages.Jobs;
using Analytics.Dashboard.Pages.Linkage;
using Analytics.Dashboard.Pages.Rejections;
using Analytics.Dashboard.Pages.Lineage;
using Analytics.Dashboard.Pages.SignOff;
using Analytics.Dashboard.Pages.Programmes;
using Analytics.Dashboard.Pages.Reporting;
using Analytics.Dashboard.Published;

var builder = WebApplication.CreateBuilder(args);
builder.AddSettingsFile();
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddHosting();
builder.Services.AddHealth();
builder.Services.AddAccess();
builder.Services.AddSingleton<FigureRegister>();
builder.Services.AddSingleton<PublishedData>();
builder.Services.AddOptions<IntakeOptions>().BindConfiguration(IntakeOptions.Section);
builder.Services.AddSingleton<IntakeFiles>();
builder.Services.AddSingleton<RequestClient>();
builder.Services.AddSingleton<RejectionsQuery>();
builder.Services.AddSingleton<DataInQuery>();
builder.Services.AddSingleton<JobsQuery>();
builder.Services.AddSingleton<LinkageQuery>();
builder.Services.AddSingleton<LineageQuery>();
builder.Services.AddSingleton<SignOffQuery>();
builder.Services.AddSingleton<AlertQuery>();
builder.Services.AddSingleton<QualityQuery>();
builder.Services.AddSingleton<ProgrammesQuery>();
builder.Services.AddSingleton<ReportingQuery>();
builder.Services.AddRazorComponents().AddInteractiveServerComponents();
builder.Services.AddHttpContextAccessor();
builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.PropertyNamingPolicy = System.Text.Json.JsonNamingPolicy.SnakeCaseLower);
builder.Services.AddOpenApi();
builder.Services.AddHostedService<ParentWatch>();

if (await builder.CheckSettingsAsync() is { } exitCode)
{
    return exitCode;
}

var app = builder.Build();
app.UseForwardedHeaders();
app.UseSecurityHeaders();
app.UseHsts();
app.UseExceptionHandler(Routes.Error, createScopeForErrors: true);
app.UseStatusCodePagesWithReExecute(Routes.NotFound, createScopeForStatusCodePages: true);
app.UseWellFormed();
app.UseSameOrigin();
app.UseAddressLimits();
app.UseAuthentication();
app.UseAccountLimits();
app.UseAuthorization();
app.UseFirstSteps();
app.UseAntiforgery();
app.MapStaticAssets().AllowAnonymous();
app.MapOpenApi("/openapi/v1.json").AllowAnonymous().OpenTo(options => options.OpenApi);
app.MapInterface();
app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
return await app.RunOrSayAsync();
