using Analytics.Database;
using Analytics.Database.Server;
using Npgsql;

namespace Analytics.Testing;

/// <summary>
/// The one server of a test run: ANALYTICS_TEST_DATABASE, or an embedded one in a temporary folder that ends with the
/// test process, however that ends.
/// </summary>
internal sealed class TestServer
{
    private const int PatientSeconds = 300;

    private static readonly Lazy<Task<TestServer>> s_shared = new(StartAsync);

    private TestServer(string connectionString) => ConnectionString = connectionString;

    public static string? GivenConnectionString { get; } = Environment.GetEnvironmentVariable("ANALYTICS_TEST_DATABASE") is { Length: > 0 } given ? given : null;

    public static Task<TestServer> SharedAsync() => s_shared.Value;

    public string ConnectionString { get; }

    /// <summary>A migrated database that holds nothing but reference data; made once, cloned for each test class.</summary>
    public string Template { get; } = $"template_{Guid.NewGuid():n}"[..20];

    public string ConnectionStringTo(string database) => new NpgsqlConnectionStringBuilder(ConnectionString) { Database = database }.ConnectionString;

    public async Task ExecuteAsync(string statement)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(ConnectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        // Copying a database takes as long as a busy disk takes.
        await using var command = new NpgsqlCommand(statement, connection) { CommandTimeout = PatientSeconds };
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<TestServer> StartAsync()
    {
        var server = new TestServer(GivenConnectionString ?? await StartEmbeddedAsync());
        await server.ExecuteAsync($"create database {server.Template}");
        // A template must have no connection when it is cloned.
        var unpooled = new NpgsqlConnectionStringBuilder(server.ConnectionStringTo(server.Template)) { Pooling = false };
        await using var owner = NpgsqlDataSource.Create(unpooled);
        await Migrator.MigrateAsync(owner, progress: null, CancellationToken.None);
        return server;
    }

    private static async Task<string> StartEmbeddedAsync()
    {
        var folder = Directory.CreateTempSubdirectory("analytics-tests-").FullName;
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder, (UnixFileMode)0b111_001_001);
        }

        var server = await EmbeddedPostgres.StartAsync(folder, PostgresBinaries.Find(ProjectRoot.Path), durable: false, new Progress<string>(), CancellationToken.None);
        Watchdog.EndServerWithThisProcess(server.ProcessId, folder);
        return server.ConnectionString;
    }
}
