using System.Security.Cryptography;
using Analytics.Database.Accounts;

namespace Analytics.Etl.Supervision;

/// <summary>One of the accounts that every installation begins with.</summary>
/// <param name="Password">The random one, to be shown this once; null when ANALYTICS_PASSWORD gave it.</param>
internal sealed record FirstAccount(string Name, string Role, string? Password);

/// <summary>Makes the accounts that every installation begins with, where they are missing.</summary>
/// <param name="given">The first password of all of them, not forced to change; null for random ones that are.</param>
internal sealed class FirstAccounts(string? given)
{
    private static readonly (string Name, string Role)[] s_accounts =
        [("admin", "administrator"), ("coordinator", "coordinator"), ("donor", "donor"), ("policy", "policy")];

    private readonly Dictionary<string, string> _asked = new(StringComparer.Ordinal);
    private readonly List<FirstAccount> _made = [];

    public static IEnumerable<string> Names => s_accounts.Select(account => account.Name);

    /// <summary>The accounts that were made now.</summary>
    public IReadOnlyList<FirstAccount> Made => _made;

    /// <summary>Makes what is missing. Broken off, it can be called again: no password is lost that nobody has seen.</summary>
    public async Task AddAsync(AccountStore accounts, CancellationToken cancellationToken)
    {
        foreach (var (name, role) in s_accounts.Where(account => _made.All(made => made.Name != account.Name)))
        {
            // Asked for before and there now: made, though the answer did not arrive.
            var isAgain = _asked.TryGetValue(name, out var password);
            password ??= _asked[name] = given ?? RandomPassword();
            if (await accounts.AddAsync(name, role, password, mustChangePassword: given is null, cancellationToken) || isAgain)
            {
                _made.Add(new FirstAccount(name, role, given is null ? password : null));
            }
            else
            {
                _asked.Remove(name);
            }
        }
    }

    // 80 bits, in letters and digits that are not mistaken for one another.
    private static string RandomPassword() =>
        string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 4)));
}
