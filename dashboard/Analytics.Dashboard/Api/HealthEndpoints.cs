using Analytics.Dashboard.Access;
using Analytics.Dashboard.Published;
using Analytics.Database;
using Analytics.Dashboard.Shared;
using Npgsql;

namespace Analytics.Dashboard.Api;

/// <summary>Whether the process lives, and whether it can serve: the database answers under each kind of role and is migrated.</summary>
public static class HealthEndpoints
{
    public static IResult Alive() => Results.Text("ok");

    public static async Task<IResult> ReadyAsync(ProfileDatabase figures, AdminDatabase admin, CancellationToken token)
    {
        try
        {
            await AskAsync(figures.ForReadiness, "ready_figures.sql", token);
            await AskAsync(admin.Source, "ready_accounts.sql", token);
            return Results.Text("ok");
        }
        catch (Exception fault) when (LoadFault.IsPassing(fault))
        {
            return Results.Text("the database does not answer, or is not migrated", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static async Task AskAsync(NpgsqlDataSource database, string file, CancellationToken token)
    {
        await using var command = database.CreateCommand(SqlText.Beside(typeof(HealthEndpoints), file));
        await command.ExecuteScalarAsync(token);
    }
}
