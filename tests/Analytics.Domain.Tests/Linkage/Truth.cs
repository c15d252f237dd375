using System.Globalization;
using System.Text;
using Analytics.Domain.Linkage;

namespace Analytics.Domain.Tests.Linkage;

/// <summary>Two lists of people whose true matches are known.</summary>
internal sealed record Truth(IReadOnlyList<PersonFields> A, IReadOnlyList<PersonFields> B, IReadOnlyList<int> MatchOfB)
{
    public static readonly LinkageKey Key = LinkageKey.Read(Enumerable.Range(0, 32).Select(i => (byte)((i * 97) ^ (i * i))).ToArray(), out _)!;

    public int Matches => MatchOfB.Count(a => a >= 0);

    /// <summary>People of whom some are in the first list only, some in the second only, the rest in both.</summary>
    public static Truth Kyrgyz(int seed, int people, double firstOnly = 0.3, double secondOnly = 0.2)
    {
        var drawn = new SyntheticPeople(seed).Draw(people);
        var (onlyA, onlyB) = ((int)(people * firstOnly), (int)(people * secondOnly));
        var a = drawn[..^onlyB].Select(p => p.First.ToFields()).ToList();
        // The second list stands in an order of its own.
        var order = Enumerable.Range(onlyA, people - onlyA).ToArray();
        new Random(seed).Shuffle(order);
        return new Truth(a, [.. order.Select(i => drawn[i].Second.ToFields())], [.. order.Select(i => i < a.Count ? i : -1)]);
    }

    public TokenTable TableA(PersonEncoder encoder) => Table(A, encoder);

    public TokenTable TableB(PersonEncoder encoder) => Table(B, encoder);

    public static TokenTable Table(IReadOnlyList<PersonFields> people, PersonEncoder encoder)
    {
        var tokens = new PersonToken[people.Count];
        Parallel.For(0, tokens.Length, i => tokens[i] = encoder.Encode(people[i]));
        return new TokenTable(tokens);
    }

    /// <summary>Precision and recall of one-to-one links at a threshold.</summary>
    public MeasuredError Measure(IReadOnlyList<ScoredPair> scored, double threshold)
    {
        var links = OneToOneAssignment.Solve(scored, threshold);
        var right = links.Count(link => MatchOfB[link.B] == link.A);
        return MeasuredError.Of(right, links.Count - right, Matches - right);
    }

    /// <summary>The curve over thresholds as a markdown table.</summary>
    public string Curve(IReadOnlyList<ScoredPair> scored)
    {
        var text = new StringBuilder("| threshold | links | precision (95 %) | recall (95 %) |\n|---|---|---|---|\n");
        foreach (var threshold in new[] { 0.001, 0.01, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99, 0.999, 0.99999 })
        {
            var error = Measure(scored, threshold);
            text.AppendLine(CultureInfo.InvariantCulture, $"| {threshold} | {error.True + error.False} | {Shown(error.Precision)} | {Shown(error.Recall)} |");
        }

        return text.ToString();
    }

    private static string Shown(Proportion p) => string.Create(CultureInfo.InvariantCulture, $"{p.Estimate:0.0000} ({p.Lower:0.0000}–{p.Upper:0.0000})");
}
