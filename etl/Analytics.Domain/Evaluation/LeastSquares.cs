using MathNet.Numerics.LinearAlgebra;

namespace Analytics.Domain.Evaluation;

/// <summary>Least squares by orthogonal decomposition, which keeps the digits that normal equations lose.</summary>
internal static class LeastSquares
{
    /// <summary>Smallest diagonal of R, as a share of the largest, at which columns still count as independent.</summary>
    private const double Independent = 1e-9;

    /// <summary>Ordinary least squares.</summary>
    /// <returns>Null where the columns are dependent or leave no degree of freedom.</returns>
    public static RegressionFit? Fit(Matrix<double> design, double[] observed)
    {
        if (Solve(design, observed) is not var (coefficients, bread) || design.RowCount <= design.ColumnCount)
        {
            return null;
        }

        var means = (design * Vector<double>.Build.Dense(coefficients)).ToArray();
        var residuals = observed.Zip(means, (y, mean) => y - mean).ToArray();
        var squares = residuals.Sum(residual => residual * residual);
        var variance = squares / (design.RowCount - design.ColumnCount);
        return new()
        {
            Form = ModelForm.Linear,
            Design = design,
            Coefficients = coefficients,
            Means = means,
            ScoreWeights = residuals,
            Residuals = residuals,
            Bread = bread,
            Scale = variance,
            Dispersion = variance,
            Deviance = squares,
        };
    }

    /// <summary>Coefficients and (XᵀX)⁻¹ of one least-squares problem; null where the columns are dependent.</summary>
    public static (double[] Coefficients, Matrix<double> Bread)? Solve(Matrix<double> design, double[] observed)
    {
        if (design.RowCount < design.ColumnCount)
        {
            return null;
        }

        var norms = design.EnumerateColumns().Select(column => column.L2Norm()).ToArray();
        if (norms.Any(norm => norm is not (> 0 and < double.PositiveInfinity)))
        {
            return null;
        }

        // Columns of equal length: otherwise a long time axis would look like dependence.
        var scale = Matrix<double>.Build.DiagonalOfDiagonalArray([.. norms.Select(norm => 1 / norm)]);
        var decomposition = (design * scale).QR(MathNet.Numerics.LinearAlgebra.Factorization.QRMethod.Thin);
        var diagonal = decomposition.R.Diagonal().PointwiseAbs();
        if (diagonal.Minimum() < Independent * diagonal.Maximum())
        {
            return null;
        }

        var solution = scale * decomposition.Solve(Vector<double>.Build.Dense(observed));
        var half = scale * decomposition.R.Inverse();
        return (solution.ToArray(), half * half.Transpose());
    }
}
