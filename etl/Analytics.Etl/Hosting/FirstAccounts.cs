using System.Security.Cryptography;
using Analytics.Database.Accounts;

namespace Analytics.Etl.Hosting;

/// <summary>One of the accounts that every installation begins with.</summary>
/// <param name="Password">The random one, to be shown this once; null when ANALYTICS_PASSWORD gave it.</param>
internal sealed record FirstAccount(string Name, string Role, string? Password);

/// <summary>Makes the accounts that every installation begins with, where they are missing.</summary>
internal static class FirstAccounts
{
    private static readonly (string Name, string Role)[] s_accounts =
        [("admin", "administrator"), ("coordinator", "coordinator"), ("donor", "donor"), ("policy", "policy")];

    public static IEnumerable<string> Names => s_accounts.Select(account => account.Name);

    /// <param name="given">The first password of all of them, not forced to change; null for random ones that are.</param>
    /// <returns>The accounts that were made now.</returns>
    public static async Task<IReadOnlyList<FirstAccount>> AddAsync(AccountStore accounts, string? given, CancellationToken cancellationToken)
    {
        var made = new List<FirstAccount>();
        foreach (var (name, role) in s_accounts)
        {
            var password = given ?? RandomPassword();
            if (await accounts.AddAsync(name, role, password, mustChangePassword: given is null, cancellationToken))
            {
                made.Add(new FirstAccount(name, role, given is null ? password : null));
            }
        }

        return made;
    }

    // 80 bits, in letters and digits that are not mistaken for one another.
    private static string RandomPassword() =>
        string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 4)));
}
