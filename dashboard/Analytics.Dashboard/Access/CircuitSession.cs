using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Analytics.Dashboard.Access;

/// <summary>
/// The session of a page that stands open. When it ends, the page's reader is nobody: what was shown goes, and the way to sign in
/// comes. It looks when it is told to, when the reader does something after a while, and every so often (<see cref="SessionOptions"/>).
/// </summary>
public sealed class CircuitSession(ILoggerFactory loggers, Sessions sessions, IOptions<SessionOptions> options, TimeProvider clock)
    : RevalidatingServerAuthenticationStateProvider(loggers)
{
    private static readonly TimeSpan s_between = TimeSpan.FromSeconds(30);
    private static readonly AuthenticationState s_nobody = new(new ClaimsPrincipal(new ClaimsIdentity()));

    private readonly ILogger _log = loggers.CreateLogger<CircuitSession>();
    private long _usedAt = long.MinValue;

    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(options.Value.CheckSeconds);

    /// <summary>Whether it is what the database tells of: <c>account 7</c> or <c>session 0b1c…</c>.</summary>
    public async Task<bool> IsAsync(string told)
    {
        var user = (await GetAuthenticationStateAsync()).User;
        return told == $"account {Session.AccountId(user)}" || told == $"session {Session.Id(user)}";
    }

    /// <summary>Ends it where it holds no longer.</summary>
    /// <param name="isUse">The reader did something; otherwise it is only looked at.</param>
    public async Task CheckAsync(bool isUse, CancellationToken token)
    {
        var state = await GetAuthenticationStateAsync();
        if (!await IsHeldAsync(state, isUse, token))
        {
            SetAuthenticationState(Task.FromResult(s_nobody));
        }
    }

    /// <summary>The reader did something: that counts as use, and comes too late for a session that ended meanwhile.</summary>
    public async Task UseAsync(CancellationToken token)
    {
        var (before, now) = (Interlocked.Read(ref _usedAt), clock.GetTimestamp());
        if ((before == long.MinValue || clock.GetElapsedTime(before, now) >= s_between) && Interlocked.CompareExchange(ref _usedAt, now, before) == before)
        {
            await CheckAsync(isUse: true, token);
        }
    }

    protected override Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken) =>
        IsHeldAsync(authenticationState, isUse: false, cancellationToken);

    private async Task<bool> IsHeldAsync(AuthenticationState state, bool isUse, CancellationToken token)
    {
        if (state.User.Identity?.IsAuthenticated != true)
        {
            return true;
        }

        try
        {
            return await sessions.HoldsAsync(state.User, isUse, token);
        }
        catch (NpgsqlException fault)
        {
            // Not to be asked is not to be trusted: the reader signs in again once the database answers.
            _log.LogWarning(fault, "The session of an open page could not be looked at, and ends");
            return false;
        }
    }
}

/// <summary>Makes an open page's session known to <see cref="SessionWatch"/> while its connection lasts, and tells it what the reader does.</summary>
public sealed class SessionCircuit(AuthenticationStateProvider session, SessionWatch watch) : CircuitHandler
{
    private readonly CircuitSession _session = (CircuitSession)session;

    public override async Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        watch.Add(_session);

        // It may have ended between the request and this.
        await _session.CheckAsync(isUse: false, cancellationToken);
    }

    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        watch.Remove(_session);
        return Task.CompletedTask;
    }

    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(Func<CircuitInboundActivityContext, Task> next) => async activity =>
    {
        await _session.UseAsync(CancellationToken.None);
        await next(activity);
    };
}
