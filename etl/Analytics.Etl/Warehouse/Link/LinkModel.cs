using System.Text.Json;
using Analytics.Domain.Linkage;

namespace Analytics.Etl.Warehouse.Link;

/// <summary>The weights of a round as they are kept between runs.</summary>
/// <param name="LearnedFrom">Records that they were learnt from.</param>
/// <param name="UnseenMatches">Matches that the model expects among pairs that showed nothing.</param>
/// <param name="Threshold">Least probability of a link, as the records ask for.</param>
/// <param name="Arrivals">How many of the records that came later had a partner.</param>
internal sealed record LinkModel(FellegiSunter Weights, int LearnedFrom, double UnseenMatches, double Threshold, Arrivals Arrivals)
{
    /// <summary>Weights are learnt again when a round has this many times the records they came from.</summary>
    private const int Growth = 2;

    public bool IsOutgrownBy(int records) => records >= Growth * LearnedFrom;

    public string ToJson() => JsonSerializer.Serialize(new Kept(
        Weights.MatchShare,
        Weights.MetWhenAlike,
        [.. Enum.GetValues<LinkageField>().Select(field => Weights.M(field).ToArray())],
        [.. Enum.GetValues<LinkageField>().Select(field => Weights.U(field).ToArray())],
        Arrivals));

    /// <summary>What was kept; null where weights were learnt in another way than now, and have to be learnt again.</summary>
    public static LinkModel? Read(string json, int learnedFrom, double unseenMatches, double threshold)
    {
        var kept = JsonSerializer.Deserialize<Kept>(json) ?? throw new InvalidOperationException("ops.link_run.model is empty.");
        return kept is { MetWhenAlike: { } met, Arrivals: { } arrivals }
            ? new LinkModel(FellegiSunter.Of(kept.M, kept.U, kept.MatchShare, met), learnedFrom, unseenMatches, threshold, arrivals)
            : null;
    }

    private sealed record Kept(double MatchShare, double? MetWhenAlike, double[][] M, double[][] U, Arrivals? Arrivals);
}
