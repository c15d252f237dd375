using System.Runtime.Versioning;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Npgsql;

namespace Analytics.Browser.Tests;

/// <summary>
/// The real product with its demonstration data, started once for all browser tests, and a browser to read it with. Where
/// <c>ANALYTICS_TEST_DATA</c> names the data folder of a product that runs already, that one is read, and left running.
/// </summary>
[UnsupportedOSPlatform("windows")]
public sealed class RunningProduct : IAsyncLifetime
{
    private static readonly string[] s_quietBrowser =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private const int Patience = 60_000;

    private UpProcess? _up;
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private string _folder = "";

    public Uri Address { get; private set; } = new("http://localhost");

    public async Task InitializeAsync()
    {
        if (Chromium.Missing is not null)
        {
            return;
        }

        if (Environment.GetEnvironmentVariable("ANALYTICS_TEST_DATA") is { Length: > 0 } running)
        {
            _up = UpProcess.Attach(running);
        }
        else
        {
            _folder = UpProcess.NewDataFolder();
            // An open page would look after its session in ten minutes: what ends it sooner is what it hears.
            _up = UpProcess.Start(_folder, ["--port", $"{UpProcess.FreePort()}"], ("Analytics__Session__CheckSeconds", "600"));
        }

        Address = await _up.AddressAsync();
        _playwright = await Playwright.CreateAsync();

        // A busy machine answers late; what a test asserts is what is answered.
        Assertions.SetDefaultExpectTimeout(Patience);
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium.Path, Args = s_quietBrowser });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        if (_up is not null)
        {
            await _up.DisposeAsync();
            if (_folder.Length > 0)
            {
                Directory.Delete(_folder, recursive: true);
            }
        }
    }

    /// <summary>A page of a reader who is signed in; writes down what goes wrong on it.</summary>
    public Task<ReaderPage> OpenAsync(string account, int width = 1440, string? theme = null) => OpenAsync(account, UpProcess.Password, width, theme);

    public async Task<ReaderPage> OpenAsync(string account, string password, int width = 1440, string? theme = null)
    {
        var reader = await NewAsync(width, theme, session: null);
        await reader.Page.GotoAsync("/sign-in");
        await SignInAsync(reader, account, password);
        return reader;
    }

    /// <summary>Fills in the form that the page shows.</summary>
    public Task SignInAsync(ReaderPage reader, string account) => SignInAsync(reader, account, UpProcess.Password);

    private static async Task SignInAsync(ReaderPage reader, string account, string password)
    {
        await reader.Page.FillAsync("[name='Input.Name']", account);
        await reader.Page.FillAsync("[name='Input.Password']", password);
        await reader.Page.ClickAsync("button[type=submit]");
        await Assertions.Expect(reader.Page).Not.ToHaveURLAsync(new Regex("/sign-in"));
    }

    /// <summary>Ends every session of an account, as a change of its password does.</summary>
    public Task EndSessionsAsync(string account) => DoAsync("update ops.account set security_stamp = gen_random_uuid() where name = @account", ("account", account));

    /// <summary>Keeps a profile's role from the published cells until disposed.</summary>
    public async Task<IAsyncDisposable> WithoutFiguresAsync(string profile)
    {
        var role = $"analytics_{profile}";
        await DoAsync($"revoke select on pub.cell from {role}");
        return new Giving(() => DoAsync($"grant select on pub.cell to {role}"));
    }

    private async Task DoAsync(string sql, params (string Name, object Value)[] parameters)
    {
        await using var connection = new NpgsqlConnection(_up!.OwnerConnectionString());
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }

        await command.ExecuteNonQueryAsync();
    }

    private sealed class Giving(Func<Task> back) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await back();
    }

    /// <summary>The same reader in a browser that has nothing of the site but the session.</summary>
    public async Task<ReaderPage> OpenColdAsync(ReaderPage reader) =>
        await NewAsync(1440, theme: null, await reader.Page.Context.StorageStateAsync());

    private async Task<ReaderPage> NewAsync(int width, string? theme, string? session)
    {
        var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = Address.ToString(),
            ViewportSize = new() { Width = width, Height = 900 },
            ColorScheme = theme == "dark" ? ColorScheme.Dark : ColorScheme.Light,
            Locale = "en-GB",
            AcceptDownloads = true,
            StorageState = session,
        });
        context.SetDefaultTimeout(Patience);
        return new ReaderPage(await context.NewPageAsync(), Address);
    }

    /// <summary>Ends the dashboard's process as a fault would; the supervisor starts it again.</summary>
    public void EndDashboard()
    {
        foreach (var process in _up!.Descendants().Select(id => System.Diagnostics.Process.GetProcessById(id)))
        {
            using (process)
            {
                if (process.ProcessName == "dotnet")
                {
                    process.Kill();
                }
            }
        }
    }

    /// <summary>A published number, read past the dashboard.</summary>
    public async Task<decimal?> PublishedAsync(string profile, string measure, string period, string region = "total")
    {
        await using var connection = new NpgsqlConnection(_up!.OwnerConnectionString());
        await connection.OpenAsync();
        await using var role = new NpgsqlCommand("set role analytics_etl", connection);
        await role.ExecuteNonQueryAsync();
        await using var command = new NpgsqlCommand(
            """
            select value from pub.cell
            where profile = @profile and measure = @measure and period = @period and region = @region and district = 'total' and region_service = 'total'
                and sex = 'total' and age_band = 'total' and form = 'total' and destination = 'total'
                and organisation = 'total' and source = 'total' and topic = 'total' and article_group = 'total' and reason = 'total' and programme = 'total' and donor = 'total'
            """,
            connection);
        command.Parameters.AddWithValue("profile", profile);
        command.Parameters.AddWithValue("measure", measure);
        command.Parameters.AddWithValue("period", period);
        command.Parameters.AddWithValue("region", region);
        return await command.ExecuteScalarAsync() as decimal?;
    }
}

[UnsupportedOSPlatform("windows")]
[CollectionDefinition(Name)]
public sealed class UsesRunningProduct : ICollectionFixture<RunningProduct>
{
    public const string Name = "running product";
}
