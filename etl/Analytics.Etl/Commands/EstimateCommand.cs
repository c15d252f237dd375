using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Analytics.Domain.Estimation;
using Analytics.Etl.Warehouse.Estimate;

namespace Analytics.Etl.Commands;

/// <summary><c>./analytics estimate</c>: how many are never seen, from a table of capture histories.</summary>
internal static class EstimateCommand
{
    private const int MostReplicates = 1_000_000;

    private static readonly Argument<FileInfo> s_file = new("HISTORIES.csv") { Description = "One 0/1 column a list, and a column `count`." };
    private static readonly Option<long> s_seed = new("--seed") { DefaultValueFactory = _ => 1234, Description = "Same seed, same answer." };
    private static readonly Option<int> s_bootstrap = new("--bootstrap") { DefaultValueFactory = _ => 1000, Description = "Resamples behind the interval; 0 for none." };
    private static readonly Option<SelectionMethod> s_method = new("--method") { Description = "How interactions are chosen: stepwise or bic." };
    private static readonly Option<double> s_threshold = new("--threshold") { DefaultValueFactory = _ => 0.02, Description = "Stepwise: an interaction enters while its p-value is below this." };
    private static readonly Option<double> s_miss = new("--miss-rate") { Description = "Measured share of true links that linkage missed." };
    private static readonly Option<double> s_falseMatch = new("--false-match-rate") { Description = "Measured share of links found that are false." };
    private static readonly Option<string[]> s_register = new("--register") { AllowMultipleArgumentsPerToken = true, Description = "Lists that make up the official register: shows what it lacks." };
    private static readonly Option<double> s_timeLimit = new("--time-limit") { DefaultValueFactory = _ => 30, Description = "Seconds after which the answer is given from what is done." };
    private static readonly Option<bool> s_json = new("--json") { Description = "Machine-readable." };

    public static Command Create()
    {
        s_bootstrap.Validators.Add(result => Range(result, value => value is >= 0 and <= MostReplicates, $"--bootstrap takes 0 to {MostReplicates}"));
        s_threshold.Validators.Add(result => Range(result, value => value is >= 0 and <= 1, "--threshold takes 0 to 1"));
        s_miss.Validators.Add(result => Range(result, value => value is >= 0 and < 1, "--miss-rate takes 0 to below 1"));
        s_falseMatch.Validators.Add(result => Range(result, value => value is >= 0 and < 1, "--false-match-rate takes 0 to below 1"));
        s_timeLimit.Validators.Add(result => Range(result, value => value is > 0 and <= 86_400, "--time-limit takes seconds, up to 86400"));
        var command = new Command("estimate", "Estimates how many persons are on no list, or says why that cannot be done.")
        {
            s_file, s_seed, s_bootstrap, s_method, s_threshold, s_miss, s_falseMatch, s_register, s_timeLimit, s_json,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static Task<int> RunAsync(ParseResult arguments, CancellationToken cancellation)
    {
        var file = arguments.GetRequiredValue(s_file);
        if (!file.Exists)
        {
            return Task.FromResult(Exit.Failed($"{file.Name}: there is no such file; give the path of a table of capture histories."));
        }

        CaptureHistories? table;
        string? problem;
        try
        {
            using var reader = file.OpenText();
            (table, problem) = CaptureHistoryFile.Read(reader);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Task.FromResult(Exit.Failed($"{file.Name}: cannot be read ({e.Message}); check the path and its permissions."));
        }

        if (table is null)
        {
            return Task.FromResult(Exit.Failed($"{file.Name}: {problem}"));
        }

        var register = 0;
        foreach (var name in arguments.GetValue(s_register) ?? [])
        {
            var list = table.Lists.IndexOf(name);
            if (list < 0)
            {
                return Task.FromResult(Exit.Usage($"--register {name}: no such list; {file.Name} has {string.Join(", ", table.Lists)}."));
            }

            register |= 1 << list;
        }

        using var outOfTime = new CancellationTokenSource(TimeSpan.FromSeconds(arguments.GetValue(s_timeLimit)));
        var (miss, falseMatch) = (arguments.GetValue(s_miss), arguments.GetValue(s_falseMatch));
        var result = Estimator.Estimate(
            table,
            new()
            {
                Selection = arguments.GetValue(s_method),
                Threshold = arguments.GetValue(s_threshold),
                Replicates = arguments.GetValue(s_bootstrap),
                Seed = arguments.GetValue(s_seed),
                Linkage = miss > 0 || falseMatch > 0 ? new(miss, falseMatch) : null,
                OutOfTime = outOfTime.Token,
            },
            cancellation: cancellation);
        var coverage = register == 0 ? null : RegisterCoverage.Of(table, register);
        Console.Out.WriteLine(arguments.GetValue(s_json) ? EstimateJson.Write(result, coverage) : EstimateReport.Write(result, coverage));
        return Task.FromResult(Exit.Done);
    }

    /// <summary>A text that is no number at all is left to the parser, which has its own words for it.</summary>
    private static void Range(OptionResult result, Func<double, bool> fits, string expected)
    {
        if (result.Tokens.Count == 1
            && double.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out var value)
            && !fits(value))
        {
            result.AddError($"{expected}, not {result.Tokens[0].Value}");
        }
    }
}
