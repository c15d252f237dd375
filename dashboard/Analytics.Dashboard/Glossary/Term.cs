using Analytics.Domain;

namespace Analytics.Dashboard.Glossary;

/// <summary>A word of the site, explained.</summary>
/// <param name="Id">Names the term in addresses and where help on it is given.</param>
/// <param name="Path">The page where it is seen at work; null where it is everywhere.</param>
public sealed record Term(string Id, LocalText Name, LocalText Definition, string? Path = null);

/// <summary>Terms that belong together.</summary>
public sealed record TermGroup(LocalText Name, IReadOnlyList<Term> Terms);
