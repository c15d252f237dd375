using Analytics.Etl.Feeds;
using Analytics.Etl.Ingest.Load;
using Analytics.Etl.Mappings;
using Dapper;
using Npgsql;

namespace Analytics.Database.Tests.Etl;

/// <summary>A migrated database with the worker's own connections, a folder for files, and a clock that is set by hand.</summary>
public sealed class EtlFixture : IAsyncLifetime
{
    private readonly PostgresFixture _postgres = new();

    public string Folder { get; } = Directory.CreateTempSubdirectory("analytics-load-").FullName;

    internal Clock Time { get; } = new();

    public string ConnectionString => _postgres.ConnectionString;

    public NpgsqlDataSource Etl { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await _postgres.InitializeAsync();
        Etl = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(_postgres.ConnectionString) { Options = "-c role=analytics_etl" });
    }

    public async Task DisposeAsync()
    {
        await Etl.DisposeAsync();
        await _postgres.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    internal string File(string name, params string[] lines)
    {
        var path = Path.Combine(Folder, name);
        System.IO.File.WriteAllText(path, string.Join('\n', lines));
        return path;
    }

    internal async Task<BatchReport> LoadAsync(string feed, string path, string? source = null, bool datedNames = false, CancellationToken token = default)
    {
        Time.Now += TimeSpan.FromMinutes(1);
        var id = source ?? feed;
        return Assert.Single(await new LoadPipeline(Etl, Time).LoadAsync(path, Corrections(feed, id), new LoadSource(id, DatedNames: datedNames), null, token));
    }

    /// <summary>The feed's own layout, for rows that were made up and correct each other in whatever way.</summary>
    internal static Mapping Corrections(string feed, string? source = null) => Mapping.Canonical(FeedList.Find(feed)!, source ?? feed) with { ReplacesRecords = true };

    /// <summary>Loads lines under the name of a file that is new each time.</summary>
    internal Task<BatchReport> LoadLinesAsync(string feed, params string[] lines) => LoadAsync(feed, File($"{Guid.NewGuid():n}.csv", lines));

    internal async Task<T> ScalarAsync<T>(string sql)
    {
        await using var connection = await Etl.OpenConnectionAsync();
        return (await connection.ExecuteScalarAsync<T>(sql))!;
    }

    internal async Task<List<T>> ListAsync<T>(string sql)
    {
        await using var connection = await Etl.OpenConnectionAsync();
        return [.. await connection.QueryAsync<T>(sql)];
    }

    internal sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 11, 21, 6, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
