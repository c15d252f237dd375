using System.Globalization;
using Analytics.Etl.Hosting;
using Microsoft.Extensions.Configuration;

namespace Analytics.Etl.Ingest.Fetch;

/// <summary>Where the files of a source are fetched from: the <c>Fetch</c> of a source in <c>appsettings.json</c>.</summary>
internal abstract record FetchSettings
{
    /// <summary>Every fault, as the key below <c>Fetch</c> and what is wrong with it.</summary>
    public abstract IEnumerable<string> Faults();

    /// <returns>Null when the source is not fetched, but filled by hand.</returns>
    public static FetchSettings? Read(IConfigurationSection section, DataFolder folder) => !section.Exists() ? null : section["Kind"] switch
    {
        "http" => HttpFetch.Of(section, folder),
        "sql" => SqlFetch.Of(section, folder),
        var kind => new UnknownFetch($"Kind is '{kind}', expected http or sql"),
    };

    /// <summary>The first key that is no setting. A misspelt one must not be passed over: it could be the one that protects.</summary>
    protected static string? UnknownKey(IConfigurationSection section, params string[] keys) =>
        section.GetChildren().Select(c => c.Key).FirstOrDefault(k => k != "Kind" && !keys.Contains(k, StringComparer.OrdinalIgnoreCase));

    protected static long Number(IConfigurationSection section, string key, long otherwise) =>
        section[key] is not { } text ? otherwise : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>Whether an address stays on this machine, where nobody listens in.</summary>
    protected static bool IsLocal(string host) => host is "localhost" or "127.0.0.1" or "[::1]" or "::1" || host.StartsWith('/');
}

/// <summary>A declaration that is neither kind.</summary>
internal sealed record UnknownFetch(string Fault) : FetchSettings
{
    public override IEnumerable<string> Faults() => [Fault];
}
