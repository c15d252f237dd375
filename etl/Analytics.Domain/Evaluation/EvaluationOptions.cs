namespace Analytics.Domain.Evaluation;

/// <summary>How the mean is modelled, and how counts scatter around it.</summary>
public enum ModelForm
{
    /// <summary>Poisson; negative binomial where the counts scatter more than Poisson allows; quasi-Poisson where that has no estimate.</summary>
    Automatic,

    /// <summary>Straight lines through the counts at average exposure, by ordinary least squares.</summary>
    Linear,

    /// <summary>Log-linear, variance equal to the mean.</summary>
    Poisson,

    /// <summary>Log-linear, variance proportional to the mean.</summary>
    QuasiPoisson,

    /// <summary>Log-linear, variance mean + mean² ÷ θ, θ by maximum likelihood.</summary>
    NegativeBinomial,
}

/// <summary>Where standard errors come from.</summary>
public enum ErrorSource
{
    /// <summary>The larger of the two below, for each quantity: the robust one is too small in short series (Angrist and Pischke 2009, 8.1).</summary>
    Larger,

    /// <summary>The model's own variance: periods are independent of each other.</summary>
    Model,

    /// <summary>Newey and West (1987), Bartlett kernel.</summary>
    NeweyWest,
}

/// <summary>The distribution that turns standard errors into intervals and p-values.</summary>
public enum ReferenceDistribution
{
    /// <summary>Student's t with points − coefficients degrees of freedom.</summary>
    StudentT,

    Normal,
}

/// <summary>How an interrupted series is to be analysed. The defaults are the published method of this product.</summary>
public sealed record EvaluationOptions
{
    public static readonly EvaluationOptions Default = new();

    public ModelForm Form { get; init; } = ModelForm.Automatic;

    /// <summary>Whether the trend may change as well as the level.</summary>
    public bool SlopeChange { get; init; }

    /// <summary>Pairs of sine and cosine a year; null for the rule of <see cref="Seasonality"/>.</summary>
    public int? HarmonicPairs { get; init; }

    public ErrorSource Errors { get; init; } = ErrorSource.Larger;

    /// <summary>Highest lag of the Bartlett kernel; null for ⌊4 (n ÷ 100)^(2/9)⌋, at least 1 (Newey and West 1994).</summary>
    public int? Lags { get; init; }

    /// <summary>Whether the robust variance is multiplied by n ÷ (n − k).</summary>
    public bool SmallSample { get; init; } = true;

    public ReferenceDistribution Reference { get; init; } = ReferenceDistribution.StudentT;

    /// <summary>Coverage of every interval.</summary>
    public double Coverage { get; init; } = 0.95;

    public EvaluationRules Rules { get; init; } = EvaluationRules.Default;
}

/// <summary>The limits of the verdict: what is too little, and what calls for caution.</summary>
public sealed record EvaluationRules
{
    public static readonly EvaluationRules Default = new();

    /// <summary>Fewest reported periods before and after the interruption; transition periods count for neither.</summary>
    public int MonthsBefore { get; init; } = 12;

    public int MonthsAfter { get; init; } = 6;

    public int QuartersBefore { get; init; } = 8;

    public int QuartersAfter { get; init; } = 4;

    /// <summary>Fewest events in all periods before, and in all after.</summary>
    public long EventsBefore { get; init; } = 30;

    public long EventsAfter { get; init; } = 10;

    /// <summary>Fewest periods beyond the number of coefficients.</summary>
    public int SparePoints { get; init; } = 5;

    /// <summary>Share of periods, before or after, without a report.</summary>
    public double MissingShare { get; init; } = 0.1;

    /// <summary>Change of the mean reporting rate from before to after.</summary>
    public double ReportingShift { get; init; } = 0.05;

    public double RefusedReportingShift { get; init; } = 0.15;

    /// <summary>Upper ÷ lower end of the rate ratio's interval.</summary>
    public double WideInterval { get; init; } = 5;

    public double RefusedInterval { get; init; } = 50;

    /// <summary>Mean events a period; below it intervals rest on few events.</summary>
    public double FewAPeriod { get; init; } = 5;

    /// <summary>Tests below this p-value speak: trends, autocorrelation.</summary>
    public double Significance { get; init; } = 0.05;

    /// <summary>Placebo dates needed before their rank means something.</summary>
    public int PlaceboDates { get; init; } = 10;

    /// <summary>Share of dates, the interruption among them, that may do as well as the interruption.</summary>
    public double PlaceboShare { get; init; } = 0.1;

    internal (int Before, int After) Points(SeriesFrequency frequency) =>
        frequency == SeriesFrequency.Monthly ? (MonthsBefore, MonthsAfter) : (QuartersBefore, QuartersAfter);
}
