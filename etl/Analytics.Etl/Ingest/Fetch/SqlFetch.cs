using System.Data.Common;
using Analytics.Etl.Hosting;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace Analytics.Etl.Ingest.Fetch;

/// <summary>A pull from another PostgreSQL: what changed since the last row that was loaded.</summary>
/// <param name="Connection">Connection string without a password. A server elsewhere must prove who it is, unless <c>SSL Mode</c> says otherwise.</param>
/// <param name="Query">Path of a <c>.sql</c> file that names its columns and takes <c>@watermark</c> (text, to be cast).</param>
/// <param name="Watermark">The column that grows with each change, by which the query is ordered.</param>
/// <param name="First">The watermark of the first pull.</param>
/// <param name="TimeoutSeconds">For the query.</param>
internal sealed record SqlFetch(string Connection, Secret? Password, string Query, string Watermark, string First, long TimeoutSeconds = 600, long MostMegabytes = 1024) : FetchSettings
{
    private static readonly string[] s_keys = ["Connection", "PasswordFrom", "Query", "Watermark", "First", "TimeoutSeconds", "MostMegabytes"];

    /// <summary>When to give up.</summary>
    public Patience Patience { get; init; } = new();

    private string? Unknown { get; init; }

    private bool SaysSslMode => new DbConnectionStringBuilder { ConnectionString = Connection }.Keys.Cast<string>()
        .Any(k => k.Replace(" ", "", StringComparison.Ordinal).Equals("sslmode", StringComparison.OrdinalIgnoreCase));

    public static SqlFetch Of(IConfigurationSection section, DataFolder folder) => new(
        section["Connection"] ?? "",
        Secret.Of(section["PasswordFrom"], folder),
        section["Query"] is { Length: > 0 } query ? Path.Combine(folder.Path, query) : "",
        section["Watermark"] ?? "",
        section["First"] ?? "",
        Number(section, "TimeoutSeconds", 600),
        Number(section, "MostMegabytes", 1024))
    {
        Unknown = UnknownKey(section, s_keys),
    };

    /// <summary>The connection string with its password.</summary>
    /// <exception cref="FetchFailedException">The password is not there.</exception>
    public string Open()
    {
        var connection = new NpgsqlConnectionStringBuilder(Connection) { Pooling = false, ApplicationName = "analytics" };
        if (Password is { } secret)
        {
            connection.Password = secret.Read();
        }

        if (!SaysSslMode && !IsLocal(connection.Host ?? ""))
        {
            connection.SslMode = SslMode.VerifyFull;
        }

        return connection.ConnectionString;
    }

    public override IEnumerable<string> Faults()
    {
        if (Unknown is { } key)
        {
            yield return $"{key} is no setting of a sql fetch; it takes {string.Join(", ", s_keys)}";
        }

        if (ConnectionFault() is { } connection)
        {
            yield return connection;
        }

        if (Password is { IsValid: false })
        {
            yield return $"PasswordFrom {Secret.Expected}";
        }

        if (!File.Exists(Query))
        {
            yield return $"Query must be the path of a .sql file, in the data folder unless absolute; '{Query}' was not found";
        }
        else if (!File.ReadAllText(Query).Contains("@watermark", StringComparison.Ordinal))
        {
            yield return $"Query {Query} must ask for what comes after @watermark";
        }

        if (Watermark.Length == 0)
        {
            yield return "Watermark must name the column that grows with each change";
        }

        if (First.Length == 0)
        {
            yield return "First must be the watermark to begin with, such as 1900-01-01 or 0";
        }

        if (TimeoutSeconds is < 1 or > 86_400)
        {
            yield return "TimeoutSeconds must be a whole number from 1 to 86400";
        }

        if (MostMegabytes is < 1 or > 65_536)
        {
            yield return "MostMegabytes must be a whole number from 1 to 65536";
        }
    }

    private string? ConnectionFault()
    {
        try
        {
            var connection = new NpgsqlConnectionStringBuilder(Connection);
            return connection.Password is not null ? "Connection must hold no password: name where it is kept in PasswordFrom"
                : string.IsNullOrEmpty(connection.Host) || string.IsNullOrEmpty(connection.Database) || string.IsNullOrEmpty(connection.Username) ? "Connection must name Host, Database and Username"
                : null;
        }
        catch (Exception cause) when (cause is ArgumentException or FormatException)
        {
            return "Connection is no PostgreSQL connection string such as Host=register.example;Database=register;Username=analytics";
        }
    }
}
