using System.Collections.Immutable;
using System.Numerics;

namespace Analytics.Domain.Estimation;

/// <summary>A model of a closed population.</summary>
/// <param name="Name">In the notation of Otis and others (1978): t for lists of unequal size, h for persons of unequal visibility.</param>
/// <param name="Total">Observed plus hidden; null where the likelihood leads to infinity or to nobody hidden.</param>
/// <param name="StandardError">Of the total.</param>
public sealed record ClosedModel(string Name, double? Total, double? StandardError, double? Aic, double? Bic);

/// <summary>
/// The usual models of a closed population as Poisson regressions on the histories (Cormack 1989; Rivest and Baillargeon 2007,
/// doi:10.1111/j.1541-0420.2007.00779.x): every list alike or not, every person alike or not. They say what a heterogeneity that no
/// interaction of lists repairs would do to the total; none of them is the answer.
/// </summary>
public static class ClosedPopulation
{
    /// <summary>With more lists than this the regressions on all histories would take longer than the estimate.</summary>
    public const int MostLists = 8;

    public static ImmutableArray<ClosedModel> Models(CaptureHistories table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var lists = table.Lists.Length;
        var heterogeneity = new (string Name, Func<int, double>[] Columns)[]
        {
            ("", []),
            (" Chao (lower bound)", [.. Enumerable.Range(2, Math.Max(0, lists - 2)).Select(above => (Func<int, double>)(k => Math.Max(0, k - above)))]),
            (" Poisson2", [k => Math.Pow(2, k) - 1]),
            (" Darroch", [k => k * k / 2.0]),
        };
        return lists is < 3 or > MostLists ? [] :
        [
            .. from one in heterogeneity
               from byList in (bool[])[false, true]
               let letters = (byList, one.Name.Length > 0) switch { (false, false) => "0", (true, false) => "t", (false, true) => "h", _ => "th" }
               select Fit(table, $"M{letters}{one.Name}", byList, one.Columns),
        ];
    }

    private static ClosedModel Fit(CaptureHistories table, string name, bool byList, Func<int, double>[] columns)
    {
        var counts = table.Counts[1..].ToArray();
        List<Func<int, double>> kept = [.. columns];
        while (true)
        {
            double[] Row(int cell) =>
            [
                1,
                .. byList ? Enumerable.Range(0, table.Lists.Length).Select(list => (double)((cell >> list) & 1)) : [BitOperations.PopCount((uint)cell)],
                .. kept.Select(column => column(BitOperations.PopCount((uint)cell))),
            ];
            double[][] rows = [.. Enumerable.Range(1, counts.Length).Select(Row)];
            var plain = rows[0].Length - kept.Count;
            var fit = PoissonRegression.Fit(rows, counts, [Math.Log(Math.Max(1, table.Observed)), .. Enumerable.Repeat(-2.0, plain - 1), .. Enumerable.Repeat(0.0, kept.Count)]);
            // Chao's bound holds while no number of lists is rarer than the model of equal persons has it: such terms are dropped.
            var negative = columns.Length == 1 && !name.Contains("Chao", StringComparison.Ordinal) ? -1 : kept.FindIndex(column => fit.Coefficients[plain + kept.IndexOf(column)] < 0);
            if (negative >= 0)
            {
                kept.RemoveAt(negative);
                continue;
            }

            var hidden = Math.Exp(fit.Coefficients[0]);
            return fit.Converged
                ? new(name, table.Observed + hidden, Math.Sqrt(hidden + (hidden * hidden * fit.FirstVariance)),
                    (2 * rows[0].Length) - (2 * fit.LogLikelihood), (rows[0].Length * Math.Log(table.Observed)) - (2 * fit.LogLikelihood))
                : new(name, null, null, null, null);
        }
    }
}
