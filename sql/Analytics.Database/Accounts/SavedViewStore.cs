using Dapper;
using Npgsql;

namespace Analytics.Database.Accounts;

/// <summary>
/// The views that accounts keep (<c>ops.saved_view</c>) and the page that each starts on. Every statement names the account, so that
/// nobody reaches another's. Whether an address is one of the site's own is for the caller to say.
/// </summary>
/// <param name="database">Connects as the role of the administrator's pages.</param>
public sealed class SavedViewStore(NpgsqlDataSource database, TimeProvider clock)
{
    /// <summary>How many views an account may keep.</summary>
    public const int Most = 20;

    public const int LongestName = 80;

    /// <summary>By name.</summary>
    public async Task<IReadOnlyList<SavedView>> ListAsync(long accountId, CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        return [.. await connection.QueryAsync<SavedView>(Command("list_saved_views.sql", new { accountId }, token))];
    }

    /// <returns>Null where the view is not the account's, was not taken away, or is forgotten.</returns>
    public async Task<SavedView?> FindRemovedAsync(long accountId, long savedViewId, CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        return await connection.QuerySingleOrDefaultAsync<SavedView>(Command("find_removed_view.sql", new { accountId, savedViewId }, token));
    }

    public Task<SavedViewChange> AddAsync(long accountId, string name, string address, CancellationToken token) =>
        ChangeAsync("add_saved_view.sql", new { accountId, name, address, most = Most }, SavedViewChange.TooMany, token);

    public Task<SavedViewChange> RenameAsync(long accountId, long savedViewId, string name, CancellationToken token) =>
        ChangeAsync("rename_saved_view.sql", new { accountId, savedViewId, name }, SavedViewChange.NotThere, token);

    public Task<SavedViewChange> RemoveAsync(long accountId, long savedViewId, CancellationToken token) =>
        ChangeAsync("remove_saved_view.sql", new { accountId, savedViewId, now = clock.GetUtcNow() }, SavedViewChange.NotThere, token);

    public Task<SavedViewChange> RestoreAsync(long accountId, long savedViewId, CancellationToken token) =>
        ChangeAsync("restore_saved_view.sql", new { accountId, savedViewId, most = Most }, SavedViewChange.NotThere, token);

    /// <param name="address">Null for the page that the role starts on.</param>
    public Task SetStartAsync(long accountId, string? address, CancellationToken token) =>
        ChangeAsync("set_start.sql", new { accountId, address }, SavedViewChange.NotThere, token);

    private async Task<SavedViewChange> ChangeAsync(string file, object parameters, SavedViewChange otherwise, CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        try
        {
            return await connection.ExecuteAsync(Command(file, parameters, token)) == 1 ? SavedViewChange.Done : otherwise;
        }
        catch (PostgresException fault) when (fault.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            return SavedViewChange.NameTaken;
        }
    }

    private static CommandDefinition Command(string file, object parameters, CancellationToken token) =>
        new(SqlText.Beside<SavedViewStore>(file), parameters, cancellationToken: token);
}

/// <param name="Address">Path and query, without language.</param>
public sealed record SavedView(long SavedViewId, string Name, string Address);

/// <summary>What became of a change.</summary>
public enum SavedViewChange
{
    Done,

    /// <summary>The account keeps another view of that name.</summary>
    NameTaken,

    /// <summary>The account keeps as many views as it may.</summary>
    TooMany,

    /// <summary>There is no such view of this account.</summary>
    NotThere,
}
