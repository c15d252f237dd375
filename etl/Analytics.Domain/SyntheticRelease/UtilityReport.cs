namespace Analytics.Domain.SyntheticRelease;

/// <summary>How near synthetic records come to the true ones. It is computed from the true records: for the one who decides, not for readers.</summary>
public sealed record UtilityReport(int Records, IReadOnlyList<OrderUtility> Orders)
{
    public static UtilityReport Of(ReleasePlan plan, PersonTable table, IReadOnlyList<int[]> synthetic) =>
        new(synthetic.Count, [.. plan.Orders.Select(order => OrderOf(plan, order.Order, table, synthetic))]);

    private static OrderUtility OrderOf(ReleasePlan plan, int order, PersonTable table, IReadOnlyList<int[]> synthetic)
    {
        long present = 0, shown = 0, suppressed = 0, fabricated = 0;
        double error = 0, persons = 0;
        foreach (var set in plan.Sets.Where(set => set.Order == order))
        {
            var truth = NoisyCounts.TrueCounts(set, table);
            var made = new long[set.Cells];
            foreach (var record in synthetic.Where(record => set.Attributes.All(a => record[a] != Synthesizer.NoValue)))
            {
                made[set.CellOf(record)]++;
            }

            for (var cell = 0; cell < truth.Length; cell++)
            {
                present += truth[cell] > 0 ? 1 : 0;
                shown += made[cell] > 0 ? 1 : 0;
                suppressed += truth[cell] > 0 && made[cell] == 0 ? 1 : 0;
                fabricated += truth[cell] == 0 && made[cell] > 0 ? 1 : 0;
                error += truth[cell] > 0 ? Math.Abs(made[cell] - truth[cell]) : 0;
                persons += truth[cell];
            }
        }

        return new OrderUtility(order, present, shown, present == 0 ? 0 : error / present, present == 0 ? 0 : persons / present, suppressed, fabricated);
    }
}

/// <summary>Combinations of so many values.</summary>
/// <param name="Present">Combinations that somebody has.</param>
/// <param name="Shown">Combinations among the synthetic records.</param>
/// <param name="MeanError">Mean difference of the counts over the present combinations.</param>
/// <param name="MeanCount">Mean count of the present combinations.</param>
/// <param name="Suppressed">Present, but among no synthetic record.</param>
/// <param name="Fabricated">Among the synthetic records, but nobody has it.</param>
public sealed record OrderUtility(int Order, long Present, long Shown, double MeanError, double MeanCount, long Suppressed, long Fabricated);
