using Microsoft.AspNetCore.WebUtilities;

namespace Analytics.Dashboard.Localization;

/// <summary>An address of this site: path and query. Filters live here, so that a copied link restores the view.</summary>
public sealed class Address
{
    private readonly IReadOnlyList<KeyValuePair<string, string>> _query;

    private Address(string path, IReadOnlyList<KeyValuePair<string, string>> query)
    {
        Path = path;
        _query = query;
    }

    public string Path { get; }

    public static Address Of(string absoluteAddress)
    {
        var address = new Uri(absoluteAddress, UriKind.Absolute);
        var query = QueryHelpers.ParseQuery(address.Query)
            .Where(pair => pair.Value.ToString() is { Length: > 0 } value && !value.Contains('\0', StringComparison.Ordinal))
            .Select(pair => KeyValuePair.Create(pair.Key, pair.Value.ToString()));
        return new Address(address.AbsolutePath, [.. query]);
    }

    /// <summary>Null where the address does not say.</summary>
    public string? Value(string key) => _query.FirstOrDefault(pair => pair.Key == key).Value;

    /// <summary>The same page with one thing changed; null takes it out.</summary>
    public string With(string key, string? value) => With([(key, value)]);

    public string With(params ReadOnlySpan<(string Key, string? Value)> changes)
    {
        var query = _query.ToList();
        foreach (var (key, value) in changes)
        {
            query.RemoveAll(pair => pair.Key == key);
            if (value is not null)
            {
                query.Add(KeyValuePair.Create(key, value));
            }
        }

        return Write(Path, query);
    }

    /// <summary>Another page in the same language.</summary>
    public string To(string path) => Write(path, [.. _query.Where(pair => pair.Key == Language.Parameter)]);

    /// <summary>Another page in the same language, with its own query.</summary>
    public string To(string path, IEnumerable<(string Key, string Value)> query) =>
        Write(path, [.. _query.Where(pair => pair.Key == Language.Parameter), .. query.Select(pair => KeyValuePair.Create(pair.Key, pair.Value))]);

    private static string Write(string path, List<KeyValuePair<string, string>> query) =>
        QueryHelpers.AddQueryString(path, query.Select(pair => KeyValuePair.Create<string, string?>(pair.Key, pair.Value)));
}
