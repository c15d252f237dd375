using Dapper;

namespace Analytics.Database.Tests.Server;

public sealed class PostgresFixtureTests(PostgresFixture database) : IClassFixture<PostgresFixture>
{
    [DatabaseFact]
    public async Task Owner_FreshClone_IsMigratedAndOfThisClassAlone()
    {
        await using var connection = await database.Owner.OpenConnectionAsync();

        Assert.Equal(database.Database, await connection.ExecuteScalarAsync<string>("select current_database()"));
        Assert.NotEqual(0, await connection.ExecuteScalarAsync<int>("select count(*)::int from ops.script"));
    }
}
