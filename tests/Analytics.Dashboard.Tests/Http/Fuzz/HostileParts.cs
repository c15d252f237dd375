namespace Analytics.Dashboard.Tests.Http.Fuzz;

/// <summary>What requests are made of that go wrong elsewhere.</summary>
internal static class HostileParts
{
    public static readonly IReadOnlyList<string> Values =
    [
        "", "%00", "a%00b", "%ff%fe", "%ed%a0%80", "%c0%af", "%f4%90%80%80", "%", "%zz", "%u0000", "-1", "0", "1",
        "99999999999999999999", "1e309", "NaN", "2020", "2020-13", "2020-Q9",
        "0001-01-01", "9999-12-31", "10000-01-01", "2024-02-30", "'%20or%201=1--", "<script>alert(1)</script>",
        "..%2f..%2fetc%2fpasswd", "%2e%2e%5c", "%0d%0aSet-Cookie:%20a=b", "\u00e9",
        "%F0%9F%98%80", "total", "year", "month", "span", "region", "district", "persons_assisted", "contacts",
        "crimes_registered", "json", "csv", "xlsx", "ru", "ky", "xx", "//elsewhere.example",
        "%2f%5celsewhere.example", "/trends?measure=%00", "true", "null", "{}", "[]", "a,b,c,,", ",", "%E2%80%AE",
        "TR-ABCDEFGH", "NGO-01", "41702000000000",
    ];

    public static readonly IReadOnlyList<string> Keys =
    [
        "measure", "by", "period", "from", "to", "known_on", "per", "lang", "format", "region", "district",
        "region_service", "sex", "age_band", "form", "destination", "organisation", "source", "topic",
        "article_group", "reason", "programme", "donor", "returnUrl", "batch", "feed", "page", "view", "month",
        "state", "rule", "column", "account", "action", "before", "removed", "renamed", "was",
        "problem", "save", "name", "id", "handler", "_handler", "transport", "negotiateVersion", "%00", "%ff", "a[b]",
        "__RequestVerificationToken",
    ];

    public static readonly IReadOnlyList<string> Methods =
    [
        "GET", "POST", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "PROPFIND", "get", "G\u0001T",
        "\0", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
    ];

    public static readonly IReadOnlyList<(string Name, string Value)> Headers =
    [
        ("Accept-Language", "ky;q=9,xx-\u00ff;q=,,,"), ("Accept-Language", "*"), ("Accept", "application/\0"),
        ("Accept-Encoding", "br;q=2, gzip, *;q=0"), ("Cookie", "analytics.session=AAAA; =; ;;"),
        ("Cookie", "analytics.session=chunks-99999999"), ("Cookie", ".AspNetCore.Antiforgery=\u0001"),
        ("Authorization", "Bearer"), ("Authorization", "Bearer a\tb"), ("Authorization", "Bearer \u00ff\u00fe"),
        ("Authorization", "Basic YTpi"), ("X-Forwarded-For", "127.0.0.1, ::1, \"x\":99999"),
        ("X-Forwarded-Proto", "https"), ("X-Forwarded-Proto", "gopher, \0"),
        ("X-Forwarded-Host", "elsewhere.example"),
        ("Forwarded", "for=127.0.0.1;proto=https"), ("X-HTTP-Method-Override", "DELETE"),
        ("X-Original-URL", "/accounts"), ("Origin", "null"), ("Origin", "http://localhost"),
        ("Origin", "http://[::1"),
        ("Referer", "\u00ff"), ("Range", "bytes=0-,-1,5-2"), ("If-None-Match", "\"\", W/"),
        ("If-Modified-Since", "yesterday"), ("Expect", "100-continue"), ("Expect", "magic"), ("Upgrade", "h2c"),
        ("Content-Encoding", "gzip"), ("Content-Type", "text/html; charset=utf-7"), ("Content-Length", "-1"),
        ("Content-Length", "99999999999999999999"), ("Content-Length", "5, 6"),
        ("Transfer-Encoding", "gzip, chunked"), ("Transfer-Encoding", "identity"), ("Transfer-Encoding", "chunked"),
        ("Host", "elsewhere.example"), ("Host", ""), ("Host", "a b"), ("Sec-Fetch-Site", "cross-site"),
        ("Te", "trailers"), ("Connection", "keep-alive, Upgrade, close"), (":path", "/"), ("A b", "c"),
        ("X", "a\r\n b"),
    ];
}
