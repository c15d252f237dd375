using System.Security.Claims;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Analytics.Dashboard.Access;

/// <summary>
/// The one way to figures. The database role, and with it what row-level security lets through, follows from the signed-in account
/// and from nothing that a request says. Whoever has no known role gets no connection.
/// </summary>
public sealed class ProfileDatabase(IOptions<DatabaseOptions> options) : IAsyncDisposable
{
    private readonly NpgsqlDataSource _ministry = NpgsqlDataSource.Create(options.Value.Ministry);
    private readonly NpgsqlDataSource _donor = NpgsqlDataSource.Create(options.Value.Donor);
    private readonly NpgsqlDataSource _public = NpgsqlDataSource.Create(options.Value.Public);

    /// <exception cref="UnauthorizedAccessException">Nobody is signed in, or the account's role is unknown.</exception>
    public ProfileConnection Of(ClaimsPrincipal user)
    {
        var profile = user.Role()?.Profile() ?? throw new UnauthorizedAccessException("Figures are shown to signed-in accounts with a known role only.");
        return new ProfileConnection(profile, profile switch
        {
            Profile.Ministry => _ministry,
            Profile.Donor => _donor,
            Profile.Public => _public,
            _ => throw new UnauthorizedAccessException($"Profile {profile} has no database role."),
        });
    }

    /// <summary>For the readiness check, which reads no figures.</summary>
    internal NpgsqlDataSource ForReadiness => _public;

    public async ValueTask DisposeAsync()
    {
        await _ministry.DisposeAsync();
        await _donor.DisposeAsync();
        await _public.DisposeAsync();
    }
}

/// <summary>A data source and the profile whose cells it yields.</summary>
public sealed record ProfileConnection(Profile Profile, NpgsqlDataSource Database)
{
    /// <summary>Opens a connection that reads what came in for the sources of these rights and for no other.</summary>
    public Task<NpgsqlConnection> OpenAsync(Rights rights, CancellationToken token) => SourceLimit.OpenAsync(Database, rights, token);
}

/// <summary>The role of the administrator's pages: accounts, runs and batches, no facts.</summary>
public sealed class AdminDatabase(IOptions<DatabaseOptions> options) : IAsyncDisposable
{
    /// <summary>Reads accounts, tokens, views and the audit; of what belongs to a source it sees nothing.</summary>
    public NpgsqlDataSource Source { get; } = NpgsqlDataSource.Create(options.Value.Admin);

    /// <summary>Opens a connection that sees the files, months and runs of the sources of these rights and of no other.</summary>
    public Task<NpgsqlConnection> OpenAsync(Rights rights, CancellationToken token) => SourceLimit.OpenAsync(Source, rights, token);

    public ValueTask DisposeAsync() => Source.DisposeAsync();
}
