using System.Net;
using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Analytics.Dashboard.Tests.Http.Fuzz;

namespace Analytics.Dashboard.Tests.Http;

/// <summary>What the server takes from whom, without a proxy before it.</summary>
public sealed class EdgeTests(EdgeServer server) : IClassFixture<EdgeServer>
{
    private readonly RunningDashboard _dashboard = server.Dashboard;

    [DatabaseFact]
    public async Task SignIn_ForwardedHeadersWithoutAProxy_AreNotBelieved()
    {
        using var client = _dashboard.Client("127.0.0.31");
        client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        client.DefaultRequestHeaders.Add("X-Forwarded-Host", "elsewhere.example");
        using (var page = await client.GetAsync(new Uri("/trends", UriKind.Relative)))
        {
            Assert.StartsWith(_dashboard.Address.ToString(), page.Headers.Location!.ToString(), StringComparison.Ordinal);
            Assert.False(page.Headers.Contains("Strict-Transport-Security"));
        }

        List<HttpStatusCode> answers = [];
        for (var attempt = 0; attempt < EdgeServer.SignIns + 2; attempt++)
        {
            client.DefaultRequestHeaders.Remove("X-Forwarded-For");
            client.DefaultRequestHeaders.Add("X-Forwarded-For", $"203.0.113.{attempt}");
            using var answer = await DashboardServer.SignInAsync(client, "nobody.of.that.name", "wrong");
            answers.Add(answer.StatusCode);
            Assert.DoesNotContain(answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : [], cookie => cookie.Contains("secure", StringComparison.OrdinalIgnoreCase));
        }

        Assert.Equal([.. Enumerable.Repeat(HttpStatusCode.OK, EdgeServer.SignIns), .. Enumerable.Repeat(HttpStatusCode.TooManyRequests, 2)], answers);

        // Another client is not kept waiting for it.
        using var other = _dashboard.Client("127.0.0.32");
        using var free = await DashboardServer.SignInAsync(other, "donor", DashboardServer.Password);
        Assert.Equal(HttpStatusCode.Redirect, free.StatusCode);
    }

