using System.Text.Json;
using Analytics.Domain.Estimation;

namespace Analytics.Domain.Tests.Estimation;

/// <summary>Every value and tolerance of the reference file.</summary>
public sealed class ReferenceTests
{
    public static TheoryData<string> Names => ["UKdat", "UKdat_5", "Korea", "Artificial_3"];

    [ReferenceTheory]
    [MemberData(nameof(Names))]
    public void Table_TypedFromThePaper_IsTheReferenceFile(string name)
    {
        var table = PublishedTables.ByName(name);
        var lines = File.ReadAllLines(Path.Combine(Reference.Folder!, Reference.Of(name).GetProperty("file").GetString()!));
        var read = CaptureHistories.Create(lines[0].Split(',')[..^1], lines.Skip(1).Select(line => line.Split(',')).Select(fields =>
            (fields[..^1].Select((field, i) => field == "1" ? 1 << i : 0).Sum(), double.Parse(fields[^1], System.Globalization.CultureInfo.InvariantCulture))));

        Assert.Equal(read.Lists.ToArray(), table.Lists.ToArray(), StringComparer.Ordinal);
        Assert.Equal(read.Counts.ToArray(), table.Counts.ToArray());
        Assert.Equal(Reference.Of(name).GetProperty("captured_exactly_k").EnumerateArray().Select(k => k.GetDouble()), Enumerable.Range(1, table.Lists.Length).Select(table.OnExactly));
    }

    [ReferenceTheory]
    [MemberData(nameof(Names))]
    public void Fit_StepwiseChoice_MatchesEveryFigure(string name)
    {
        var expected = Reference.Of(name).GetProperty("stepwise_p0.02");
        var table = PublishedTables.ByName(name);
        var result = Estimator.Estimate(table, new() { Replicates = 0, Sensitivity = false });
        var model = result.Model!;

        double Value(string key) => expected.GetProperty(key).GetDouble();
        Assert.Equal(expected.GetProperty("interactions_in_order").EnumerateArray().Select(i => i.GetString()), model.Model.Interactions.Select(table.Name), StringComparer.Ordinal);
        Assert.Equal(expected.GetProperty("minus_infinity").GetArrayLength(), model.MinusInfinity.Length);
        Near(Value("estimate"), result.Estimate, 1e-6);
        Near(Value("hidden"), model.Hidden, 1e-6);
        Near(Value("intercept"), model.Intercept, 1e-6);
        Near(Value("intercept_se"), model.InterceptStandardError, 1e-6);
        Near(expected.GetProperty("asymptotic_ci95")[0].GetDouble(), result.Asymptotic95!.Value.Lower, 1e-6);
        Near(expected.GetProperty("asymptotic_ci95")[1].GetDouble(), result.Asymptotic95!.Value.Upper, 1e-6);
        Assert.Equal(Value("loglik"), model.LogLikelihood, 1e-4);
        Assert.Equal(Value("aic"), model.Aic, 1e-4);
        Assert.Equal(Value("bic_n_individuals"), model.Bic, 1e-4);
        Assert.Equal(Value("deviance"), model.Deviance, 1e-4);
        Assert.Equal(Value("npar"), model.Parameters);
        Assert.Equal(Value("cells_used"), model.CellsUsed);
    }

    [ReferenceTheory]
    [MemberData(nameof(Names))]
    public void Estimate_OtherThresholdsAndFewerLists_MatchReference(string name)
    {
        var table = PublishedTables.ByName(name);
        var result = Estimator.Estimate(table, new() { Replicates = 0 });

        foreach (var threshold in Reference.Of(name).GetProperty("stepwise_by_threshold").EnumerateObject())
        {
            Near(threshold.Value.GetDouble(), result.AtThreshold.Single(at => at.What == threshold.Name).Total, 1e-6);
        }

        if (Reference.Of(name).TryGetProperty("leave_one_list_out_p0.02", out var without))
        {
            Assert.Equal(without.EnumerateObject().Select(list => list.Name), result.WithoutList.Select(list => list.What), StringComparer.Ordinal);
            foreach (var list in without.EnumerateObject())
            {
                Near(list.Value.GetDouble(), result.WithoutList.Single(w => w.What == list.Name).Total, 1e-6);
            }
        }
    }

