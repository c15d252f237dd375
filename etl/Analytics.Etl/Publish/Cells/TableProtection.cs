using Analytics.Domain.Disclosure;
using Analytics.Domain.Measures;
using Analytics.Etl.Telemetry;

namespace Analytics.Etl.Publish.Cells;

/// <summary>Turns the true counts of one table into the cells that one profile may see.</summary>
internal static class TableProtection
{
    // One is enough as a rule; each makes the pattern anew.
    private const int MostRounds = 6;

    /// <param name="earlier">What this profile can still read of the table from earlier publications, oldest first.</param>
    /// <exception cref="PublicationBlockedException">The attack on the pattern, with the earlier ones, found a withheld cell.</exception>
    public static (List<PublishedCell> Cells, ProtectedTable Pattern) Apply(
        PublishedTable table, SuppressionPolicy policy, IReadOnlyList<Period> periods, MemberList members, Coverage coverage, SignOff signOff,
        IReadOnlyDictionary<string, TrueCounts> counts, IReadOnlyList<EarlierPublication> earlier, CancellationToken token)
    {
        using var step = Stage.Step($"protect {table.Measures[0]} for {policy.Profile}");
        var all = table.Cells(periods, members).ToArray();
        var reported = all.Where(cell => coverage.Reports(cell.Period)).ToArray();
        var cells = new List<PublishedCell>();
        foreach (var cell in all.Where(cell => !coverage.Reports(cell.Period)))
        {
            cells.AddRange(table.Measures.Select(measure => Cell(table, policy, measure, cell, CellStatus.NotReported, null, provisional: false)));
        }

        var trueCounts = CountTable(table, periods, reported, counts, policy);
        long[][] seconds = [.. table.Measures.Where(measure => measure != table.Deciding && measure != table.Measures[0]).Select(measure => reported.Select(at => Count(counts, measure, at)).ToArray())];
        var kept = KeptPattern.Of(trueCounts, earlier.Count == 0 ? null : earlier[^1]);
        // Persons can change while intakes do not: linkage may join two.
        var pattern = kept is not null && Array.TrueForAll(seconds, second => PairedCounts.Exposed(trueCounts, second, kept, policy).Count == 0)
            ? kept
            : Pattern(table, policy, trueCounts, seconds, earlier, token);
        for (var i = 0; i < reported.Length; i++)
        {
            var unstated = pattern[i].Status == CellStatus.Zero
                && (!coverage.KnowsZero(reported[i].Period, Codes(table, reported[i].Codes))
                    || (counts.TryGetValue(table.Deciding, out var deciding) && RegionTree.IsUnstated(table, reported[i].Period.Id, reported[i].Codes, deciding)));
            foreach (var measure in table.Measures)
            {
                if (unstated)
                {
                    cells.Add(Cell(table, policy, measure, reported[i], CellStatus.NotReported, null, provisional: false));
                    continue;
                }

                var count = Count(counts, measure, reported[i]);
                var status = pattern[i].Status;
                cells.Add(Cell(
                    table, policy, measure, reported[i],
                    status switch { CellStatus.Withheld => CellStatus.Withheld, _ when count == 0 => CellStatus.Zero, _ => CellStatus.Ok },
                    status == CellStatus.Withheld ? null : policy.Round(count),
                    signOff.IsProvisional(measure, reported[i].Period)) with { Batches = Batches(counts, measure, reported[i]) });
            }
        }

        return (cells, new ProtectedTable(table, policy, trueCounts, pattern));
    }

    /// <summary>A pattern that is safe for the first counts, and for the seconds beside them: the same cells in two units can tell more than in one.</summary>
    private static IReadOnlyList<ProtectedCell> Pattern(
        PublishedTable table, SuppressionPolicy policy, CountTable firsts, long[][] seconds, IReadOnlyList<EarlierPublication> earlier, CancellationToken token)
    {
        var shown = earlier
            .SelectMany(publication => publication.Table.Cells.Zip(publication.Cells).Where(cell => cell.Second.Status != CellStatus.Withheld))
            .Select(cell => (string.Join('|', cell.First.Codes), cell.First.Count)).ToHashSet();
        int[] fixedCells = [.. Enumerable.Range(0, firsts.Cells.Count).Where(i => shown.Contains((string.Join('|', firsts.Cells[i].Codes), firsts.Cells[i].Count)))];
        var forced = new HashSet<int>();
        for (var round = 1; ; round++)
        {
            var protection = Suppressor.Protect(
                firsts with { Cells = [.. firsts.Cells.Select((cell, i) => forced.Contains(i) ? cell with { Contributors = 1 } : cell)] }, policy, earlier, token);
            var alone = protection.Attack.Safe ? protection.Cells
                : earlier.Count > 0 ? GivenAway.Pattern(firsts, policy, protection, earlier, token)
                : throw new PublicationBlockedException(table.Measures[0], policy.Profile, protection.Attack);
            var both = seconds.Aggregate(alone, (cells, second) => PairedCounts.Protect(firsts, second, cells, policy, fixedCells));
            if (both.SequenceEqual(alone))
            {
                return Array.Exists(seconds, second => PairedCounts.Exposed(firsts, second, both, policy).Count > 0)
                    ? Blocked(seconds.SelectMany(second => PairedCounts.Exposed(firsts, second, both, policy)))
                    : both;
            }

            // What the second counts ask for is withheld from the start, so that the first counts' pattern is made around it.
            int[] further = [.. Enumerable.Range(0, both.Count).Where(i => both[i].Status == CellStatus.Withheld && alone[i].Status != CellStatus.Withheld)];
            if (round == MostRounds)
            {
                return Blocked(further);
            }

            forced.UnionWith(further);
        }

        // With a past that cannot be taken back nothing is shown, which adds nothing to it.
        IReadOnlyList<ProtectedCell> Blocked(IEnumerable<int> cells) => earlier.Count > 0
            ? GivenAway.Nothing(firsts)
            : throw new PublicationBlockedException(table.Measures[0], policy.Profile, [.. cells.Distinct().Select(i => firsts.Cells[i].Codes)]);
    }

