using Analytics.Database;
using Analytics.Database.Server;
using Analytics.Etl.Hosting;
using Npgsql;

namespace Analytics.Benchmarks;

/// <summary>A migrated database of a benchmark's own, on the server of ANALYTICS_DATABASE or an embedded one with the product's settings; gone afterwards.</summary>
internal sealed class BenchWarehouse : IAsyncDisposable
{
    private readonly string _server;
    private readonly EmbeddedPostgres? _embedded;
    private string? _name;

    private BenchWarehouse(string folder, string server, EmbeddedPostgres? embedded) => (Folder, _server, _embedded) = (folder, server, embedded);

    /// <summary>For the benchmark's files.</summary>
    public string Folder { get; }

    public NpgsqlDataSource Owner { get; private set; } = null!;

    public NpgsqlDataSource Etl { get; private set; } = null!;

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
        await warehouse.RenewAsync(token);
        return warehouse;
    }

    /// <summary>An empty database instead of the present one, on the same server.</summary>
    public async Task RenewAsync(CancellationToken token)
    {
        await DropAsync();
        _name = $"bench_{Guid.NewGuid():n}"[..18];
        await OnServerAsync($"create database {_name}");
        var own = new NpgsqlConnectionStringBuilder(_server) { Database = _name, CommandTimeout = 0 };
        Owner = NpgsqlDataSource.Create(own.ConnectionString);
        Etl = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(own.ConnectionString) { Options = "-c role=analytics_etl" });
        await Migrator.MigrateAsync(Owner, progress: null, token);
    }

    public async ValueTask DisposeAsync()
    {
        await DropAsync();
        await (_embedded?.DisposeAsync() ?? ValueTask.CompletedTask);
        Directory.Delete(Folder, recursive: true);
    }

    private async Task DropAsync()
    {
        if (_name is not null)
        {
            await Owner.DisposeAsync();
            await Etl.DisposeAsync();
            // The server stops its own vacuum for this; who may drop by force must be allowed to stop it himself.
            await OnServerAsync($"drop database {_name}");
            _name = null;
        }
    }

    private async Task OnServerAsync(string statement)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_server) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync();
    }
}