    [ReferenceTheory]
    [MemberData(nameof(Names))]
    public void Bootstrap_ThreeSeeds_LiesInTheBands(string name)
    {
        var expected = Reference.Of(name).GetProperty("bootstrap");
        var bands = expected.GetProperty("band_at_B1000");
        var table = PublishedTables.ByName(name);
        foreach (var seed in new[] { 1234, 1, 20_240_229 })
        {
            var bootstrap = Estimator.Estimate(table, new() { Seed = seed, Sensitivity = false }).Bootstrap!;

            Assert.Equal(bands.GetProperty("acceleration").GetDouble(), bootstrap.Acceleration!.Value, 1e-6);
            Inside("bca95_low", bootstrap.Bca95.Lower);
            Inside("bca95_high", bootstrap.Bca95.Upper);
            Inside("bca80_low", bootstrap.Bca80.Lower);
            Inside("bca80_high", bootstrap.Bca80.Upper);
            Inside("percentile95_low", bootstrap.Percentile95.Lower);
            Inside("percentile95_high", bootstrap.Percentile95.Upper);
            Assert.InRange(bootstrap.ShareBelow, bands.GetProperty("share_below").GetDouble() - 0.08, bands.GetProperty("share_below").GetDouble() + 0.08);
        }

        void Inside(string limit, double? value)
        {
            var (low, high) = Reference.Band(bands.GetProperty(limit), table.Observed);
            Assert.InRange(value!.Value, low, high);
        }
    }

    [ReferenceTheory]
    [MemberData(nameof(Names))]
    public void Bootstrap_ManyReplicates_ChoosesModelsAsOftenAsTheReference(string name)
    {
        const int Draws = 4000;
        var table = PublishedTables.ByName(name);
        var bands = Reference.Of(name).GetProperty("bootstrap").GetProperty("band_at_B1000");
        var bootstrap = Estimator.Estimate(table, new() { Replicates = Draws, Sensitivity = false }).Bootstrap!;

        Assert.Equal(bands.GetProperty("share_diverged").GetDouble(), (double)bootstrap.Diverged / bootstrap.Done, 0.003);
        foreach (var chosen in bands.GetProperty("most_chosen_models").EnumerateObject())
        {
            LogLinearModel model = new(chosen.Name == "1" ? [] : [.. chosen.Name.Split('+').Select(pair => Reference.Mask(table, pair))]);
            var share = bootstrap.Models.SingleOrDefault(found => found.Model.SameTerms(model))?.Share ?? 0;

            // Five standard errors of a share.
            var expected = chosen.Value.GetDouble();
            Assert.Equal(expected, share, 5 * Math.Sqrt(expected * (1 - expected) / Draws) + 0.0005);
        }
    }

    [ReferenceTheory]
    [InlineData("UKdat_5", "all_orders_offered")]
    [InlineData("UKdat_5", "pairwise")]
    [InlineData("Korea", "all_orders_offered")]
    [InlineData("Korea", "pairwise")]
    [InlineData("Artificial_3", "all_orders_offered")]
    [InlineData("Artificial_3", "pairwise")]
    public void Search_AllModels_MatchesReference(string name, string space)
    {
        var expected = Reference.Of(name).GetProperty("bic_search").GetProperty(space);
        var table = PublishedTables.ByName(name);
        var search = Estimator.Estimate(table, new() { Replicates = 0, MaxOrder = expected.GetProperty("max_order").GetInt32() }).Search!;

        Assert.True(search.Exhaustive);
        Assert.Equal(expected.GetProperty("models_with_MLE").GetInt32(), search.Models.Length);
        var best = expected.GetProperty("bic_best");
        Assert.Equal(best.GetProperty("model").GetString(), search.BestBic.Model.Notation(table.Lists.Length));
        Near(best.GetProperty("estimate").GetDouble(), search.BestBic.Total, 1e-6);
        Assert.Equal(best.GetProperty("bic").GetDouble(), search.BestBic.Bic, 1e-4);
        Near(expected.GetProperty("aic_best").GetProperty("estimate").GetDouble(), search.BestAic.Total, 1e-6);
        Assert.Equal(expected.GetProperty("aic_best").GetProperty("aic").GetDouble(), search.BestAic.Aic, 1e-4);
        Near(expected.GetProperty("bic_weighted_mean").GetDouble(), search.BicWeightedMean, 1e-4);
        Near(expected.GetProperty("aic_weighted_mean").GetDouble(), search.AicWeightedMean, 1e-4);
        Near(expected.GetProperty("weight_of_bic_best").GetDouble(), search.WeightOfBest, 1e-4);
        foreach (var delta in new[] { 2, 10 })
        {
            var range = search.Within(delta);
            Near(expected.GetProperty($"range_delta_bic_le_{delta}")[0].GetDouble(), range.Total.Lower, 1e-5);
            Near(expected.GetProperty($"range_delta_bic_le_{delta}")[1].GetDouble(), range.Total.Upper, 1e-5);
            Assert.Equal(expected.GetProperty($"n_delta_bic_le_{delta}").GetInt32(), range.Models);
        }
    }

