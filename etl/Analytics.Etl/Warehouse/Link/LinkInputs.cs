using Analytics.Database;
using Analytics.Domain.Linkage;
using Dapper;
using Npgsql;

namespace Analytics.Etl.Warehouse.Link;

/// <summary>What linkage reads, by the last batch and a hash of the rest; read before a run, kept after it.</summary>
/// <param name="Changed">Whether a run could find anything that the last one did not.</param>
internal sealed record LinkInputs(string Settings, DateTime Seen_Until, bool Changed)
{
    public static Task<LinkInputs> ReadAsync(NpgsqlConnection connection, CancellationToken token) =>
        connection.QuerySingleAsync<LinkInputs>(new CommandDefinition(
            SqlText.Beside<LinkInputs>("link_inputs.sql"),
            new { program = $"{typeof(LinkInputs).Module.ModuleVersionId} {typeof(Linker).Module.ModuleVersionId}" },
            commandTimeout: 0,
            cancellationToken: token));

    public Task<int> KeepAsync(NpgsqlConnection connection, CancellationToken token) =>
        connection.ExecuteAsync(new CommandDefinition(
            SqlText.Beside<LinkInputs>("keep_link_inputs.sql"), new { settings = Settings, seen_until = Seen_Until }, cancellationToken: token));
}
