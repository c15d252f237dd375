using Analytics.Database;
using Dapper;
using Npgsql;

namespace Analytics.Etl.Stages.Publish;

/// <summary>Which batches stand behind each published count; one pass over the facts a table, not one a cell.</summary>
internal static class Lineage
{
    private static readonly string[] s_scripts =
    [
        "build_lineage.sql", "lineage_intakes.sql", "lineage_intakes_by_form.sql", "lineage_reasons.sql", "lineage_contacts.sql", "lineage_crimes.sql",
        "lineage_requalified.sql", "lineage_credit.sql",
        "replace_lineage.sql",
    ];

    /// <summary>Replaces <c>ops.cell_lineage</c>; the cells of the publication must be there.</summary>
    public static async Task ReplaceAsync(NpgsqlConnection connection, CancellationToken token)
    {
        foreach (var script in s_scripts)
        {
            await connection.ExecuteAsync(new CommandDefinition(SqlText.Beside(typeof(Lineage), script), commandTimeout: 0, cancellationToken: token));
        }
    }
}
