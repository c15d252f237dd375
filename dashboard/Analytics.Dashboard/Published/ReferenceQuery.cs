using System.Data.Common;
using Analytics.Database;
using Analytics.Domain;
using Analytics.Domain.Measures;
using Npgsql;

namespace Analytics.Dashboard.Published;

/// <summary>Reads the current publication and what is published beside its cells.</summary>
public static class ReferenceQuery
{
    /// <summary>Null before the first publication.</summary>
    public static async Task<Publication?> PublicationAsync(NpgsqlDataSource database, CancellationToken token) =>
        (await ReadAsync(database, "publication.sql", row => new Publication(
            row.GetInt64(0), Moment(row, 1)!.Value, Moment(row, 2), row.GetBoolean(3)), token)).SingleOrDefault();

    /// <summary>The publication that stood on the evening of a day; null where nothing was published by then.</summary>
    public static async Task<Publication?> PublicationAsync(NpgsqlDataSource database, DateOnly knownOn, CancellationToken token)
    {
        await using var command = database.CreateCommand(SqlText.Beside(typeof(ReferenceQuery), "publication_known_on.sql"));
        command.Parameters.AddWithValue("day", knownOn);
        await using var row = await command.ExecuteReaderAsync(token);
        return await row.ReadAsync(token) ? new Publication(row.GetInt64(0), Moment(row, 1)!.Value, Moment(row, 2), row.GetBoolean(3)) : null;
    }

    public static async Task<Reference> ReferenceAsync(NpgsqlDataSource database, CancellationToken token) => new(
        await ReadAsync(database, "cuts.sql", row => new Cut(
            row.GetString(0), CodeText.PeriodKind(row.GetString(1)), row.GetFieldValue<string[]>(2)), token),
        await ReadAsync(database, "members.sql", row => new Member(
            row.GetString(0), row.GetString(1), Text(row, 2), row.GetInt32(3), Words(row, 4))
        {
            From = row.GetFieldValue<DateOnly>(7),
            To = row.GetFieldValue<DateOnly>(8),
            Breaks = row.GetFieldValue<DateOnly[]>(9),
        }, token),
        await ReadAsync(database, "events.sql", row => new PolicyEvent(
            row.GetString(0), Day(row, 1)!.Value, Day(row, 2), row.GetString(3), Words(row, 4)), token),
        await ReadAsync(database, "population.sql", row => new Population(
            row.GetString(0), row.GetInt32(1), row.GetInt64(2), row.GetBoolean(3)), token),
        await ReadAsync(database, "sources.sql", row => new SourceStatus(
            row.GetString(0), row.GetString(1), row.GetBoolean(2), Moment(row, 3), Day(row, 4), Day(row, 5), row.GetInt32(6)), token),
        await LedgerAsync(database, token));

    /// <summary>Donors whose programmes an account belongs to.</summary>
    public static Task<List<(string Donor, string Account)>> DonorsAsync(NpgsqlDataSource database, CancellationToken token) =>
        ReadAsync(database, "donor_accounts.sql", row => (row.GetString(0), row.GetString(1)), token);

    private static async Task<Ledger> LedgerAsync(NpgsqlDataSource database, CancellationToken token) => new(
        await ReadAsync(database, "ledger.sql", row => new LedgerFigure(
            row.GetString(0), Day(row, 1)!.Value, Day(row, 2)!.Value, row.GetString(3), row.GetString(4), row.GetString(5),
            row.IsDBNull(6) ? null : row.GetDecimal(6), Text(row, 7), row.GetString(8),
            new LedgerSource(row.GetString(9), row.GetString(10), row.GetString(11)),
            row.IsDBNull(12) ? null : Words(row, 12)), token),
        await ReadAsync(database, "ledger_indicators.sql", row => new LedgerIndicator(row.GetString(0), Text(row, 1), Words(row, 2)), token),
        await ReadAsync(database, "ledger_rivals.sql", row => new LedgerRival(row.GetString(0), row.GetString(1), Words(row, 2)), token));

    private static async Task<List<T>> ReadAsync<T>(NpgsqlDataSource database, string file, Func<DbDataReader, T> map, CancellationToken token)
    {
        await using var command = database.CreateCommand(SqlText.Beside(typeof(ReferenceQuery), file));
        await using var reader = await command.ExecuteReaderAsync(token);
        List<T> rows = [];
        while (await reader.ReadAsync(token))
        {
            rows.Add(map(reader));
        }

        return rows;
    }

    private static LocalText Words(DbDataReader row, int first) => new(row.GetString(first), row.GetString(first + 1), row.GetString(first + 2));

    private static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static DateOnly? Day(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<DateOnly>(column);

    private static DateTimeOffset? Moment(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<DateTimeOffset>(column);
}
