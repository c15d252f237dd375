using System.Numerics;

namespace Analytics.Domain.SyntheticRelease;

/// <summary>
/// Exact samples of the discrete Gaussian N_ℤ(0, σ²), after Canonne, Kamath &amp; Steinke, "The discrete Gaussian for differential
/// privacy" (2020), Algorithms 1–3. Only integers are drawn and compared: the rounding of floating-point noise, from which true
/// counts have been read back (Mironov 2012), does not happen.
/// </summary>
public sealed class DiscreteGaussian
{
    // σ² is taken down to 1/1,000: noise never comes out smaller than was paid for.
    private const int Denominator = 1000;

    private readonly BigInteger _variance;
    private readonly long _scale;
    private readonly UniformIntegers _chance;

    /// <param name="variance">σ²; rounded up to thousandths.</param>
    public DiscreteGaussian(double variance, UniformIntegers chance)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(variance);
        _variance = new BigInteger(Math.Ceiling(variance * Denominator));
        _scale = (long)Math.Floor(Math.Sqrt((double)_variance / Denominator)) + 1;
        _chance = chance;
    }

    /// <summary>σ² as it is drawn.</summary>
    public double Variance => (double)_variance / Denominator;

    public long Next()
    {
        while (true)
        {
            var drawn = Laplace();
            // exp(−(|y| − σ²/t)² / 2σ²), with σ² = v/d: the exponent is (|y|·t·d − v)² / (2·v·d·t²).
            var distance = (BigInteger.Abs(drawn) * _scale * Denominator) - _variance;
            if (BernoulliExp(distance * distance, 2 * _variance * Denominator * _scale * _scale))
            {
                return drawn;
            }
        }
    }

    // Discrete Laplace of scale t: P(y) proportional to exp(−|y|/t).
    private long Laplace()
    {
        while (true)
        {
            var remainder = _chance.Below(_scale);
            if (!BernoulliExp(remainder, _scale))
            {
                continue;
            }

            long whole = 0;
            while (BernoulliExp(1, 1))
            {
                whole++;
            }

            var size = remainder + (_scale * whole);
            var negative = _chance.Below(2) == 1;
            if (!(negative && size == 0))
            {
                return negative ? -size : size;
            }
        }
    }

    /// <returns>True with probability exp(−numerator/denominator).</returns>
    private bool BernoulliExp(BigInteger numerator, BigInteger denominator)
    {
        for (; numerator > denominator; numerator -= denominator)
        {
            if (!BernoulliExpOfAtMostOne(denominator, denominator))
            {
                return false;
            }
        }

        return BernoulliExpOfAtMostOne(numerator, denominator);
    }

    private bool BernoulliExpOfAtMostOne(BigInteger numerator, BigInteger denominator)
    {
        for (long k = 1; ; k++)
        {
            if (_chance.Below(denominator * k) >= numerator)
            {
                return k % 2 == 1;
            }
        }
    }
}
