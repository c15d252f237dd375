using Analytics.Database.Tests.Etl;
using Analytics.Etl.Ingest.Fetch;
using Microsoft.AspNetCore.Http;

namespace Analytics.Database.Tests.Fetch;

public sealed class HttpPullTests(EtlFixture fixture) : IClassFixture<EtlFixture>
{
    private const string Token = "d0n0tsh0wth1s";

    private readonly string _p = Guid.NewGuid().ToString("n")[..6];

    [DatabaseFact]
    public async Task Run_PagesWithToken_AllLand()
    {
        await using var server = await BadServer.StartAsync((_, c) => c.Page() == 1 ? c.ContactsAsync(3, 2, $"{_p}1", $"{_p}2") : c.ContactsAsync(3, null, $"{_p}3"));
        var source = new FetchedSource(fixture);
        var report = await source.RunAsync(Fetch(server) with { Token = source.Secret(Token), TokenScheme = "Token" });
        Assert.Null(report.Error);
        Assert.Equal((1, 3L), (report.Files, report.Inserted));
        Assert.Equal([$"{_p}1", $"{_p}2", $"{_p}3"], await ContactsAsync());
        Assert.Equal(["/api", "/api?page=2"], server.Paths);
        Assert.All(server.Asked, a => Assert.Equal($"Token {Token}", a.Authorization));
        Assert.Empty(source.InboxNames);
    }

    [DatabaseFact]
    public async Task Run_Again_AsksOnlyForPagesThatChanged()
    {
        var second = "A";
        await using var server = await BadServer.StartAsync((_, c) =>
        {
            var etag = c.Page() == 1 ? "\"one\"" : $"W/\"{second}\"";
            c.Response.Headers.ETag = etag;
            return c.Request.Headers.IfNoneMatch == etag ? c.StatusAsync(304)
                : c.Page() == 1 ? c.ContactsAsync(2, 2, $"{_p}1")
                : c.ContactsAsync(2, null, $"{_p}2{second}");
        });
        var source = new FetchedSource(fixture);
        Assert.Equal(2, (await source.RunAsync(Fetch(server))).Inserted);
        var nothing = await source.RunAsync(Fetch(server));
        Assert.Equal((0, null), (nothing.Files, nothing.Error));
        second = "B";
        var report = await source.RunAsync(Fetch(server));
        Assert.Equal((1, 1L, 1L, null), (report.Files, report.Read, report.Inserted, report.Error));
        Assert.Equal(0, (await source.RunAsync(Fetch(server))).Files);
        Assert.Equal(8, server.Asked.Count);
        Assert.Equal([$"{_p}1", $"{_p}2A", $"{_p}2B"], await ContactsAsync());
    }

    [DatabaseFact]
    public async Task Run_Csv_IsAskedForSinceItsLastChange()
    {
        await using var server = await BadServer.StartAsync((_, c) =>
        {
            if (c.Request.Headers.IfModifiedSince.Count > 0)
            {
                return c.StatusAsync(304);
            }

            c.Response.ContentType = "text/csv";
            c.Response.Headers.LastModified = "Mon, 01 Mar 2021 08:00:00 GMT";
            return c.Response.WriteAsync($"contact_id,started_at\n{_p}1,2021\n");
        });
        var source = new FetchedSource(fixture);
        Assert.Equal(1, (await source.RunAsync(Fetch(server))).Inserted);
        Assert.Equal(0, (await source.RunAsync(Fetch(server))).Files);
        Assert.Equal([null, "Mon, 01 Mar 2021 08:00:00 GMT"], server.Asked.Select(a => a.IfModifiedSince));
    }

    [DatabaseFact]
    public async Task Run_PlainArray_Lands()
    {
        await using var server = await BadServer.StartAsync((_, c) => c.JsonAsync($$"""  [{"contact_id": "{{_p}}1", "started_at": "2021"}]"""));
        Assert.Equal(1, (await new FetchedSource(fixture).RunAsync(Fetch(server))).Inserted);
    }

