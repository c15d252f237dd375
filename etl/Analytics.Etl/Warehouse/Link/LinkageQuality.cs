using Analytics.Domain.Linkage;
using Dapper;
using Npgsql;

namespace Analytics.Etl.Warehouse.Link;

/// <summary>The error of the linkage behind the persons of the warehouse: the last run of the round with most records.</summary>
/// <param name="MeasuredBy">review or model.</param>
internal sealed record LinkageQuality(string MeasuredBy, Proportion Precision, Proportion Recall)
{
    public static async Task<LinkageQuality?> ReadAsync(NpgsqlConnection connection, CancellationToken token)
    {
        var row = await connection.QueryFirstOrDefaultAsync<Row>(new CommandDefinition(
            """
            select measured_by as "By", precision_estimate as "P", precision_lower as "PLow", precision_upper as "PHigh",
                   recall_estimate as "R", recall_lower as "RLow", recall_upper as "RHigh"
            from (select distinct on (round) * from ops.link_run order by round, link_run_id desc) as run
            order by records desc, round
            """,
            cancellationToken: token));
        return row is null ? null : new LinkageQuality(row.By, new Proportion(row.P, row.PLow, row.PHigh), new Proportion(row.R, row.RLow, row.RHigh));
    }

    private sealed record Row(string By, double P, double PLow, double PHigh, double R, double RLow, double RHigh);
}
