namespace Analytics.Domain.Disclosure;

/// <summary>
/// A table other than the true one that fits everything printed: the variables that differ and by how much. It proves that an
/// intruder cannot rule out the counts it gives, however much else is known.
/// </summary>
internal sealed record Witness(int[] Cells, double[] Moves)
{
    private const double Tolerance = 1e-6;

    /// <summary>True when every count is a whole number, so that knowing that counts are whole does not help either.</summary>
    public bool IsWhole => Moves.All(move => move == Math.Round(move));

    /// <summary>Checks the table against the relations and what is printed, from nothing but those.</summary>
    public bool Fits(CellSystem system, APrioriBounds bounds)
    {
        var sums = new Dictionary<int, double>();
        for (var k = 0; k < Cells.Length; k++)
        {
            var cell = Cells[k];
            var value = system.Count[cell] + Moves[k];
            if (value < bounds.Lower[cell] - Tolerance || value > bounds.Upper[cell] + Tolerance)
            {
                return false;
            }

            var relations = system.RelationsOf(cell);
            var weights = system.WeightsOf(cell);
            for (var r = 0; r < relations.Length; r++)
            {
                sums[relations[r]] = sums.GetValueOrDefault(relations[r]) + (weights[r] * Moves[k]);
            }
        }

        return sums.Values.All(sum => Math.Abs(sum) < Tolerance);
    }

    /// <summary>Moves a solver found, with values that are whole but for rounding error made whole.</summary>
    public static Witness From(IEnumerable<(int Cell, double Move)> moves)
    {
        var kept = moves.Select(move => (move.Cell, Move: Tidy(move.Move))).Where(move => move.Move != 0).OrderBy(move => move.Cell).ToArray();
        return new Witness([.. kept.Select(move => move.Cell)], [.. kept.Select(move => move.Move)]);
    }

    private static double Tidy(double value) => Math.Abs(value - Math.Round(value)) < Tolerance ? Math.Round(value) : value;
}
