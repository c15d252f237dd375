using System.Runtime.CompilerServices;

namespace Analytics.Domain.Estimation;

/// <summary>Cholesky factor of a small symmetric positive definite matrix, in place and without allocation.</summary>
internal static class Cholesky
{
    /// <summary>Factors the lower triangle of a row-major <paramref name="size"/> × <paramref name="size"/> matrix.</summary>
    /// <returns>False where the matrix is not positive definite to working precision.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool Factor(Span<double> matrix, int size)
    {
        for (var row = 0; row < size; row++)
        {
            var current = matrix.Slice(row * size, row + 1);
            var original = current[row];
            for (var column = 0; column <= row; column++)
            {
                ReadOnlySpan<double> other = matrix.Slice(column * size, column + 1);
                var sum = current[column];
                for (var k = 0; k < column; k++)
                {
                    sum -= current[k] * other[k];
                }

                if (column < row)
                {
                    current[column] = sum / other[column];
                }
                else if (sum > original * 1e-14)
                {
                    current[column] = Math.Sqrt(sum);
                }
                else
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>Solves for one right-hand side, in place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Solve(ReadOnlySpan<double> factor, int size, Span<double> vector)
    {
        for (var row = 0; row < size; row++)
        {
            var sum = vector[row];
            for (var k = 0; k < row; k++)
            {
                sum -= factor[row * size + k] * vector[k];
            }

            vector[row] = sum / factor[row * size + row];
        }

        for (var row = size - 1; row >= 0; row--)
        {
            var value = vector[row] /= factor[row * size + row];
            for (var k = 0; k < row; k++)
            {
                vector[k] -= factor[row * size + k] * value;
            }
        }
    }
}
