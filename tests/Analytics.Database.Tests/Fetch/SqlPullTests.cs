using Analytics.Database.Tests.Etl;
using Analytics.Etl.Hosting;
using Analytics.Etl.Ingest.Fetch;
using Dapper;
using Npgsql;

namespace Analytics.Database.Tests.Fetch;

/// <summary>A second database stands for the register: its own tables, read by a user who may do no more.</summary>
public sealed class SqlPullTests(EtlFixture fixture, PostgresFixture register) : IClassFixture<EtlFixture>, IClassFixture<PostgresFixture>, IAsyncLifetime
{
    private const string Query = """
        select number as register_no, opened as registered_at, clause as article, victims as victims_count, changed as updated_at
        from crime
        where changed > @watermark::timestamptz
        order by changed, number
        """;

    private readonly string _p = Guid.NewGuid().ToString("n")[..6];

    public async Task InitializeAsync()
    {
        if (register.ConnectionString.Length > 0)
        {
            await RegisterAsync("drop table if exists crime; create table crime (number text primary key, opened date, clause text, victims int, changed timestamptz)");
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [DatabaseFact]
    public async Task Run_Again_PullsOnlyWhatChangedSince()
    {
        var source = new FetchedSource(fixture);
        await RegisterAsync($"insert into crime values ('{_p}1', '2020-02-01', '171 ч.1', 2, '2020-02-01 10:00+06'), ('{_p}2', '2020-03-01', '171', null, '2020-03-01 10:00:00.123456+06')");
        var first = await RunAsync(source);
        Assert.Equal((2L, 2L, null), (first.Read, first.Inserted, first.Error));
        Assert.Equal("2020-03-01 10:00:00.123456+06", await WatermarkAsync(source));
        var nothing = await RunAsync(source);
        Assert.Equal((0, null), (nothing.Files, nothing.Error));

        await RegisterAsync($"update crime set victims = 5, changed = '2020-04-01 10:00+06' where number = '{_p}1'; insert into crime values ('{_p}3', '2020-05-01', '171', 1, '2020-05-01 10:00+06')");
        var second = await RunAsync(source);
        Assert.Equal((2L, 1L, 1L), (second.Read, second.Inserted, second.Updated));
        Assert.Equal(
            [($"{_p}1", (int?)5), ($"{_p}2", null), ($"{_p}3", 1)],
            await fixture.ListAsync<(string, int?)>($"select register_no, victims_count from core.register_crime where register_no like '{_p}%' and known_until = 'infinity' order by 1"));
        Assert.Empty(source.InboxNames);
    }

    [DatabaseFact]
    public async Task Run_FileThatIsRefused_KeepsTheWatermark()
    {
        var source = new FetchedSource(fixture);
        await RegisterAsync($"insert into crime values ('{_p}1', '2020-02-01', '171', 2, '2020-02-01 10:00+06')");
        var refused = await RunAsync(source, Query.Replace("as victims_count", "as victims"));
        Assert.Contains("unknown column: 'victims'", refused.Error);
        Assert.Null(await WatermarkAsync(source));
        Assert.Equal(1, (await RunAsync(source)).Inserted);
        Assert.Equal("2020-02-01 10:00:00+06", await WatermarkAsync(source));
    }

    [DatabaseTheory]
    [InlineData("insert into crime values ('x') returning number, changed as updated_at, @watermark", "may only read")]
    [InlineData("select pg_sleep(20), now() as updated_at, @watermark", "took longer than 1 s")]
    [InlineData("select nothing as updated_at from crime where @watermark <> ''", "SQLSTATE 42703")]
    [InlineData("select number, victims from crime where @watermark <> ''", "must give the column updated_at")]
    [InlineData("select number, 'secret-row'::int as updated_at from crime where @watermark <> ''", "SQLSTATE 22P02")]
    public async Task Run_BadQuery_IsRefusedInOneLineThatQuotesNothing(string query, string expected)
    {
        await RegisterAsync("insert into crime values ('secret-row', '2020-02-01', '171', 2, '2020-02-01 10:00+06')");
        var source = new FetchedSource(fixture);
        var report = await RunAsync(source, query);
        Assert.Contains(expected, report.Error);
        Assert.DoesNotContain("secret-row", report.Error);
        Assert.DoesNotContain('\n', report.Error!);
        Assert.Empty(source.InboxNames);
        Assert.Null(await WatermarkAsync(source));
    }

    [DatabaseFact]
    public async Task Run_NoServer_FailsAfterItsRetries()
    {
        var source = new FetchedSource(fixture);
        var report = await source.RunAsync(Fetch(source, Query) with { Connection = "Host=127.0.0.1;Port=1;Database=d;Username=u" }, "register_crime");
        Assert.Contains("cannot be reached", report.Error);
    }

    private async Task RegisterAsync(string sql)
    {
        await using var connection = await register.Owner.OpenConnectionAsync();
        await connection.ExecuteAsync(sql);
    }

    private Task<string?> WatermarkAsync(FetchedSource source) => fixture.ScalarAsync<string?>($"select watermark from ops.fetch_state where source_id = '{source.Id}'");

    private Task<RunReport> RunAsync(FetchedSource source, string query = Query) => source.RunAsync(Fetch(source, query), "register_crime");

    private SqlFetch Fetch(FetchedSource source, string query)
    {
        var connection = new NpgsqlConnectionStringBuilder(register.ConnectionString);
        var password = connection.Password is { Length: > 0 } text ? source.Secret(text) : null;
        connection.Remove("Password");
        return new SqlFetch(connection.ConnectionString, password, source.Write("query.sql", query), "updated_at", "1900-01-01", TimeoutSeconds: 1);
    }
}
