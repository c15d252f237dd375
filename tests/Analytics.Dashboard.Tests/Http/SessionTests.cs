using System.Net;
using Analytics.Dashboard.Access;
using Analytics.Database.Accounts;
using Dapper;
using Microsoft.Extensions.DependencyInjection;

namespace Analytics.Dashboard.Tests.Http;

/// <summary>What ends a session and a token, what a session may make, and what a role can be made to need.</summary>
public sealed class SessionTests(DashboardServer server) : IClassFixture<DashboardServer>
{
    private ApiTokenStore Tokens => new(server.Postgres.Owner, TimeProvider.System);

    [DatabaseFact]
    public async Task SignOut_CopyOfTheCookie_OpensNothingAnyMore()
    {
        await AddAsync("leaves");
        using var client = server.Anonymous();
        using var signedIn = await DashboardServer.SignInAsync(client, "leaves", DashboardServer.Password);
        var cookie = signedIn.Headers.GetValues("Set-Cookie").Single(one => one.StartsWith("analytics.session=", StringComparison.Ordinal)).Split(';')[0];
        using var thief = server.Anonymous();
        thief.DefaultRequestHeaders.Add("Cookie", cookie);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(thief, "/glossary"));
        using var left = await DashboardServer.SendAsync(client, "/account", "/sign-out");
        Assert.Equal(HttpStatusCode.Redirect, left.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(thief, "/glossary"));
    }

    [DatabaseTheory]
    [InlineData("last_used_at = now() - interval '119 minutes'", true)]
    [InlineData("last_used_at = now() - interval '121 minutes'", false)]
    [InlineData("started_at = now() - interval '719 minutes'", true)]
    [InlineData("started_at = now() - interval '721 minutes'", false)]
    [InlineData("ended_at = now()", false)]
    public async Task Session_UnusedOrOld_HasEnded(string change, bool holds)
    {
        var name = $"aged.{Guid.NewGuid():n}"[..20];
        await AddAsync(name);
        using var client = await server.SignedInAsync(name);
        await ExecuteAsync($"update ops.session set {change} where account_id = (select account_id from ops.account where name = '{name}')");
        Assert.Equal(holds ? HttpStatusCode.OK : HttpStatusCode.Redirect, await StatusAsync(client, "/glossary"));
    }

    [DatabaseTheory]
    [InlineData("disabled")]
    [InlineData("reset")]
    [InlineData("changed")]
    public async Task Account_DisabledOrWithAnotherPassword_LosesSessionsAndTokensForGood(string how)
    {
        await AddAsync($"ends.{how}");
        var id = await IdAsync($"ends.{how}");
        using var client = await server.SignedInAsync($"ends.{how}");
        using var programme = server.Anonymous();
        programme.DefaultRequestHeaders.Authorization = new("Bearer", await TokenAsync($"ends.{how}"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(programme, "/api/v1/measures"));
        var account = (await server.Accounts.FindAsync(id, CancellationToken.None))!;
        await (how switch
        {
            "disabled" => server.Accounts.SetDisabledAsync(id, true, CancellationToken.None),
            "reset" => server.Accounts.ResetPasswordAsync(id, account.Name, "another password altogether", CancellationToken.None),
            _ => server.Accounts.ChangePasswordAsync(account, "another password altogether", CancellationToken.None),
        });
        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(client, "/glossary"));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(programme, "/api/v1/measures"));
        await server.Accounts.SetDisabledAsync(id, false, CancellationToken.None);
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(programme, "/api/v1/measures"));
    }

    [DatabaseFact]
    public async Task PasswordPage_CommonPassword_SaysWhyAndKeepsTheOldOne()
    {
        await AddAsync("chooses");
        using var client = await server.SignedInAsync("chooses");
        Task<HttpResponseMessage> ChooseAsync(string password) => DashboardServer.PostAsync(
            client, "/password?lang=en", "password", ("Input.Current", DashboardServer.Password), ("Input.New", password), ("Input.Again", password));
        using var refused = await ChooseAsync("password1234");
        Assert.Contains("guessed early", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var accepted = await ChooseAsync("three unrelated words");
        Assert.Equal(HttpStatusCode.Redirect, accepted.StatusCode);

        // The session that changed it goes on.
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(client, "/glossary"));
    }

    [DatabaseFact]
    public async Task Token_Made_NeedsThePasswordAgainAndIsLimitedInNumber()
    {
        await AddAsync("makes");
        using var client = await server.SignedInAsync("makes");
        Task<HttpResponseMessage> MakeAsync(string password) => DashboardServer.PostAsync(
            client, "/account?lang=en", "token", ("Made.Label", "for the test"), ("Made.Scopes", "measures"), ("Made.Days", "7"), ("Made.Password", password));
        using var wrong = await MakeAsync("not the password");
        Assert.DoesNotContain("ant_", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var right = await MakeAsync(DashboardServer.Password);
        Assert.Contains("ant_", await right.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        for (var more = 1; more < ApiTokenStore.UsualMost; more++)
        {
            await TokenAsync("makes");
        }

        using var one = await MakeAsync(DashboardServer.Password);
        Assert.Contains("10 valid tokens", await one.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.IsType<TokenResult.TooMany>(await AddTokenAsync("makes"));
    }

    [DatabaseFact]
    public async Task Token_AccountWhosePasswordMustChange_SaysExactlyThat()
    {
        await server.Accounts.AddAsync("fresh", "donor", DashboardServer.Password, mustChangePassword: true, CancellationToken.None);
        Assert.IsType<TokenResult.PasswordToChange>(await AddTokenAsync("fresh"));
        Assert.IsType<TokenResult.NoAccount>(await AddTokenAsync("nobody"));
    }

    [DatabaseFact]
    public async Task Code_AcceptedOnce_IsNeverAcceptedAgainNorAnEarlierOne()
    {
        await AddAsync("once");
        var (factor, secret) = (server.Services.GetRequiredService<SecondFactor>(), SecondFactor.NewSecret());
        var now = DateTimeOffset.UtcNow;
        Assert.True(await server.Accounts.SetSecondFactorAsync(
            await IdAsync("once"), factor.Protect(secret), Totp.Step(now) - 2, ["aaaa-bbbb-cccc-dddd"], CancellationToken.None));
        Task<SignInResult> EnterAsync(string code) => server.Accounts.EnterCodeAsync("once", code, factor.Step, isKnownClient: true, CancellationToken.None);
        Assert.IsType<SignInResult.Accepted>(await EnterAsync(Totp.CodeOf(secret, now)));
        Assert.IsType<SignInResult.Refused>(await EnterAsync(Totp.CodeOf(secret, now)));
        Assert.IsType<SignInResult.Refused>(await EnterAsync(Totp.CodeOf(secret, now.AddSeconds(-30))));
        Assert.IsType<SignInResult.Accepted>(await EnterAsync("AAAA bbbb cccc dddd"));
        Assert.IsType<SignInResult.Refused>(await EnterAsync("aaaa-bbbb-cccc-dddd"));
    }

    [DatabaseFact]
    public async Task Code_EnteredManyTimesAtOnce_IsAcceptedOnce()
    {
        await AddAsync("at.once");
        var (factor, secret) = (server.Services.GetRequiredService<SecondFactor>(), SecondFactor.NewSecret());
        await server.Accounts.SetSecondFactorAsync(await IdAsync("at.once"), factor.Protect(secret), 1, [], CancellationToken.None);
        var code = Totp.CodeOf(secret, DateTimeOffset.UtcNow);
        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => server.Accounts.EnterCodeAsync("at.once", code, factor.Step, isKnownClient: true, CancellationToken.None)));
        Assert.Single(results.OfType<SignInResult.Accepted>());
    }

    [DatabaseFact]
    public async Task Role_NeedsASecondFactor_LeadsToSettingItUpAndNowhereElse()
    {
        // In a role of its own, so that the other tests' accounts are not concerned.
        await server.Accounts.AddAsync("needy", "coordinator", DashboardServer.Password, mustChangePassword: false, CancellationToken.None);
        using var before = await server.SignedInAsync("needy");
        using var programme = server.Anonymous();
        programme.DefaultRequestHeaders.Authorization = new("Bearer", await TokenAsync("needy"));
        try
        {
            await server.Accounts.SetRoleNeedAsync("coordinator", true, CancellationToken.None);
            Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(before, "/glossary"));
            Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(programme, "/api/v1/measures"));
            using var client = server.Anonymous();
            using var signedIn = await DashboardServer.SignInAsync(client, "needy", DashboardServer.Password);
            Assert.Equal("/second-factor", signedIn.Headers.Location!.PathAndQuery());
            foreach (var page in new[] { "/glossary", "/account", "/trends", "/password" })
            {
                using var elsewhere = await client.GetAsync(new Uri(page, UriKind.Relative));
                Assert.Equal("/second-factor", elsewhere.Headers.Location!.PathAndQuery());
            }

            var html = await client.GetStringAsync(new Uri("/second-factor", UriKind.Relative));
            var kept = html.Split("name=\"On.Secret\" value=\"")[1].Split('"')[0];
            var secret = html.Split("<p class=\"token\"><code>")[1].Split('<')[0];
            using var done = await DashboardServer.PostAsync(
                client, "/second-factor", "factor-on", ("On.Secret", WebUtility.HtmlDecode(kept)), ("On.Code", Totp.CodeOf(secret, DateTimeOffset.UtcNow)));
            Assert.Equal(RecoveryCode.Count + 1, (await done.Content.ReadAsStringAsync()).Split("<li><code>").Length);
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(client, "/glossary"));
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(programme, "/api/v1/measures"));
        }
        finally
        {
            await server.Accounts.SetRoleNeedAsync("coordinator", false, CancellationToken.None);
        }
    }

    [DatabaseFact]
    public async Task RealAndInventedNames_InAnAnswer_TakeAsLong()
    {
        await AddAsync("timed");
        async Task<double> MedianAsync(string name)
        {
            var times = new List<double>();
            for (var attempt = 0; attempt < 9; attempt++)
            {
                var start = TimeProvider.System.GetTimestamp();
                Assert.IsType<SignInResult.Refused>(await server.Accounts.SignInAsync(name, "wrong", CancellationToken.None));
                times.Add(TimeProvider.System.GetElapsedTime(start).TotalMilliseconds);
            }

            return times.Order().ElementAt(4);
        }

        await MedianAsync("timed");
        var ratio = await MedianAsync("timed") / await MedianAsync("no.such.account");
        Assert.InRange(ratio, 1 / 3d, 3);
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string address)
    {
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
        return answer.StatusCode;
    }

    private Task<bool> AddAsync(string name) => server.Accounts.AddAsync(name, "policy", DashboardServer.Password, mustChangePassword: false, CancellationToken.None);

    private Task<TokenResult> AddTokenAsync(string account) => Tokens.AddAsync(account, "test", TokenScope.All, TimeSpan.FromDays(7), CancellationToken.None);

    private async Task<string> TokenAsync(string account) => Assert.IsType<TokenResult.Made>(await AddTokenAsync(account)).Token;

    private Task<long> IdAsync(string name) => server.Postgres.Owner.QueryScalarAsync<long>($"select account_id from ops.account where name = '{name}'");

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = await server.Postgres.Owner.OpenConnectionAsync();
        await connection.ExecuteAsync(sql);
    }
}
