using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Analytics.Domain.Estimation;

namespace Analytics.Etl.Warehouse.Estimate;

/// <summary>An estimate as JSON. Numbers are persons; a value that does not exist is null, never NaN.</summary>
internal static class EstimateJson
{
    private const string Notation =
        "model: interactions in the order chosen, lists joined by a colon; model_notation: lists numbered from 1 in column order, [12,3] = interaction of lists 1 and 2, list 3 alone";

    private static readonly JsonSerializerOptions s_options = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    public static string Write(EstimationResult result, RegisterCoverage? coverage)
    {
        var table = result.Table;
        var json = new JsonObject
        {
            ["observed"] = table.Observed,
            ["estimate"] = result.Estimate,
            ["lower"] = result.Interval95.Lower,
            ["upper"] = result.Interval95.Upper,
            ["hidden"] = result.HiddenPersons,
            ["hidden_share"] = result.HiddenShare,
            ["estimable"] = result.Verdict.Estimable,
            ["verdict"] = Node(result.Verdict.Level),
            ["warnings"] = Node(result.Warnings),
            ["reasons"] = Node(result.Verdict.Reasons),
            ["model"] = Node((result.Model?.Model.Interactions ?? []).Select(table.Name)),
            ["model_notation"] = result.Model?.Model.Notation(table.Lists.Length),
            ["minus_infinity"] = Node((result.Model?.MinusInfinity ?? []).Select(table.Name)),
            ["inside"] = Node((result.Model?.Inside ?? []).Select(inclusion => new { Inner = table.Name(inclusion.Inner), Outer = table.Name(inclusion.Outer) })),
            ["notation"] = Notation,
            ["method"] = result.Method,
            ["interval_kind"] = result.IntervalKind,
            ["coverage"] = 0.95,
            ["asymptotic"] = Node(result.Asymptotic95),
            ["bca"] = Node(result.Bootstrap?.Bca95),
            ["bca80"] = Node(result.Bootstrap?.Bca80),
            ["percentile"] = Node(result.Bootstrap?.Percentile95),
            ["calculated"] = Node(new { Estimate = result.Total, result.Calculated95.Lower, result.Calculated95.Upper }),
            ["partial"] = result.Partial,
            ["seed"] = result.Options.Seed,
            ["fit"] = Fit(result.Model),
            ["bootstrap"] = Bootstrap(result),
            ["lists"] = Node(table.Lists.Select((name, i) => new { Name = name, Persons = table.OnAll(1 << i) })),
            ["overlaps"] = Node(LogLinearModel.Pairs(table.Lists.Length).Select(pair => new { Lists = table.Name(pair), Persons = table.OnAll(pair) })),
            ["list_relations"] = Node(ListRelations.Of(table, result.Options.Rules.NearlyInside)
                .Select(relation => new { relation.Kind, First = table.Lists[relation.First], Second = table.Lists[relation.Second], relation.Outside })),
            ["captured_exactly"] = Node(Enumerable.Range(1, table.Lists.Length).Select(table.OnExactly)),
            ["leave_one_list_out"] = Variations(result.WithoutList),
            ["known_lists"] = Node(result.KnownLists),
            ["by_threshold"] = Variations(result.AtThreshold),
            ["bic_search"] = Search(result.Search, table.Lists.Length),
            ["chapman"] = Node(result.Pairs.Select(pair => new
            {
                Lists = table.Name(pair.Key),
                pair.Value.Both,
                pair.Value.LincolnPetersen,
                pair.Value.Chapman,
                pair.Value.StandardError,
                pair.Value.Interval95.Lower,
                pair.Value.Interval95.Upper,
            })),
            ["chao"] = Node(result.Chao),
            ["closed_population"] = Node(ClosedPopulation.Models(table)),
            ["profile"] = result.Model is { } fitted && table.Lists.Length <= ClosedPopulation.MostLists ? Node(ProfileLikelihood.Of(table, fitted.Model)) : null,
            ["linkage"] = Node(result.Linkage),
            ["register"] = Register(coverage, result),
        };
        return json.ToJsonString(s_options);
    }

    private static JsonNode? Fit(FittedModel? model) => model is null ? null : Node(new
    {
        model.Total,
        model.Hidden,
        model.Intercept,
        InterceptStandardError = Finite(model.InterceptStandardError),
        model.LogLikelihood,
        model.Parameters,
        model.Aic,
        model.Bic,
        model.Deviance,
        model.CellsUsed,
        CheckCode = (int)CheckCode.Fine,
    });

    private static JsonNode? Bootstrap(EstimationResult result) => result.Bootstrap is not { } bootstrap ? null : Node(new
    {
        bootstrap.Requested,
        bootstrap.Done,
        bootstrap.Diverged,
        bootstrap.ShareBelow,
        Z0 = bootstrap.BiasCorrection,
        bootstrap.Acceleration,
        bootstrap.ShownModelShare,
        bootstrap.DistinctModels,
        Models = bootstrap.Models.Select(chosen => new
        {
            Model = chosen.Model.Interactions.Select(result.Table.Name),
            Notation = chosen.Model.Notation(result.Table.Lists.Length),
            chosen.Share,
        }),
    });

    private static JsonNode? Search(ModelSearchResult? search, int lists) => search is null ? null : Node(new
    {
        search.Exhaustive,
        search.MaxOrder,
        ModelsTried = search.Tried,
        ModelsWithEstimate = search.Models.Length,
        search.Complete,
        Best = Scored(search.BestBic, lists),
        BestOpen = search.BestOpen is { } open ? new { Model = open.Model.Notation(lists), open.Bic } : null,
        AicBest = Scored(search.BestAic, lists),
        WeightedMean = search.BicWeightedMean,
        AicWeightedMean = search.AicWeightedMean,
        search.WeightOfBest,
        Within2 = Range(search.Within(2)),
        Within10 = Range(search.Within(10)),
        Models = search.Models.Take(20).Select(model => Scored(model, lists)),
    });

    private static object Scored(ScoredModel model, int lists) =>
        new { Model = model.Model.Notation(lists), Estimate = model.Total, model.Bic, model.Aic };

    private static object Range(ModelRange range) => new { range.Total.Lower, range.Total.Upper, range.Models };

    private static JsonObject Variations(IEnumerable<Variation> variations) =>
        new(variations.Select(variation => KeyValuePair.Create(variation.What, (JsonNode?)variation.Total)));

    private static JsonNode? Register(RegisterCoverage? coverage, EstimationResult result) => coverage is null ? null : Node(new
    {
        coverage.OnRegister,
        coverage.OnOtherLists,
        coverage.OnBoth,
        coverage.OthersUnregistered,
        coverage.ObservedUnregistered,
        TotalUnregistered = coverage.TotalUnregistered(result.Estimate),
    });

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;

    private static JsonNode? Node<T>(T value) => JsonSerializer.SerializeToNode(value, s_options);
}
