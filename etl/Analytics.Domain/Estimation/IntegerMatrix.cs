using System.Numerics;

namespace Analytics.Domain.Estimation;

/// <summary>
/// Exact elimination over the rationals, kept in whole numbers: each row may be scaled by a positive number at will, and
/// is divided by its greatest common divisor. Works in 128-bit integers with overflow checked, or in unbounded ones.
/// </summary>
internal static class IntegerMatrix<T>
    where T : IBinaryInteger<T>
{
    /// <summary>Brings rows to reduced echelon form in place.</summary>
    /// <returns>The pivot column of each of the leading rows.</returns>
    public static List<int> Reduce(List<T[]> rows, int columns)
    {
        var pivots = new List<int>();
        for (var column = 0; column < columns && pivots.Count < rows.Count; column++)
        {
            var lead = rows.FindIndex(pivots.Count, row => !T.IsZero(row[column]));
            if (lead < 0)
            {
                continue;
            }

            (rows[pivots.Count], rows[lead]) = (rows[lead], rows[pivots.Count]);
            var pivot = rows[pivots.Count];
            if (T.IsNegative(pivot[column]))
            {
                Negate(pivot);
            }

            for (var i = 0; i < rows.Count; i++)
            {
                if (i != pivots.Count)
                {
                    Eliminate(rows[i], pivot, column);
                }
            }

            pivots.Add(column);
        }

        return pivots;
    }

    /// <summary>Adds a multiple of the pivot row so that the column becomes zero; the row keeps its positive scale.</summary>
    public static void Eliminate(T[] row, T[] pivot, int column)
    {
        if (T.IsZero(row[column]))
        {
            return;
        }

        checked
        {
            var (up, down) = (pivot[column], row[column]);
            for (var k = 0; k < row.Length; k++)
            {
                row[k] = row[k] * up - pivot[k] * down;
            }
        }

        Normalise(row);
    }

    /// <summary>Divides by the greatest common divisor of the row, leaving signs as they are.</summary>
    public static void Normalise(T[] row)
    {
        var divisor = T.Zero;
        foreach (var value in row)
        {
            divisor = GreatestCommonDivisor(divisor, T.Abs(value));
            if (divisor == T.One)
            {
                return;
            }
        }

        for (var k = 0; k < row.Length && !T.IsZero(divisor); k++)
        {
            row[k] /= divisor;
        }
    }

    /// <summary>A basis of the vectors that every row of a reduced matrix sends to zero.</summary>
    public static List<T[]> NullSpace(List<T[]> reduced, List<int> pivots, int columns)
    {
        var basis = new List<T[]>();
        foreach (var free in Enumerable.Range(0, columns).Except(pivots))
        {
            var scale = T.One;
            for (var i = 0; i < pivots.Count; i++)
            {
                var pivot = reduced[i][pivots[i]];
                scale = checked(scale / GreatestCommonDivisor(scale, pivot) * pivot);
            }

            var vector = new T[columns];
            Array.Fill(vector, T.Zero);
            vector[free] = scale;
            for (var i = 0; i < pivots.Count; i++)
            {
                vector[pivots[i]] = checked(-reduced[i][free] * (scale / reduced[i][pivots[i]]));
            }

            Normalise(vector);
            basis.Add(vector);
        }

        return basis;
    }

    private static void Negate(T[] row)
    {
        for (var k = 0; k < row.Length; k++)
        {
            row[k] = -row[k];
        }
    }

    private static T GreatestCommonDivisor(T a, T b)
    {
        while (!T.IsZero(b))
        {
            (a, b) = (b, a % b);
        }

        return a;
    }
}
