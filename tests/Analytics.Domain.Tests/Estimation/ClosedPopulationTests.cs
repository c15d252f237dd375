using Analytics.Domain.Estimation;

namespace Analytics.Domain.Tests.Estimation;

/// <summary>The closed-population table, profile intervals and the choice by AIC against Rcapture 1.4-4.</summary>
public sealed class ClosedPopulationTests
{
    /// <summary>Rcapture 1.4-4, closedp: total, standard error, AIC, BIC; the tables are the published ones.</summary>
    [Theory]
    [InlineData("UKdat", "M0", 13597.517, 766.6291, 2096.1418, 2107.9761)]
    [InlineData("UKdat", "Mt", 12213.9951, 676.4501, 305.02, 346.4402)]
    [InlineData("UKdat", "Mh Chao (lower bound)", 13677.0637, 777.9015, 2097.3996, 2115.1511)]
    [InlineData("UKdat", "Mth Chao (lower bound)", 12298.5081, 686.5502, 305.6264, 352.9638)]
    [InlineData("UKdat", "Mh Poisson2", 13750.5577, 1840.9632, 2098.1333, 2115.8848)]
    [InlineData("UKdat", "Mth Poisson2", 13168.7877, 1710.634, 306.6315, 353.9688)]
    [InlineData("UKdat", "Mh Darroch", 13356.4518, 3385.2121, 2098.1365, 2115.888)]
    [InlineData("UKdat", "Mth Darroch", 13696.7739, 3503.2545, 306.81, 354.1473)]
    [InlineData("UKdat_5", "M0", 14832.216, 903.084, 1550.3863, 1562.2206)]
    [InlineData("UKdat_5", "Mt", 13444.1312, 806.9297, 217.7789, 253.2819)]
    [InlineData("UKdat_5", "Mh Chao (lower bound)", 14962.7541, 919.0349, 1550.6884, 1568.4399)]
    [InlineData("UKdat_5", "Mth Chao (lower bound)", 13570.0268, 821.2918, 217.3206, 258.7408)]
    [InlineData("UKdat_5", "Mh Poisson2", 15131.3932, 2389.0344, 1552.3677, 1570.1192)]
    [InlineData("UKdat_5", "Mth Poisson2", 14572.448, 2263.0765, 219.4757, 260.8959)]
    [InlineData("UKdat_5", "Mh Darroch", 14299.9488, 4345.4575, 1552.3712, 1570.1227)]
    [InlineData("UKdat_5", "Mth Darroch", 14649.6602, 4489.0266, 219.6975, 261.1177)]
    [InlineData("Korea", "M0", 142.6131, 6.4207, 173.6394, 179.2638)]
    [InlineData("Korea", "Mt", 141.9926, 6.2975, 172.8956, 184.1443)]
    [InlineData("Korea", "Mh Chao (lower bound)", 142.6131, 6.4207, 173.6394, 179.2638)]
    [InlineData("Korea", "Mth Chao (lower bound)", 141.9926, 6.2975, 172.8956, 184.1443)]
    [InlineData("Korea", "Mh Poisson2", 133.3194, 5.7173, 172.8782, 181.3147)]
    [InlineData("Korea", "Mth Poisson2", 133.2372, 5.6796, 172.3236, 186.3845)]
    [InlineData("Korea", "Mh Darroch", 130.3695, 5.443, 172.8782, 181.3147)]
    [InlineData("Korea", "Mth Darroch", 130.3924, 5.4581, 172.3236, 186.3845)]
    [InlineData("Artificial_3", "M0", 566.4353, 212.9259, 43.5096, 48.6383)]
    [InlineData("Artificial_3", "Mt", 539.0939, 201.4454, 36.1474, 46.4048)]
    [InlineData("Artificial_3", "Mh Chao (lower bound)", 566.4353, 212.9259, 43.5096, 48.6383)]
    [InlineData("Artificial_3", "Mth Chao (lower bound)", 539.0939, 201.4454, 36.1474, 46.4048)]
    public void Models_PublishedTable_MatchRcapture(string table, string name, double total, double error, double aic, double bic)
    {
        var model = ClosedPopulation.Models(PublishedTables.ByName(table)).Single(found => found.Name == name);
        Assert.Equal(total, model.Total!.Value, total * 1e-6);
        // R's iteration stops a little before the maximum, which a standard error shows first.
        Assert.Equal(error, model.StandardError!.Value, error * 5e-4);
        Assert.Equal(aic, model.Aic!.Value, 1e-4);
        Assert.Equal(bic, model.Bic!.Value, 1e-4);
    }

    /// <summary>Nobody is on three lists, so these models have no estimate; a plain GLM returns 96.0 to 96.2 with errors up to 374.</summary>
    [Theory]
    [InlineData("Mh Poisson2")]
    [InlineData("Mth Poisson2")]
    [InlineData("Mh Darroch")]
    [InlineData("Mth Darroch")]
    public void Models_LikelihoodWithoutMaximum_HaveNoTotal(string name) =>
        Assert.Null(ClosedPopulation.Models(PublishedTables.Artificial).Single(found => found.Name == name).Total);

    /// <summary>Rcapture 1.4-4, closedpCI.t: two decimals, from a search that stops within a few hundredths.</summary>
    [Theory]
    [InlineData("UKdat", "", 12208.57, 10983.85, 13648.21)]
    [InlineData("UKdat_5", "", 13437.92, 11985.12, 15165.9)]
    [InlineData("UKdat_5", "12 13 23 25 34", 22964.42, 17990.95, 30141.9)]
    [InlineData("Korea", "", 141.08, 131, 155.77)]
    [InlineData("Korea", "12 23", 151.68, 128.95, 226.4)]
    [InlineData("Artificial_3", "", 530.94, 285.54, 1267.52)]
    public void Profile_FixedModel_MatchesRcapture(string name, string pairs, double total, double lower, double upper)
    {
        var model = new LogLinearModel([.. pairs.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Sum(list => 1 << (list - '1')))]);

        var profile = ProfileLikelihood.Of(PublishedTables.ByName(name), model)!;
        Assert.Equal(total, profile.Total, 0.05);
        Assert.Equal(lower, profile.Interval95.Lower!.Value, Math.Max(0.05, lower * 5e-4));
        Assert.Equal(upper, profile.Interval95.Upper!.Value, Math.Max(0.05, upper * 5e-4));
    }

    /// <summary>Silverman (2014) gives 10,000 to 13,000; the figures are those of Rcapture 1.4-4 for the model that this choice finds.</summary>
    [Theory]
    [InlineData("UKdat", 0.05, 11408.92, 9982.26, 13181.69)]
    [InlineData("UKdat", 0.001, 14211.1, 12608.36, 16131.12)]
    [InlineData("UKdat_5", 0.05, 11303.87, 9889.2, 13063.1)]
    [InlineData("UKdat_5", 0.001, 14211.1, 12608.36, 16131.12)]
    public void Choose_ByAic_GivesTheFiguresOf2014(string name, double threshold, double total, double lower, double upper)
    {
        var table = PublishedTables.ByName(name);
        var profile = ProfileLikelihood.Of(table, AicStepwise.Choose(table, threshold)!)!;
        Assert.Equal(total, profile.Total, 0.05);
        Assert.Equal(lower, profile.Interval95.Lower!.Value, Math.Max(0.05, lower * 5e-4));
        Assert.Equal(upper, profile.Interval95.Upper!.Value, Math.Max(0.05, upper * 5e-4));
    }
}
