using Analytics.Database;
using Npgsql;
using Xunit;

namespace Analytics.Testing;

/// <summary>A migrated database of one test class's own (<c>IClassFixture&lt;PostgresFixture&gt;</c>), cloned from a template on a real server.</summary>
public sealed class PostgresFixture : IAsyncLifetime
{
    private TestServer? _server;
    private NpgsqlDataSource? _owner;

    /// <summary>The database's name, which no other test class has.</summary>
    public string Database { get; } = $"test_{Guid.NewGuid():n}"[..17];

    /// <summary>As the role that owns the database.</summary>
    public NpgsqlDataSource Owner => _owner ?? throw new InvalidOperationException("The fixture is not initialised.");

    public string ConnectionString { get; private set; } = "";

    public async Task InitializeAsync()
    {
        _server = await TestServer.SharedAsync();
        await _server.ExecuteAsync($"create database {Database} template {_server.Template}");
        ConnectionString = _server.ConnectionStringTo(Database);
        _owner = NpgsqlDataSource.Create(ConnectionString);
        // A clone has the template's tables, but not the rights on the database itself.
        await Migrator.MigrateAsync(_owner, progress: null, CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        if (_owner is not null)
        {
            await _owner.DisposeAsync();
        }

        if (_server is not null)
        {
            // By force only its owner's sessions may be ended: a vacuum that works there is the server's own, which it stops itself.
            await _server.ExecuteAsync($"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{Database}' and backend_type = 'client backend'");
            await _server.ExecuteAsync($"drop database if exists {Database}");
        }
    }
}
