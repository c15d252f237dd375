using System.CommandLine;
using Analytics.Etl.Hosting;
using Analytics.Etl.Warehouse.Link;

namespace Analytics.Etl.Commands;

/// <summary>
/// <c>./analytics round</c>: which keys the tokens of now belong to. While a round is open, tokens of other keys are refused at the
/// door; tokens of two rounds are never compared.
/// </summary>
internal static class RoundCommand
{
    private const int FingerprintLength = 12;
    private static readonly Argument<string?> s_open = new("FINGERPRINT") { Description = "Open this round: the 12 characters that encode prints, and that stand second in every token.", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<bool> s_close = new("--close") { Description = "Close the round instead: its tokens stay and are refused from now on." };
    private static readonly Option<bool> s_yes = new("--yes") { Description = "Do it; without this the command only says what would happen." };

    public static Command Create(TimeProvider time)
    {
        var command = new Command("round", "Linkage rounds: list them, open one by the fingerprint of its key, close one.") { s_open, s_close, s_yes };
        command.SetAction((parsed, stop) => RunAsync(parsed, time, stop));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, TimeProvider time, CancellationToken stop)
    {
        var round = parsed.GetValue(s_open);
        if (round is not null && (round.Length != FingerprintLength || !round.All(char.IsAsciiHexDigitLower)))
        {
            return Exit.Usage($"a round is named by the fingerprint of its key, {FingerprintLength} characters of 0-9 and a-f: encode prints it, and it stands between the first two points of every token.");
        }

        if (round is null && parsed.GetValue(s_close))
        {
            return Exit.Usage("--close needs the FINGERPRINT of the round to close.");
        }

        await using var database = await DatabaseAccess.OpenAsync(DataFolder.Of(parsed), "round", time, new Screen(Console.Error), stop,
            round is null ? "" : $"{(parsed.GetValue(s_close) ? "close" : "open")} {round}{(parsed.GetValue(s_yes) ? "" : ", only asked")}");
        var rounds = await LinkRounds.ReadAsync(database.Etl, stop);
        if (round is null)
        {
            foreach (var known in rounds)
            {
                Console.WriteLine($"{known.Fingerprint}  {known.State}  {known.Records} records");
            }

            Console.WriteLine(rounds.Any(known => known.IsOpen)
                ? "Tokens of other rounds are refused."
                : "No round is open: tokens of any key are taken, and those of two keys are never compared.");
            return Exit.Done;
        }

        var refusal = parsed.GetValue(s_close) ? LinkRounds.WhyNotClose(rounds, round) : LinkRounds.WhyNotOpen(rounds, round);
        if (refusal is not null)
        {
            return Exit.Failed(refusal);
        }

        Console.WriteLine(parsed.GetValue(s_close) ? LinkRounds.WhatClosingDoes(rounds, round) : LinkRounds.WhatOpeningDoes(rounds, round));
        if (!parsed.GetValue(s_yes))
        {
            return Exit.Failed("nothing was changed; say it again with --yes to do it.");
        }

        await (parsed.GetValue(s_close) ? LinkRounds.CloseAsync(database.Etl, round, time, stop) : LinkRounds.OpenAsync(database.Etl, round, time, stop));
        Console.WriteLine("Done.");
        return Exit.Done;
    }
}
