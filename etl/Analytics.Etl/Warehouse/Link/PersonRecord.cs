using Analytics.Domain.Linkage;

namespace Analytics.Etl.Warehouse.Link;

/// <summary>A record with a token.</summary>
/// <param name="List">The body that keeps it, such as <c>ngo_case NGO-01</c>.</param>
/// <param name="PersonKey">The person it was; null when it is new.</param>
/// <param name="Compared">Whether its pairs are known.</param>
internal sealed record PersonRecord(long Id, string List, PersonToken Token, long? PersonKey, bool Compared)
{
    /// <summary>An organisation holds a person once; the hotline and the register meet one again.</summary>
    public static bool HoldsOnce(string list) => list.StartsWith("ngo_case", StringComparison.Ordinal);
}

/// <summary>Two compared records.</summary>
internal sealed record LinkPair(long A, long B, AgreementPattern Pattern, double LogOdds)
{
    public double Probability => 1 / (1 + Math.Exp(-LogOdds));
}
