using System.Collections.Concurrent;
using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using Analytics.Dashboard.Charts;
using Analytics.Dashboard.Published;
using Analytics.Database;
using Analytics.Database.Accounts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Analytics.Disclosure.Tests;

/// <summary>
/// The dashboard over a warehouse. An answer is all that a reader gets of an address: the text with every attribute, the headers (a
/// file's name among them), and the drawings as the browser is told to draw them, which no page's markup holds.
/// </summary>
internal sealed partial class ReaderSite : IAsyncDisposable
{
    private const string Password = "a password for the tests";
    private static readonly JsonSerializerOptions s_asBrowserGetsIt = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly NpgsqlDataSource _owner;
    private readonly WebApplicationFactory<FigureRegister> _application;
    private readonly Drawings _drawings;
    private readonly LogText _log = new();

    private ReaderSite(NpgsqlDataSource owner, Logins logins)
    {
        _owner = owner;
        Drawings? drawings = null;
        _application = new WebApplicationFactory<FigureRegister>().WithWebHostBuilder(builder => builder
            .UseSetting("Analytics:StopWithInput", "false")
            .UseSetting("Analytics:Database:Ministry", logins.Ministry)
            .UseSetting("Analytics:Database:Donor", logins.Donor)
            .UseSetting("Analytics:Database:Public", logins.Public)
            .UseSetting("Analytics:Database:Admin", logins.Admin)
            .ConfigureLogging(logging => logging.SetMinimumLevel(LogLevel.Debug).AddProvider(_log))
            .ConfigureTestServices(services => services.AddSingleton<IComponentActivator>(provider => drawings = new Drawings(provider))));
        _ = _application.Services.GetRequiredService<IComponentActivator>();
        _drawings = drawings!;
    }

    /// <summary>Everything written to the log so far.</summary>
    public string Log => _log.Text;

    /// <summary>The charts of the last answer.</summary>
    public IEnumerable<Figure> Figures => _drawings.Figures;

    public static async Task<ReaderSite> OpenAsync(string connectionString)
    {
        var owner = NpgsqlDataSource.Create(connectionString);
        var accounts = new AccountStore(owner, TimeProvider.System);
        foreach (var (name, role) in new[] { ("admin", "administrator"), ("coordinator", "coordinator"), ("donor", "donor"), ("policy", "policy") })
        {
            await accounts.AddAsync(name, role, Password, mustChangePassword: false, CancellationToken.None);
        }

        return new ReaderSite(owner, await Logins.RenewAsync(owner, connectionString, CancellationToken.None));
    }

    public async Task<HttpClient> SignInAsync(string account)
    {
        var client = _application.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        var form = ForgeryToken().Match(await client.GetStringAsync(new Uri("/sign-in", UriKind.Relative))).Groups["token"].Value;
        using var content = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Input.Name"] = account,
            ["Input.Password"] = Password,
            ["__RequestVerificationToken"] = form,
            ["_handler"] = "sign-in",
        });
        using var answer = await client.PostAsync(new Uri("/sign-in", UriKind.Relative), content);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return client;
    }

    /// <summary>One request at a time: drawings are told apart by when they are made.</summary>
    public async Task<string> ReadAsync(HttpClient client, string address)
    {
        _drawings.Clear();
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address}: {answer.StatusCode}");
        var body = await answer.Content.ReadAsByteArrayAsync();
        var text = answer.Content.Headers.ContentType?.MediaType?.Contains("spreadsheet", StringComparison.Ordinal) == true ? Workbook(body) : Encoding.UTF8.GetString(body);
        return $"{answer.Headers}{answer.Content.Headers.ContentDisposition}\n{WebUtility.HtmlDecode(text)}\n{string.Join('\n', _drawings.Figures.SelectMany(figure => new[]
            {
                // What is drawn, and what the other tabs of the card say of the same points.
                JsonSerializer.Serialize(PlotlyFigureSpecification.Of(figure), PlotlyFigureJson.Options), JsonSerializer.Serialize(figure, s_asBrowserGetsIt),
            }))}";
    }

    /// <summary>The ids of the figures on a page.</summary>
    public static IEnumerable<string> FigureIds(string answer) => FigureId().Matches(answer).Select(match => match.Groups["id"].Value).Distinct();

    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync();
        await _owner.DisposeAsync();
    }

    private static string Workbook(byte[] body)
    {
        using var archive = new ZipArchive(new MemoryStream(body), ZipArchiveMode.Read);
        return string.Join('\n', archive.Entries.Select(entry =>
        {
            using var reader = new StreamReader(entry.Open());
            return $"{entry.FullName}\n{reader.ReadToEnd()}";
        }));
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ForgeryToken();

    [GeneratedRegex(@"\b(?<id>[A-Z]{2}-[0-9A-HJKMNP-TV-Z]{8})\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FigureId();

    /// <summary>Keeps hold of the charts that a page makes, to ask them what they would have the browser draw.</summary>
    private sealed class Drawings(IServiceProvider provider) : IComponentActivator
    {
        private readonly ConcurrentQueue<PlotlyFigure> _made = new();

        public IEnumerable<Figure> Figures => _made.Select(one => one.Figure).Where(figure => figure is not null);

        public void Clear() => _made.Clear();

        public IComponent CreateInstance(Type componentType)
        {
            var component = (IComponent)ActivatorUtilities.CreateInstance(provider, componentType);
            if (component is PlotlyFigure figure)
            {
                _made.Enqueue(figure);
            }

            return component;
        }
    }

    private sealed class LogText : ILoggerProvider, ILogger
    {
        private readonly StringBuilder _text = new();

        public string Text
        {
            get
            {
                lock (_text)
                {
                    return _text.ToString();
                }
            }
        }

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (_text)
            {
                _text.Append(CultureInfo.InvariantCulture, $"{formatter(state, exception)} {exception}\n");
            }
        }

        public void Dispose()
        {
            // Nothing is held open.
        }
    }
}
