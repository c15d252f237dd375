using System.Globalization;
using System.Text;
using Analytics.Domain.Estimation;

namespace Analytics.Etl.Commands;

/// <summary>An estimate as a short text for a reader: the verdict first, then the counts, then the method.</summary>
internal static class EstimateReport
{
    public static string Write(EstimationResult result, RegisterCoverage? coverage)
    {
        var text = new StringBuilder();
        text.AppendLine(result.Verdict.Text);
        foreach (var warning in result.Warnings)
        {
            text.AppendLine($"  - {warning}");
        }

        text.AppendLine().AppendLine($"Seen on {result.Table.Lists.Length} list(s): {Persons(result.Observed)} persons.");
        if (result.Estimate is { } total)
        {
            text.AppendLine($"In all, seen or not: about {Persons(total)}, 95 % interval {Ends(result.Interval95)}.");
            text.AppendLine($"Never seen: about {Persons(result.HiddenPersons)}, or {Percent(result.HiddenShare)} of all.");
        }

        Counts(text, result.Table, result.Options.Rules.NearlyInside);
        Models(text, result);
        if (coverage is not null)
        {
            text.AppendLine().AppendLine("Absent from the register, three rates that belong together:");
            text.AppendLine($"  of persons on other lists      {Percent(coverage.OthersUnregistered)}");
            text.AppendLine($"  of all persons on any list     {Percent(coverage.ObservedUnregistered)}");
            text.AppendLine($"  of all, seen or not (model)    {Percent(coverage.TotalUnregistered(result.Estimate))}");
        }

        if (result.Linkage is { Total: { } corrected } linkage)
        {
            text.AppendLine().AppendLine($"Corrected for linkage error ({Percent(linkage.Error.MissRate)} missed, {Percent(linkage.Error.FalseMatchRate)} false): {Persons(corrected)}.");
        }

        text.AppendLine().AppendLine($"Method: {result.Method}");
        return text.ToString().TrimEnd();
    }

    private static void Counts(StringBuilder text, CaptureHistories table, double nearly)
    {
        text.AppendLine().AppendLine("Persons on each list, and shared by each pair:");
        for (var list = 0; list < table.Lists.Length; list++)
        {
            text.AppendLine($"  {table.Lists[list],-20} {Persons(table.OnAll(1 << list)),10}");
        }

        foreach (var pair in LogLinearModel.Pairs(table.Lists.Length).Where(pair => table.OnAll(pair) > 0))
        {
            text.AppendLine($"  {table.Name(pair),-20} {Persons(table.OnAll(pair)),10}");
        }

        foreach (var relation in ListRelations.Of(table, nearly))
        {
            var (first, second) = (table.Lists[relation.First], table.Lists[relation.Second]);
            text.AppendLine(relation.Kind switch
            {
                ListRelationKind.Same => $"  {first} and {second} hold the same persons.",
                ListRelationKind.Inside => $"  {first} lies wholly inside {second}.",
                ListRelationKind.NearlyInside => $"  {first} lies nearly inside {second}: {Percent(relation.Outside)} of it is not on {second}.",
                _ => $"  {first} and {second} share nobody.",
            });
        }
    }

    private static void Models(StringBuilder text, EstimationResult result)
    {
        if (result.Model is { } model)
        {
            var chosen = model.Model.Interactions.IsEmpty ? "none: lists independent" : string.Join(", ", model.Model.Interactions.Select(result.Table.Name));
            text.AppendLine().AppendLine($"Dependences in the model: {chosen}.");
        }

        if (result.Search is { } search)
        {
            var near = search.Within(10);
            var best = search.BestBic;
            var space = search.Exhaustive ? $"all {search.Tried} hierarchical models that join up to {search.MaxOrder} lists" : $"{search.Tried} models of pairs, downhill";
            text.AppendLine($"Lowest BIC of {space}: {best.Model.Notation(result.Table.Lists.Length)}, {Persons(best.Total)} in all.");
            if (search.BestOpen is { } open && open.Bic < best.Bic)
            {
                text.AppendLine($"Lower still is a model that leaves the total open: {open.Model.Notation(result.Table.Lists.Length)}.");
            }

            text.AppendLine($"Models that fit about as well ({near.Models}, BIC within 10): {Ends(near.Total)}.");
        }

        if (result.WithoutList.Length > 0)
        {
            text.AppendLine($"Without one list: {string.Join(", ", result.WithoutList.Select(list => $"{list.What} {Persons(list.Total)}"))}.");
        }

        if (result.KnownLists.Any(list => list.Predicted is not null))
        {
            var tried = result.KnownLists.Where(list => list.Predicted is not null);
            text.AppendLine($"Tried on lists of known size: {string.Join(", ", tried.Select(list => $"{list.List} {Persons(list.Predicted)} for {Persons(list.Known)}"))}.");
        }

        var closed = ClosedPopulation.Models(result.Table).Where(other => other.Total is not null).ToList();
        if (closed.Count > 0)
        {
            text.AppendLine($"Models of equal and unequal persons: {string.Join(", ", closed.Select(other => $"{other.Name} {Persons(other.Total)}"))}.");
        }

        if (result.Bootstrap is { } bootstrap)
        {
            text.AppendLine($"Percentile interval {Ends(bootstrap.Percentile95)}; interval of the one model alone {Ends(result.Asymptotic95 ?? default)}.");
        }
    }

    private static string Ends(Interval interval) => $"{Persons(interval.Lower)} to {Persons(interval.Upper)}";

    private static string Persons(double? persons) => persons?.ToString("N0", CultureInfo.InvariantCulture) ?? "none";

    private static string Percent(double? share) => share is { } value ? (value * 100).ToString("0.#", CultureInfo.InvariantCulture) + " %" : "none";
}
