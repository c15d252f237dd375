using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Analytics.Database.Tests.Fetch;

/// <summary>A web server on this machine that answers as a test tells it to, and keeps what it was asked.</summary>
internal sealed class BadServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private BadServer(WebApplication app) => _app = app;

    /// <summary>Every request so far: path and query, and the headers that matter here.</summary>
    public ConcurrentQueue<(string Path, string? Authorization, string? IfNoneMatch, string? IfModifiedSince)> Asked { get; } = new();

    public string Address { get; private set; } = "";

    public IEnumerable<string> Paths => Asked.Select(a => a.Path);

    /// <param name="answer">Gets the number of the request, from 1, and the request.</param>
    /// <param name="listen">How it listens; null for HTTP on any port.</param>
    public static async Task<BadServer> StartAsync(Func<int, HttpContext, Task> answer, Action<ConfigureWebHostBuilder>? listen = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        if (listen is null)
        {
            builder.WebHost.UseUrls("http://127.0.0.1:0");
        }
        else
        {
            listen(builder.WebHost);
        }

        var server = new BadServer(builder.Build());
        server._app.Run(context =>
        {
            var headers = context.Request.Headers;
            lock (server)
            {
                server.Asked.Enqueue(($"{context.Request.Path}{context.Request.QueryString}", Text(headers.Authorization), Text(headers.IfNoneMatch), Text(headers.IfModifiedSince)));
            }

            return answer(server.Asked.Count, context);
        });
        await server._app.StartAsync();
        server.Address = server._app.Urls.Single();
        return server;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private static string? Text(Microsoft.Extensions.Primitives.StringValues values) => values.Count == 0 ? null : values.ToString();
}

/// <summary>What servers answer.</summary>
internal static class Answers
{
    /// <summary>Page 1, 2, … that a request asks for.</summary>
    public static int Page(this HttpContext context) => context.Request.Query["page"] is [{ } page] ? int.Parse(page) : 1;

    public static Task JsonAsync(this HttpContext context, string json)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        return context.Response.WriteAsync(json);
    }

    /// <summary>A page of hotline contacts in KoBoToolbox's shape.</summary>
    /// <param name="next">Number of the next page, or an address.</param>
    public static Task ContactsAsync(this HttpContext context, int count, object? next, params string[] contacts)
    {
        var link = next is int page ? $"http://{context.Request.Host}/api?page={page}" : next;
        var results = string.Join(", ", contacts.Select(c => $$"""{ "contact_id": "{{c}}", "started_at": "2021-03-01" }"""));
        return context.JsonAsync($$"""{"count": {{count}}, "next": {{(link is null ? "null" : $"\"{link}\"")}}, "previous": null, "results": [{{results}}]}""");
    }

    public static Task StatusAsync(this HttpContext context, int code)
    {
        context.Response.StatusCode = code;
        return Task.CompletedTask;
    }

    /// <summary>Some of the body, and then the connection is gone.</summary>
    public static async Task CutAsync(this HttpContext context)
    {
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = 5000;
        await context.Response.WriteAsync("""{"count": 5, "next": null, "results": [{"contact_id": "half""");
        await context.Response.Body.FlushAsync();
        context.Abort();
    }
}
