using System.Numerics;

namespace Analytics.Domain.Estimation;

/// <summary>Outcome of the checks before a model may be used; the numbers are those in general use (0 fine).</summary>
[Flags]
public enum CheckCode
{
    Fine = 0,

    /// <summary>No maximum likelihood estimate, not even an extended one with effects of minus infinity.</summary>
    NoEstimate = 1,

    /// <summary>The estimate is not unique: the design lacks full column rank.</summary>
    NotIdentifiable = 2,
}

/// <summary>
/// Existence and identifiability of the extended maximum likelihood estimate of a log-linear model, decided exactly.
/// </summary>
/// <remarks>
/// Fienberg and Rinaldo (2012, doi:10.1214/12-AOS986): with A the terms × cells design over the cells left in the fit
/// and n the counts, the estimate exists if and only if some x with A x = A n is positive in every cell. By Stiemke's
/// lemma that fails if and only if some direction of the coefficients leaves every observed cell alone and lowers the
/// others, at least one strictly. Such directions lie in the null space of the design over the observed cells; in its
/// coordinates the question is whether the rows of a small matrix B have a strictly positive combination equal to zero,
/// a linear programme of as many rows as the null space has dimensions, solved here in whole numbers.
/// </remarks>
public static class Identifiability
{
    /// <summary>Checks a model on a table of counts: 2^t of them, indexed by history; all main effects are finite, no list lies inside another.</summary>
    public static CheckCode Check(ReadOnlySpan<double> counts, LogLinearModel model)
    {
        var margins = counts.ToArray();
        SupersetSums.Transform(margins);
        var terms = new List<int> { 0 };
        var minusInfinity = new List<int>();
        var lists = BitOperations.Log2((uint)counts.Length);
        for (var list = 0; list < lists; list++)
        {
            // An unused list is no extended estimate here: every cell that holds it would have to leave the table.
            terms.Add(1 << list);
        }

        foreach (var term in model.Interactions)
        {
            (margins[term] > 0 ? terms : minusInfinity).Add(term);
        }

        var observed = new List<int>();
        for (var cell = 1; cell < counts.Length; cell++)
        {
            if (counts[cell] > 0)
            {
                observed.Add(cell);
            }
        }

        return Check(counts, observed, terms, minusInfinity, []);
    }

    /// <param name="counts">The table.</param>
    /// <param name="observed">Its cells with a positive count.</param>
    /// <param name="terms">Terms with a finite effect, the intercept first.</param>
    /// <param name="minusInfinity">Terms whose cells leave the fit.</param>
    /// <param name="inside">Lists inside others whose interaction is in the model.</param>
    internal static CheckCode Check(
        ReadOnlySpan<double> counts, IReadOnlyList<int> observed, List<int> terms, List<int> minusInfinity, IReadOnlyList<Inclusion> inside)
    {
        var empty = new List<int>();
        for (var cell = 1; cell < counts.Length; cell++)
        {
            if (counts[cell] <= 0 && !minusInfinity.Exists(term => (cell & term) == term) && !inside.Any(inclusion => inclusion.RulesOut(cell)))
            {
                empty.Add(cell);
            }
        }

        try
        {
            return Exact<Int128>.Check(observed, empty, terms);
        }
        catch (OverflowException)
        {
            return Exact<BigInteger>.Check(observed, empty, terms);
        }
    }

