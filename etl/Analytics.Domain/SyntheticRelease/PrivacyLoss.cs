namespace Analytics.Domain.SyntheticRelease;

/// <summary>
/// What a release gives away about any one person, as zero-concentrated differential privacy (Bun &amp; Steinke 2016): losses of
/// releases about the same people simply add up.
/// </summary>
/// <param name="Rho">ρ of ρ-zCDP; not negative.</param>
public readonly record struct PrivacyLoss(double Rho)
{
    public static readonly PrivacyLoss None = new(0);

    public static PrivacyLoss operator +(PrivacyLoss left, PrivacyLoss right) => Add(left, right);

    public static PrivacyLoss Add(PrivacyLoss left, PrivacyLoss right) => new(left.Rho + right.Rho);

    /// <summary>The ε of (ε, δ)-differential privacy that follows, after Canonne, Kamath &amp; Steinke (2020), Proposition 7.</summary>
    /// <param name="delta">Between 0 and 1, both excluded.</param>
    /// <remarks>ε = min over α &gt; 1 of αρ + ln(1/(αδ))/(α−1) + ln(1−1/α); unimodal in α, so a golden-section search over ln(α−1) finds it.</remarks>
    public double EpsilonAt(double delta)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(delta);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(delta, 1);
        if (Rho <= 0)
        {
            return 0;
        }

        var rho = Rho;
        var (low, high) = (-12.0, 30.0);
        var ratio = (Math.Sqrt(5) - 1) / 2;
        for (var i = 0; i < 200; i++)
        {
            var (left, right) = (high - (ratio * (high - low)), low + (ratio * (high - low)));
            (low, high) = At(left) < At(right) ? (low, right) : (left, high);
        }

        return Math.Max(0, At((low + high) / 2));

        double At(double lnAlphaLessOne)
        {
            var less = Math.Exp(lnAlphaLessOne);
            var alpha = 1 + less;
            return (alpha * rho) + (Math.Log(1 / (alpha * delta)) / less) + Math.Log(less / alpha);
        }
    }

    /// <summary>The largest loss that keeps within (ε, δ)-differential privacy.</summary>
    public static PrivacyLoss Within(double epsilon, double delta)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(epsilon);
        var (low, high) = (0.0, 1.0);
        while (new PrivacyLoss(high).EpsilonAt(delta) < epsilon)
        {
            high *= 2;
        }

        for (var i = 0; i < 100; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = new PrivacyLoss(middle).EpsilonAt(delta) <= epsilon ? (middle, high) : (low, middle);
        }

        return new PrivacyLoss(low);
    }
}
