using System.Text.Json;
using Analytics.Domain.Linkage;

namespace Analytics.Etl.Stages.Link;

/// <summary>The weights of a round as they are kept between runs.</summary>
/// <param name="LearnedFrom">Records that they were learnt from.</param>
/// <param name="UnseenMatches">Matches that the model expects among pairs that showed nothing.</param>
/// <param name="Threshold">Least probability of a link, as those records asked for.</param>
internal sealed record LinkModel(FellegiSunter Weights, int LearnedFrom, double UnseenMatches, double Threshold)
{
    /// <summary>Weights are learnt again when a round has this many times the records they came from.</summary>
    private const int Growth = 2;

    /// <summary>Records without a single link (a threshold of 1) teach nothing of how one person's records differ or how many there are.</summary>
    public bool IsOutgrownBy(int records) => Threshold >= 1 || records >= Growth * LearnedFrom;

    public string ToJson() => JsonSerializer.Serialize(new Kept(
        Weights.MatchShare,
        Weights.MetWhenAlike,
        [.. Enum.GetValues<LinkageField>().Select(field => Weights.M(field).ToArray())],
        [.. Enum.GetValues<LinkageField>().Select(field => Weights.U(field).ToArray())]));

    /// <summary>Weights that were kept; null where they were learnt in another way than now, and have to be learnt again.</summary>
    public static FellegiSunter? Read(string json)
    {
        var kept = JsonSerializer.Deserialize<Kept>(json) ?? throw new InvalidOperationException("ops.link_run.model is empty.");
        return kept.MetWhenAlike is { } met ? FellegiSunter.Of(kept.M, kept.U, kept.MatchShare, met) : null;
    }

    private sealed record Kept(double MatchShare, double? MetWhenAlike, double[][] M, double[][] U);
}
