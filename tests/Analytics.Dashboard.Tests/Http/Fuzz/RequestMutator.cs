using System.Globalization;
using System.Text;

namespace Analytics.Dashboard.Tests.Http.Fuzz;

/// <summary>Who asks: the cookie header of a session, a token, and what a form of that session carries against forgery.</summary>
internal sealed record Caller(string Name, string? Cookie, string? Token, string? FormToken);

/// <summary>Makes requests that are a little or very wrong: every route, every caller, wrong values, headers and bodies.</summary>
internal sealed class RequestMutator(Random random, IReadOnlyList<string> routes, IReadOnlyList<Caller> callers, string host)
{
    public FuzzRequest Next()
    {
        var caller = Of(callers);
        return random.Next(100) switch
        {
            < 3 => Socket(caller),
            < 4 => Slow(caller),
            < 6 => Noise(),
            < 30 => Form(caller),
            < 40 => Body(caller),
            _ => new FuzzRequest([Head(caller, Rarely(4) ? Of(HostileParts.Methods) : "GET", Target(), [])]) { OtherVersion = _otherVersion },
        };
    }

    private bool _otherVersion;

    private FuzzRequest Form(Caller caller)
    {
        var fields = Enumerable.Range(0, random.Next(8)).Select(_ => (Of(HostileParts.Keys), Value()))
            .Append(("Input.Name", Value())).Append(("Input.Password", Value())).Append(("Input.Code", Value())).Append(("address", Value()))
            .Append(("_handler", Rarely(2) ? Value() : Of(["sign-in", "password", "code"])))
            .Append(("__RequestVerificationToken", Rarely(3) || caller.FormToken is null ? Value() : Uri.EscapeDataString(caller.FormToken)));
        if (Rarely(3))
        {
            return Multipart(caller, fields);
        }

        var charset = Rarely(10) ? "; charset=" + Of(["utf-16", "utf-7", "none", "\"", ""]) : "";
        var body = string.Join('&', fields.Select(field => $"{field.Item1}={field.Item2}"));
        return WithBody(caller, "application/x-www-form-urlencoded" + charset, Latin(body));
    }

    private FuzzRequest Multipart(Caller caller, IEnumerable<(string Name, string Value)> fields)
    {
        var body = new StringBuilder();
        foreach (var (name, value) in fields)
        {
            body.Append("--b\r\nContent-Disposition: form-data; name=\"").Append(Uri.UnescapeDataString(name)).Append('"')
                .Append(Rarely(4) ? $"; filename=\"{Uri.UnescapeDataString(value)}\"" : "")
                .Append(Rarely(9) ? "\n\n" : "\r\n\r\n").Append(Uri.UnescapeDataString(value)).Append("\r\n");
        }

        body.Append("--b--\r\n");
        var bytes = Latin(body.ToString());
        var cut = Rarely(2) ? random.Next(bytes.Length) : bytes.Length;
        string[] types =
        [
            "multipart/form-data; boundary=b", "multipart/form-data", "multipart/form-data; boundary=\"\"", "multipart/mixed; boundary=b",
            "multipart/form-data; boundary=" + new string('b', 200),
        ];
        return WithBody(caller, Rarely(2) ? types[0] : Of(types), bytes[..cut]);
    }

    private FuzzRequest Body(Caller caller)
    {
        var (type, body) = random.Next(6) switch
        {
            0 => ("application/json", Latin("{\"measure\":\"\\u0000\",\"by\":[" + new string('[', random.Next(5_000)))),
            1 => ("application/json", Bytes(random.Next(2_000))),
            2 => ("application/xml", Latin("<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>")),
            3 => ("application/x-www-form-urlencoded", Bytes((1 << 20) + random.Next(5 << 20))),
            4 => (Of(["text/plain", "", "a/b/c", "application/octet-stream", "multipart/form-data; boundary=x"]), Bytes(random.Next(200_000))),
            _ => ("application/x-www-form-urlencoded", Latin(string.Join('&', Enumerable.Range(0, random.Next(3_000)).Select(index => $"k{index}={index}")))),
        };
        return WithBody(caller, type, body);
    }

    private FuzzRequest WithBody(Caller caller, string type, byte[] body)
    {
        var chunked = Rarely(5);
        var length = Rarely(12) ? random.Next(body.Length + 1) : body.Length;
        List<(string, string)> headers = [("Content-Type", type), chunked ? ("Transfer-Encoding", "chunked") : ("Content-Length", length.ToString(CultureInfo.InvariantCulture))];
        var head = Head(caller, Rarely(8) ? Of(HostileParts.Methods) : "POST", Target(), headers);
        var breaksOff = chunked && Rarely(4);
        var sent = chunked ? Chunk(body, breaksOff) : body;
        return new FuzzRequest([head, sent]) { ThenCloses = breaksOff, OtherVersion = _otherVersion };
    }

    private byte[] Chunk(byte[] body, bool breaksOff) =>
        [.. Latin($"{body.Length + (breaksOff ? 9 : 0):x}{(Rarely(9) ? ";a=\u0001" : "")}\r\n"), .. body, .. Latin(breaksOff ? "z" : "\r\n0\r\n\r\n")];

