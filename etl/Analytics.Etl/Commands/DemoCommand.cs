using System.CommandLine;
using System.Globalization;
using Analytics.Demo;

namespace Analytics.Etl.Commands;

/// <summary><c>./analytics demo DIR [--years A-B] [--contacts N] [--seed N]</c>: writes synthetic source files.</summary>
internal static class DemoCommand
{
    public static Command Create(TimeProvider time)
    {
        var folder = new Argument<string>("DIR") { Description = "Folder to write to: new, empty, or holding an earlier demo." };
        var years = new Option<string?>("--years") { Description = "First and last year, such as 2018-2020. Default: 2017 to last month." };
        var contacts = new Option<string?>("--contacts") { Description = "Hotline contacts from January 2021 to January 2022; other years scale with it. Default: 15000." };
        var seed = new Option<string?>("--seed") { Description = "The same seed and dates give the same files. Default: 1." };
        var command = new Command("demo", "Write synthetic source files calibrated to the published figures.") { folder, years, contacts, seed };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(folder), parsed.GetValue(years), parsed.GetValue(contacts), parsed.GetValue(seed), time));
        return command;
    }

    private static int Run(string folder, string? years, string? contacts, string? seed, TimeProvider time)
    {
        if (string.IsNullOrWhiteSpace(folder))
        {
            return Exit.Usage("demo needs a folder to write to, such as ./demo-files.");
        }

        var options = DemoOptions.For(time);
        if (years is not null)
        {
            var parts = years.Split('-');
            if (parts is not [var first, var last] || !Whole(first, out var from) || !Whole(last, out var to))
            {
                return Exit.Usage($"--years '{years}' is not two years; write them as 2018-2020.");
            }

            options = options with { FirstYear = from, LastYear = to };
        }

        if (contacts is not null)
        {
            if (!Whole(contacts, out var count))
            {
                return Exit.Usage($"--contacts '{contacts}' is not a whole number from 1 to {DemoOptions.MostContacts}.");
            }

            options = options with { Contacts = count };
        }

        if (seed is not null)
        {
            if (!Whole(seed, out var number))
            {
                return Exit.Usage($"--seed '{seed}' is not a whole number from 0 to {int.MaxValue}.");
            }

            options = options with { Seed = number };
        }

        return options.Fault() is { } fault ? Exit.Usage(fault) : Write(folder, options);
    }

    private static int Write(string folder, DemoOptions options)
    {
        try
        {
            if (new DemoFolder(folder).Foreign() is { } foreign)
            {
                return Exit.Failed(DemoWriter.NotOurs(folder, foreign));
            }
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            return Exit.Failed($"cannot read {folder}: {cause.Message.TrimEnd('.')}. Give an empty or new folder.");
        }

        Console.Out.WriteLine($"Writing synthetic demonstration files, {options.Period}, seed {options.Seed}, to {folder}");
        var report = DemoWriter.Write(folder, options, new Lines());
        if (report.Refused is { } why)
        {
            return Exit.Failed(why);
        }

        Console.Out.WriteLine($"Done: {report.Files} files, {report.Rows} rows.");
        var missing = DemoTargets.All.Except(DemoTargets.Within(options.Period)).ToList();
        if (missing.Count > 0)
        {
            Console.Out.WriteLine($"{missing.Count} of {DemoTargets.All.Count} published totals are not reproduced, because the files do not cover their days whole: {string.Join(", ", missing.Select(t => t.Id))}.");
        }

        return Exit.Done;
    }

    private static bool Whole(string text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    /// <summary>Reports on the caller's thread, so that the lines keep their order.</summary>
    private sealed class Lines : IProgress<string>
    {
        public void Report(string value) => Console.Out.WriteLine($"  {value}");
    }
}
