using System.Net.Sockets;
using Npgsql;

namespace Analytics.Database.Server;

/// <summary>A server that someone else runs, named by ANALYTICS_DATABASE: looked at before anything is done to it.</summary>
public static class ExternalPostgres
{
    private const int OldestVersion = 15;

    /// <summary>The text of ANALYTICS_DATABASE, null when it is not set.</summary>
    public static string? GivenConnectionString { get; } = Environment.GetEnvironmentVariable("ANALYTICS_DATABASE") is { Length: > 0 } given ? given : null;

    /// <summary>Keywords and values for the driver, from either those or a <c>postgresql://</c> address.</summary>
    /// <exception cref="DatabaseUnavailableException">It is neither.</exception>
    public static string Normalise(string given)
    {
        // Without the driver's reason: it may quote the text, and with it the password.
        if (TryParse(given) is not { Host.Length: > 0, Database.Length: > 0 } builder)
        {
            throw new DatabaseUnavailableException("ANALYTICS_DATABASE is not a connection string with a host and a database: write it like Host=db.example;Port=5432;Database=warehouse;Username=analytics;Password=… or postgresql://analytics:…@db.example/warehouse.");
        }

        builder.ApplicationName ??= "analytics";
        builder.IncludeErrorDetail = false;
        return builder.ConnectionString;
    }

    private static NpgsqlConnectionStringBuilder? TryParse(string given)
    {
        try
        {
            return given.Contains("://", StringComparison.Ordinal) ? FromAddress(new Uri(given)) : new NpgsqlConnectionStringBuilder(given);
        }
        catch (Exception cause) when (cause is ArgumentException or FormatException or InvalidCastException)
        {
            return null;
        }
    }

    /// <summary>Whether the server answers, is new enough, and grants what migrations need.</summary>
    /// <exception cref="DatabaseUnavailableException">It does not; the message says what to do and holds no password.</exception>
    public static async Task CheckAsync(string given, CancellationToken cancellationToken)
    {
        var builder = new NpgsqlConnectionStringBuilder(Normalise(given)) { Pooling = false, Timeout = 10 };
        var place = $"{builder.Host}:{builder.Port}/{builder.Database}";
        try
        {
            // Without the driver's questions about types, which an old server may not understand.
            await using var source = new NpgsqlDataSourceBuilder(builder.ConnectionString).ConfigureTypeLoading(types => types.EnableTypeLoading(false)).Build();
            await using var connection = await source.OpenConnectionAsync(cancellationToken);
            if (connection.PostgreSqlVersion.Major < OldestVersion)
            {
                throw new DatabaseUnavailableException($"ANALYTICS_DATABASE: {place} runs PostgreSQL {connection.PostgreSqlVersion.ToString(2)}, and {OldestVersion} or newer is needed: upgrade that server, or unset ANALYTICS_DATABASE to use the embedded one.");
            }

            await using var command = new NpgsqlCommand(SqlText.Beside(typeof(ExternalPostgres), "missing_rights.sql"), connection);
            if (await command.ExecuteScalarAsync(cancellationToken) is string missing)
            {
                throw new DatabaseUnavailableException($"ANALYTICS_DATABASE: {builder.Username} at {place} lacks the right to {missing}: have the server's administrator grant it.");
            }
        }
        catch (PostgresException cause)
        {
            var advice = cause.SqlState switch
            {
                PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification => "check the user name and password",
                PostgresErrorCodes.InvalidCatalogName => "create that database, or correct its name",
                PostgresErrorCodes.TooManyConnections => "wait, or raise the server's max_connections",
                PostgresErrorCodes.CannotConnectNow => "the server is starting or stopping; try again",
                _ => "ask the server's administrator",
            };
            throw new DatabaseUnavailableException($"ANALYTICS_DATABASE: {place} refused the connection ({cause.MessageText}): {advice}.", cause);
        }
        catch (Exception cause) when (cause is NpgsqlException or SocketException or TimeoutException)
        {
            throw new DatabaseUnavailableException($"ANALYTICS_DATABASE: no PostgreSQL answers at {place} ({(cause.InnerException ?? cause).Message.TrimEnd('.')}): check the address, and that the server is running.", cause);
        }
    }

    private static NpgsqlConnectionStringBuilder FromAddress(Uri address)
    {
        if (address.Scheme is not ("postgres" or "postgresql"))
        {
            throw new FormatException("another scheme");
        }

        var user = address.UserInfo.Split(':', 2);
        var builder = new NpgsqlConnectionStringBuilder
        {
            Host = address.Host,
            Port = address.Port > 0 ? address.Port : 5432,
            Database = Uri.UnescapeDataString(address.AbsolutePath.TrimStart('/')),
            Username = Uri.UnescapeDataString(user[0]),
            Password = user.Length > 1 ? Uri.UnescapeDataString(user[1]) : null,
        };
        foreach (var pair in address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var (key, value) = pair.Split('=', 2) is [var k, var v] ? (k, Uri.UnescapeDataString(v)) : (pair, "");
            // libpq's spelling of the one parameter that matters; the rest are the driver's own names.
            builder[key is "sslmode" ? "SSL Mode" : key] = key is "sslmode" ? value.Replace("-", "", StringComparison.Ordinal) : value;
        }

        return builder;
    }
}