    public static IReadOnlyList<long> Batches(IReadOnlyDictionary<string, TrueCounts> counts, string measure, (Period Period, string[] Codes) at) =>
        counts.TryGetValue(measure, out var known) ? known[at.Period.Id, at.Codes].Batches : [];

    private static long Count(IReadOnlyDictionary<string, TrueCounts> counts, string measure, (Period Period, string[] Codes) at) =>
        counts.TryGetValue(measure, out var known) ? known[at.Period.Id, at.Codes].Count : 0;

    /// <summary>A period's code in a count table.</summary>
    public static string Code(Period period) => period.Id == PeriodTree.All ? Dimension.Total : period.Id;

    /// <summary>The true counts of a table, cell by cell, with what the engine must know of each.</summary>
    public static CountTable CountTable(
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
            return cell with { Contributors = anySmall ? 1 : cell.Contributors, Importance = Importance(table, at.Period, at.Codes) };
        }).ToArray();
        return new CountTable(Dimensions(table, periods, [.. cells.Select(cell => cell.Codes)]), cells);
    }

    /// <summary>The trees that the codes of a table's cells stand in; the period comes first.</summary>
    public static SpanningVariable[] Dimensions(PublishedTable table, IReadOnlyList<Period> periods, IReadOnlyList<IReadOnlyList<string>> codes)
    {
        // A date known to the year only is in its year and in no quarter: the unlisted rest of a year has a code of its own.
        var parents = new Dictionary<string, string>(StringComparer.Ordinal) { ["undated"] = Dimension.Total };
        foreach (var period in periods.Where(period => period.Parent is not null))
        {
            parents[period.Id] = period.Parent == PeriodTree.All ? Dimension.Total : period.Parent!;
            if (period.Kind == PeriodKind.Year)
            {
                parents[period.Id + " undated"] = period.Id;
            }
        }

        return
        [
            new("period", parents),
            .. table.Dimensions.Select(name => new SpanningVariable(
                name, RegionTree.Parents(name, codes.Select(cell => cell[1 + Array.IndexOf(table.Dimensions, name)])), Additive: !table.MultiValued.Contains(name))),
        ];
    }

    /// <summary>What readers come for is kept longest: long periods before short ones, whole counts before cuts, regions before districts.</summary>
    private static double Importance(PublishedTable table, Period period, string[] codes) =>
        period.Kind switch { PeriodKind.All or PeriodKind.Span => 64, PeriodKind.Year => 8, PeriodKind.Quarter => 2, _ => 1 }
        * codes.Count(code => code != Dimension.Total) switch { 0 => 8, 1 when !table.Dimensions.Zip(codes).Any(code => RegionTree.IsDistrict(code.First, code.Second)) => 2, _ => 1.0 };

    private static PublishedCell Cell(
        PublishedTable table, SuppressionPolicy policy, string measure, (Period Period, string[] Codes) at, CellStatus status, double? value, bool provisional) =>
        new(policy.Profile, measure, at.Period, Codes(table, at.Codes), status, value, null, null, provisional);

    public static Dictionary<string, string> Codes(PublishedTable table, string[] codes)
    {
        var named = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < codes.Length; i++)
        {
            if (codes[i] == Dimension.Total)
            {
                continue;
            }

            var isDistrict = RegionTree.IsDistrict(table.Dimensions[i], codes[i]);
            named.Add(table.Dimensions[i], isDistrict ? RegionTree.Region(codes[i]) : codes[i]);
            if (isDistrict)
            {
                named.Add(Dimension.District, RegionTree.DistrictOf(codes[i]));
            }
        }

        return named;
    }
}
