using System.Security.Cryptography;
using Dapper;
using Npgsql;

namespace Analytics.Database;

/// <summary>
/// Login roles of one database: one for each audience profile and one for the administrator's pages, each a member of one group role
/// and of nothing else. Their passwords are new at every start and live in memory only.
/// </summary>
/// <param name="Ministry">Connection string of the coordinating body's role, which sees its own cells of <c>pub</c>.</param>
/// <param name="Admin">Connection string of the role that sees <c>ops</c> and no facts.</param>
public sealed record Logins(string Ministry, string Donor, string Public, string Admin)
{
    /// <param name="database">Connects as a role that may create roles.</param>
    /// <param name="ownerConnectionString">The same, with its password, to build the others from.</param>
    public static async Task<Logins> RenewAsync(NpgsqlDataSource database, string ownerConnectionString, CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        return new Logins(
            await RenewAsync(connection, ownerConnectionString, "ministry", token),
            await RenewAsync(connection, ownerConnectionString, "donor", token),
            await RenewAsync(connection, ownerConnectionString, "public", token),
            await RenewAsync(connection, ownerConnectionString, "admin", token));
    }

    /// <summary>Says nothing: the connection strings hold passwords.</summary>
    public override string ToString() => nameof(Logins);

    private static async Task<string> RenewAsync(NpgsqlConnection connection, string ownerConnectionString, string group, CancellationToken token)
    {
        var password = RandomNumberGenerator.GetHexString(40, lowercase: true);
        var parameters = new { login_group = "analytics_" + group, suffix = "_" + group + "_login", password };
        await connection.ExecuteAsync(new CommandDefinition(SqlText.Beside<Logins>("renew_login.sql"), parameters, cancellationToken: token));
        var login = await connection.ExecuteScalarAsync<string>("select left(current_database(), 40) || @suffix", parameters);
        return new NpgsqlConnectionStringBuilder(ownerConnectionString)
        {
            Username = login,
            Password = password,
            Options = null,
            ApplicationName = "analytics dashboard",
            MaxPoolSize = 20,
        }.ConnectionString;
    }
}
