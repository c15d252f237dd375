using System.Diagnostics.CodeAnalysis;

namespace Analytics.Domain.Disclosure;

/// <summary>What one audience may see of counts of people.</summary>
/// <param name="Profile">The audience's name.</param>
/// <param name="Threshold">Cells from 1 to this count are withheld.</param>
/// <param name="RoundingBase">Published counts are rounded to the nearest multiple of this odd number; 1 publishes them exact.</param>
public sealed record SuppressionPolicy(string Profile, int Threshold, int RoundingBase)
{
    /// <summary>The coordinating body: cells 1–2 withheld, exact otherwise.</summary>
    public static SuppressionPolicy Ministry { get; } = new("ministry", 2, 1);

    /// <summary>A donor: cells 1–4 withheld, others rounded to 5.</summary>
    public static SuppressionPolicy Donor { get; } = new("donor", 4, 5);

    /// <summary>Policy writers, embeds and anonymous readers: cells 1–10 withheld, others rounded to 5.</summary>
    public static SuppressionPolicy Public { get; } = new("public", 10, 5);

    /// <summary>Every profile, from the most to the least trusted.</summary>
    public static IReadOnlyList<SuppressionPolicy> All { get; } = [Ministry, Donor, Public];

    /// <summary>Organisations a published count needs behind it; fewer are treated as a small cell.</summary>
    public int MinimumContributors { get; init; } = 2;

    /// <summary>The (n,k) rule's n: 1 or 2 largest organisations.</summary>
    public int DominanceCount { get; init; } = 1;

    /// <summary>The (n,k) rule's k, a share: a cell whose n largest organisations hold more is withheld.</summary>
    public double DominanceShare { get; init; } = 0.85;

    /// <summary>
    /// The p% rule, a share: a cell is withheld when the count without its two largest organisations is below this share of the
    /// largest, so that the second could estimate the first too closely. 0 turns it off.
    /// </summary>
    public double PriorShare { get; init; } = 0.1;

    /// <summary>The policy of a profile by its name.</summary>
    public static bool TryParse(string? name, [NotNullWhen(true)] out SuppressionPolicy? policy)
    {
        policy = All.FirstOrDefault(known => string.Equals(known.Profile, name, StringComparison.Ordinal));
        return policy is not null;
    }

    /// <summary>The published value of a count that may be shown.</summary>
    public long Round(long count) => (count + (RoundingBase / 2)) / RoundingBase * RoundingBase;
}
