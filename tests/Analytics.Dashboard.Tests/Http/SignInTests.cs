using System.Net;
using Analytics.Database.Accounts;
using Dapper;

namespace Analytics.Dashboard.Tests.Http;

public sealed class SignInTests(DashboardServer server) : IClassFixture<DashboardServer>
{
    [DatabaseTheory]
    [InlineData("/")]
    [InlineData("/trends")]
    [InlineData("/regions")]
    [InlineData("/under-registration")]
    [InlineData("/account")]
    [InlineData("/data-in")]
    [InlineData("/jobs")]
    public async Task Page_NobodySignedIn_LeadsToTheSignInForm(string path)
    {
        using var client = server.Anonymous();
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/sign-in", answer.Headers.Location!.AbsolutePath);
    }

    [DatabaseFact]
    public async Task SignIn_RightPassword_GoesBackToWhereTheReaderWas()
    {
        using var client = server.Anonymous();
        using var answer = await DashboardServer.SignInAsync(client, "donor", DashboardServer.Password, "?returnUrl=%2Ftrends%3Fmeasure%3Dcontacts");
        Assert.Equal("/trends?measure=contacts", answer.Headers.Location!.PathAndQuery());
    }

    [DatabaseFact]
    public async Task SignIn_ForeignReturnAddress_IsIgnored()
    {
        using var client = server.Anonymous();
        using var answer = await DashboardServer.SignInAsync(client, "donor", DashboardServer.Password, "?returnUrl=https%3A%2F%2Felsewhere.example%2F");
        // A donor's own start, and not elsewhere.
        Assert.Equal("/programmes", answer.Headers.Location!.PathAndQuery());
    }

    [DatabaseFact]
    public async Task SignIn_WithoutForgeryToken_IsRefused()
    {
        using var client = server.Anonymous();
        using var content = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["_handler"] = "sign-in", ["Input.Name"] = "donor", ["Input.Password"] = DashboardServer.Password,
        });
        using var answer = await client.PostAsync(new Uri("/sign-in", UriKind.Relative), content);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [DatabaseTheory]
    [InlineData("guessed", "192.0.2.20")]
    [InlineData("invented", "192.0.2.21")]
    public async Task SignIn_FiveWrongPasswords_MakeThatClientWaitWhetherThereIsTheAccountOrNot(string name, string address)
    {
        await server.Accounts.AddAsync("guessed", "donor", DashboardServer.Password, mustChangePassword: false, CancellationToken.None);
        using var client = server.At(address);
        for (var attempt = 0; attempt < Backoff.FailuresBeforeWait; attempt++)
        {
            using var wrong = await DashboardServer.SignInAsync(client, name, "wrong", "?lang=ru");
            Assert.Equal(HttpStatusCode.OK, wrong.StatusCode);
            Assert.Contains("Такой пары", WebUtility.HtmlDecode(await wrong.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        }

        using var answer = await DashboardServer.SignInAsync(client, name, DashboardServer.Password, "?lang=ru");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("Слишком много", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [DatabaseFact]
    public async Task SignIn_StrangerFailsManyTimes_LeavesTheOwnerIn()
    {
        await server.Accounts.AddAsync("owned", "policy", DashboardServer.Password, mustChangePassword: false, CancellationToken.None);
        using var stranger = server.At("192.0.2.30");
        for (var attempt = 0; attempt < Backoff.FailuresBeforeWait + 2; attempt++)
        {
            using var wrong = await DashboardServer.SignInAsync(stranger, "owned", "wrong");
        }

        using var owner = server.At("192.0.2.31");
        using var right = await DashboardServer.SignInAsync(owner, "owned", DashboardServer.Password);
        Assert.Equal(HttpStatusCode.Redirect, right.StatusCode);
    }

    [DatabaseFact]
    public async Task SignIn_KnownClientBehindAnAddressThatMustWait_IsNotHindered()
    {
        await server.Accounts.AddAsync("neighbour", "policy", DashboardServer.Password, mustChangePassword: false, CancellationToken.None);
        using var owner = server.At("192.0.2.40");
        using var first = await DashboardServer.SignInAsync(owner, "neighbour", DashboardServer.Password);
        using var stranger = server.At("192.0.2.40");
        for (var attempt = 0; attempt <= Backoff.FailuresBeforeWait; attempt++)
        {
            using var wrong = await DashboardServer.SignInAsync(stranger, "neighbour", "wrong");
        }

        using var refused = await DashboardServer.SignInAsync(stranger, "neighbour", DashboardServer.Password);
        Assert.Equal(HttpStatusCode.OK, refused.StatusCode);
        using var again = await DashboardServer.SignInAsync(owner, "neighbour", DashboardServer.Password);
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
    }

    [DatabaseFact]
    public async Task Page_FirstPasswordNotChanged_LeadsToThePasswordForm()
    {
        await server.Accounts.AddAsync("newcomer", "policy", DashboardServer.Password, mustChangePassword: true, CancellationToken.None);
        using var client = server.Anonymous();
        using var signedIn = await DashboardServer.SignInAsync(client, "newcomer", DashboardServer.Password);
        Assert.Equal("/password", signedIn.Headers.Location!.PathAndQuery());
        using var page = await client.GetAsync(new Uri("/trends", UriKind.Relative));
        Assert.Equal("/password", page.Headers.Location!.PathAndQuery());
        using var cells = await client.GetAsync(new Uri("/api/v1/measures", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Forbidden, cells.StatusCode);
    }

    [DatabaseFact]
    public async Task Page_PasswordChangedElsewhere_EndsTheSession()
    {
        await server.Accounts.AddAsync("leaver", "policy", DashboardServer.Password, mustChangePassword: false, CancellationToken.None);
        using var client = await server.SignedInAsync("leaver");
        var accepted = Assert.IsType<SignInResult.Accepted>(await server.Accounts.SignInAsync("leaver", DashboardServer.Password, CancellationToken.None));
        await server.Accounts.ChangePasswordAsync(accepted.Account, "quite another password", CancellationToken.None);
        using var answer = await client.GetAsync(new Uri("/trends", UriKind.Relative));
        Assert.Equal("/sign-in", answer.Headers.Location!.AbsolutePath);
    }

    [DatabaseFact]
    public async Task DataIn_NotTheAdministrator_IsClosed()
    {
        using var client = await server.SignedInAsync("donor");
        using var answer = await client.GetAsync(new Uri("/data-in", UriKind.Relative));
        Assert.Equal("/not-found", answer.Headers.Location!.AbsolutePath);
    }

    [DatabaseFact]
    public async Task Page_Any_MayLoadFromHereOnlyAndIsFramedByNobody()
    {
        using var client = await server.SignedInAsync("coordinator");
        using var answer = await client.GetAsync(new Uri("/trends", UriKind.Relative));
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'self'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
    }

    [DatabaseFact]
    public async Task Keys_AfterASession_AreInTheDatabase()
    {
        using var client = await server.SignedInAsync("coordinator");
        await using var connection = await server.Postgres.Owner.OpenConnectionAsync();
        Assert.True(await connection.ExecuteScalarAsync<long>("select count(*) from ops.data_protection_key") > 0);
    }
}

internal static class LocationExtensions
{
    /// <summary>Path and query of a redirect, whether its address is absolute or not.</summary>
    public static string PathAndQuery(this Uri location) => location.IsAbsoluteUri ? location.PathAndQuery : location.OriginalString;
}
