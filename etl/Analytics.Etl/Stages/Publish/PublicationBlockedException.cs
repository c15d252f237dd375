using Analytics.Domain.Disclosure;

namespace Analytics.Etl.Stages.Publish;

/// <summary>The attack on a publication found withheld cells, so it was not released; the last good one stays.</summary>
internal sealed class PublicationBlockedException(string measure, string profile, AttackReport attack)
    : Exception($"Publication blocked: {attack.Exposed.Count} withheld cells of {measure} could be recovered by profile {profile}. The last publication stays.");
