using System.CommandLine;
using System.Globalization;
using Analytics.Domain.SyntheticRelease;
using Analytics.Etl.Hosting;
using Analytics.Etl.Warehouse.Synthesize;
using CsvHelper;

namespace Analytics.Etl.Commands;

/// <summary><c>./analytics synthetic</c>: what a release of synthetic records would give away and be good for; with a file, makes it.</summary>
internal static class SyntheticCommand
{
    private static readonly Argument<string?> s_file = new("FILE.csv") { Arity = ArgumentArity.ZeroOrOne, Description = "Where to write the records; without it nothing is spent and the advice is printed." };
    private static readonly Option<double> s_epsilon = new("--epsilon") { DefaultValueFactory = _ => 1, Description = "What this release may give away at most; 1 is strict, 10 is loose." };
    private static readonly Option<double> s_delta = new("--delta") { DefaultValueFactory = _ => 1e-6, Description = "Chance that it gives away more; well below one over the number of persons." };
    private static readonly Option<int> s_order = new("--order") { DefaultValueFactory = _ => 3, Description = "How many attributes are counted together, 1 to 3." };
    private static readonly Option<double> s_limit = new("--limit") { DefaultValueFactory = _ => 10, Description = "What all releases together may give away at most, as ε." };
    private static readonly Option<bool> s_anyway = new("--anyway") { Description = "Release although the records would be of little use." };

    public static Command Create(TimeProvider time)
    {
        s_epsilon.Validators.Add(result => Range(result.GetValueOrDefault<double>() is > 0 and <= 20, result.AddError, "--epsilon takes a number above 0, up to 20"));
        s_delta.Validators.Add(result => Range(result.GetValueOrDefault<double>() is > 0 and <= 0.001, result.AddError, "--delta takes a number above 0, up to 0.001"));
        s_order.Validators.Add(result => Range(result.GetValueOrDefault<int>() is >= 1 and <= 3, result.AddError, "--order takes 1, 2 or 3"));
        var command = new Command("synthetic", "Synthetic records of persons assisted, under differential privacy; without a file: what they would cost and be good for.")
        {
            s_file, s_epsilon, s_delta, s_order, s_limit, s_anyway,
        };
        command.SetAction(async (parsed, stop) =>
        {
            await using var database = await DatabaseAccess.OpenAsync(DataFolder.Of(parsed), "synthetic", time, new Screen(Console.Error), stop);
            var stage = new SyntheticReleaseStage(database.Etl, time);
            var outlook = await stage.LookAsync(parsed.GetValue(s_epsilon), parsed.GetValue(s_delta), parsed.GetValue(s_order), stop);
            foreach (var line in Words(outlook))
            {
                Console.WriteLine(line);
            }

            return parsed.GetValue(s_file) is { } file ? await ReleaseAsync(stage, outlook, file, parsed, stop) : Exit.Done;
        });
        return command;
    }

    private static async Task<int> ReleaseAsync(SyntheticReleaseStage stage, ReleaseOutlook outlook, string file, ParseResult parsed, CancellationToken stop)
    {
        var path = Path.GetFullPath(file);
        if (File.Exists(path) || Directory.Exists(path) || !Directory.Exists(Path.GetDirectoryName(path)))
        {
            return Exit.Usage($"{path} cannot be written: name a new file in a folder that exists.");
        }

        if (outlook.EpsilonAfter > parsed.GetValue(s_limit))
        {
            return Exit.Failed(string.Create(CultureInfo.InvariantCulture,
                $"with this release all of them together would reach ε = {outlook.EpsilonAfter:0.00}, above the limit of {parsed.GetValue(s_limit):0.##}: take a smaller --epsilon."));
        }

        if (!outlook.Advice.Recommended && !parsed.GetValue(s_anyway))
        {
            return Exit.Failed("not released, since the records would be of little use; --anyway releases them nevertheless.");
        }

        var released = await stage.ReleaseAsync(outlook, stop);
        await using (var output = File.Create(path))
        {
            Write(output, released);
        }

        Console.WriteLine($"{path}: {released.Records.Count} synthetic records; no row is a person.");
        Console.Error.WriteLine("How near they come to the true ones (from the true records: not for publication):");
        foreach (var order in released.Utility.Orders)
        {
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"  {Together(order.Order)}: {order.Present} combinations, mean count {order.MeanCount:0.0}, mean error {order.MeanError:0.0}; {order.Suppressed} missing, {order.Fabricated} that nobody has"));
        }

        return Exit.Done;
    }

    private static void Write(Stream output, ReleasedRecords released)
    {
        using var csv = CsvWriter.Create(output, new CsvWriterOptions { NewLine = "\n" });
        csv.WriteRecord([.. released.Attributes.Select(attribute => attribute.Name)]);
        foreach (var record in released.Records)
        {
            csv.WriteRecord([.. released.Attributes.Select((attribute, a) => record[a] == Synthesizer.NoValue ? "" : attribute.Codes[record[a]])]);
        }
    }

    private static IEnumerable<string> Words(ReleaseOutlook outlook)
    {
        var plan = outlook.Plan;
        yield return Text($"This release: ε = {plan.Epsilon:0.##}, δ = {plan.Delta:0.##E+0}; released before: ε = {outlook.Spent.EpsilonAt(plan.Delta):0.00}; all together ε = {outlook.EpsilonAfter:0.00}.");
        yield return outlook.Persons is { } persons
            ? $"About {persons} persons, as published; one row each, by the first intake."
            : "How many persons there are is not published; the advice counts none.";
        foreach (var (order, error) in plan.Orders.Zip(outlook.Advice.RelativeError))
        {
            yield return Text($"  {Together(order.Order)}: {order.Cells} cells, mean error {order.ExpectedError:0.0} ({error:0 %} of a mean count), counts below {order.Threshold} left out, about {order.ExpectedFabricated:0} cells that nobody is in");
        }

        yield return outlook.Advice.Recommended
            ? "Advice: useful for cross-tables of two attributes."
            : Text($"Advice: do not release. With so few persons the noise drowns what researchers would look for; about {outlook.Advice.PersonsNeeded} persons are needed.");

        static string Text(FormattableString text) => FormattableString.Invariant(text);
    }

    private static string Together(int order) => order == 1 ? "single attributes" : $"{order} attributes together";

    private static void Range(bool holds, Action<string> complain, string rule)
    {
        if (!holds)
        {
            complain(rule);
        }
    }
}