    // Fewer bytes a second than any network: the server is to end it.
    private FuzzRequest Slow(Caller caller)
    {
        var head = Head(caller, "POST", Of(routes), [("Content-Type", "application/x-www-form-urlencoded"), ("Content-Length", "100000")]);
        return Rarely(3)
            ? new FuzzRequest([.. head.Take(60).Select(value => new[] { value })]) { Pause = TimeSpan.FromMilliseconds(60), ThenCloses = true, OtherVersion = _otherVersion }
            : new FuzzRequest([head, .. Enumerable.Range(0, 100).Select(_ => Latin("a"))]) { Pause = TimeSpan.FromMilliseconds(150), OtherVersion = _otherVersion };
    }

    private FuzzRequest Socket(Caller caller)
    {
        var target = Of(["/_blazor", "/_blazor?id=" + Value(), "/_blazor/negotiate?negotiateVersion=1", "/trends"]);
        var head = Head(caller, "GET", target,
        [
            ("Upgrade", "websocket"), ("Connection", "Upgrade"), ("Sec-WebSocket-Version", Rarely(8) ? "12" : "13"),
            ("Sec-WebSocket-Key", Rarely(8) ? "no" : "AAAAAAAAAAAAAAAAAAAAAA=="),
            ("Origin", Rarely(4) ? "http://elsewhere.example" : "http://" + host),
        ]);
        var hello = Latin("{\"protocol\":\"blazorpack\",\"version\":1}\u001e");
        var frames = Enumerable.Range(0, random.Next(4)).Select(_ => Rarely(2) ? Bytes(random.Next(3_000)) : Frame(Bytes(random.Next(60_000))));
        return new FuzzRequest([head, Frame(hello), .. frames])
        {
            Pause = TimeSpan.FromMilliseconds(20), GoesOn = true, ThenCloses = true, OtherVersion = _otherVersion,
        };
    }

    private FuzzRequest Noise() => new([random.Next(3) switch
    {
        0 => Bytes(random.Next(1, 5_000)),
        1 => Latin("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
        _ => Latin($"GET {Target()}\n\n"),
    }])
    {
        ThenCloses = true, OtherVersion = true,
    };

    private string Target()
    {
        var route = Of(routes);
        while (route.IndexOf('{', StringComparison.Ordinal) is >= 0 and var start)
        {
            route = route[..start] + (Rarely(2) ? Value() : Of(["1", "hotline", "ru", "TR-ABCDEFGH"])) + route[(route.IndexOf('}', start) + 1)..];
        }

        var path = random.Next(20) switch
        {
            0 => route + "/" + Value(),
            1 => "/" + Value() + route,
            2 => route.ToUpperInvariant(),
            3 => "http://" + host + route,
            4 => route + new string('a', random.Next(10_000)),
            _ => route,
        };
        var query = string.Join('&', Enumerable.Range(0, random.Next(6)).Select(_ => $"{Of(HostileParts.Keys)}={Value()}"));
        return query.Length > 0 ? $"{path}?{query}" : path;
    }

    private byte[] Head(Caller caller, string method, string target, IEnumerable<(string Name, string Value)> headers)
    {
        _otherVersion = Rarely(150);
        var text = new StringBuilder($"{method} {target} HTTP/{(_otherVersion ? Of(["1.0", "2.0", "3", "9.9", "x"]) : "1.1")}\r\n");
        var all = headers.ToList();
        all.AddRange(Enumerable.Range(0, Rarely(3) ? random.Next(1, 4) : 0).Select(_ => Of(HostileParts.Headers)));
        if (Rarely(60))
        {
            all.AddRange(Enumerable.Range(0, random.Next(150)).Select(index => ($"X-{index}", new string('v', random.Next(400)))));
        }

        all.Add(("Host", host));
        // A session that signed out would leave the rest of the run to nobody.
        if (caller.Cookie is { } cookie && !target.Contains(Routes.SignOut, StringComparison.OrdinalIgnoreCase))
        {
            all.Add(("Cookie", cookie));
        }

        if (caller.Token is { } token)
        {
            all.Add(("Authorization", "Bearer " + token));
        }

        if (!all.Any(header => header.Name == "Connection"))
        {
            all.Add(("Connection", "close"));
        }

        foreach (var (name, value) in all)
        {
            text.Append(name).Append(": ").Append(value).Append("\r\n");
        }

        return Latin(text.Append("\r\n").ToString());
    }

    private string Value() => random.Next(12) switch
    {
        0 => new string('a', random.Next(3_000)),
        1 => string.Concat(Enumerable.Range(0, random.Next(20)).Select(_ => $"%{random.Next(256):x2}")),
        _ => Of(HostileParts.Values),
    };

    // A masked text frame, as a browser sends it.
    private static byte[] Frame(byte[] payload)
    {
        byte[] length = payload.Length < 126 ? [(byte)(0x80 | payload.Length)] : [0x80 | 126, (byte)(payload.Length >> 8), (byte)payload.Length];
        return [0x82, .. length, 0, 0, 0, 0, .. payload];
    }

    private bool Rarely(int oneIn) => random.Next(oneIn) == 0;

    private T Of<T>(IReadOnlyList<T> all) => all[random.Next(all.Count)];

    private byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }

    private static byte[] Latin(string text) => Encoding.Latin1.GetBytes(text);
}
