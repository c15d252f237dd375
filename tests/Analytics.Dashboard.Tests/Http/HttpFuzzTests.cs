using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Analytics.Dashboard.Tests.Http.Fuzz;
using Analytics.Database.Accounts;
using Xunit.Abstractions;

namespace Analytics.Dashboard.Tests.Http;

/// <summary>
/// Malformed and hostile requests to every route, by every role and by nobody, over the loopback. <c>ANALYTICS_FUZZ</c> says how many
/// (20000 in the long run), <c>ANALYTICS_FUZZ_SEED</c> repeats a run.
/// </summary>
public sealed partial class HttpFuzzTests(DashboardServer server, ITestOutputHelper output) : IClassFixture<DashboardServer>
{
    private const int Few = 500;
    private const int AtOnce = 6;
    private const long MostMemory = 600L << 20;
    private static readonly TimeSpan s_hang = TimeSpan.FromSeconds(5);

    [DatabaseFact]
    public async Task Requests_MutatedAtRandom_AreAnsweredWithoutFaultHangOrMuchMemory()
    {
        var count = Setting("ANALYTICS_FUZZ", Few);
        var seed = Setting("ANALYTICS_FUZZ_SEED", Random.Shared.Next());
        output.WriteLine($"{count} requests, seed {seed}; again: ANALYTICS_FUZZ={count} ANALYTICS_FUZZ_SEED={seed}");

        // Limits are tested apart; here they would hide what lies behind them.
        const string None = "1000000";
        await using var dashboard = await RunningDashboard.StartAsync(
            server.Logins,
            ("Analytics:Limits:SignInsPerMinute", None), ("Analytics:Limits:RequestsPerMinuteAndAddress", None), ("Analytics:Limits:RequestsPerMinuteAndAccount", None),
            ("Analytics:Limits:RequestsPerMinute", None), ("Analytics:Limits:CircuitsPerAccount", None), ("Analytics:Limits:Circuits", None));
        var callers = await CallersAsync(dashboard);
        var statuses = new ConcurrentDictionary<int, int>();
        var faults = new ConcurrentQueue<string>();
        var longest = TimeSpan.Zero;

        await Parallel.ForEachAsync(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (index, _) =>
        {
            var request = new RequestMutator(new Random(HashCode.Of(seed, index)), s_routes, callers, $"localhost:{dashboard.Port}").Next();
            var answer = await RawExchange.SendAsync(dashboard.Port, request);

            // What is slow once may be a busy machine; what is slow three times over hangs.
            for (var again = 0; again < 2 && Hangs(answer); again++)
            {
                answer = await RawExchange.SendAsync(dashboard.Port, request);
            }

            statuses.AddOrUpdate(answer.Status ?? 0, 1, (_, before) => before + 1);
            if (Hangs(answer))
            {
                faults.Enqueue($"request {index} hung for {answer.Waited.TotalSeconds:0.0} s:\n{request}");
            }

            if (answer.Status >= 500 && !(answer.Status == 505 && request.OtherVersion))
            {
                faults.Enqueue($"request {index} was answered {answer.Status}:\n{request}");
            }

            lock (statuses)
            {
                longest = answer.Waited > longest && answer.Status is not (null or 408) ? answer.Waited : longest;
            }
        });

        output.WriteLine($"answers by status (0: closed without one): {string.Join(", ", statuses.OrderBy(pair => pair.Key).Select(pair => $"{pair.Key}: {pair.Value}"))}");
        output.WriteLine($"longest wait {longest.TotalSeconds:0.00} s; most memory {dashboard.PeakBytes >> 20} MB");
        Assert.True(faults.IsEmpty, $"seed {seed}: {faults.Count} faults, the first:\n{string.Join("\n\n", faults.Take(5))}\n\n{dashboard.Said}");
        Assert.False(dashboard.HasEnded, $"seed {seed}: the dashboard ended: {dashboard.Said}");
        Assert.InRange(dashboard.PeakBytes, 1, MostMemory);

        // It still serves.
        using var client = dashboard.Client();
        Assert.Equal("ok", await client.GetStringAsync(new Uri("/readyz", UriKind.Relative)));
        using var signedIn = await DashboardServer.SignInAsync(client, "policy", DashboardServer.Password);
        Assert.Contains("</html>", await client.GetStringAsync(new Uri("/trends", UriKind.Relative)), StringComparison.Ordinal);
    }

    // Where the sender owes the rest of a body, the server waits for it a while, and then says 408 or closes.
    private static bool Hangs(Answer answer) => !answer.Ended || (answer.Waited > s_hang && answer.Status is not (null or 408));

    // Every address that the program knows by name, those of the framework, and one that does not exist.
    private static readonly string[] s_routes =
    [
        .. typeof(Routes).GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field is { IsLiteral: true }).Select(field => (string)field.GetRawConstantValue()!),
        "/healthz", "/readyz", "/metrics", "/openapi/v1.json", "/_blazor", "/_blazor/negotiate", "/_blazor/disconnect", "/_blazor/initializers", "/icon.svg", "/no/such/page",
    ];

    private async Task<IReadOnlyList<Caller>> CallersAsync(RunningDashboard dashboard)
    {
        List<Caller> callers = [new("nobody", null, null, null)];
        var tokens = new ApiTokenStore(server.Postgres.Owner, TimeProvider.System);
        foreach (var account in new[] { "admin", "coordinator", "donor", "policy" })
        {
            using var handler = RunningDashboard.Handler(dashboard.Port, "127.0.0.1");
            using var client = new HttpClient(handler) { BaseAddress = dashboard.Address };
            using var signedIn = await DashboardServer.SignInAsync(client, account, DashboardServer.Password);
            var page = await client.GetStringAsync(new Uri("/account", UriKind.Relative));
            var cookie = handler.CookieContainer.GetCookieHeader(dashboard.Address);
            Assert.Contains("analytics.session", cookie, StringComparison.Ordinal);
            callers.Add(new Caller(account, cookie, null, ForgeryToken().Match(page).Groups["token"].Value));
            var made = await tokens.AddAsync(account, "fuzz", TokenScope.All, TimeSpan.FromDays(1), CancellationToken.None);
            callers.Add(new Caller(account + " by token", null, Assert.IsType<TokenResult.Made>(made).Token, null));
        }

        return callers;
    }

    private static int Setting(string name, int otherwise) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;

    private static class HashCode
    {
        // The same on every machine and in every run, unlike the framework's.
        public static int Of(int seed, int index) => unchecked((seed * 486187739) ^ (index * 16777619));
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ForgeryToken();
}
