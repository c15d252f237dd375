using System.Security.Claims;
using Analytics.Dashboard.Cells;
using Analytics.Database.Accounts;

namespace Analytics.Dashboard.Access;

/// <summary>
/// What an account is limited to, beside what its role may: sources, regions, programmes. A kind without codes is no limit. Whoever is
/// limited to regions sees these, their districts, and the whole country; whoever is limited to programmes, these and all together.
/// </summary>
public sealed record Rights(IReadOnlySet<string> Sources, IReadOnlySet<string> Regions, IReadOnlySet<string> Programmes)
{
    private const string Kind = "right:";
    private const string Source = Kind + "source";
    private const string Region = Kind + "region";
    private const string Programme = Kind + "programme";

    // Digits of a SOATE code that name an oblast or a city of its rank.
    private const int OblastDigits = 5;

    public static Rights Of(ClaimsPrincipal user) => new(Codes(user, Source), Codes(user, Region), Codes(user, Programme));

    public static IEnumerable<Claim> Claims(Account account) =>
    [
        .. account.Sources.Select(code => new Claim(Source, code)),
        .. account.Regions.Select(code => new Claim(Region, code)),
        .. account.Programmes.Select(code => new Claim(Programme, code)),
    ];

    /// <summary>The sources as a parameter of a query; null for no limit.</summary>
    public string[]? SourceLimit => Sources.Count == 0 ? null : [.. Sources];

    public bool MaySource(string code) => Sources.Count == 0 || Sources.Contains(code);

    public bool MayProgramme(string code) => Programmes.Count == 0 || code == Dimension.Total || Programmes.Contains(code);

    public bool MayRegion(string code) => Regions.Count == 0 || code == Dimension.Total || Regions.Any(held => IsWithin(code, held));

    /// <summary>Whether a cell may be shown: its places and its programme all.</summary>
    public bool MayCell(IReadOnlyDictionary<string, string> members) =>
        (MayRegion(members.GetValueOrDefault(Dimension.Region, Dimension.Total)) || (members.TryGetValue(Dimension.District, out var district) && MayRegion(district)))
        && MayRegion(members.GetValueOrDefault(Dimension.RegionService, Dimension.Total))
        && MayProgramme(members.GetValueOrDefault(Dimension.Programme, Dimension.Total));

    private static bool IsWithin(string code, string held) =>
        code == held || (held.Length > OblastDigits && held.AsSpan(OblastDigits).TrimEnd('0').IsEmpty && code.StartsWith(held[..OblastDigits], StringComparison.Ordinal));

    private static HashSet<string> Codes(ClaimsPrincipal user, string type) => [.. user.FindAll(type).Select(claim => claim.Value)];
}
