using System.Security.Claims;
using Analytics.Database.Accounts;
using Analytics.Domain.Measures;

namespace Analytics.Dashboard.Access;

/// <summary>
/// What an account is limited to, beside what its role may: sources, regions, programmes. A kind without codes is no limit. Whoever is
/// limited to regions sees these, their districts, and the whole country; whoever is limited to programmes, these and all together.
/// </summary>
public sealed record Rights(IReadOnlySet<string> Sources, IReadOnlySet<string> Regions, IReadOnlySet<string> Programmes)
{
    private const string Credit = "persons_credited";
    private const string Kind = "right:";
    private const string Source = Kind + "source";
    private const string Region = Kind + "region";
    private const string Programme = Kind + "programme";

    // Digits of a SOATE code that name an oblast or a city of its rank.
    private const int OblastDigits = 5;

    public static Rights Of(ClaimsPrincipal user) => new(Codes(user, Source), Codes(user, Region), Codes(user, Programme)) { IsDonor = user.Role() == Role.Donor };

    public static IEnumerable<Claim> Claims(Account account) =>
    [
        .. account.Sources.Select(code => new Claim(Source, code)),
        .. account.Regions.Select(code => new Claim(Region, code)),
        .. account.Programmes.Select(code => new Claim(Programme, code)),
    ];

    /// <summary>Whether no other donor's credit is seen.</summary>
    public bool IsDonor { get; init; }

    /// <summary>The donor that the account belongs to; null for none.</summary>
    public string? OwnDonor { get; init; }

    public bool MaySource(string code) => Sources.Count == 0 || Sources.Contains(code);

    public bool MayProgramme(string code) => Programmes.Count == 0 || code == Dimension.Total || Programmes.Contains(code);

    public bool MayRegion(string code) => Regions.Count == 0 || code == Dimension.Total || Regions.Any(held => IsWithin(code, held));

    /// <summary>The feeds of its sources; none where there is no limit of sources.</summary>
    public IReadOnlySet<string> Feeds { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Whether a member of the dimension of sources, which are feeds there, is seen.</summary>
    public bool MayFeed(string code) => Sources.Count == 0 || code == Dimension.Total || Feeds.Contains(code);

    /// <summary>Which source an organisation reports to is not published with it, so whoever is limited to sources sees all organisations together.</summary>
    public bool MayOrganisation(string code) => Sources.Count == 0 || code == Dimension.Total;

    public bool MayDonor(string code) => !IsDonor || code == Dimension.Total || code == OwnDonor;

    /// <summary>Whether a cell may be shown: its places, its programme, its source and its donor all. All credit together less one's own is that of others.</summary>
    public bool MayCell(string measure, IReadOnlyDictionary<string, string> members) =>
        (MayRegion(members.GetValueOrDefault(Dimension.Region, Dimension.Total)) || (members.TryGetValue(Dimension.District, out var district) && MayRegion(district)))
        && MayRegion(members.GetValueOrDefault(Dimension.RegionService, Dimension.Total))
        && MayProgramme(members.GetValueOrDefault(Dimension.Programme, Dimension.Total))
        && MayFeed(members.GetValueOrDefault(Dimension.Source, Dimension.Total))
        && MayOrganisation(members.GetValueOrDefault(Dimension.Organisation, Dimension.Total))
        && members.GetValueOrDefault(Dimension.Donor, Dimension.Total) is var donor && MayDonor(donor)
        && (!IsDonor || measure != Credit || donor == OwnDonor);

    private static bool IsWithin(string code, string held) =>
        code == held || (held.Length > OblastDigits && held.AsSpan(OblastDigits).TrimEnd('0').IsEmpty && code.StartsWith(held[..OblastDigits], StringComparison.Ordinal));

    private static HashSet<string> Codes(ClaimsPrincipal user, string type) => [.. user.FindAll(type).Select(claim => claim.Value)];
}
