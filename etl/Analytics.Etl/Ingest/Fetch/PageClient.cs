using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Polly;

namespace Analytics.Etl.Ingest.Fetch;

/// <param name="IsNew">False when the server says that nothing changed; then there is no body.</param>
/// <param name="IsJson">Else it is CSV.</param>
internal sealed record Answer(bool IsNew, bool IsJson, string? Etag, DateTime? LastModified);

/// <summary>
/// Gets one page at a time into a file, trying again what failed for a passing reason. It follows no redirection, keeps no cookie,
/// and checks certificates.
/// </summary>
internal sealed class PageClient : IDisposable
{
    private static readonly TimeSpan s_connect = TimeSpan.FromSeconds(30);

    private readonly HttpClient _client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.All,
        ConnectTimeout = s_connect,
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    private readonly HttpFetch _settings;
    private readonly TimeProvider _time;
    private readonly ResiliencePipeline _retries;

    /// <exception cref="FetchFailedException">The token is not there.</exception>
    public PageClient(HttpFetch settings, TimeProvider time)
    {
        (_settings, _time, _retries) = (settings, time, Retries.Of(settings.Patience, time));
        _client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("Analytics", "1.0"));
        _client.DefaultRequestHeaders.Accept.ParseAdd("application/json, text/csv;q=0.9");
        if (settings.Token is { } secret)
        {
            var token = secret.Read();
            _client.DefaultRequestHeaders.Authorization = Ascii.IsValid(token)
                ? new AuthenticationHeaderValue(settings.TokenScheme, token)
                : throw new FetchFailedException($"the token in {secret.From} has letters that no token has: copy it again");
        }
    }

    /// <param name="known">As it was last time; only what changed since is sent.</param>
    /// <param name="file">Written anew at each attempt.</param>
    /// <param name="mostBytes">A longer body is refused.</param>
    /// <exception cref="TransientFailureException">It still failed at the last attempt.</exception>
    /// <exception cref="FetchFailedException">There is no use in trying again.</exception>
    public async Task<Answer> GetAsync(Uri page, KnownPage? known, string file, long mostBytes, CancellationToken token) =>
        await _retries.ExecuteAsync(async t => await TryAsync(page, known, file, mostBytes, t), token);

    public void Dispose() => _client.Dispose();

    private async Task<Answer> TryAsync(Uri page, KnownPage? known, string file, long mostBytes, CancellationToken token)
    {
        using var patience = new CancellationTokenSource(_settings.Patience.Attempt, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, token);
        try
        {
            using var request = Request(page, known);
            using var response = await SendAsync(request, either.Token);
            Judge(response, page, known is not null);
            var answer = new Answer(
                response.StatusCode == HttpStatusCode.OK,
                response.StatusCode == HttpStatusCode.OK && IsJson(response, page),
                response.Headers.ETag?.ToString() ?? (known is not null && response.StatusCode == HttpStatusCode.NotModified ? known.Etag : null),
                response.Content.Headers.LastModified?.UtcDateTime ?? (response.StatusCode == HttpStatusCode.NotModified ? known?.LastModified : null));
            if (answer.IsNew)
            {
                await SaveAsync(response, page, file, mostBytes, either.Token);
            }

            return answer;
        }
        catch (OperationCanceledException cause) when (patience.IsCancellationRequested && !token.IsCancellationRequested)
        {
            throw new TransientFailureException($"{Shown(page)} took longer than {_settings.Patience.Attempt.TotalSeconds:0} s", cause: cause);
        }
    }

    private static HttpRequestMessage Request(Uri page, KnownPage? known)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, page);
        if (known?.Etag is { } etag)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", etag);
        }
        else if (known?.LastModified is { } modified)
        {
            request.Headers.IfModifiedSince = new DateTimeOffset(modified, TimeSpan.Zero);
        }

        return request;
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken token)
    {
        try
        {
            return await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, token);
        }
        catch (HttpRequestException cause) when (cause.HttpRequestError == HttpRequestError.SecureConnectionError)
        {
            throw new FetchFailedException($"{request.RequestUri!.Authority} did not prove who it is (TLS certificate): have it put right there, or have its authority trusted on this machine", cause);
        }
        catch (HttpRequestException cause)
        {
            throw new TransientFailureException($"{request.RequestUri!.Authority} cannot be reached ({cause.HttpRequestError})", cause: cause);
        }
    }

    /// <summary>Throws for every answer but a body and 'not modified'.</summary>
    private void Judge(HttpResponseMessage response, Uri page, bool wasConditional)
    {
        var code = (int)response.StatusCode;
        switch (code)
        {
            case 200:
            case 304 when wasConditional:
                return;
            case 408 or 425 or 429 or >= 500:
                throw new TransientFailureException($"{Shown(page)} answered {code}", RetryAfter(response));
            case 401 or 403:
                throw new FetchFailedException($"{Shown(page)} answered {code}: {(_settings.Token is null ? "it wants a token, see TokenFrom" : $"renew the token in {_settings.Token.From}, or its rights")}");
            case 404 or 410:
                throw new PageMissingException($"{Shown(page)} answered {code}: there is nothing at this address");
            case > 300 and < 400:
                throw new FetchFailedException($"{Shown(page)} sends us elsewhere ({code}), where the token is not taken: put the final address into Url");
            default:
                throw new FetchFailedException($"{Shown(page)} answered {code}, expected 200");
        }
    }

    private TimeSpan? RetryAfter(HttpResponseMessage response)
    {
        var after = response.Headers.RetryAfter?.Delta ?? response.Headers.RetryAfter?.Date - _time.GetUtcNow();
        return after < TimeSpan.Zero ? TimeSpan.Zero : after;
    }

    private static bool IsJson(HttpResponseMessage response, Uri page) => response.Content.Headers.ContentType?.MediaType?.ToLowerInvariant() switch
    {
        "application/json" or "text/json" => true,
        "text/csv" or "application/csv" => false,
        var type => throw new FetchFailedException($"{Shown(page)} answered with {type ?? "no content type"}, expected application/json or text/csv: check the address"),
    };

    private static async Task SaveAsync(HttpResponseMessage response, Uri page, string file, long mostBytes, CancellationToken token)
    {
        await using var target = new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.None);
        var buffer = new byte[64 * 1024];
        await using var body = await response.Content.ReadAsStreamAsync(token);
        while (await ReadAsync(body, page, buffer, token) is var count and > 0)
        {
            if (target.Length + count > mostBytes || response.Content.Headers.ContentLength > mostBytes)
            {
                throw new FetchFailedException($"{Shown(page)} sends more than MostMegabytes allows: raise it, or ask for less in the address");
            }

            await target.WriteAsync(buffer.AsMemory(0, count), token);
        }
    }

    private static async Task<int> ReadAsync(Stream body, Uri page, Memory<byte> buffer, CancellationToken token)
    {
        try
        {
            return await body.ReadAsync(buffer, token);
        }
        catch (Exception cause) when (cause is IOException or HttpRequestException or InvalidDataException)
        {
            throw new TransientFailureException($"{Shown(page)} broke off", cause: cause);
        }
    }

    /// <summary>Without its query, which may hold what is no one's business.</summary>
    public static string Shown(Uri page) => page.GetLeftPart(UriPartial.Path);
}
