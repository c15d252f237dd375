using System.IO.Compression;
using System.Net;
using System.Text.Json;
using Analytics.Database.Accounts;
using Dapper;

namespace Analytics.Dashboard.Tests.Http;

public sealed class InterfaceTests(DashboardServer server) : IClassFixture<DashboardServer>
{
    private const string ByRegion = "/api/v1/cells?measure=persons_assisted&by=region&from=2018&to=2020";

    [DatabaseFact]
    public async Task Health_Anybody_IsAnswered()
    {
        using var client = server.Anonymous();
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(client, "/healthz"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(client, "/readyz"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(client, "/openapi/v1.json"));
    }

    [DatabaseFact]
    public async Task Metrics_Anybody_SayHowFreshAndNothingAboutPersons()
    {
        using var client = server.Anonymous();
        var text = await client.GetStringAsync(new Uri("/metrics", UriKind.Relative));
        Assert.Contains("analytics_database_up 1", text, StringComparison.Ordinal);
        Assert.Contains("analytics_source_last_loaded_timestamp_seconds{source=\"demo_hotline\",feed=\"hotline\"} 1795204800", text, StringComparison.Ordinal);
        // The number itself, which by chance may stand within a count of bytes or behind a point.
        Assert.DoesNotMatch(@"(?<![\d.])355(?![\d.])", text);
    }

    [DatabaseTheory]
    [InlineData("/api/v1/measures")]
    [InlineData("/api/v1/cells?measure=contacts")]
    [InlineData("/api/v1/figures/TR-ABCDEFGH")]
    public async Task Interface_NobodySignedIn_Is401InJson(string address)
    {
        using var client = server.Anonymous();
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
    }

    [DatabaseFact]
    public async Task Cells_StudyPeriod_AreTheNumbersOfTheDatabase()
    {
        using var client = await server.SignedInAsync("coordinator");
        using var answer = await JsonAsync(client, "/api/v1/cells?measure=persons_assisted&from=2018&to=2020");
        var cell = Assert.Single(answer.RootElement.GetProperty("cells").EnumerateArray());
        Assert.Equal(355, cell.GetProperty("value").GetDecimal());
        Assert.Equal("ok", cell.GetProperty("status").GetString());
        Assert.Equal("persons", answer.RootElement.GetProperty("unit").GetString());
        Assert.Equal("ministry", answer.RootElement.GetProperty("profile").GetString());
        Assert.Contains(answer.RootElement.GetProperty("notes").EnumerateArray(), note => note.GetString() == "Synthetic demonstration data");
    }

    [DatabaseTheory]
    [InlineData("coordinator", "ministry")]
    [InlineData("admin", "ministry")]
    [InlineData("donor", "donor")]
    [InlineData("policy", "public")]
    public async Task Cells_EachRole_SeesItsProfileAlone(string account, string profile)
    {
        using var client = await server.SignedInAsync(account);
        using var answer = await JsonAsync(client, ByRegion);
        await using var connection = await server.Postgres.Owner.OpenConnectionAsync();
        await connection.ExecuteAsync("set role analytics_etl");
        var expected = (await connection.QueryAsync<(string Region, decimal? Value, string Status)>(
            """
            select members ->> 'region', value, status from pub.cell
            where profile = @profile and measure = 'persons_assisted' and period = '2018-2020' and cut = 'region'
            order by 1
            """,
            new { profile })).ToList();
        var cells = answer.RootElement.GetProperty("cells").EnumerateArray()
            .Select(cell => (
                cell.GetProperty("region").GetString()!,
                cell.GetProperty("value").ValueKind == JsonValueKind.Null ? (decimal?)null : cell.GetProperty("value").GetDecimal(),
                cell.GetProperty("status").GetString()!))
            .ToList();
        Assert.Equal(9, cells.Count);
        Assert.Equal(expected, cells);
    }

    [DatabaseFact]
    public async Task Cells_ProvisionalYear_SaysSo()
    {
        using var client = await server.SignedInAsync("coordinator");
        using var answer = await JsonAsync(client, "/api/v1/cells?measure=persons_assisted&by=period&period=year&from=2025");
        Assert.Equal(["ok", "provisional"], answer.RootElement.GetProperty("cells").EnumerateArray().Select(cell => cell.GetProperty("status").GetString()));
    }

    [DatabaseFact]
    public async Task Cells_NoSuchTotal_IsNotSummedFromParts()
    {
        using var client = await server.SignedInAsync("coordinator");
        using var answer = await JsonAsync(client, "/api/v1/cells?measure=persons_assisted&from=2018&to=2019");
        Assert.Empty(answer.RootElement.GetProperty("cells").EnumerateArray());
        Assert.Contains("never summed", answer.RootElement.GetProperty("notes")[1].GetString(), StringComparison.Ordinal);
    }

    [DatabaseFact]
    public async Task Cells_Csv_HasTheSameStatesAndSaysThatItIsSynthetic()
    {
        using var client = await server.SignedInAsync("policy");
        var csv = await client.GetStringAsync(new Uri(ByRegion + "&format=csv&lang=ru", UriKind.Relative));
        var lines = csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(10, lines.Length);
        Assert.Contains(lines, line => line.Contains(",,,,withheld,", StringComparison.Ordinal));
        Assert.All(lines[1..], line => Assert.Contains("Синтетические демонстрационные данные", line, StringComparison.Ordinal));
    }

    [DatabaseFact]
    public async Task Cells_Xlsx_IsAWorkbookOfTwoSheets()
    {
        using var client = await server.SignedInAsync("coordinator");
        await using var file = await client.GetStreamAsync(new Uri(ByRegion + "&format=xlsx", UriKind.Relative));
        await using var archive = new ZipArchive(file, ZipArchiveMode.Read);
        Assert.Equal(2, archive.Entries.Count(entry => entry.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal)));
    }

