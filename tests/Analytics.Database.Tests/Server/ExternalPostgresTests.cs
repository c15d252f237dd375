using System.Runtime.Versioning;
using Analytics.Database.Server;
using Dapper;
using Npgsql;

namespace Analytics.Database.Tests.Server;

[UnsupportedOSPlatform("windows")]
public sealed class ExternalPostgresTests(PostgresFixture database) : IClassFixture<PostgresFixture>
{
    private const string Secret = "hidden-word";

    [DatabaseFact]
    public async Task CheckAsync_PlainRoleThatMayCreateRoles_PassesAndCanMigrate()
    {
        // A server of its own: group roles belong to the whole server, and here nobody has made them yet.
        var folder = Directory.CreateTempSubdirectory("analytics-server-").FullName;
        File.SetUnixFileMode(folder, (UnixFileMode)0b111_001_001);
        try
        {
            await using var server = await EmbeddedPostgres.StartAsync(folder, PostgresBinaries.Find(ProjectRoot.Path), durable: false, new Progress<string>(), CancellationToken.None);
            var (_, given) = await NewDatabaseAsync(server.ConnectionString, "createrole");

            await ExternalPostgres.CheckAsync(given, CancellationToken.None);

            await using var owner = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(given) { Pooling = false });
            Assert.NotEmpty(await Migrator.MigrateAsync(owner, progress: null, CancellationToken.None));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [DatabaseFact]
    public async Task CheckAsync_RolesOfAnotherOwner_SaysSo()
    {
        var (_, given) = await NewDatabaseAsync(database.ConnectionString, "createrole");

        Assert.Contains("manage the roles analytics_…", await FailureAsync(given), StringComparison.Ordinal);
    }

    [DatabaseFact]
    public async Task CheckAsync_RoleWithoutRights_SaysWhichIsMissing()
    {
        var (role, given) = await NewDatabaseAsync(database.ConnectionString, "nocreaterole");

        var failure = await FailureAsync(given);

        Assert.Contains($"{role} at 127.0.0.1:", failure, StringComparison.Ordinal);
        Assert.Contains("lacks the right to create roles", failure, StringComparison.Ordinal);
    }

    [DatabaseFact]
    public async Task CheckAsync_WrongPassword_SaysSoWithoutIt()
    {
        var given = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Password = Secret }.ConnectionString;

        Assert.Contains("check the user name and password", await FailureAsync(given), StringComparison.Ordinal);
    }

    [DatabaseFact]
    public async Task CheckAsync_MissingDatabase_SaysSo()
    {
        var given = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Database = "nowhere" }.ConnectionString;

        Assert.Contains("\"nowhere\" does not exist", await FailureAsync(given), StringComparison.Ordinal);
    }

    [Fact]
    public async Task CheckAsync_ServerOfVersion14_SaysTheOldestThatServes()
    {
        using var old = new AncientServer("14.9");

        var failure = await FailureAsync($"Host=127.0.0.1;Port={old.Port};Username=u;Password={Secret};Database=w");

        Assert.Contains("runs PostgreSQL 14.9, and 15 or newer is needed", failure, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rubbish=1;Password=hidden-word")]
    [InlineData("Password=hidden-word")]
    [InlineData("mysql://u:hidden-word@h/d")]
    [InlineData("Host=h;Port=hidden-word;Database=d")]
    public void Normalise_NoConnectionString_ShowsTheFormAndNoPassword(string given)
    {
        var failure = Assert.Throws<DatabaseUnavailableException>(() => ExternalPostgres.Normalise(given));

        Assert.StartsWith("ANALYTICS_DATABASE is not a connection string", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Normalise_Address_IsReadAsLibpqDoes()
    {
        var builder = new NpgsqlConnectionStringBuilder(ExternalPostgres.Normalise("postgresql://an%40a:p%3Aw@db.example:6543/ware%20house?sslmode=verify-full"));

        Assert.Equal(("db.example", 6543, "an@a", "p:w", "ware house", SslMode.VerifyFull), (builder.Host, builder.Port, builder.Username, builder.Password, builder.Database, builder.SslMode));
    }

    private static async Task<string> FailureAsync(string given)
    {
        var failure = await Assert.ThrowsAsync<DatabaseUnavailableException>(() => ExternalPostgres.CheckAsync(given, CancellationToken.None));
        Assert.DoesNotContain(Secret, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', failure.Message);
        return failure.Message;
    }

    /// <summary>A database for a new role, which has no other right than the given one.</summary>
    private static async Task<(string Role, string ConnectionString)> NewDatabaseAsync(string server, string right)
    {
        var name = $"test_{Guid.NewGuid():n}"[..17];
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(server) { Pooling = false }.ConnectionString);
        await connection.ExecuteAsync($"create role {name} login {right} password '{Secret}'");
        await connection.ExecuteAsync($"create database {name} owner {name}");
        return (name, new NpgsqlConnectionStringBuilder(server) { Database = name, Username = name, Password = Secret }.ConnectionString);
    }
}