    private static class Exact<T>
        where T : IBinaryInteger<T>
    {
        public static CheckCode Check(IReadOnlyList<int> observed, List<int> empty, List<int> terms)
        {
            var design = observed.Select(cell => Row(cell, terms)).ToList();
            var pivots = IntegerMatrix<T>.Reduce(design, terms.Count);
            var free = IntegerMatrix<T>.NullSpace(design, pivots, terms.Count);
            if (free.Count == 0)
            {
                return CheckCode.Fine;
            }

            var directions = Directions(empty, terms, free);
            var rank = IntegerMatrix<T>.Reduce([.. directions.Select(d => (T[])d.Clone())], free.Count).Count;
            return (rank < free.Count ? CheckCode.NotIdentifiable : CheckCode.Fine)
                | (HasPositiveCombination(directions, free.Count) ? CheckCode.Fine : CheckCode.NoEstimate);
        }

        private static T[] Row(int cell, List<int> terms) =>
            [.. terms.Select(term => (cell & term) == term ? T.One : T.Zero)];

        /// <summary>The distinct, non-zero rows of the empty cells' design in null-space coordinates.</summary>
        private static List<T[]> Directions(List<int> empty, List<int> terms, List<T[]> free)
        {
            var distinct = new HashSet<T[]>(RowComparer.Instance);
            foreach (var cell in empty)
            {
                var row = new T[free.Count];
                for (var k = 0; k < row.Length; k++)
                {
                    row[k] = T.Zero;
                    for (var j = 0; j < terms.Count; j++)
                    {
                        row[k] = (cell & terms[j]) == terms[j] ? checked(row[k] + free[k][j]) : row[k];
                    }
                }

                IntegerMatrix<T>.Normalise(row);
                if (!Array.TrueForAll(row, T.IsZero))
                {
                    distinct.Add(row);
                }
            }

            return [.. distinct];
        }

        /// <summary>
        /// Whether some x ≥ 1 has Σ x_i d_i = 0: phase one of the simplex method with Bland's rule. Only feasibility is
        /// asked, so artificial variables left in the basis at zero do no harm.
        /// </summary>
        private static bool HasPositiveCombination(List<T[]> directions, int size)
        {
            // Columns: one slack above 1 for each direction, then the right-hand side. Artificials leave and never return.
            var columns = directions.Count;
            var rows = new List<T[]>();
            for (var k = 0; k < size; k++)
            {
                var row = new T[columns + 1];
                row[columns] = T.Zero;
                for (var i = 0; i < columns; i++)
                {
                    row[i] = directions[i][k];
                    row[columns] = checked(row[columns] - row[i]);
                }

                rows.Add(T.IsNegative(row[columns]) ? [.. row.Select(value => -value)] : row);
            }

            // The sum of the artificials, to be driven to zero, is carried along as one more row.
            var objective = Enumerable.Range(0, columns + 1).Select(i => rows.Aggregate(T.Zero, (sum, row) => sum + row[i])).ToArray();
            var basis = Enumerable.Range(columns, size).ToArray();
            while (!T.IsZero(objective[columns]))
            {
                var entering = Array.FindIndex(objective, 0, columns, value => value > T.Zero);
                if (entering < 0)
                {
                    return false;
                }

                var leaving = Leaving(rows, basis, entering, columns);
                foreach (var row in rows.Where((_, k) => k != leaving))
                {
                    IntegerMatrix<T>.Eliminate(row, rows[leaving], entering);
                }

                IntegerMatrix<T>.Eliminate(objective, rows[leaving], entering);
                basis[leaving] = entering;
            }

            return true;
        }

        /// <summary>The row of the smallest ratio, the lowest basic variable among ties.</summary>
        private static int Leaving(List<T[]> rows, int[] basis, int entering, int columns)
        {
            var best = -1;
            for (var k = 0; k < rows.Count; k++)
            {
                if (rows[k][entering] <= T.Zero)
                {
                    continue;
                }

                var order = best < 0
                    ? -1
                    : checked(rows[k][columns] * rows[best][entering]).CompareTo(checked(rows[best][columns] * rows[k][entering]));
                best = order < 0 || (order == 0 && basis[k] < basis[best]) ? k : best;
            }

            return best;
        }

        private sealed class RowComparer : IEqualityComparer<T[]>
        {
            public static readonly RowComparer Instance = new();

            public bool Equals(T[]? x, T[]? y) => x.AsSpan().SequenceEqual(y);

            public int GetHashCode(T[] row) => row.Aggregate(17, HashCode.Combine);
        }
    }
}