    [DatabaseFact]
    public async Task Run_ErrorsAndCutsThenSuccess_LosesAndDoublesNothing()
    {
        await using var server = await BadServer.StartAsync((n, c) => n switch
        {
            1 => c.StatusAsync(500),
            2 => c.CutAsync(),
            3 => c.StatusAsync(503),
            4 => c.ContactsAsync(2, 2, $"{_p}1"),
            5 => c.CutAsync(),
            _ => c.ContactsAsync(2, null, $"{_p}2"),
        });
        var source = new FetchedSource(fixture);
        var report = await source.RunAsync(Fetch(server));
        Assert.Equal((2L, 2L, null), (report.Read, report.Inserted, report.Error));
        Assert.Equal(6, server.Asked.Count);
    }

    [DatabaseFact]
    public async Task Run_TooManyRequests_WaitsAsLongAsAsked()
    {
        var source = new FetchedSource(fixture);
        var times = new List<DateTimeOffset>();
        await using var server = await BadServer.StartAsync((n, c) =>
        {
            times.Add(source.Clock.GetUtcNow());
            if (n > 1)
            {
                return c.ContactsAsync(1, null, $"{_p}1");
            }

            c.Response.Headers.RetryAfter = "90";
            return c.StatusAsync(429);
        });
        Assert.Equal(1, (await source.RunAsync(Fetch(server))).Inserted);
        Assert.True(times[1] - times[0] >= TimeSpan.FromSeconds(90), $"came back after {times[1] - times[0]}");
    }

    [DatabaseFact]
    public async Task Run_AskedToStayAwayForLong_GivesUpAtOnce()
    {
        await using var server = await BadServer.StartAsync((_, c) =>
        {
            c.Response.Headers.RetryAfter = "86400";
            return c.StatusAsync(503);
        });
        await AssertFailsAsync(server, "answered 503");
        Assert.Single(server.Asked);
    }

    [DatabaseFact]
    public async Task Run_SlowPage_IsCutOffAndAskedForAgain()
    {
        await using var server = await BadServer.StartAsync(async (n, c) =>
        {
            if (n == 1)
            {
                c.Response.ContentType = "application/json";
                for (var i = 0; i < 200 && !c.RequestAborted.IsCancellationRequested; i++)
                {
                    await c.Response.WriteAsync(" ");
                    await c.Response.Body.FlushAsync();
                    await Task.Delay(20);
                }
            }
            else
            {
                await c.ContactsAsync(1, null, $"{_p}1");
            }
        });
        var report = await new FetchedSource(fixture).RunAsync(Fetch(server));
        Assert.Equal((1L, null), (report.Inserted, report.Error));
        Assert.Equal(2, server.Asked.Count);
    }

    [DatabaseFact]
    public async Task Run_FailsInTheMiddle_LeavesNothingToLoadAndResumesAtThatPage()
    {
        var isDown = true;
        await using var server = await BadServer.StartAsync((_, c) => c.Page() switch
        {
            3 when isDown => c.StatusAsync(502),
            3 => c.ContactsAsync(4, null, $"{_p}3", $"{_p}4"),
            var page => c.ContactsAsync(4, page + 1, $"{_p}{page}"),
        });
        var source = new FetchedSource(fixture);
        var failed = await source.RunAsync(Fetch(server));
        Assert.Contains("/api answered 502", failed.Error);
        Assert.Equal(0, failed.Files);
        Assert.DoesNotContain(source.InboxNames, n => n![0] != '.');
        Assert.Equal(6, server.Paths.Count(p => p == "/api?page=3"));

        // What comes after the point that is named was never acknowledged.
        File.AppendAllText(Path.Combine(source.Inbox, ".fetch.partial"), ",\n{\"contact_id\": \"torn");
        isDown = false;
        server.Asked.Clear();
        var report = await source.RunAsync(Fetch(server));
        Assert.Null(report.Error);
        Assert.Equal(["/api?page=3"], server.Paths);
        Assert.Equal([$"{_p}1", $"{_p}2", $"{_p}3", $"{_p}4"], await ContactsAsync());
        Assert.Empty(source.InboxNames);
        await source.RunAsync(Fetch(server));
        Assert.Equal(["/api?page=3", "/api", "/api?page=2", "/api?page=3"], server.Paths);
    }

