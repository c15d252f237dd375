using System.Net;
using System.Net.WebSockets;
using System.Text;
using Dapper;

namespace Analytics.Dashboard.Tests.Http;

/// <summary>The product behind nginx, with the configuration of docs/behind-a-proxy.md.</summary>
public sealed class BehindProxyTests(DashboardServer server) : IClassFixture<DashboardServer>
{
    private const int SignIns = 3;

    [NginxFact]
    public async Task Site_BehindNginx_KnowsItsReadersAndKeepsToHttps()
    {
        var (port, plainPort) = (RunningDashboard.FreePort(), RunningDashboard.FreePort());
        await using var dashboard = await RunningDashboard.StartAsync(
            server.Logins, ("AllowedHosts", NginxProcess.Name), ("Analytics:Proxy:Trusted", "127.0.0.1"), ("Analytics:Limits:SignInsPerMinute", $"{SignIns}"));
        await using var nginx = await NginxProcess.StartAsync(port, plainPort, dashboard.Port);

        await PlainHttp_LeadsToHttpsAsync(plainPort);
        using var handler = nginx.Handler("127.0.0.51");
        await SignIn_IsSecureAndToldOfAsync(nginx, handler);
        await Circuit_IsOpenedForThisSiteAloneAsync(nginx, handler);
        await SignIns_AreLimitedByRealClientAsync(nginx);
        await OtherNames_AreNotAnsweredAsync(nginx);
    }

    private static async Task PlainHttp_LeadsToHttpsAsync(int plainPort)
    {
        using var handler = RunningDashboard.Handler(plainPort, "127.0.0.50");
        using var client = new HttpClient(handler) { BaseAddress = new Uri($"http://{NginxProcess.Name}") };
        using var answer = await client.GetAsync(new Uri("/trends?measure=contacts", UriKind.Relative));
        Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
        Assert.Equal($"https://{NginxProcess.Name}/trends?measure=contacts", answer.Headers.Location!.ToString());
    }

    private async Task SignIn_IsSecureAndToldOfAsync(NginxProcess nginx, SocketsHttpHandler handler)
    {
        using var client = Client(nginx, handler);
        client.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.77");
        client.DefaultRequestHeaders.Add("X-Forwarded-Host", "elsewhere.example");
        using (var page = await client.GetAsync(new Uri("/trends", UriKind.Relative)))
        {
            Assert.Equal(new Uri(nginx.Site, "/sign-in").ToString(), page.Headers.Location!.GetLeftPart(UriPartial.Path));
            Assert.Equal("max-age=31536000", Assert.Single(page.Headers.GetValues("Strict-Transport-Security")));
        }

        using var answer = await DashboardServer.SignInAsync(client, "coordinator", DashboardServer.Password);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var cookies = answer.Headers.GetValues("Set-Cookie").ToList();
        var session = Assert.Single(cookies, cookie => cookie.StartsWith("__Host-analytics.session=", StringComparison.Ordinal));
        Assert.Contains("; path=/", session, StringComparison.OrdinalIgnoreCase);
        Assert.All(cookies, cookie => Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase));
        Assert.All(cookies, cookie => Assert.Contains("; httponly", cookie, StringComparison.OrdinalIgnoreCase));
        Assert.All(handler.CookieContainer.GetAllCookies(), cookie => Assert.True(cookie.Secure, cookie.Name));

        await using var connection = await server.Postgres.Owner.OpenConnectionAsync();
        Assert.Equal(
            "127.0.0.51",
            await connection.ExecuteScalarAsync<string>(
                "select host(client) from ops.audit where action = 'signed_in' and account = 'coordinator' order by audit_id desc limit 1"));
    }

    private static async Task Circuit_IsOpenedForThisSiteAloneAsync(NginxProcess nginx, SocketsHttpHandler handler)
    {
        var fault = await Assert.ThrowsAsync<WebSocketException>(() => RunningDashboard.OpenCircuitAsync(handler, nginx.Site, "https://elsewhere.example"));
        Assert.Contains("403", fault.Message, StringComparison.Ordinal);

        using var socket = await RunningDashboard.OpenCircuitAsync(handler, nginx.Site, nginx.Site.GetLeftPart(UriPartial.Authority));
        await socket.SendAsync(Encoding.UTF8.GetBytes("{\"protocol\":\"blazorpack\",\"version\":1}\u001e"), WebSocketMessageType.Binary, endOfMessage: true, CancellationToken.None);
        var buffer = new byte[1024];
        var answer = await socket.ReceiveAsync(buffer, CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal("{}\u001e", Encoding.UTF8.GetString(buffer, 0, answer.Count));
    }

    private static async Task SignIns_AreLimitedByRealClientAsync(NginxProcess nginx)
    {
        using var guesser = Client(nginx, nginx.Handler("127.0.0.52"));
        List<HttpStatusCode> answers = [];
        for (var attempt = 0; attempt < SignIns + 1; attempt++)
        {
            guesser.DefaultRequestHeaders.Remove("X-Forwarded-For");
            guesser.DefaultRequestHeaders.Add("X-Forwarded-For", $"203.0.113.{attempt}");
            using var answer = await DashboardServer.SignInAsync(guesser, "nobody.of.that.name", "wrong");
            answers.Add(answer.StatusCode);
        }

        Assert.Equal([.. Enumerable.Repeat(HttpStatusCode.OK, SignIns), HttpStatusCode.TooManyRequests], answers);
        using var other = Client(nginx, nginx.Handler("127.0.0.53"));
        using var free = await DashboardServer.SignInAsync(other, "donor", DashboardServer.Password);
        Assert.Equal(HttpStatusCode.Redirect, free.StatusCode);
    }

    private static async Task OtherNames_AreNotAnsweredAsync(NginxProcess nginx)
    {
        using var client = Client(nginx, nginx.Handler("127.0.0.54"));
        client.DefaultRequestHeaders.Host = "elsewhere.example";
        using var answer = await client.GetAsync(new Uri("/sign-in", UriKind.Relative));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private static HttpClient Client(NginxProcess nginx, SocketsHttpHandler handler) => new(handler, disposeHandler: false) { BaseAddress = nginx.Site };
}
