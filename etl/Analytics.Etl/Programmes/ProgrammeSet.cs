using Analytics.Domain;
using Analytics.Domain.Programmes;

namespace Analytics.Etl.Programmes;

/// <param name="Account">Sign-in name whose programmes page opens on this donor; null for none.</param>
internal sealed record Donor(string Code, LocalText Name, string? Account);

/// <param name="Regions">SOATE codes; empty for the whole country.</param>
internal sealed record Programme(string Code, LocalText Name, DateOnly From, DateOnly? To, IReadOnlyList<string> Regions);

/// <summary>What was promised.</summary>
/// <param name="Indicator">A measure that is cut by programme.</param>
/// <param name="Year">The calendar year it is for.</param>
/// <param name="EnteredOn">When it was set; a second one for the same year is a change of it.</param>
internal sealed record Target(string Programme, string Indicator, int Year, decimal Value, DateOnly EnteredOn);

/// <summary>Everything that the four files declare.</summary>
internal sealed record ProgrammeSet(
    IReadOnlyList<Donor> Donors, IReadOnlyList<Programme> Programmes, IReadOnlyList<Grant> Grants, IReadOnlyList<ShareSpell> Shares, IReadOnlyList<Target> Targets);