    [DatabaseFact]
    public async Task Page_UnknownHost_IsNotAnswered()
    {
        using var client = _dashboard.Client();
        client.DefaultRequestHeaders.Host = "rebound.example";
        using var answer = await client.GetAsync(new Uri("/sign-in", UriKind.Relative));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [DatabaseFact]
    public async Task Form_OfAnotherSite_IsRefused()
    {
        using var client = _dashboard.Client("127.0.0.33");
        client.DefaultRequestHeaders.Add("Origin", "https://elsewhere.example");
        using var answer = await DashboardServer.SignInAsync(client, "donor", DashboardServer.Password);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        client.DefaultRequestHeaders.Remove("Origin");
        client.DefaultRequestHeaders.Add("Origin", _dashboard.Address.GetLeftPart(UriPartial.Authority));
        using var own = await DashboardServer.SignInAsync(client, "donor", DashboardServer.Password);
        Assert.Equal(HttpStatusCode.Redirect, own.StatusCode);
    }

    [DatabaseTheory]
    [InlineData(null)]
    [InlineData("null")]
    [InlineData("https://elsewhere.example")]
    [InlineData("http://localhost:1")]
    public async Task Circuit_OpenedByAnotherSite_IsRefused(string? origin)
    {
        using var handler = await SignedInAsync("coordinator", "127.0.0.34");
        var fault = await Assert.ThrowsAsync<WebSocketException>(() => RunningDashboard.OpenCircuitAsync(handler, _dashboard.Address, origin));
        Assert.Contains("403", fault.Message, StringComparison.Ordinal);
    }

    [DatabaseFact]
    public async Task Circuit_MoreThanAnAccountMayHave_WaitUntilOneIsClosed()
    {
        using var handler = await SignedInAsync("policy", "127.0.0.35");
        var site = _dashboard.Address.GetLeftPart(UriPartial.Authority);
        using var first = await RunningDashboard.OpenCircuitAsync(handler, _dashboard.Address, site);
        using var second = await RunningDashboard.OpenCircuitAsync(handler, _dashboard.Address, site);
        var fault = await Assert.ThrowsAsync<WebSocketException>(() => RunningDashboard.OpenCircuitAsync(handler, _dashboard.Address, site));
        Assert.Contains("429", fault.Message, StringComparison.Ordinal);

        using var others = await SignedInAsync("donor", "127.0.0.35");
        using var free = await RunningDashboard.OpenCircuitAsync(others, _dashboard.Address, site);
        Assert.Equal(WebSocketState.Open, free.State);

        first.Abort();
        using var third = await AgainAsync(() => RunningDashboard.OpenCircuitAsync(handler, _dashboard.Address, site));
        Assert.Equal(WebSocketState.Open, third.State);
    }

    [DatabaseFact]
    public async Task Interface_MoreThanAnAccountMayAsk_Is429WithTheTimeToWait()
    {
        using var handler = await SignedInAsync("coordinator", "127.0.0.36");
        using var client = new HttpClient(handler) { BaseAddress = _dashboard.Address };
        for (var request = 0; request < EdgeServer.Requests; request++)
        {
            using var within = await client.GetAsync(new Uri("/api/v1/measures", UriKind.Relative));
            Assert.Equal(HttpStatusCode.OK, within.StatusCode);
        }

        using var beyond = await client.GetAsync(new Uri("/api/v1/measures", UriKind.Relative));
        Assert.Equal(HttpStatusCode.TooManyRequests, beyond.StatusCode);
        Assert.InRange(beyond.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Equal("application/problem+json", beyond.Content.Headers.ContentType!.MediaType);
        using var problem = JsonDocument.Parse(await beyond.Content.ReadAsStringAsync());
        Assert.Equal(429, problem.RootElement.GetProperty("status").GetInt32());
        Assert.NotEmpty(problem.RootElement.GetProperty("title").GetString()!);
        Assert.NotEmpty(problem.RootElement.GetProperty("detail").GetString()!);
    }

    [DatabaseTheory]
    [InlineData("/api/v1/cells?measure=%00")]
    [InlineData("/api/v1/cells?%00=1")]
    [InlineData("/api/v1/figures/TR-%00BCDEFG")]
    [InlineData("/trends?measure=contacts%00")]
    [InlineData("/rejections?batch=%001")]
    [InlineData("/templates/%00-en.xlsx")]
    [InlineData("/sign-in?returnUrl=%00")]
    public async Task Request_NulInPathOrQuery_Is400(string address)
    {
        using var handler = await SignedInAsync("admin", "127.0.0.37");
        using var client = new HttpClient(handler) { BaseAddress = _dashboard.Address };
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [DatabaseTheory]
    [InlineData("application/x-www-form-urlencoded", "_handler=sign-in&Input.Name=a%00b&Input.Password=c")]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\nbroken off")]
    [InlineData("multipart/form-data", "--b\r\n")]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nno header\r\n\r\n--b--")]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\na\0b\r\n--b--\r\n")]
    [InlineData("application/x-www-form-urlencoded; charset=utf-7", "a=b")]
    [InlineData("application/json", "{\"name\":\"a\\u0000b\"}")]
    [InlineData("application/json", "{")]
    public async Task SignIn_BodyThatMeansNothing_Is400(string type, string body)
    {
        using var client = _dashboard.Client("127.0.0.38");
        foreach (var address in new[] { "/sign-in", "/saved-views/save" })
        {
            using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
            using var answer = await client.PostAsync(new Uri(address, UriKind.Relative), content);
            Assert.True(answer.StatusCode is HttpStatusCode.BadRequest || (type == "application/json" && (int)answer.StatusCode < 500), $"{address}: {answer.StatusCode}");
        }
    }

    [DatabaseTheory]
    [InlineData("GET /%zz HTTP/1.1", "", 302, 404)]
    [InlineData("GET /%c0%af%ff HTTP/1.1", "", 302, 404)]
    [InlineData("GET /\u00e9 HTTP/1.1", "", 400, 400)]
    [InlineData("GET /%00 HTTP/1.1", "", 400, 400)]
    [InlineData("G\u0001T / HTTP/1.1", "", 400, 400)]
    [InlineData("BREW /sign-in HTTP/1.1", "", 405, 405)]
    [InlineData("TRACE /sign-in HTTP/1.1", "", 405, 405)]
    [InlineData("GET / HTTP/9.9", "", 505, 505)]
    [InlineData("GET / HTTP/1.1", "A: \0", 400, 400)]
    [InlineData("GET / HTTP/1.1", "A b: c", 400, 400)]
    [InlineData("POST /sign-in HTTP/1.1", "Content-Length: -1", 400, 400)]
    public async Task Request_MalformedLineOrHeader_IsRefused(string line, string header, int least, int most)
    {
        var status = await RawAsync(line, header);
        Assert.True(status >= least && status <= most, $"{line}: {status}");
    }

    [DatabaseFact]
    public async Task Request_LongAddressOrHeaders_IsRefused()
    {
        Assert.Equal(414, await RawAsync($"GET /{new string('a', 9_000)} HTTP/1.1", ""));
        Assert.Equal(431, await RawAsync("GET / HTTP/1.1", "A: " + new string('a', 40_000)));
        Assert.Equal(431, await RawAsync("GET / HTTP/1.1", string.Join("\r\n", Enumerable.Range(0, 150).Select(number => $"A{number}: b"))));
    }

    private async Task<int?> RawAsync(string line, string header)
    {
        var head = $"{line}\r\nHost: localhost:{_dashboard.Port}\r\nConnection: close\r\n{(header.Length > 0 ? header + "\r\n" : "")}\r\n";
        return (await RawExchange.SendAsync(_dashboard.Port, new FuzzRequest([Encoding.Latin1.GetBytes(head)]))).Status;
    }

    [DatabaseFact]
    public async Task SignIn_BodyBeyondTheLimit_Is413()
    {
        using var client = _dashboard.Client("127.0.0.39");
        using var content = new FormUrlEncodedContent([KeyValuePair.Create("Input.Name", new string('a', 2 << 20))]);
        using var answer = await client.PostAsync(new Uri("/sign-in", UriKind.Relative), content);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [DatabaseFact]
    public async Task Operator_AddressesOfTheServer_AreClosedToClientsOfAProxyAndOpenToTheMachineAndTheAdministrator()
    {
        using var local = _dashboard.Client("127.0.0.40");
        using var admin = new HttpClient(await SignedInAsync("admin", "127.0.0.40")) { BaseAddress = _dashboard.Address };
        using var donor = new HttpClient(await SignedInAsync("donor", "127.0.0.40")) { BaseAddress = _dashboard.Address };
        foreach (var address in new[] { "/metrics", "/openapi/v1.json" })
        {
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(local, address, forwarded: false));
            Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(local, address, forwarded: true));
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(admin, address, forwarded: true));
            Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(donor, address, forwarded: true));
        }
    }

    [DatabaseTheory]
    [InlineData("/sign-in")]
    [InlineData("/icon.svg")]
    [InlineData("/healthz")]
    [InlineData("/api/v1/measures")]
    [InlineData("/api/v1/cells?measure=%00")]
    [InlineData("/no/such/page")]
    public async Task Answers_Any_NameNoServerAndAreTyped(string address)
    {
        using var client = _dashboard.Client("127.0.0.41");
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
        Assert.False(answer.Headers.Contains("Server"));
        Assert.False(answer.Headers.Contains("X-Powered-By"));
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect || answer.Content.Headers.ContentType is not null, $"{answer.StatusCode} without a type");
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string address, bool forwarded)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        if (forwarded)
        {
            request.Headers.Add("X-Forwarded-For", "203.0.113.9");
        }

        using var answer = await client.SendAsync(request);
        return answer.StatusCode;
    }

    private async Task<SocketsHttpHandler> SignedInAsync(string account, string from)
    {
        var handler = RunningDashboard.Handler(_dashboard.Port, from);
        using var client = new HttpClient(handler, disposeHandler: false) { BaseAddress = _dashboard.Address };
        using var answer = await DashboardServer.SignInAsync(client, account, DashboardServer.Password);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return handler;
    }

    // A socket that was dropped is noticed in its time.
    private static async Task<ClientWebSocket> AgainAsync(Func<Task<ClientWebSocket>> open)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                return await open();
            }
            catch (WebSocketException) when (tries < 100)
            {
                await Task.Delay(100);
            }
        }
    }
}
