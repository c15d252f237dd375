using Analytics.Database;
using Analytics.Database.Server;
using Analytics.Etl.Hosting;
using Npgsql;

namespace Analytics.Etl.Benches;

/// <summary>A migrated database of a benchmark's own, on the server of ANALYTICS_DATABASE or an embedded one with the product's settings; gone afterwards.</summary>
internal sealed class BenchWarehouse : IAsyncDisposable
{
    private readonly string _name = $"bench_{Guid.NewGuid():n}"[..18];
    private readonly string _server;
    private readonly EmbeddedPostgres? _embedded;

    private BenchWarehouse(string folder, string server, EmbeddedPostgres? embedded)
    {
        (Folder, _server, _embedded) = (folder, server, embedded);
        var own = new NpgsqlConnectionStringBuilder(server) { Database = _name, CommandTimeout = 0 };
        Owner = NpgsqlDataSource.Create(own.ConnectionString);
        Etl = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(own.ConnectionString) { Options = "-c role=analytics_etl" });
    }

    /// <summary>For the benchmark's files.</summary>
    public string Folder { get; }

    public NpgsqlDataSource Owner { get; }

    public NpgsqlDataSource Etl { get; }

    public static async Task<BenchWarehouse> StartAsync(CancellationToken token)
    {
        var folder = Directory.CreateTempSubdirectory("analytics-bench-").FullName;
        if (!OperatingSystem.IsWindows())
        {
            // The server's own user has to pass through.
            File.SetUnixFileMode(folder, (UnixFileMode)0b111_001_001);
        }

        var given = ExternalPostgres.GivenConnectionString is { } text ? ExternalPostgres.Normalise(text) : null;
        var embedded = given is null
            ? await EmbeddedPostgres.StartAsync(Path.Combine(folder, "data"), PostgresBinaries.Find(DataFolder.ProjectRoot), durable: true, new Progress<string>(), token)
            : null;
        var warehouse = new BenchWarehouse(folder, given ?? embedded!.ConnectionString, embedded);
        await warehouse.OnServerAsync($"create database {warehouse._name}");
        await Migrator.MigrateAsync(warehouse.Owner, progress: null, token);
        return warehouse;
    }

    public async ValueTask DisposeAsync()
    {
        await Owner.DisposeAsync();
        await Etl.DisposeAsync();
        if (_embedded is not null)
        {
            // Its files go with the folder.
            await _embedded.DisposeAsync();
        }
        else
        {
            await OnServerAsync($"drop database if exists {_name} with (force)");
        }

        Directory.Delete(Folder, recursive: true);
    }

    private async Task OnServerAsync(string statement)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_server) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync();
    }
}
