using Analytics.Dashboard.Access;
using Analytics.Database.Accounts;
using Dapper;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Analytics.Dashboard.Tests.Http;

/// <summary>The session of a page that stands open ends with whatever ends it, and at once.</summary>
public sealed class OpenPageTests(DashboardServer server) : IClassFixture<DashboardServer>
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    [DatabaseTheory]
    [InlineData("update ops.session set ended_at = now() where account_id = @id")]
    [InlineData("update ops.account set disabled = true where account_id = @id")]
    [InlineData("update ops.account set security_stamp = gen_random_uuid() where account_id = @id")]
    [InlineData("role")]
    [InlineData("rights")]
    [InlineData("password")]
    [InlineData("second factor")]
    public async Task OpenPage_ChangedFromOutside_HearsOfItAndEnds(string change)
    {
        // It would look by itself in ten minutes: what ends it is what it hears.
        using var page = await OpenAsync(checkSeconds: 600);
        using var other = await OpenAsync(checkSeconds: 600);
        var store = server.Accounts;
        await (change switch
        {
            "role" => store.SetRoleAsync(page.Account.AccountId, "donor", CancellationToken.None),
            "rights" => store.SetRightsAsync(page.Account.AccountId, [("source", "hotline")], CancellationToken.None),
            "password" => store.ChangePasswordAsync(page.Account, "another password altogether", CancellationToken.None),
            "second factor" => store.RemoveSecondFactorAsync(page.Account.AccountId, CancellationToken.None),
            _ => ExecuteAsync(change, page.Account.AccountId),
        });
        await page.Ended.WaitAsync(s_patience);
        Assert.False(other.Ended.IsCompleted);
    }

    [DatabaseTheory]
    [InlineData("update ops.session set last_used_at = now() - interval '3 hours' where account_id = @id")]
    [InlineData("update ops.session set started_at = now() - interval '13 hours' where account_id = @id")]
    public async Task OpenPage_LeftAloneOrOld_EndsByItself(string age)
    {
        using var page = await OpenAsync(checkSeconds: 1);
        await ExecuteAsync(age, page.Account.AccountId);
        await page.Ended.WaitAsync(s_patience);
    }

    [DatabaseFact]
    public async Task OpenPage_ReaderDoesSomething_CountsAsUse()
    {
        using var page = await OpenAsync(checkSeconds: 600);
        await ExecuteAsync("update ops.session set last_used_at = now() - interval '1 hour' where account_id = @id", page.Account.AccountId);
        await page.Session.CheckAsync(isUse: false, CancellationToken.None);
        Assert.True(await IdleMinutesAsync(page) > 59);
        await page.Session.UseAsync(CancellationToken.None);
        Assert.True(await IdleMinutesAsync(page) < 5);
        Assert.False(page.Ended.IsCompleted);
    }

    private async Task<OpenPage> OpenAsync(int checkSeconds)
    {
        var name = $"open.{Guid.NewGuid():n}"[..20];
        await server.Accounts.AddAsync(name, "policy", DashboardServer.Password, mustChangePassword: false, CancellationToken.None);
        var account = Assert.IsType<SignInResult.Accepted>(await server.Accounts.SignInAsync(name, DashboardServer.Password, CancellationToken.None)).Account;
        var now = TimeProvider.System.GetUtcNow();
        var id = await new SessionStore(server.Postgres.Owner, TimeProvider.System).StartAsync(account, now, CancellationToken.None);
        var options = Options.Create(new SessionOptions { CheckSeconds = checkSeconds });
        var session = new CircuitSession(NullLoggerFactory.Instance, server.Services.GetRequiredService<Sessions>(), options, TimeProvider.System);
        session.SetAuthenticationState(Task.FromResult(new AuthenticationState(Session.Principal(account, "test", now, id))));
        return new OpenPage(session, server.Services.GetRequiredService<SessionWatch>(), account);
    }

    private Task<double> IdleMinutesAsync(OpenPage page) => server.Postgres.Owner.QueryScalarAsync<double>(
        $"select extract(epoch from now() - last_used_at)::float8 / 60 from ops.session where account_id = {page.Account.AccountId}");

    private async Task ExecuteAsync(string sql, long id)
    {
        await using var connection = await server.Postgres.Owner.OpenConnectionAsync();
        await connection.ExecuteAsync(sql, new { id });
    }

    /// <summary>A page that stands open, as the dashboard keeps it.</summary>
    private sealed class OpenPage : IDisposable
    {
        private readonly SessionWatch _watch;
        private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public OpenPage(CircuitSession session, SessionWatch watch, Account account)
        {
            (Session, _watch, Account) = (session, watch, account);
            session.AuthenticationStateChanged += async state =>
            {
                if ((await state).User.Identity?.IsAuthenticated != true)
                {
                    _ended.TrySetResult();
                }
            };
            watch.Add(session);
        }

        public CircuitSession Session { get; }

        public Account Account { get; }

        public Task Ended => _ended.Task;

        public void Dispose()
        {
            _watch.Remove(Session);
            ((IDisposable)Session).Dispose();
        }
    }
}
