using Analytics.Domain.PersonalData;

namespace Analytics.Domain.Tests.PersonalData;

/// <summary>A made-up value and what it is: a kind of identifier, or null for a legitimate value of a column.</summary>
/// <param name="Group">Row of the table: a kind, or a column.</param>
internal sealed record LabelledValue(string Text, ValueContext Context, IdentifierKind? Kind, string Group);

/// <summary>Recall by kind and false alarms by column of one labelled set.</summary>
internal sealed class Score
{
    private static readonly IdentifierKind[] s_unstructured = [IdentifierKind.PersonName, IdentifierKind.PostalAddress];

    private Score(IReadOnlyList<(LabelledValue Value, IdentifierKind? Found)> results) => Results = results;

    public IReadOnlyList<(LabelledValue Value, IdentifierKind? Found)> Results { get; }

    public double StructuredRecall => Share(r => r.Value.Kind is { } kind && !s_unstructured.Contains(kind), r => r.Found is not null);

    public double FalseAlarmsOnColumns => Share(r => r.Value.Kind is null && r.Value.Context != ValueContext.FreeText, r => r.Found is not null);

    public double FalseAlarmsInSentences => Share(r => r.Value.Kind is null && r.Value.Context == ValueContext.FreeText, r => r.Found is not null);

    public static Score Of(IEnumerable<LabelledValue> values) =>
        new([.. values.Select(value => (value, DirectIdentifiers.InValue(value.Text, value.Context)))]);

    public double Recall(IdentifierKind kind) => Share(r => r.Value.Kind == kind, r => r.Found is not null);

    /// <summary>Identifiers missed and clean values stopped, for whoever adds a word.</summary>
    public IEnumerable<string> Errors() => Results
        .Where(r => (r.Value.Kind is null) != (r.Found is null))
        .Select(r => $"{(r.Value.Kind is null ? "false alarm" : "missed")} {r.Value.Group} {r.Value.Context}: {r.Value.Text} -> {r.Found}");

    public string Table(string title)
    {
        var lines = new List<string> { $"{title}: {Results.Count} values", "| | values | found | share |", "|---|---:|---:|---:|" };
        foreach (var group in Results.Where(r => r.Value.Kind is not null).GroupBy(r => r.Value.Kind!.Value.ToString(), StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            lines.Add(Row($"{group.Key} found", [.. group]));
        }

        lines.Add(Row("**structured identifiers found**", [.. Results.Where(r => r.Value.Kind is { } kind && !s_unstructured.Contains(kind))]));
        foreach (var group in Results.Where(r => r.Value.Kind is null && r.Found is not null).GroupBy(r => r.Value.Group, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            lines.Add(Row($"{group.Key} stopped", [.. Results.Where(r => r.Value.Group == group.Key && r.Value.Kind is null)]));
        }

        lines.Add(Row("**legitimate columns stopped**", [.. Results.Where(r => r.Value.Kind is null && r.Value.Context != ValueContext.FreeText)]));
        lines.Add(Row("clean sentences stopped", [.. Results.Where(r => r.Value.Kind is null && r.Value.Context == ValueContext.FreeText)]));
        return string.Join('\n', lines);
    }

    private static string Row(string name, List<(LabelledValue Value, IdentifierKind? Found)> results)
    {
        var found = results.Count(r => r.Found is not null);
        return FormattableString.Invariant($"| {name} | {results.Count} | {found} | {(results.Count == 0 ? 0 : 100.0 * found / results.Count):0.00} % |");
    }

    private double Share(Func<(LabelledValue Value, IdentifierKind? Found), bool> of, Func<(LabelledValue Value, IdentifierKind? Found), bool> which)
    {
        var all = Results.Where(of).ToList();
        return all.Count(which) / (double)all.Count;
    }
}
