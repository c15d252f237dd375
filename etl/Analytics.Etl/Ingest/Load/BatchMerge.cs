using Analytics.Database;
using Analytics.Domain;
using Analytics.Etl.Feeds;
using Dapper;
using Npgsql;

namespace Analytics.Etl.Ingest.Load;

/// <summary>What became of a batch's accepted rows; they add up.</summary>
internal sealed record Merged(long Inserted, long Updated, long Unchanged, long Deleted, long Duplicate);

/// <summary>Rows of a batch whose key belongs to a record of other content.</summary>
internal sealed record ChangedRecords(long Rows, long First_Line)
{
    /// <summary>The question that they put.</summary>
    public LocalText Question(Feed feed, long read) => new LocalText(
        "{0} of {1} rows, the first on line {2}, have the key ({3}) of a record whose content is another ({4} differ, most of them): numbering has probably begun anew, and nobody was replaced. "
        + "If these are other records, build the key from several columns in a mapping (join: a year, a period or #sheet with the number); if they are corrections, load the file with --replace, or set same_key: replace in the mapping",
        "в {0} строках из {1}, первая — строка {2}, ключ ({3}) принадлежит записи с другим содержанием (различается большинство из: {4}): вероятно, нумерация началась заново; никто не был заменён. "
        + "Если это другие записи, составьте ключ из нескольких столбцов в сопоставлении (join: год, период или #sheet вместе с номером); если это исправления, загрузите файл с --replace или укажите same_key: replace в сопоставлении",
        "{1} саптын {0} сабында, биринчиси {2}-сап, ачкыч ({3}) мазмуну башка жазууга таандык (булардын көбү айырмаланат: {4}): номерлөө кайра башталган окшойт; эч ким алмаштырылган жок. "
        + "Эгер булар башка жазуулар болсо, дал келтирүүдө ачкычты бир нече тилкеден түзүңүз (join: жыл, мезгил же #sheet менен номер); оңдоолор болсо, файлды --replace менен жүктөңүз же дал келтирүүдө same_key: replace коюңуз").With(
        Rows, read, First_Line, string.Join(", ", feed.Key), string.Join(", ", feed.Identity));
}

/// <summary>
/// The rows of a batch from <c>raw</c> to <c>core</c> and <c>mart</c>: the same steps when a file is loaded and when all is rebuilt from
/// <c>raw</c>. New keys can go in chunk by chunk while the rest of the file is still read; what depends on the whole batch comes at its end.
/// </summary>
/// <param name="knownSince">When the warehouse learned the rows; later than that of every batch merged before.</param>
/// <param name="bulkPath">What has taken the first of the rows, and takes no more.</param>
internal sealed class BatchMerge(NpgsqlConnection connection, Feed feed, long batchId, DateTime knownSince, BulkPath? bulkPath = null)
{
    /// <summary>From here on joining by hash beats joining row by row; the planner cannot know, since a batch's rows are newer than its statistics.</summary>
    public const long LargeBatch = 5_000;

    /// <summary>From here on a batch changes what the planner has to know.</summary>
    private const long MuchNew = 50_000;

    private long _rows = bulkPath?.CopiedRows ?? 0;
    private long _inserted = bulkPath?.CopiedRows ?? 0;
    private long _upTo = bulkPath?.CopiedTo ?? -1;
    private bool _isConformed;

    /// <summary>Puts in the keys that are new.</summary>
    /// <param name="upTo">The last line that is in raw.</param>
    /// <param name="rows">All rows of the batch up to there.</param>
    public async Task AddAsync(long upTo, long rows, CancellationToken token)
    {
        if (rows == _rows)
        {
            return;
        }

        if (!_isConformed)
        {
            await connection.ExecuteAsync(Command(FeedSql.Conform(feed), null, token));
            _isConformed = true;
        }

        await connection.ExecuteAsync(Command(Sql("plan_for_size.sql"), new { nested_loops = rows < LargeBatch ? "on" : "off" }, token));
        _inserted += await connection.ExecuteScalarAsync<long>(Command(
            Sql("insert_new.sql"),
            new { feed = feed.Name, keys = feed.Key.ToArray(), batch_id = batchId, known_since = knownSince, after = _upTo, up_to = upTo, in_range = rows - _rows },
            token));
        (_upTo, _rows) = (upTo, rows);
    }

    /// <summary>Rows that would put another record in the place of one that is there, and the first line of them; after the last row was added.</summary>
    public async Task<ChangedRecords> FindChangedRecordsAsync(CancellationToken token) =>
        _inserted == _rows || FeedSql.ChangedRecords(feed) is not { } sql
            ? new ChangedRecords(0, 0)
            : await connection.QuerySingleAsync<ChangedRecords>(Command(sql, new { batch_id = batchId }, token));

    /// <summary>Judges the rows whose key was there, and makes facts of all that is new; after the last row was added.</summary>
    /// <param name="sourceKey">The source in the star schema.</param>
    public async Task<Merged> FinishAsync(int sourceKey, CancellationToken token)
    {
        var rest = _inserted == _rows
            ? new Verdicts(0, 0, 0, 0)
            : await connection.QuerySingleAsync<Verdicts>(Command(
                Sql("merge.sql"), new { feed = feed.Name, keys = feed.Key.ToArray(), batch_id = batchId, known_since = knownSince }, token));
        await connection.ExecuteAsync(Command("drop view if exists pg_temp.incoming", null, token));
        await SummarizeAsync(ofFacts: false, token);
        await MakeFactsAsync(sourceKey, rest, token);
        await SummarizeAsync(ofFacts: true, token);
        return new Merged(_inserted, rest.Updated, rest.Unchanged, rest.Deleted, rest.Duplicate);
    }

    private async Task MakeFactsAsync(int sourceKey, Verdicts rest, CancellationToken token)
    {
        if (bulkPath is { CopiedRows: > 0 } && bulkPath.CopiedRows == _rows)
        {
            await bulkPath.Copy.SumUpAsync(connection, token);
            return;
        }

        var copiedTo = bulkPath?.CopiedTo ?? -1;
        if (copiedTo >= 0 && rest.Unchanged + rest.Duplicate > 0)
        {
            // A row that was copied may have given way to a later one of its key in the same file.
            await connection.ExecuteAsync(Command(Sql("delete_facts.sql"), new { batch_id = batchId }, token));
            copiedTo = -1;
        }

        foreach (var script in FeedList.FactSql(feed.Name))
        {
            var parameters = new { batch_id = batchId, known_since = knownSince, source_key = sourceKey, changed = rest.Updated + rest.Deleted > 0, copied_to = copiedTo };
            await connection.ExecuteAsync(Command(script, parameters, token));
        }
    }

    private Task<int> SummarizeAsync(bool ofFacts, CancellationToken token) =>
        connection.ExecuteAsync(Command(Sql("summarize.sql"), new { feed = feed.Name, of_facts = ofFacts, is_large = _rows >= MuchNew }, token));

    private static string Sql(string file) => SqlText.Beside<BatchMerge>(file);

    private static CommandDefinition Command(string sql, object? parameters, CancellationToken token) => new(sql, parameters, commandTimeout: 0, cancellationToken: token);

    private sealed record Verdicts(long Updated, long Unchanged, long Deleted, long Duplicate);
}