    [DatabaseFact]
    public async Task Run_PastItsTime_GivesUpAndResumesLater()
    {
        var isSlow = true;
        await using var server = await BadServer.StartAsync(async (_, c) =>
        {
            if (c.Page() == 2 && isSlow)
            {
                await Task.Delay(Timeout.Infinite, c.RequestAborted);
            }

            await c.ContactsAsync(2, c.Page() == 1 ? 2 : null, $"{_p}{c.Page()}");
        });
        var source = new FetchedSource(fixture);
        var fetch = Fetch(server) with { Patience = new Patience { Total = TimeSpan.FromMinutes(2), Attempt = TimeSpan.FromHours(1) } };
        Assert.Contains("was not done in 2 minutes", (await source.RunAsync(fetch)).Error);
        isSlow = false;
        Assert.Equal(2, (await source.RunAsync(fetch)).Inserted);
        Assert.Equal(["/api", "/api?page=2", "/api?page=2"], server.Paths);
    }

    [DatabaseFact]
    public async Task Run_Stopped_LeavesNothingToLoadAndBeginsAnew()
    {
        using var stop = new CancellationTokenSource();
        await using var server = await BadServer.StartAsync(async (n, c) =>
        {
            if (n == 2)
            {
                await stop.CancelAsync();
                await Task.Delay(Timeout.Infinite, c.RequestAborted);
            }

            await c.ContactsAsync(2, c.Page() == 1 ? 2 : null, $"{_p}{c.Page()}");
        });
        var source = new FetchedSource(fixture);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => source.RunAsync(Fetch(server), token: stop.Token));
        Assert.DoesNotContain(source.InboxNames, n => n![0] != '.');
        Assert.Equal(2, (await source.RunAsync(Fetch(server))).Inserted);
        Assert.Equal(["/api", "/api?page=2", "/api", "/api?page=2"], server.Paths);
    }

    [DatabaseFact]
    public async Task Run_KoboForm_LandsThroughItsMapping()
    {
        await using var server = await BadServer.StartAsync((_, c) => c.JsonAsync($$"""
            {"count": 1, "next": null, "previous": null, "results": [{
              "_id": 7, "_uuid": "{{_p}}-uuid", "_submission_time": "2021-03-02T08:00:00", "_submitted_by": "someone", "_geolocation": [null, null],
              "case/organisation": "NGO-01", "case/intake_date": "2021-03-01", "case/sex": "female", "forms": "forced_labour forced_begging", "_attachments": []}]}
            """));
        var report = await new FetchedSource(fixture).RunAsync(Fetch(server), "ngo_case", mapping: "kobo");
        Assert.Equal((1L, null), (report.Inserted, report.Error));
        Assert.Equal("forced_labour,forced_begging", await fixture.ScalarAsync<string>($"select array_to_string(forms, ',') from core.ngo_case where case_ref = '{_p}-uuid'"));
    }

    [DatabaseFact]
    public async Task Run_RecordsMoveToTheNextPage_AreNeitherLostNorDoubled()
    {
        // A new record comes in at the front between the two requests, and pushes the last of page 1 onto page 2.
        await using var server = await BadServer.StartAsync((n, c) => n switch
        {
            1 => c.ContactsAsync(3, 2, $"{_p}1", $"{_p}2"),
            2 => c.ContactsAsync(4, null, $"{_p}2", $"{_p}3"),
            _ => c.Page() == 1 ? c.ContactsAsync(4, 2, $"{_p}0", $"{_p}1") : c.ContactsAsync(4, null, $"{_p}2", $"{_p}3"),
        });
        var source = new FetchedSource(fixture);
        var first = await source.RunAsync(Fetch(server));
        Assert.Equal((4L, 3L, 1L, 0L), (first.Read, first.Inserted, first.Unchanged, first.Rejected));
        var second = await source.RunAsync(Fetch(server));
        Assert.Equal((4L, 1L, 3L), (second.Read, second.Inserted, second.Unchanged));
        Assert.Equal([$"{_p}0", $"{_p}1", $"{_p}2", $"{_p}3"], await ContactsAsync());
    }

    [DatabaseFact]
    public async Task Run_RecordsGoAwayBetweenPages_StartsOverAndLosesNone()
    {
        // Contact 1 is deleted after page 1 was read: contact 3 slips onto page 1, where nobody would look.
        await using var server = await BadServer.StartAsync((n, c) => n switch
        {
            1 => c.ContactsAsync(4, 2, $"{_p}1", $"{_p}2"),
            _ => c.Page() == 1 ? c.ContactsAsync(3, 2, $"{_p}2", $"{_p}3") : c.ContactsAsync(3, null, $"{_p}4"),
        });
        var source = new FetchedSource(fixture);
        Assert.Equal(3, (await source.RunAsync(Fetch(server))).Inserted);
        Assert.Equal([$"{_p}2", $"{_p}3", $"{_p}4"], await ContactsAsync());
    }

    [DatabaseFact]
    public async Task Run_PagesNeverStandStill_FailsInTheEnd()
    {
        await using var server = await BadServer.StartAsync((n, c) => c.Page() == 1 ? c.ContactsAsync(1000 - n, 2, $"{_p}1") : c.StatusAsync(404));
        await AssertFailsAsync(server, "records kept going away");
        Assert.Equal(6, server.Asked.Count);
    }

    [DatabaseFact]
    public async Task Run_NextOnAnotherServer_IsRefusedAndGetsNoToken()
    {
        await using var thief = await BadServer.StartAsync((_, c) => c.ContactsAsync(1, null, $"{_p}9"));
        await using var server = await BadServer.StartAsync((_, c) => c.ContactsAsync(2, $"{thief.Address}/api", $"{_p}1"));
        await AssertFailsAsync(server, $"a next page on another server ({thief.Address})");
        Assert.Empty(thief.Asked);
        Assert.Single(server.Asked);
    }

    [DatabaseFact]
    public async Task Run_Redirection_IsNotFollowed()
    {
        await using var thief = await BadServer.StartAsync((_, c) => c.ContactsAsync(1, null, $"{_p}9"));
        await using var server = await BadServer.StartAsync((_, c) =>
        {
            c.Response.Headers.Location = $"{thief.Address}/api";
            return c.StatusAsync(302);
        });
        await AssertFailsAsync(server, "sends us elsewhere (302)");
        Assert.Empty(thief.Asked);
    }

    [DatabaseFact]
    public async Task Run_EndlessPages_StopsAtTheLimit()
    {
        await using var server = await BadServer.StartAsync((_, c) => c.ContactsAsync(1, c.Page() + 1, $"{_p}{c.Page()}"));
        await AssertFailsAsync(server, "more than 7 pages", f => f with { MostPages = 7 });
        Assert.Equal(7, server.Asked.Count);
    }

    [DatabaseFact]
    public async Task Run_PagesInACircle_StopAtOnce()
    {
        await using var server = await BadServer.StartAsync((_, c) => c.ContactsAsync(1, 3 - c.Page(), $"{_p}{c.Page()}"));
        await AssertFailsAsync(server, "it would never end");
        Assert.True(server.Asked.Count <= 3);
    }

    [DatabaseFact]
    public async Task Run_TooLarge_IsRefused()
    {
        await using var server = await BadServer.StartAsync((_, c) => c.JsonAsync(new string(' ', 1_200_000) + "[]"));
        await AssertFailsAsync(server, "more than MostMegabytes allows", f => f with { MostMegabytes = 1 });
    }

    [DatabaseTheory]
    [InlineData("text/html", "<h1>Sign in</h1>", "answered with text/html, expected application/json or text/csv")]
    [InlineData("application/json", "<h1>Sign in</h1>", "says that it sends JSON, but does not")]
    [InlineData("application/json", """{"detail": "none"}""", "neither an array of records nor a page")]
    [InlineData("application/json", """{"results": [1]}""", "neither an array of records nor a page")]
    public async Task Run_WrongContent_IsOneRefusal(string type, string body, string expected)
    {
        await using var server = await BadServer.StartAsync((_, c) =>
        {
            c.Response.ContentType = type;
            return c.Response.WriteAsync(body);
        });
        await AssertFailsAsync(server, expected);
        Assert.Single(server.Asked);
    }

    [DatabaseFact]
    public async Task Run_WrongToken_NamesItsPlaceAndNotItself()
    {
        await using var server = await BadServer.StartAsync((_, c) => c.StatusAsync(401));
        await AssertFailsAsync(server, "renew the token in file:secret");
        Assert.Single(server.Asked);
    }

    [DatabaseFact]
    public async Task Run_NoServer_FailsInOneLineAfterItsRetries()
    {
        var server = await BadServer.StartAsync((_, c) => c.StatusAsync(200));
        await server.DisposeAsync();
        await AssertFailsAsync(server, "cannot be reached");
    }

    [DatabaseFact]
    public async Task Run_CertificateOfNobody_IsRefused()
    {
        using var certificate = Certificates.SelfSigned();
        await using var server = await BadServer.StartAsync((_, c) => c.ContactsAsync(1, null, $"{_p}1"), Certificates.ListenWith(certificate));
        await AssertFailsAsync(server, "did not prove who it is");
        Assert.Empty(server.Asked);
    }

    [DatabaseFact]
    public async Task Run_FileThatIsRefused_IsFetchedAgainNextTime()
    {
        var column = "contact";
        await using var server = await BadServer.StartAsync((_, c) =>
        {
            c.Response.Headers.ETag = "\"same\"";
            return c.Request.Headers.IfNoneMatch.Count > 0 ? c.StatusAsync(304) : c.JsonAsync($$"""[{"{{column}}": "{{_p}}1", "started_at": "2021"}]""");
        });
        var source = new FetchedSource(fixture);
        Assert.Contains("missing column: contact_id", (await source.RunAsync(Fetch(server))).Error);
        column = "contact_id";
        Assert.Equal(1, (await source.RunAsync(Fetch(server))).Inserted);
        Assert.Equal(0, (await source.RunAsync(Fetch(server))).Files);
    }

    [DatabaseFact]
    public async Task Run_FetchFails_StillLoadsWhatLiesInTheInbox()
    {
        await using var server = await BadServer.StartAsync((_, c) => c.StatusAsync(403));
        var source = new FetchedSource(fixture);
        File.WriteAllText(Path.Combine(source.Inbox, "hand.csv"), $"contact_id,started_at\n{_p}1,2021\n");
        var report = await source.RunAsync(Fetch(server));
        Assert.Equal(1, report.Inserted);
        Assert.Contains("wants a token", report.Error);
    }

    [DatabaseFact]
    public async Task Run_AsACommand_FetchesWhatTheSettingsSay()
    {
        await using var server = await BadServer.StartAsync((_, c) => c.ContactsAsync(1, null, $"{_p}1"));
        var folder = Path.Combine(fixture.Folder, _p);
        Directory.CreateDirectory(Path.Combine(folder, "data"));
        File.WriteAllText(Path.Combine(folder, "data", "token"), Token);
        File.WriteAllText(
            Path.Combine(folder, "data", "appsettings.json"),
            $$$"""{"Sources": {"fetched": {"Feed": "hotline", "Fetch": {"Kind": "http", "Url": "{{{server.Address}}}/api", "TokenFrom": "file:token"} } } }""");
        var (code, output, error) = await Etl.Program.RunAsync(fixture.ConnectionString, folder, "run", "fetched");
        Assert.Equal((0, ""), (code, error));
        Assert.Contains("1 inserted", output);
        Assert.Equal($"Bearer {Token}", Assert.Single(server.Asked).Authorization);
    }

    private Task<List<string>> ContactsAsync() => fixture.ListAsync<string>($"select contact_id from core.hotline where contact_id like '{_p}%' and known_until = 'infinity' order by 1");

    private static HttpFetch Fetch(BadServer server) => new($"{server.Address}/api");

    private async Task AssertFailsAsync(BadServer server, string expected, Func<HttpFetch, HttpFetch>? change = null)
    {
        var source = new FetchedSource(fixture);
        var fetch = Fetch(server) with { Token = source.Secret(Token) };
        var report = await source.RunAsync(change?.Invoke(fetch) ?? fetch);
        Assert.Contains(expected, report.Error);
        Assert.DoesNotContain('\n', report.Error!);
        Assert.DoesNotContain(Token, report.Error);
        Assert.Equal(0, report.Files);
        Assert.DoesNotContain(source.InboxNames, n => n![0] != '.');
    }
}
