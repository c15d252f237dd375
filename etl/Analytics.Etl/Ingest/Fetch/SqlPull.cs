using System.Data;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Analytics.Database;
using Dapper;
using Npgsql;

namespace Analytics.Etl.Ingest.Fetch;

/// <summary>
/// Pulls the rows of another PostgreSQL that come after the last watermark that was loaded, as JSON lines in which every value is the
/// text that the server wrote. The new watermark is saved with the load; until then a pull begins where the last loaded one ended.
/// </summary>
internal sealed class SqlPull(SqlFetch settings, FetchFolder folder, FetchStore store, TimeProvider time)
{
    private static readonly JsonWriterOptions s_json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <returns>Null when nothing is new.</returns>
    /// <exception cref="FetchFailedException">It cannot go on; the inbox has nothing of it to load.</exception>
    public async Task<FetchedFile?> RunAsync(CancellationToken token)
    {
        var last = await store.WatermarkAsync(token) ?? settings.First;
        try
        {
            var reached = await Retries.Of(settings.Patience, time).ExecuteAsync(async t => await PullAsync(last, t), token);
            return reached is null ? null : new FetchedFile(folder.Deliver(folder.Partial, ".jsonl"), connection => store.SaveWatermarkAsync(connection, reached));
        }
        finally
        {
            folder.Clear();
        }
    }

    /// <returns>The watermark of the last row, or <paramref name="last"/> where that has none; null when there is no row.</returns>
    private async Task<string?> PullAsync(string last, CancellationToken token)
    {
        try
        {
            await using var connection = new NpgsqlConnection(settings.Open());
            await connection.OpenAsync(token);
            await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, token);
            var timeout = TimeSpan.FromSeconds(settings.TimeoutSeconds).TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture);
            await connection.ExecuteAsync(new CommandDefinition(SqlText.Beside<SqlPull>("pull_settings.sql"), new { timeout }, transaction, cancellationToken: token));
            await using var command = new NpgsqlCommand(await QueryAsync(token), connection, transaction) { AllResultTypesAreUnknown = true, CommandTimeout = 0 };
            command.Parameters.AddWithValue("watermark", last);
            await using var rows = await command.ExecuteReaderAsync(CommandBehavior.SequentialAccess, token);
            return await SaveAsync(rows, last, token);
        }
        catch (PostgresException cause) when (cause.IsTransient)
        {
            throw new TransientFailureException($"the database is busy (SQLSTATE {cause.SqlState})", cause: cause);
        }
        catch (PostgresException cause)
        {
            // Its message may quote a row.
            throw new FetchFailedException(cause.SqlState switch
            {
                PostgresErrorCodes.QueryCanceled => $"the query took longer than {settings.TimeoutSeconds} s: raise TimeoutSeconds, or index the watermark column",
                PostgresErrorCodes.ReadOnlySqlTransaction => "the query tries to write: it may only read",
                PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification => $"the database refused the password{(settings.Password is null ? ", see PasswordFrom" : $" in {settings.Password.From}")}",
                PostgresErrorCodes.InsufficientPrivilege => "the user may not read what the query asks for: have it granted there",
                _ => $"the database refused the query (SQLSTATE {cause.SqlState}): try {settings.Query} there by hand",
            }, cause);
        }
        catch (NpgsqlException cause)
        {
            throw new TransientFailureException("the database cannot be reached, or broke off: check Connection, and that the server's certificate is trusted", cause: cause);
        }
    }

    private async Task<string> QueryAsync(CancellationToken token)
    {
        try
        {
            return await File.ReadAllTextAsync(settings.Query, token);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new FetchFailedException($"{settings.Query} cannot be read", cause);
        }
    }

    private async Task<string?> SaveAsync(NpgsqlDataReader rows, string last, CancellationToken token)
    {
        var names = Enumerable.Range(0, rows.FieldCount).Select(rows.GetName).ToArray();
        var mark = Array.IndexOf(names, settings.Watermark);
        if (mark < 0 || names.Distinct(StringComparer.Ordinal).Count() < names.Length)
        {
            throw new FetchFailedException($"the query must give the column {settings.Watermark}, and no two columns of one name");
        }

        string? reached = null;
        await using var file = new FileStream(folder.Partial, FileMode.Create, FileAccess.Write, FileShare.None);
        await using var writer = new Utf8JsonWriter(file, s_json);
        while (await rows.ReadAsync(token))
        {
            reached ??= last;
            writer.WriteStartObject();
            for (var i = 0; i < names.Length; i++)
            {
                var value = await rows.IsDBNullAsync(i, token) ? null : rows.GetString(i);
                writer.WriteString(names[i], value);
                reached = i == mark && value is not null ? value : reached;
            }

            writer.WriteEndObject();
            await writer.FlushAsync(token);
            writer.Reset();
            file.WriteByte((byte)'\n');
            if (file.Length > settings.MostMegabytes * 1024 * 1024)
            {
                throw new FetchFailedException("the query gives more than MostMegabytes allows: raise it, or end the query with 'fetch first N rows with ties'");
            }
        }

        return reached;
    }
}
