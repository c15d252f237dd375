using Analytics.Database;
using Analytics.Database.Accounts;
using Dapper;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using System.Text.RegularExpressions;

namespace Analytics.Dashboard.Tests.Http;

/// <summary>The dashboard over a real database with a small publication and an account of each role.</summary>
public sealed partial class DashboardServer : IAsyncLifetime
{
    public const string Password = "a password for the tests";

    private readonly PostgresFixture _postgres = new();
    private WebApplicationFactory<Program>? _application;

    /// <summary>Where the dashboard sends its telemetry.</summary>
    public OtlpCollector Collector { get; } = new();

    public PostgresFixture Postgres => _postgres;

    /// <summary>Connection strings of the dashboard's roles.</summary>
    public Logins Logins { get; private set; } = null!;

    public AccountStore Accounts => new(_postgres.Owner, TimeProvider.System);

    public async Task InitializeAsync()
    {
        await _postgres.InitializeAsync();
        var logins = Logins = await Logins.RenewAsync(_postgres.Owner, _postgres.ConnectionString, CancellationToken.None);
        await using (var connection = await _postgres.Owner.OpenConnectionAsync())
        await using (var transaction = await connection.BeginTransactionAsync())
        {
            await connection.ExecuteAsync(SqlText.Beside<DashboardServer>("publication.sql"), transaction: transaction);
            await transaction.CommitAsync();
        }

        foreach (var (name, role) in new[] { ("admin", "administrator"), ("coordinator", "coordinator"), ("donor", "donor"), ("policy", "policy") })
        {
            await Accounts.AddAsync(name, role, Password, mustChangePassword: false, CancellationToken.None);
        }

        _application = new WebApplicationFactory<Program>().WithWebHostBuilder(builder => builder
            .ConfigureServices(services => services.AddSingleton<IStartupFilter, TestClient>())
            .UseSetting("Analytics:StopWithInput", "false")
            .UseSetting("OTEL_EXPORTER_OTLP_ENDPOINT", Collector.Setting("OTEL_EXPORTER_OTLP_ENDPOINT"))
            .UseSetting("OTEL_EXPORTER_OTLP_PROTOCOL", Collector.Setting("OTEL_EXPORTER_OTLP_PROTOCOL"))
            .UseSetting("Analytics:Database:Ministry", logins.Ministry)
            .UseSetting("Analytics:Database:Donor", logins.Donor)
            .UseSetting("Analytics:Database:Public", logins.Public)
            .UseSetting("Analytics:Database:Admin", logins.Admin));
    }

    public async Task DisposeAsync()
    {
        if (_application is not null)
        {
            await _application.DisposeAsync();
        }

        await _postgres.DisposeAsync();
        Collector.Dispose();
    }

    /// <summary>The same server with other settings; the caller disposes of it.</summary>
    public WebApplicationFactory<Program> With(Action<IWebHostBuilder> change) => _application!.WithWebHostBuilder(change);

    public IServiceProvider Services => _application!.Services;

    /// <summary>A client at an address.</summary>
    public HttpClient At(string address)
    {
        var client = Anonymous();
        client.DefaultRequestHeaders.Add(TestClient.Header, address);
        return client;
    }

    public HttpClient Anonymous() => _application!.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

    /// <summary>A client with the session of an account.</summary>
    public async Task<HttpClient> SignedInAsync(string account)
    {
        var client = Anonymous();
        using var answer = await SignInAsync(client, account, Password);
        Assert.Equal(System.Net.HttpStatusCode.Redirect, answer.StatusCode);
        return client;
    }

    /// <summary>Sends the sign-in form as a browser would.</summary>
    public static Task<HttpResponseMessage> SignInAsync(HttpClient client, string account, string password, string query = "") =>
        PostAsync(client, "/sign-in" + query, "sign-in", ("Input.Name", account), ("Input.Password", password));

    /// <summary>Sends a form that a page holds for another address as a browser would.</summary>
    public static async Task<HttpResponseMessage> SendAsync(HttpClient client, string page, string action, params IEnumerable<(string Name, string Value)> fields)
    {
        var html = await client.GetStringAsync(new Uri(page, UriKind.Relative));
        using var content = new FormUrlEncodedContent(
            fields.Select(field => KeyValuePair.Create(field.Name, field.Value))
                .Append(KeyValuePair.Create("__RequestVerificationToken", ForgeryToken().Match(html).Groups["token"].Value)));
        return await client.PostAsync(new Uri(action, UriKind.Relative), content);
    }

    /// <summary>Sends a form of a page as a browser would.</summary>
    public static async Task<HttpResponseMessage> PostAsync(HttpClient client, string address, string form, params IEnumerable<(string Name, string Value)> fields)
    {
        var page = await client.GetStringAsync(new Uri(address, UriKind.Relative));
        using var content = new FormUrlEncodedContent(
            fields.Select(field => KeyValuePair.Create(field.Name, field.Value))
                .Append(KeyValuePair.Create("__RequestVerificationToken", ForgeryToken().Match(page).Groups["token"].Value))
                .Append(KeyValuePair.Create("_handler", form)));
        return await client.PostAsync(new Uri(address, UriKind.Relative), content);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ForgeryToken();
}
