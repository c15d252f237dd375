using Analytics.Database;
using Analytics.Database.Server;
using Analytics.Etl.Publish.Cells;
using Npgsql;

namespace Analytics.Etl.Commands;

/// <summary>Faults that the world may have, in one clause each; any other exception is a fault of the program and has none.</summary>
internal static class Faults
{
    /// <returns>What went wrong, without a full stop; null for what is no fault of the world.</returns>
    public static string? Describe(Exception cause) => cause switch
    {
        PublicationBlockedException or DatabaseUnavailableException => cause.Message.TrimEnd('.'),
        ScriptFailedException => $"the database could not be brought up to date and is as it was: {cause.Message.TrimEnd('.')}",

        // A message of class 22 (data) or 23 (integrity) may quote what was in a row.
        PostgresException { SqlState: var state } refusal => $"the database refused a statement{(state.StartsWith('2') ? "" : $": {refusal.MessageText}")} (SQLSTATE {state}); nothing half-done was kept",
        NpgsqlException => $"the connection to the database was lost ({(cause.InnerException ?? cause).Message.TrimEnd('.')}); nothing half-done was kept; look with ./analytics doctor",
        IOException or UnauthorizedAccessException => $"{cause.Message.TrimEnd('.')}; nothing half-done was kept",
        OperationCanceledException => "it was stopped before it finished; nothing half-done was kept",
        _ => null,
    };
}
