using System.CommandLine;
using System.Text;
using System.Text.Json;
using Analytics.Domain.Disclosure;
using Analytics.Domain.Measures;
using Analytics.Etl.Commands.Protect;
using CsvHelper;

namespace Analytics.Etl.Commands;

/// <summary><c>protect CELLS.csv --profile P [--json]</c>: what one profile may see of a set of linked tables of counts.</summary>
internal static class ProtectCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("CELLS.csv") { Description = "Dimension columns ('total', another word for it or a blank for a margin), then count; optionally organisations, largest_organisation, second_organisation." };
        var profile = new Option<string>("--profile") { Description = "ministry, donor or public.", Required = true };
        var json = new Option<bool>("--json") { Description = "Print JSON instead of CSV." };
        var hierarchy = new Option<string?>("--hierarchy") { Description = "CSV of dimension,code,parent for dimensions with levels. Periods and SOATE codes need none." };
        var overlapping = new Option<string[]>("--overlapping") { Description = "A multi-valued dimension, whose codes do not add up to their total." };
        var sensitive = new Option<string[]>("--sensitive") { Description = "A dimension whose codes a whole group must not be shown to share." };
        var command = new Command("protect", "Withhold and round counts so that nobody can be found in them.") { file, profile, json, hierarchy, overlapping, sensitive };
        command.SetAction((parsed, token) => Task.FromResult(Run(
            parsed.GetValue(file)!,
            parsed.GetValue(profile)!,
            parsed.GetValue(json),
            parsed.GetValue(hierarchy),
            parsed.GetValue(overlapping) ?? [],
            parsed.GetValue(sensitive) ?? [],
            token)));
        return command;
    }

    private static int Run(string path, string profile, bool json, string? hierarchy, string[] overlapping, string[] sensitive, CancellationToken token)
    {
        if (!SuppressionPolicy.TryParse(profile, out var policy))
        {
            return Exit.Usage($"there is no profile '{profile}'; use one of {string.Join(", ", SuppressionPolicy.All.Select(known => known.Profile))}.");
        }

        foreach (var missing in new[] { path, hierarchy }.Where(name => name is not null && !File.Exists(name)))
        {
            return Exit.Usage($"there is no file {missing}; give the path of a CSV file.");
        }

        var trees = new Dictionary<string, Dictionary<string, string>>(StringComparer.Ordinal);
        if (hierarchy is not null)
        {
            using var text = new StreamReader(hierarchy);
            (trees, var fault) = HierarchyFile.Read(text);
            if (fault is not null)
            {
                return Exit.Failed($"{hierarchy}, {fault}");
            }
        }

        using var reader = new StreamReader(path);
        var (cells, problem) = CellsFile.Read(reader, trees, overlapping, sensitive);
        if (cells is null)
        {
            return Exit.Failed($"{path}, {problem}");
        }

        var protection = Suppressor.Protect(cells.Table, policy, token);
        if (protection.Attack.Exposed is [var exposed, ..])
        {
            return Exit.Failed($"{protection.Attack.Exposed.Count} cells could still be recovered, the first {string.Join('/', exposed.Codes)}; nothing was released. {protection.Attack.Coverage}");
        }

        // A subtotal nobody declared gives nothing away while all of its parts are shown.
        if (cells.Sums.FirstOrDefault(sum => sum.MayTell(i => protection.Cells[i].Status == CellStatus.Withheld)) is { } missed)
        {
            return Exit.Failed($"{path}, {cells.Tell(missed)}");
        }

        using (var output = Console.OpenStandardOutput())
        {
            if (json)
            {
                WriteJson(output, cells, protection);
            }
            else
            {
                WriteCsv(output, cells, protection);
            }
        }

        if (cells.Margins.Count > 0)
        {
            Console.Error.WriteLine($"margins: {string.Join(", ", cells.Margins)}.");
        }

        Console.Error.WriteLine(Summary(policy, protection));
        return Exit.Done;
    }

    private static void WriteCsv(Stream output, CellsFile cells, Protection protection)
    {
        using var csv = CsvWriter.Create(output, new CsvWriterOptions { NewLine = "\n" });
        csv.WriteRecord([.. cells.Names, "status", "value"]);
        for (var i = 0; i < cells.Labels.Count; i++)
        {
            csv.WriteRecord([.. cells.Labels[i], protection.Cells[i].Status.Code(), $"{protection.Cells[i].Value}"]);
        }
    }

    private static void WriteJson(Stream output, CellsFile cells, Protection protection)
    {
        using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartArray();
        for (var i = 0; i < cells.Labels.Count; i++)
        {
            json.WriteStartObject();
            for (var d = 0; d < cells.Names.Count; d++)
            {
                json.WriteString(cells.Names[d], cells.Labels[i][d]);
            }

            json.WriteString("status", protection.Cells[i].Status.Code());
            if (protection.Cells[i].Value is { } value)
            {
                json.WriteNumber("value", value);
            }
            else
            {
                json.WriteNull("value");
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string Summary(SuppressionPolicy policy, Protection protection)
    {
        var loss = protection.Loss;
        var lines = new StringBuilder()
            .Append($"{policy.Profile}: {loss.Cells} cells, {loss.Cells - loss.Zero - loss.Primary - loss.Secondary} ok, {loss.Zero} zero, ")
            .AppendLine($"{loss.Primary + loss.Secondary} withheld ({loss.Primary} by their own rule, {loss.Secondary} to protect them; {loss.WithheldTotals} are margins).");
        foreach (var cut in loss.Cuts)
        {
            lines.AppendLine($"  {(cut.Cut.Length == 0 ? SpanningVariable.Total : cut.Cut)}: {cut.Withheld} of {cut.Cells} withheld");
        }

        return lines.Append($"attack: {protection.Attack.Coverage} Nothing found.").ToString();
    }
}
