using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Analytics.Domain.Linkage;

namespace Analytics.Etl.Commands;

/// <summary><c>link</c>: which records of two token files are one person. Compares tokens only; it has no key and sees no name.</summary>
internal static class LinkCommand
{
    private static readonly JsonSerializerOptions s_json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    private sealed record Link(string IdA, string IdB, double Score);

    public static Command Create()
    {
        var a = new Argument<FileInfo>("A.csv") { Description = "a file that encode wrote" };
        var b = new Argument<FileInfo>("B.csv") { Description = "another one of the same round" };
        var threshold = new Option<double?>("--threshold") { Description = "least probability of a link, between 0 and 1; by default from 0.5 up as high as it takes to expect at most 1 % false links" };
        var json = new Option<bool>("--json") { Description = "an array of {id_a, id_b, score}" };
        var command = new Command("link", "Pairs of two token files that are one person, one to one.") { a, b, threshold, json };
        command.SetAction((parsed, cancellation) =>
        {
            var least = parsed.GetValue(threshold);
            var code = least is null or (> 0 and < 1)
                ? Run(parsed.GetValue(a)!.FullName, parsed.GetValue(b)!.FullName, least, parsed.GetValue(json), cancellation)
                : Exit.Usage("--threshold is a probability: it lies between 0 and 1, both excluded.");
            return Task.FromResult(code);
        });
        return command;
    }

    private static int Run(string pathA, string pathB, double? given, bool json, CancellationToken cancellation)
    {
        if (TokenFile.Read(pathA, out var fault) is not { } a || TokenFile.Read(pathB, out fault) is not { } b)
        {
            return Exit.Failed(fault);
        }

        if (!string.Equals(a.Table.Round, b.Table.Round, StringComparison.Ordinal))
        {
            return Exit.Failed($"{a.Name} is of key round {a.Table.Round} and {b.Name} of {b.Table.Round}; tokens of two rounds cannot be compared, encode both lists with one key.");
        }

        var scored = Linker.Score(Linker.Compare(a.Table, b.Table, cancellation: cancellation)).Pairs;
        var threshold = given ?? Linker.Threshold(scored);
        var pairs = OneToOneAssignment.Solve(scored, threshold);
        var links = pairs.Select(p => new Link(a.Ids[p.A], b.Ids[p.B], Math.Round(p.Probability, 6))).ToArray();
        Console.Error.WriteLine($"{a.Table.Count} and {b.Table.Count} records, {links.Length} links at probability {threshold.ToString("0.###", CultureInfo.InvariantCulture)} or more");
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(links, s_json));
            return Exit.Done;
        }

        Console.WriteLine("id_a,id_b,score");
        foreach (var link in links)
        {
            Console.WriteLine($"{link.IdA},{link.IdB},{link.Score.ToString(CultureInfo.InvariantCulture)}");
        }

        return Exit.Done;
    }
}
