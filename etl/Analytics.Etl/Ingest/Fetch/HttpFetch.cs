using Analytics.Etl.Hosting;
using Microsoft.Extensions.Configuration;

namespace Analytics.Etl.Ingest.Fetch;

/// <summary>A pull over HTTP(S): pages of records, an array of them, or a CSV file.</summary>
/// <param name="Url">Of the first page.</param>
/// <param name="Token">Sent with every request; null for an open address.</param>
/// <param name="TokenScheme">Word before the token: <c>Bearer</c>, or <c>Token</c> as KoBoToolbox has it.</param>
/// <param name="MostMegabytes">All pages together; more is refused.</param>
/// <param name="MostPages">More is refused.</param>
internal sealed record HttpFetch(string? Url, Secret? Token = null, string TokenScheme = "Bearer", long MostMegabytes = 1024, long MostPages = 10_000) : FetchSettings
{
    private static readonly string[] s_keys = ["Url", "TokenFrom", "TokenScheme", "MostMegabytes", "MostPages"];

    /// <summary>When to give up.</summary>
    public Patience Patience { get; init; } = new();

    private string? Unknown { get; init; }

    public Uri Address => new(Url!);

    public static HttpFetch Of(IConfigurationSection section, DataFolder folder) => new(
        section["Url"],
        Secret.Of(section["TokenFrom"], folder),
        section["TokenScheme"] ?? "Bearer",
        Number(section, "MostMegabytes", 1024),
        Number(section, "MostPages", 10_000))
    {
        Unknown = UnknownKey(section, s_keys),
    };

    public override IEnumerable<string> Faults()
    {
        if (Unknown is { } key)
        {
            yield return $"{key} is no setting of an http fetch; it takes {string.Join(", ", s_keys)}";
        }

        if (!Uri.TryCreate(Url, UriKind.Absolute, out var address) || address.UserInfo.Length > 0
            || !(address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && IsLocal(address.Host))))
        {
            yield return "Url must be an https address without a password in it (http only on this machine)";
        }

        if (Token is { IsValid: false })
        {
            yield return $"TokenFrom {Secret.Expected}";
        }

        if (TokenScheme is not ("Bearer" or "Token"))
        {
            yield return $"TokenScheme is '{TokenScheme}', expected Bearer or Token";
        }

        if (MostMegabytes is < 1 or > 65_536)
        {
            yield return "MostMegabytes must be a whole number from 1 to 65536";
        }

        if (MostPages is < 1 or > 1_000_000)
        {
            yield return "MostPages must be a whole number from 1 to 1000000";
        }
    }
}

/// <summary>When a fetch is given up. The first pause is doubled each time, with chance in it, so that many clients do not come back at once.</summary>
/// <param name="Retries">After the first attempt, for each page.</param>
/// <param name="LongestPause">A server that asks for more is left until the next run.</param>
/// <param name="Attempt">For one page.</param>
/// <param name="Total">For all of a fetch.</param>
internal sealed record Patience(int Retries, TimeSpan FirstPause, TimeSpan LongestPause, TimeSpan Attempt, TimeSpan Total)
{
    public Patience()
        : this(5, TimeSpan.FromSeconds(2), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(2), TimeSpan.FromHours(1))
    {
    }
}