    [DatabaseFact]
    public async Task Cells_BadRequest_SaysWhatWasExpected()
    {
        using var client = await server.SignedInAsync("coordinator");
        using var answer = await client.GetAsync(new Uri("/api/v1/cells?measure=people", UriKind.Relative));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("measure=people is unknown", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [DatabaseFact]
    public async Task Figures_IdFromAnAnswer_LeadsBackToTheSameCells()
    {
        using var client = await server.SignedInAsync("coordinator");
        using var first = await JsonAsync(client, ByRegion);
        var id = first.RootElement.GetProperty("figure_id").GetString();
        using var again = await JsonAsync(client, $"/api/v1/figures/{id}");
        Assert.Equal(first.RootElement.GetProperty("cells").GetRawText(), again.RootElement.GetProperty("cells").GetRawText());
        Assert.Equal(id, again.RootElement.GetProperty("figure_id").GetString());
    }

    [DatabaseFact]
    public async Task Figures_IdOfAnotherProfile_GivesTheReadersOwnNumbersAndSaysSo()
    {
        using var coordinator = await server.SignedInAsync("coordinator");
        using var first = await JsonAsync(coordinator, ByRegion);
        using var policy = await server.SignedInAsync("policy");
        using var seen = await JsonAsync(policy, $"/api/v1/figures/{first.RootElement.GetProperty("figure_id").GetString()}");
        Assert.Equal("public", seen.RootElement.GetProperty("profile").GetString());
        Assert.NotEqual(first.RootElement.GetProperty("cells").GetRawText(), seen.RootElement.GetProperty("cells").GetRawText());
        Assert.Contains(seen.RootElement.GetProperty("notes").EnumerateArray(), note => note.GetString()!.Contains("profile ministry", StringComparison.Ordinal));
    }

    [DatabaseFact]
    public async Task Token_OfAnAccount_ReadsWithItsRights()
    {
        var made = await new ApiTokenStore(server.Postgres.Owner, TimeProvider.System).AddAsync("donor", "test", TokenScope.All, ApiTokenStore.Lifetime, CancellationToken.None);
        var token = Assert.IsType<TokenResult.Made>(made).Token;
        using var client = server.Anonymous();
        client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        using var answer = await JsonAsync(client, ByRegion);
        Assert.Equal("donor", answer.RootElement.GetProperty("profile").GetString());
        using var page = await client.GetAsync(new Uri("/trends", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Redirect, page.StatusCode);
    }

    [DatabaseFact]
    public async Task Token_Unknown_Is401()
    {
        using var client = server.Anonymous();
        client.DefaultRequestHeaders.Authorization = new("Bearer", "ant_nothing");
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(client, "/api/v1/measures"));
    }

    [DatabaseTheory]
    [InlineData("/", "en", "355")]
    [InlineData("/trends", "ru", "Зарегистрированные преступления")]
    [InlineData("/regions", "ky", "Ысык-Көл")]
    [InlineData("/under-registration", "en", "84.5\u00a0%")]
    public async Task Page_SignedIn_IsRenderedInTheAskedLanguageWithTheBadge(string path, string language, string expected)
    {
        using var client = await server.SignedInAsync("coordinator");
        var html = WebUtility.HtmlDecode(await client.GetStringAsync(new Uri($"{path}?lang={language}", UriKind.Relative)));
        Assert.Contains($"<html lang=\"{language}\">", html, StringComparison.Ordinal);
        Assert.Contains(expected, html, StringComparison.Ordinal);
        Assert.Contains("class=\"badge\"", html, StringComparison.Ordinal);
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string address)
    {
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
        return answer.StatusCode;
    }

    private static async Task<JsonDocument> JsonAsync(HttpClient client, string address)
    {
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return JsonDocument.Parse(await answer.Content.ReadAsStreamAsync());
    }
}
