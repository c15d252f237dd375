using Analytics.Domain;

namespace Analytics.Etl.Feeds.Types;

/// <summary>What is wrong with a value: the rule it breaks and what was expected. Never what was found.</summary>
/// <param name="Rule">Stable id of the rule.</param>
/// <param name="Expected">What the column takes, for the person who sends the file.</param>
internal sealed record Problem(string Rule, LocalText Expected);
