using Analytics.Database.Accounts;
using Analytics.Etl.Hosting;
using Microsoft.Extensions.Hosting;

namespace Analytics.Etl.Supervision;

/// <summary>Makes the first accounts and says where the dashboard is and how to sign in.</summary>
internal sealed class Welcome(UpOptions options, DatabaseService database, Dashboard dashboard, Screen screen, TimeProvider time) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        // Made now, when they can be shown: a password that nobody saw would be lost.
        var accounts = new FirstAccounts(options.FirstPassword);
        await database.PerseverAsync(token => accounts.AddAsync(new AccountStore(database.Access.Owner, time), token), cancellationToken);
        var made = accounts.Made;
        foreach (var account in made)
        {
            await database.PerseverAsync(
                token => new AuditLog(database.Access.Owner).AddAsync(AuditLog.ServerUser, AuditAction.AccountAdded, $"{account.Name} {account.Role}", token),
                cancellationToken);
        }

        screen.Line();
        screen.Line($"Analytics is running at {dashboard.Address.ToString().TrimEnd('/')}");
        if (made.Count == 0)
        {
            screen.Line($"Accounts: {string.Join(", ", FirstAccounts.Names)}, with their passwords as before.");
        }
        else if (options.FirstPassword is not null)
        {
            screen.Line($"Accounts: {string.Join(", ", made.Select(account => account.Name))}, with the password in ANALYTICS_PASSWORD.");
        }
        else
        {
            screen.Line("Accounts, with passwords that are shown only now and changed at the first sign-in:");
            foreach (var account in made)
            {
                screen.Line($"  {account.Name,-12} {account.Password}");
            }
        }

        screen.Line("Ctrl-C stops it.");
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