    [ReferenceTheory]
    [InlineData("UKdat_5")]
    [InlineData("Korea")]
    [InlineData("Artificial_3")]
    public void Bootstrap_BicSelection_IsNearReference(string name)
    {
        var expected = Reference.Of(name).GetProperty("bic_search");
        var table = PublishedTables.ByName(name);
        var options = new EstimationOptions { Selection = SelectionMethod.Bic, Replicates = 2000, Sensitivity = false };
        var all = Estimator.Estimate(table, options).Bootstrap!;
        var best = Estimator.Estimate(table, options with { ModelsKept = 1 }).Bootstrap!;

        Near(expected.GetProperty("bca95_with_reselection")[0].GetDouble(), all.Bca95.Lower, 0.15);
        Near(expected.GetProperty("bca95_with_reselection")[1].GetDouble(), all.Bca95.Upper, 0.15);
        Near(expected.GetProperty("bca80_with_reselection")[0].GetDouble(), all.Bca80.Lower, 0.15);
        Near(expected.GetProperty("bca80_with_reselection")[1].GetDouble(), all.Bca80.Upper, 0.15);
        Near(expected.GetProperty("bca95_best_model_only")[0].GetDouble(), best.Bca95.Lower, 0.15);
        Near(expected.GetProperty("bca95_best_model_only")[1].GetDouble(), best.Bca95.Upper, 0.15);
    }

    [ReferenceTheory]
    [InlineData("Artificial_3")]
    [InlineData("Korea")]
    public void Check_EveryListedModel_GivesReferenceCode(string name)
    {
        var table = PublishedTables.ByName(name);
        foreach (var check in Reference.Expected.GetProperty("exact_checks").GetProperty(name).EnumerateObject())
        {
            LogLinearModel model = new([.. check.Name.Split('+').Select(pair => pair.Sum(list => 1 << table.Lists.IndexOf(list.ToString())))]);

            Assert.Equal(check.Value.GetInt32(), (int)Identifiability.Check(table.Counts, model));
        }
    }

    [ReferenceTheory]
    [MemberData(nameof(Names))]
    public void Check_AllPairsModel_GivesReferenceCode(string name)
    {
        if (Reference.Of(name).TryGetProperty("full_two_list_model", out var full))
        {
            var table = PublishedTables.ByName(name);
            LogLinearModel model = new([.. LogLinearModel.Pairs(table.Lists.Length)]);

            Assert.Equal(full.GetProperty("check_code").GetInt32(), (int)Identifiability.Check(table.Counts, model));
            if (full.TryGetProperty("estimate", out var estimate))
            {
                Near(estimate.GetDouble(), FittedModel.Fit(table, model)!.Total, 1e-6);
            }
        }
    }

