using MathNet.Numerics.LinearAlgebra;

namespace Analytics.Domain.Evaluation;

/// <summary>
/// A fitted regression as what every later step needs: score of row i = design row × <see cref="ScoreWeights"/>[i], and
/// <see cref="Bread"/>, the inverse information; their product is how much each row moves the coefficients.
/// </summary>
internal sealed record RegressionFit
{
    /// <summary>What was fitted; never <see cref="ModelForm.Automatic"/>.</summary>
    public required ModelForm Form { get; init; }

    /// <summary>n × k.</summary>
    public required Matrix<double> Design { get; init; }

    public required double[] Coefficients { get; init; }

    /// <summary>Fitted mean of each row.</summary>
    public required double[] Means { get; init; }

    /// <summary>(observed − mean) ÷ variance function × derivative of the mean.</summary>
    public required double[] ScoreWeights { get; init; }

    /// <summary>Pearson residuals: (observed − mean) ÷ √variance function.</summary>
    public required double[] Residuals { get; init; }

    /// <summary>(XᵀWX)⁻¹, k × k.</summary>
    public required Matrix<double> Bread { get; init; }

    /// <summary>The model's own covariance is this times <see cref="Bread"/>.</summary>
    public required double Scale { get; init; }

    /// <summary>Sum of squares of the Pearson residuals ÷ (n − k).</summary>
    public required double Dispersion { get; init; }

    public required double Deviance { get; init; }

    /// <summary>Constants included; null where there is none (quasi-Poisson, linear).</summary>
    public double? LogLikelihood { get; init; }

    /// <summary>Of the negative binomial.</summary>
    public double? Theta { get; init; }

    public double? ThetaStandardError { get; init; }

    public int DegreesOfFreedom => Design.RowCount - Design.ColumnCount;

    public bool LogLinear => Form != ModelForm.Linear;

    /// <summary>Variance of gradientᵀ × coefficients if rows are independent.</summary>
    public double ModelVariance(double[] gradient)
    {
        var vector = Vector<double>.Build.Dense(gradient);
        return Math.Max(Scale * vector.DotProduct(Bread * vector), 0);
    }

    /// <summary>How much each row moves gradientᵀ × coefficients, to first order; sums to zero.</summary>
    public double[] Influence(double[] gradient)
    {
        var perRow = Design * (Bread * Vector<double>.Build.Dense(gradient));
        return [.. perRow.Select((value, row) => value * ScoreWeights[row])];
    }

    /// <summary>n ÷ (n − k), the small-sample factor of a robust variance.</summary>
    public double SmallSampleFactor => (double)Design.RowCount / DegreesOfFreedom;
}
