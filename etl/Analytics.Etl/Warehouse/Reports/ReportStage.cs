using Analytics.Database;
using Dapper;
using Npgsql;

namespace Analytics.Etl.Warehouse.Reports;

/// <summary>
/// Fills <c>mart.fct_report_expected</c>: what every organisation owed and what of it came. The moment that counts is the day in
/// Bishkek; a report is late on the day after its due day.
/// </summary>
internal sealed class ReportStage(NpgsqlDataSource database, TimeProvider time)
{
    private static readonly TimeZoneInfo s_zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Bishkek");

    /// <summary>Replaces the declared duties.</summary>
    public async Task DeclareAsync(IReadOnlyCollection<ReportDuty> duties, CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        await using var transaction = await connection.BeginTransactionAsync(token);

        // Two processes that start at once would each add what the other has not shown yet.
        await connection.ExecuteAsync(new CommandDefinition("lock table ops.report_duty in share row exclusive mode", cancellationToken: token));
        await connection.ExecuteAsync(new CommandDefinition("delete from ops.report_duty", cancellationToken: token));
        await connection.ExecuteAsync(new CommandDefinition(Sql("declare_duty.sql"), duties, cancellationToken: token));
        await transaction.CommitAsync(token);
    }

    /// <returns>Whether a duty of one of these sources is declared.</returns>
    public async Task<bool> HoldsAnyOfAsync(IEnumerable<string> sources, CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        return await connection.ExecuteScalarAsync<bool>(new CommandDefinition(
            "select exists (select from ops.report_duty where source_id = any (@sources))", new { sources = sources.ToArray() }, cancellationToken: token));
    }

    /// <returns>Rows of the fact.</returns>
    public async Task<int> RunAsync(CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        await using var transaction = await connection.BeginTransactionAsync(token);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), s_zone).DateTime);
        var rows = await connection.ExecuteScalarAsync<int>(new CommandDefinition(Sql("fill_report_expected.sql"), new { today }, cancellationToken: token));
        await transaction.CommitAsync(token);
        return rows;
    }

    private static string Sql(string file) => SqlText.Beside<ReportStage>(file);
}