    [ReferenceTheory]
    [MemberData(nameof(Names))]
    public void Simple_ChaoAndChapman_MatchReference(string name)
    {
        var expected = Reference.Of(name).GetProperty("simple");
        var table = PublishedTables.ByName(name);
        var result = Estimator.Estimate(table, new() { Replicates = 0, Sensitivity = false });

        Near(expected.GetProperty("chao1987_poisson").GetDouble(), result.Chao!.Poisson, 1e-6);
        Near(expected.GetProperty("chao1987_ci95")[0].GetDouble(), result.Chao.Interval95!.Value.Lower, 1e-6);
        Near(expected.GetProperty("chao1987_ci95")[1].GetDouble(), result.Chao.Interval95!.Value.Upper, 1e-6);
        Near(expected.GetProperty("chao_Mh_t_lists").GetDouble(), result.Chao.Lists, 1e-6);
        Near(expected.GetProperty("chao_Mh_t_bias_corrected").GetDouble(), result.Chao.BiasCorrected, 1e-6);
        Near(expected.GetProperty("chao_Mth_moment").GetDouble(), result.Chao.Moment, 1e-6);
        foreach (var pair in expected.GetProperty("chapman_pairs").EnumerateObject())
        {
            var found = result.Pairs[Reference.Mask(table, pair.Name)];
            Near(Number(pair.Value.GetProperty("lincoln_petersen")), found.LincolnPetersen, 1e-6);
            Near(pair.Value.GetProperty("chapman").GetDouble(), found.Chapman, 1e-6);
            Near(pair.Value.GetProperty("se").GetDouble(), found.StandardError, 1e-6);
            Near(pair.Value.GetProperty("lognormal_ci95")[0].GetDouble(), found.Interval95.Lower, 1e-6);
            Near(pair.Value.GetProperty("lognormal_ci95")[1].GetDouble(), found.Interval95.Upper, 1e-6);
        }
    }

    [ReferenceTheory]
    [InlineData("UKdat")]
    public void Coverage_OfficialLists_MatchReference(string name)
    {
        var expected = Reference.Of(name).GetProperty("register_coverage");
        var table = PublishedTables.ByName(name);
        var register = expected.GetProperty("official_lists").EnumerateArray().Sum(list => 1 << table.Lists.IndexOf(list.GetString()!));
        var coverage = RegisterCoverage.Of(table, register);

        Assert.Equal(expected.GetProperty("on_register").GetDouble(), coverage.OnRegister);
        Assert.Equal(expected.GetProperty("on_other_lists").GetDouble(), coverage.OnOtherLists);
        Assert.Equal(expected.GetProperty("on_both").GetDouble(), coverage.OnBoth);
        Assert.Equal(expected.GetProperty("share_of_other_lists_cases_not_on_register").GetDouble(), coverage.OthersUnregistered!.Value, 1e-6);
        Assert.Equal(expected.GetProperty("share_of_all_observed_not_on_register").GetDouble(), coverage.ObservedUnregistered!.Value, 1e-6);
        Near(expected.GetProperty("chapman_register_vs_rest").GetDouble(), coverage.TwoLists.Chapman, 1e-6);
        Near(expected.GetProperty("chapman_lognormal_ci95")[0].GetDouble(), coverage.TwoLists.Interval95.Lower, 1e-6);
        Near(expected.GetProperty("chapman_lognormal_ci95")[1].GetDouble(), coverage.TwoLists.Interval95.Upper, 1e-6);
        var total = Reference.Of(name).GetProperty("stepwise_p0.02").GetProperty("estimate").GetDouble();
        Assert.Equal(expected.GetProperty("under_registration_of_total_at_stepwise").GetDouble(), coverage.TotalUnregistered(total)!.Value, 1e-6);
    }

    private static double? Number(JsonElement value) => value.ValueKind == JsonValueKind.Null ? null : value.GetDouble();

    /// <summary>Half a unit in the last place printed, and a little: the reference is rounded too.</summary>
    private static double Rounding(double value)
    {
        var digits = value.ToString("R", System.Globalization.CultureInfo.InvariantCulture).Split('.');
        return Math.Min(6e-4, 0.51 * Math.Pow(10, digits.Length < 2 ? 0 : -digits[1].Length));
    }

    private static void Near(double? expected, double? actual, double relative)
    {
        Assert.Equal(expected.HasValue, actual.HasValue);
        if (expected is { } value)
        {
            Assert.Equal(value, actual!.Value, Math.Max(Math.Abs(value) * relative, Rounding(value)));
        }
    }
}
