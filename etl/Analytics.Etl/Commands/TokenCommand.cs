using System.CommandLine;
using Analytics.Database.Accounts;
using Analytics.Etl.Hosting;

namespace Analytics.Etl.Commands;

/// <summary><c>./analytics token ACCOUNT</c>: a token for the HTTP interface, printed once.</summary>
internal static class TokenCommand
{
    private static readonly Argument<string> s_account = new("ACCOUNT") { Description = "The account whose rights the token has." };

    public static Command Create(TimeProvider time)
    {
        var command = new Command("token", "Make a token for the HTTP interface. It is shown only now.") { s_account };
        command.SetAction(async (parsed, stop) =>
        {
            var account = parsed.GetValue(s_account)!;
            await using var database = await DatabaseAccess.OpenAsync(DataFolder.Of(parsed), "token", time, new Screen(Console.Error), stop);
            if (await new ApiTokenStore(database.Owner, time).AddAsync(account, "made on the command line", stop) is not { } made)
            {
                return Exit.Failed($"there is no account {account} that may be used: see the accounts that ./analytics up prints.");
            }

            Console.Error.WriteLine($"Valid until {made.ExpiresAt:yyyy-MM-dd}. Send it as: Authorization: Bearer <token>");
            Console.WriteLine(made.Token);
            return Exit.Done;
        });
        return command;
    }
}
