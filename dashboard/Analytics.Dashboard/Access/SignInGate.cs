using System.Security.Claims;
using Analytics.Database.Accounts;

namespace Analytics.Dashboard.Access;

/// <summary>Tries names, passwords and codes as often as <see cref="SignInThrottle"/> lets it.</summary>
public sealed class SignInGate(AccountStore accounts, SecondFactor factor, SignInThrottle throttle, KnownClient clients, TimeProvider clock)
{
    /// <summary>Tries a password of somebody who is not signed in.</summary>
    public Task<SignInResult> PasswordAsync(HttpContext context, string name, string password) => TryAsync(
        name,
        ClientLimits.Address(context),
        clients.Of(context, name),
        () => accounts.SignInAsync(name, password, context.RequestAborted),
        context.RequestAborted);

    /// <summary>Tries a one-time code of somebody whose password was accepted.</summary>
    /// <param name="stamp">The account's stamp when the password was accepted; another one says that the account has changed since.</param>
    public async Task<SignInResult> CodeAsync(HttpContext context, string name, Guid? stamp, string code)
    {
        var known = clients.Of(context, name);
        Task<SignInResult> EnterAsync() => accounts.EnterCodeAsync(name, code, factor.Step, known is not null, context.RequestAborted);
        var result = known is null ? await EnterAsync() : await TryAsync(name, "", known, EnterAsync, context.RequestAborted);
        return result is SignInResult.Accepted accepted && accepted.Account.SecurityStamp != stamp ? new SignInResult.Refused(IsKnown: true) : result;
    }

    /// <summary>Tries the password, and where there is a second factor the code, of somebody who is signed in and about to do something grave.</summary>
    public async Task<SignInResult> AgainAsync(HttpContext context, ClaimsPrincipal user, string password, string code, bool withCode)
    {
        var name = user.Identity?.Name ?? "";
        return await TryAsync(
            name,
            "",
            Session.Id(user),
            async () => await accounts.SignInAsync(name, password, context.RequestAborted) is SignInResult.Accepted { Account: var account }
                ? withCode && account.HasSecondFactor
                    ? await accounts.EnterCodeAsync(name, code, factor.Step, isKnownClient: true, context.RequestAborted)
                    : new SignInResult.Accepted(account)
                : new SignInResult.Refused(IsKnown: true),
            context.RequestAborted);
    }

    private async Task<SignInResult> TryAsync(string name, string client, Guid? known, Func<Task<SignInResult>> tryIt, CancellationToken token)
    {
        var attempt = throttle.Begin(name, client, known);
        if (attempt.WaitUntil is { } until)
        {
            return new SignInResult.Locked(until);
        }

        await Task.Delay(attempt.Delay, clock, token);
        var result = await tryIt();
        if (result is SignInResult.Accepted)
        {
            throttle.Succeeded(name, client, known);
        }

        return result;
    }
}
