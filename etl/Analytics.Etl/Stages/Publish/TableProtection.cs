using Analytics.Domain.Disclosure;
using Analytics.Domain.Measures;

namespace Analytics.Etl.Stages.Publish;

/// <summary>Turns the true counts of one table into the cells that one profile may see.</summary>
internal static class TableProtection
{
    /// <param name="earlier">What this profile can still read of the table from earlier publications, oldest first.</param>
    /// <exception cref="PublicationBlockedException">The attack on the pattern, with the earlier ones, found a withheld cell.</exception>
    public static (List<PublishedCell> Cells, ProtectedTable Pattern) Apply(
        PublishedTable table, SuppressionPolicy policy, IReadOnlyList<Period> periods, IReadOnlyDictionary<string, string[]> members, Coverage coverage, SignOff signOff,
        IReadOnlyDictionary<string, TrueCounts> counts, IReadOnlyList<EarlierPublication> earlier, CancellationToken token)
    {
        var all = table.Cells(periods, members).ToArray();
        var reported = all.Where(cell => coverage.Reports(cell.Period)).ToArray();
        var cells = new List<PublishedCell>();
        foreach (var cell in all.Where(cell => !coverage.Reports(cell.Period)))
        {
            cells.AddRange(table.Measures.Select(measure => Cell(table, policy, measure, cell, "not_reported", null, provisional: false)));
        }

        var trueCounts = CountTable(table, periods, reported, counts, policy);
        var shown = KeptPattern.Of(trueCounts, earlier.Count == 0 ? null : earlier[^1]) ?? Protect(table, policy, trueCounts, earlier, token);

        for (var i = 0; i < reported.Length; i++)
        {
            foreach (var measure in table.Measures)
            {
                var count = counts.TryGetValue(measure, out var known) ? known[reported[i].Period.Id, reported[i].Codes].Count : 0;
                var status = shown[i].Status;
                cells.Add(Cell(
                    table, policy, measure, reported[i],
                    status switch { CellStatus.Withheld => "withheld", _ when count == 0 => "zero", _ => "ok" },
                    status == CellStatus.Withheld ? null : policy.Round(count),
                    signOff.IsProvisional(measure, reported[i].Period)));
            }
        }

        return (cells, new ProtectedTable(table, policy, trueCounts, shown));
    }

    private static IReadOnlyList<ProtectedCell> Protect(
        PublishedTable table, SuppressionPolicy policy, CountTable trueCounts, IReadOnlyList<EarlierPublication> earlier, CancellationToken token)
    {
        var protection = Suppressor.Protect(trueCounts, policy, earlier, token);
        return protection.Attack.Safe ? protection.Cells : throw new PublicationBlockedException(table.Measures[0], policy.Profile, protection.Attack);
    }

    /// <summary>A period's code in a count table.</summary>
    public static string Code(Period period) => period.Id == PeriodTree.All ? Dimension.Total : period.Id;

    private static CountTable CountTable(
        PublishedTable table, IReadOnlyList<Period> periods, (Period Period, string[] Codes)[] reported,
        IReadOnlyDictionary<string, TrueCounts> counts, SuppressionPolicy policy)
    {
        // The pattern is found on counts that add up (intakes); a count of distinct persons that is small makes its cell small too.
        var deciding = counts.GetValueOrDefault(table.Deciding) ?? new TrueCounts();
        var cells = reported.Select(at =>
        {
            string[] codes = [Code(at.Period), .. at.Codes];
            var cell = deciding[at.Period.Id, at.Codes].ToCell(codes);
            var anySmall = table.Measures.Where(measure => measure != table.Deciding).Any(measure =>
                counts.TryGetValue(measure, out var other) && other[at.Period.Id, at.Codes].Count is > 0 and var count && count <= policy.Threshold);
            return cell with { Contributors = anySmall ? 1 : cell.Contributors, Importance = Importance(at.Period, at.Codes) };
        }).ToArray();
        return new CountTable(Dimensions(table, periods, [.. cells.Select(cell => cell.Codes)]), cells);
    }

    /// <summary>The trees that the codes of a table's cells stand in; the period comes first.</summary>
    public static Dimension[] Dimensions(PublishedTable table, IReadOnlyList<Period> periods, IReadOnlyList<IReadOnlyList<string>> codes)
    {
        // A date known to the year only is in its year and in no quarter: the unlisted rest of a year has a code of its own.
        var parents = new Dictionary<string, string>(StringComparer.Ordinal) { ["undated"] = Dimension.Total };
        foreach (var period in periods.Where(period => period.Parent is not null))
        {
            parents[period.Id] = period.Parent == PeriodTree.All ? Dimension.Total : period.Parent!;
            if (period.Kind == "year")
            {
                parents[period.Id + " undated"] = period.Id;
            }
        }

        return
        [
            new("period", parents),
            .. table.Dimensions.Select(name => Dimension.Flat(
                name, codes.Select(cell => cell[1 + Array.IndexOf(table.Dimensions, name)]), additive: !table.MultiValued.Contains(name))),
        ];
    }

    /// <summary>What readers come for is kept longest: long periods before short ones, whole counts before cuts.</summary>
    private static double Importance(Period period, string[] codes) =>
        period.Kind switch { "all" or "span" => 64, "year" => 8, "quarter" => 2, _ => 1 }
        * codes.Count(code => code != Dimension.Total) switch { 0 => 8, 1 => 2, _ => 1.0 };

    private static PublishedCell Cell(
        PublishedTable table, SuppressionPolicy policy, string measure, (Period Period, string[] Codes) at, string status, double? value, bool provisional) =>
        new(policy.Profile, measure, at.Period, Codes(table, at.Codes), status, value, null, null, provisional);

    public static Dictionary<string, string> Codes(PublishedTable table, string[] codes)
    {
        var named = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < codes.Length; i++)
        {
            if (codes[i] != Dimension.Total)
            {
                named.Add(table.Dimensions[i], codes[i]);
            }
        }

        return named;
    }
}
