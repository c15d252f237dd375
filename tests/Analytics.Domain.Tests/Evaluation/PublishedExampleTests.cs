using Analytics.Domain.Evaluation;

namespace Analytics.Domain.Tests.Evaluation;

/// <summary>Numbers that others have printed.</summary>
public sealed class PublishedExampleTests
{
    private static readonly EvaluationOptions s_paper = new()
    {
        Form = ModelForm.Poisson, HarmonicPairs = 0, Errors = ErrorSource.Model, Reference = ReferenceDistribution.Normal,
    };

    [Fact]
    public void Evaluate_SicilyPoisson_GivesThePublishedRateRatio()
    {
        var ratio = Evaluator.Evaluate(Sicily.Question, s_paper).Effect!.RateRatio!;

        Assert.Equal(0.894, ratio.Value, 0.0005);
        Assert.Equal(0.8647, ratio.Interval.Lower!.Value, 0.0005);
        Assert.Equal(0.925, ratio.Interval.Upper!.Value, 0.0005);
        Assert.True(ratio.PValue < 0.001);
    }

    [Fact]
    public void Evaluate_SicilyQuasiPoissonWithSeason_GivesThePublishedRateRatio()
    {
        var result = Evaluator.Evaluate(Sicily.Question, s_paper with { Form = ModelForm.QuasiPoisson, HarmonicPairs = 2 });
        var ratio = result.Effect!.RateRatio!;

        Assert.Equal(0.885, ratio.Value, 0.0005);
        Assert.Equal(0.839, ratio.Interval.Lower!.Value, 0.0005);
        Assert.Equal(0.933, ratio.Interval.Upper!.Value, 0.0005);
        Assert.Equal(117.2661, result.Model!.Deviance, 0.00005);
        Assert.Equal(52, result.Model.DegreesOfFreedom);
    }

    /// <summary>Cleland (2018), worked copy of the tutorial, model 4: the summary that R prints, to its last digit.</summary>
    [Fact]
    public void Fit_SicilyWithChangeOfSlope_GivesEveryPrintedDigit()
    {
        double[] estimates = [-6.2469039, -0.1852194, 0.0051026, 0.0383261, -0.0176326, 0.0383558, 0.0149653, 0.0014822];
        double[] errors = [0.0188768, 0.0835610, 0.0008745, 0.0101687, 0.0096966, 0.0097142, 0.0097524, 0.0018546];
        var fit = LogLinearRegression.Fit(Sicily.Design(harmonics: true, slope: true), Sicily.Observed, Sicily.Offset)!;

        // R takes the weights of the last step but one into the dispersion, which moves its sixth digit.
        Assert.Equal(2.274563, fit.Dispersion, 0.00001);
        Assert.Equal(115.8131, fit.Deviance, 0.00005);
        Assert.All(estimates.Zip(fit.Coefficients), pair => Assert.Equal(pair.First, pair.Second, 0.00000006));
        Assert.All(errors.Select((error, column) => (error, column)), pair =>
            Assert.Equal(pair.error, Math.Sqrt(fit.Dispersion * fit.Bread[pair.column, pair.column]), 0.0000003));
    }

    /// <summary>The slope change of the same model through the front door: R prints t = 0.799, p = 0.427879 with 51 degrees of freedom.</summary>
    [Fact]
    public void Evaluate_SicilyWithChangeOfSlope_GivesThePrintedTest()
    {
        var result = Evaluator.Evaluate(Sicily.Question, new()
        {
            Form = ModelForm.QuasiPoisson, SlopeChange = true, HarmonicPairs = 2, Errors = ErrorSource.Model,
        });
        var slope = result.Model!.Coefficients.Single(coefficient => coefficient.Term == TermKind.Slope).Estimate;

        Assert.Equal(0.0014822, slope.Value, 0.00000006);
        Assert.Equal(0.0018546, slope.StandardError, 0.00000006);
        Assert.Equal(0.427879, slope.PValue, 0.0000006);
        Assert.Equal(Math.Exp(12 * 0.0051026), result.PreTrend!.AYear.Value, 0.000001);
    }

    /// <summary>Level at the first month of the ban: the paper's code counts months from the start, this product from the ban.</summary>
    [Fact]
    public void Evaluate_SicilyWithChangeOfSlope_MeasuresTheLevelAtTheBan()
    {
        var result = Evaluator.Evaluate(Sicily.Question, new() { Form = ModelForm.Poisson, SlopeChange = true, HarmonicPairs = 2 });
        var level = result.Model!.Coefficients.Single(coefficient => coefficient.Term == TermKind.Level).Estimate;

        Assert.Equal(-0.1852194 + (37 * 0.0014822), level.Value, 0.000003);
    }

    /// <summary>R package sandwich, example of NeweyWest: lag 4, no prewhitening, no small-sample factor.</summary>
    [Fact]
    public void NeweyWest_Investment_GivesThePrintedMatrix()
    {
        double[,] printed = { { 359.4170681, -0.3115505035, -4.089319305 }, { -0.3115505035, 0.0002805888, -0.005355931 }, { -4.089319305, -0.005355931, 11.171472998 } };
        var fit = LeastSquares.Fit(Investment.Design, Investment.Spending)!;

        Assert.Equal(-12.53360, fit.Coefficients[0], 0.000005);
        Assert.Equal(0.16914, fit.Coefficients[1], 0.000005);
        Assert.Equal(-1.00144, fit.Coefficients[2], 0.000005);
        Assert.Equal(620.7706170, fit.ModelVariance([1, 0, 0]), 0.00000006);
        Assert.Equal(5.61097245, fit.ModelVariance([0, 0, 1]), 0.000000006);
        for (var row = 0; row < 3; row++)
        {
            for (var column = 0; column < 3; column++)
            {
                Assert.Equal(printed[row, column], Covariance(fit, row, column), Math.Abs(printed[row, column]) * 2e-7);
            }
        }
    }

    /// <summary>Crawley, The R Book: glm.nb(Days ~ Eth * Sex * Age * Lrn).</summary>
    [Fact]
    public void NegativeBinomial_Quine_GivesThePrintedTheta()
    {
        var fit = NegativeBinomial.Fit(Quine.Design, Quine.Counts, new double[146])!;

        Assert.Equal(118, fit.DegreesOfFreedom);
        Assert.Equal(1.92836, fit.Theta!.Value, 0.00001);
        Assert.Equal(0.269, fit.ThetaStandardError!.Value, 0.0005);
        Assert.Equal(-1039.324, 2 * fit.LogLikelihood!.Value, 0.0005);
        Assert.Equal(167.45, fit.Deviance, 0.005);
    }

    /// <summary>A covariance is a quarter of the difference of two variances.</summary>
    private static double Covariance(RegressionFit fit, int one, int other)
    {
        double Variance(double sign)
        {
            var gradient = new double[3];
            gradient[one] += 1;
            gradient[other] += sign;
            return NeweyWest.Variance(fit.Influence(gradient).Select((value, period) => (period, value)), 4);
        }

        return (Variance(1) - Variance(-1)) / 4;
    }
}
