using Analytics.Domain.Linkage;

namespace Analytics.Domain.Tests.Linkage;

public sealed class ExpectationMaximisationTests
{
    private static readonly double[][] s_m = [[0.05, 0.10, 0.85], [0.08, 0.12, 0.80], [0.10, 0.10, 0.80], [0.05, 0.05, 0.05, 0.85], [0.03, 0.97], [0.15, 0.05, 0.80]];
    private static readonly double[][] s_u = [[0.955, 0.03, 0.015], [0.98, 0.01, 0.01], [0.96, 0.03, 0.01], [0.967, 0.025, 0.0078, 0.0002], [0.4, 0.6], [0.86, 0.04, 0.10]];

    [Fact]
    public void Fit_CountsFromKnownModel_RecoversIt()
    {
        const long Pairs = 9_000_000;
        const double Share = 2000.0 / Pairs;
        var seen = Visibility.Seen((Parts)127, metWhenAlike: 1).Codes;
        var expected = new double[AgreementPattern.Codes];
        var (m, u) = (ClassProbabilities.Products(s_m), ClassProbabilities.Products(s_u));
        for (var truth = 0; truth < expected.Length; truth++)
        {
            expected[seen[truth]] += Pairs * ((Share * m[truth]) + ((1 - Share) * u[truth]));
        }

        var counts = Enumerable.Range(1, expected.Length - 1).Where(c => expected[c] >= 0.5)
            .ToDictionary(c => new AgreementPattern((short)c, 127), c => new PatternCount((long)Math.Round(expected[c]), 0));
        var fit = ExpectationMaximisation.Fit(counts, new Dictionary<byte, long> { [127] = Pairs }, ExpectationMaximisation.Prior(0.0001));
        Assert.InRange(fit.ExpectedMatches, 1900, 2100);
        foreach (var field in Enum.GetValues<LinkageField>())
        {
            for (var level = 1; level < s_m[(int)field].Length; level++)
            {
                Assert.InRange(fit.Model.M(field)[level], s_m[(int)field][level] - 0.03, s_m[(int)field][level] + 0.03);
                Assert.InRange(fit.Model.U(field)[level] / s_u[(int)field][level], 0.6, 1.6);
            }
        }
    }

    [Fact]
    public void Fit_NothingSeen_StaysWithExperience()
    {
        var fit = ExpectationMaximisation.Fit(new Dictionary<AgreementPattern, PatternCount>(), new Dictionary<byte, long> { [127] = 100 }, ExpectationMaximisation.Prior(0.01));
        Assert.All(Enum.GetValues<LinkageField>(), field => Assert.All(fit.Model.M(field).Concat(fit.Model.U(field)), p => Assert.InRange(p, 0, 1)));
        Assert.InRange(fit.ExpectedMatches, 0, 5);
    }

    [Fact]
    public void MatchProbability_MoreAgreement_IsHigher()
    {
        var model = ExpectationMaximisation.Prior(1e-4);
        var names = new AgreementPattern(AgreementPattern.CodeOf([2, 2, 0, 0, 0, 2]), 127);
        var withBirth = new AgreementPattern(AgreementPattern.CodeOf([2, 2, 0, 3, 1, 2]), 127);
        Assert.True(model.MatchProbability(withBirth) > model.MatchProbability(names));
        Assert.True(model.Weight(withBirth) > 0);
        Assert.Equal(AgreementLevel.Agree, withBirth[LinkageField.DateOfBirth]);
        Assert.Equal(AgreementLevel.None, withBirth[LinkageField.Patronymic]);
    }
}
