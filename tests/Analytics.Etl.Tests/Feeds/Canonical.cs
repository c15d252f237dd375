using System.Text;
using Analytics.Etl.Feeds;
using Analytics.Etl.Ingest.Parse;
using Analytics.Etl.Mappings;

namespace Analytics.Etl.Tests.Feeds;

/// <summary>What the parser makes of a file: canonical rows by column, and the problems of the others.</summary>
internal sealed record Canonical(
    IReadOnlyList<IReadOnlyDictionary<string, string>> Rows, IReadOnlyList<(long Line, string? Column, string Rule)> Problems, IReadOnlyList<string> Received, IReadOnlyList<string> RejectedFields)
{
    public static readonly DateOnly Today = new(2026, 11, 21);

    public static Canonical Read(string path, Mapping mapping)
    {
        using var rows = CorrectedRows.Open(path, mapping.Reading);
        using var parser = RowParser.Create(mapping, rows, Today, [], out var refusal);
        Assert.True(parser is not null, refusal?.En);
        var result = new Canonical(new List<IReadOnlyDictionary<string, string>>(), new List<(long, string?, string)>(), new List<string>(), new List<string>());
        while (rows.Read())
        {
            if (parser.Parse(rows))
            {
                ((List<IReadOnlyDictionary<string, string>>)result.Rows).Add(
                    mapping.Feed.Columns.Index().Where(c => parser.Row[c.Index].Length > 0).ToDictionary(c => c.Item.Name, c => Encoding.UTF8.GetString(parser.Row[c.Index])));
                ((List<string>)result.Received).Add(Encoding.UTF8.GetString(parser.Received));
            }
            else
            {
                ((List<(long, string?, string)>)result.Problems).AddRange(parser.Errors.Select(e => (e.Line, e.Column, e.Problem.Rule)));
                ((List<string>)result.RejectedFields).Add(Encoding.UTF8.GetString(parser.RejectedFields(rows)));
            }
        }

        return result;
    }

    public static Canonical Read(string path, string feed) => Read(path, Mapping.Canonical(FeedList.Find(feed)!, feed));

    public static string Refusal(string path, Mapping mapping)
    {
        using var rows = CorrectedRows.Open(path, mapping.Reading);
        Assert.Null(RowParser.Create(mapping, rows, Today, [], out var refusal));
        return refusal!.Value.En;
    }

    public static string Refusal(string path, string feed) => Refusal(path, Mapping.Canonical(FeedList.Find(feed)!, feed));
}
