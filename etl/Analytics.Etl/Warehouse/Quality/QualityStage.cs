using Analytics.Database;
using Analytics.Domain.Quality;
using Analytics.Etl.Feeds;
using Analytics.Etl.Warehouse.Reports;
using Dapper;
using Npgsql;

namespace Analytics.Etl.Warehouse.Quality;

/// <summary>
/// Examines each loaded batch once: which months it reports on, and what the rules of <see cref="QualityCatalogue"/> find in its rows.
/// What was found in rows is looked at again until it is corrected. A batch is examined whole or not at all.
/// </summary>
internal sealed class QualityStage(NpgsqlDataSource database, TimeProvider time)
{
    // Any constant of our own: two runs at once would examine the same batches.
    private const long LockKey = 0x7175616C697479;

    private static readonly TimeZoneInfo s_zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Bishkek");

    /// <returns>Batches examined.</returns>
    public async Task<int> RunAsync(CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        await connection.ExecuteAsync(Command("select pg_advisory_lock(@LockKey)", new { LockKey }, token));
        try
        {
            var pending = (await connection.QueryAsync<BatchRow>(Command(Sql("pending_batches.sql"), null, token))).ToList();
            var series = new MonthlySeries(connection);
            foreach (var batch in pending)
            {
                await ExamineAsync(connection, batch, series, token);
            }

            await LookAgainAsync(connection, pending.Count == 0 ? long.MaxValue : pending[0].Batch_Id, token);
            return pending.Count;
        }
        finally
        {
            await WarehouseLock.LetGoAsync(connection, "select pg_advisory_unlock(@LockKey)", new { LockKey });
        }
    }

    private async Task ExamineAsync(NpgsqlConnection connection, BatchRow batch, MonthlySeries series, CancellationToken token)
    {
        await using var transaction = await connection.BeginTransactionAsync(token);
        await connection.ExecuteAsync(Command(SqlText.Beside<ReportStage>("reported_months.sql"), new { batch_id = batch.Batch_Id }, token));
        foreach (var rule in QualityCatalogue.All.Where(rule => rule.Feeds.Contains(batch.Feed, StringComparer.Ordinal)))
        {
            var found = rule.Id switch
            {
                QualityCatalogue.MonthlyOutlier => await series.OutliersAsync(batch, Today(), token),
                QualityCatalogue.MonthlyChange => await series.ChangesAsync(batch, Today(), token),
                QualityCatalogue.Unknowns => await UnknownsAsync(connection, batch, token),
                _ => await RowsAsync(connection, batch, rule.Id, token),
            };
            await connection.ExecuteAsync(Command(
                Sql("save_result.sql"),
                new
                {
                    batch_id = batch.Batch_Id,
                    rule = rule.Id,
                    severity = rule.Severity.ToString().ToLowerInvariant(),
                    found.Checked,
                    found.Found,
                    found.Lines,
                    found.Subjects,
                },
                token));
        }

        await connection.ExecuteAsync(Command("update ops.batch set examined_at = @now where batch_id = @id", new { now = time.GetUtcNow(), id = batch.Batch_Id }, token));
        await transaction.CommitAsync(token);
    }

    /// <summary>Rows that a later file corrected are found no more; where none came and the day is the same, nothing is read.</summary>
    private async Task LookAgainAsync(NpgsqlConnection connection, long firstNew, CancellationToken token)
    {
        foreach (var open in (await connection.QueryAsync<OpenFinding>(Command(Sql("open_findings.sql"), new { first_new = firstNew, today = Today() }, token))).ToList())
        {
            if (QualityCatalogue.Find(open.Rule) is { Finding: Finding.Row })
            {
                var now = await RowsAsync(connection, new BatchRow(open.Batch_Id, open.Feed, open.Source_Id), open.Rule, token);
                await connection.ExecuteAsync(Command(
                    Sql("keep_look.sql"),
                    new { now = now.Found, looked_until = open.Loaded_Until, today = Today(), id = open.Batch_Id, rule = open.Rule },
                    token));
            }
        }
    }

    private async Task<RuleResult> RowsAsync(NpgsqlConnection connection, BatchRow batch, string rule, CancellationToken token)
    {
        var today = Today();
        var row = await connection.QuerySingleAsync<Counted>(Command(
            Sql($"{rule}.{batch.Feed}.sql"), new { batch_id = batch.Batch_Id, today = (today.Year * 10000) + (today.Month * 100) + today.Day }, token));
        return new RuleResult(row.Checked, row.Found, row.Lines, []);
    }

    private static async Task<RuleResult> UnknownsAsync(NpgsqlConnection connection, BatchRow batch, CancellationToken token)
    {
        var columns = (await connection.QueryAsync<Filled>(Command(
            Sql("fill_against_past.sql"), new { batch_id = batch.Batch_Id, source_id = batch.Source_Id }, token))).ToList();
        var risen = columns.Where(c => UnknownShare.HasRisen(c.Empty_Now, c.Rows_Now, c.Empty_Before, c.Rows_Before)).Select(c => c.Column_Name).ToArray();
        return new RuleResult(columns.Count, risen.Length, [], risen);
    }

    private DateOnly Today() => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), s_zone).DateTime);

    private static string Sql(string file) => SqlText.Beside<QualityStage>(file);

    private static CommandDefinition Command(string sql, object? parameters, CancellationToken token) => new(sql, parameters, commandTimeout: 0, cancellationToken: token);

    private sealed class Counted
    {
        public long Checked { get; init; }

        public long Found { get; init; }

        public long[] Lines { get; init; } = [];
    }

    private sealed record Filled(string Column_Name, long Empty_Now, long Rows_Now, long Empty_Before, long Rows_Before);

    private sealed record OpenFinding(long Batch_Id, string Feed, string Source_Id, string Rule, DateTime Loaded_Until);
}

/// <summary>A batch that is examined.</summary>
internal sealed record BatchRow(long Batch_Id, string Feed, string Source_Id);

/// <summary>What a rule found.</summary>
/// <param name="Checked">Rows, months or columns looked at.</param>
/// <param name="Lines">Lines of the first rows found.</param>
/// <param name="Subjects">Columns or months found.</param>
internal sealed record RuleResult(long Checked, long Found, long[] Lines, string[] Subjects);
