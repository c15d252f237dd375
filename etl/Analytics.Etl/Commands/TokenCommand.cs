using System.CommandLine;
using System.Globalization;
using Analytics.Database.Accounts;
using Analytics.Etl.Hosting;

namespace Analytics.Etl.Commands;

/// <summary><c>./analytics token ACCOUNT</c>: a token for the HTTP interface, printed once.</summary>
internal static class TokenCommand
{
    private const string MostVariable = "Analytics__Session__MostTokens";

    private static readonly Argument<string> s_account = new("ACCOUNT") { Description = "The account whose rights the token has." };

    private static readonly Option<int> s_days = new("--days") { Description = "How long it is valid, 1 to 365 days.", DefaultValueFactory = _ => (int)ApiTokenStore.Lifetime.TotalDays };
    private static readonly Option<string[]> s_scopes = new("--scope")
    {
        Description = $"What it opens: {string.Join(", ", TokenScope.All)}; all of them unless told.",
        DefaultValueFactory = _ => [.. TokenScope.All],
        AllowMultipleArgumentsPerToken = true,
    };

    public static Command Create(TimeProvider time)
    {
        var command = new Command("token", "Make a token for the HTTP interface. It is shown only now.") { s_account, s_days, s_scopes };
        command.SetAction(async (parsed, stop) =>
        {
            var account = parsed.GetValue(s_account)!;
            var days = parsed.GetValue(s_days);
            var scopes = parsed.GetValue(s_scopes)!.Distinct(StringComparer.Ordinal).ToList();
            if (days < 1 || days > ApiTokenStore.LongestLifetime.TotalDays)
            {
                return Exit.Usage($"--days {days}: expected 1 to {ApiTokenStore.LongestLifetime.TotalDays}.");
            }

            if (scopes.FirstOrDefault(scope => !TokenScope.All.Contains(scope, StringComparer.Ordinal)) is { } unknown)
            {
                return Exit.Usage($"--scope {unknown}: expected {string.Join(", ", TokenScope.All)}.");
            }

            if (!TryMost(out var most, out var fault))
            {
                return Exit.Usage(fault);
            }

            await using var database = await DatabaseAccess.OpenAsync(DataFolder.Of(parsed), "token", time, new Screen(Console.Error), stop);
            var result = await new ApiTokenStore(database.Owner, time).AddAsync(account, "made on the command line", scopes, TimeSpan.FromDays(days), stop, most);
            if (result is not TokenResult.Made made)
            {
                return Exit.Failed(Refusal(account, result));
            }

            await new AuditLog(database.Owner).AddAsync(AuditLog.ServerUser, AuditAction.TokenMade, account, stop);
            Console.Error.WriteLine($"Valid until {made.ExpiresAt:yyyy-MM-dd}. Send it as: Authorization: Bearer <token>");
            Console.WriteLine(made.Token);
            return Exit.Done;
        });
        return command;
    }

    // The dashboard's setting, which the environment gives to both.
    private static bool TryMost(out int most, out string fault)
    {
        var given = Environment.GetEnvironmentVariable(MostVariable);
        most = ApiTokenStore.UsualMost;
        fault = $"{MostVariable} is {given}: 1 to {ApiTokenStore.LargestMost} is expected, how many valid tokens an account may have.";
        return given is not { Length: > 0 }
            || (int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out most) && most is >= 1 and <= ApiTokenStore.LargestMost);
    }

    private static string Refusal(string account, TokenResult result) => result switch
    {
        TokenResult.PasswordToChange => $"the first password of account {account} was not changed yet: sign in to the dashboard as {account}, choose a password, then make the token.",
        TokenResult.SecondFactorToSetUp => $"account {account} must set up one-time codes first, as its role asks: sign in to the dashboard as {account}, set them up, then make the token.",
        TokenResult.TooMany many => $"account {account} has {many.Most} valid tokens, which is as many as it may have: revoke one on the page Account or Accounts first.",
        _ => $"there is no account {account} that may be used: see the accounts that ./analytics up prints.",
    };
}
