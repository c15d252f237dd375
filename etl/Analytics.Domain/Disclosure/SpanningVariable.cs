using Analytics.Domain.Measures;

namespace Analytics.Domain.Disclosure;

/// <summary>A classification that a set of linked tables is cut by, as a tree of codes below <see cref="Total"/>.</summary>
/// <param name="Name">The column's name, e.g. <c>region</c>.</param>
/// <param name="Parents">Code → parent code. The root is <see cref="Total"/> and has no entry.</param>
/// <param name="Additive">
/// True when each unit falls in exactly one child, so that a parent is the sum of its children. False for a multi-valued
/// attribute (a person has several forms): then a child is only known to be no larger than its parent.
/// </param>
/// <param name="Sensitive">
/// True when a group must not be shown to share one code of this variable (group disclosure): where all of a margin falls in
/// one child, a zero beside it is withheld too.
/// </param>
/// <remarks>The term is that of Hundepool et al. (2012), Statistical Disclosure Control, chapter 4.</remarks>
public sealed record SpanningVariable(string Name, IReadOnlyDictionary<string, string> Parents, bool Additive = true, bool Sensitive = false)
{
    /// <summary>The code of a margin over the whole variable.</summary>
    public const string Total = Dimension.Total;

    /// <returns>A variable without levels: every code is a child of <see cref="Total"/>.</returns>
    public static SpanningVariable Flat(string name, IEnumerable<string> codes, bool additive = true, bool sensitive = false) => new(
        name,
        codes.Where(code => !string.Equals(code, Total, StringComparison.Ordinal))
            .Distinct(StringComparer.Ordinal)
            .ToDictionary(code => code, _ => Total, StringComparer.Ordinal),
        additive,
        sensitive);
}
