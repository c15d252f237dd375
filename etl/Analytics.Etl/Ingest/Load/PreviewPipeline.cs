using Analytics.Contracts;
using Analytics.Database;
using Analytics.Domain;
using Analytics.Etl.Feeds;
using Analytics.Etl.Ingest.Files;
using Analytics.Etl.Ingest.Parse;
using Analytics.Etl.Mappings;
using Dapper;
using Npgsql;

namespace Analytics.Etl.Ingest.Load;

/// <summary>
/// What <see cref="LoadPipeline"/> would make of a file: the same reading, checks, types and merge, but the merge works on a temporary
/// copy of the versions that the file's keys meet, in a transaction that is rolled back. The warehouse stays as it is, its sequences too.
/// </summary>
internal sealed class PreviewPipeline(NpgsqlDataSource database, TimeProvider time, IProgress<long>? readSoFar = null)
{
    private const int MostRows = 12;
    private const int MostLines = 10;
    private const int MostProblems = 200;

    /// <summary>Previews one file, or each file of a zip archive.</summary>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    public async Task<Preview> LookAsync(string path, Mapping mapping, CancellationToken token)
    {
        var files = new List<FilePreview>();
        var name = ShownName.Of(Path.GetFileName(path));
        HashSet<string> rounds;
        await using (var connection = await database.OpenConnectionAsync(token))
        {
            rounds = await LoadPipeline.OpenRoundsAsync(connection, token);
        }

        try
        {
            if (ZipContents.IsArchive(path))
            {
                using var contents = ZipContents.Open(path);
                for (var i = 0; i < contents.Count; i++)
                {
                    var (inside, unpacked) = contents.Unpack(i);
                    files.Add(await LookAtAsync($"{name}/{ShownName.Of(inside)}", unpacked, mapping, rounds, token));
                }
            }
            else
            {
                files.Add(await LookAtAsync(name, path, mapping, rounds, token));
            }
        }
        catch (UnreadableFileException cause)
        {
            files.Add(Refused(name, new FileInfo(path).Length, null, cause.Said, 0, []));
        }

        return new Preview(mapping.Feed.Name, files);
    }

    private async Task<FilePreview> LookAtAsync(string name, string path, Mapping mapping, HashSet<string> rounds, CancellationToken token)
    {
        var bytes = new FileInfo(path).Length;
        Detected? detected = null;
        try
        {
            using var rows = CorrectedRows.Open(path, mapping.Reading);
            var dated = DateOrder.Apply(mapping, rows.HasFixedHeader, () => CorrectedRows.Open(path, mapping.Reading), out var order);
            detected = rows.Detected with { Dates = order };
            var columns = Binding.Look(rows.Header, dated);
            using var parser = RowParser.Create(dated, rows, LoadPipeline.Today(time), rounds, out var refusal);
            var shape = new FileShape(rows.Header);
            if (parser is null)
            {
                var read = LoadPipeline.Count(rows, shape, token);
                return Refused(name, bytes, detected, await ExplainAsync(mapping, refusal!.Value, rows, shape, [], token), read, columns);
            }

            return await TryAsync(new FilePreview(name, bytes, detected, null, new(0, 0, 0, 0, 0, 0), 0, columns, [], [], [], []), dated, rows, parser, shape, token);
        }
        catch (UnreadableFileException cause)
        {
            return Refused(name, bytes, detected, cause.Said, 0, []);
        }
        catch (Exception cause) when (FileFault.Of(cause) is { } reason)
        {
            return Refused(name, bytes, detected, reason, 0, []);
        }
    }

    private async Task<LocalText> ExplainAsync(
        Mapping mapping, LocalText reason, ISourceRows rows, FileShape shape, IReadOnlyList<NewCode> codes, CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        return (await LastLoaded.ExplainAsync(connection, mapping.Source, mapping.Feed.Name, reason, rows.Header, shape, codes, token)).Reason;
    }

    private async Task<FilePreview> TryAsync(FilePreview file, Mapping mapping, ISourceRows rows, RowParser parser, FileShape shape, CancellationToken token)
    {
        var feed = mapping.Feed;
        var problems = new ProblemList();
        await using var connection = await database.OpenConnectionAsync(token);
        await using var transaction = await connection.BeginTransactionAsync(token);

        // No batch has this number: numbers of batches come from a sequence that starts at 1.
        const long Batch = 0;
        var loader = new BulkLoader(connection, feed, Batch, problems.Add, readSoFar, shape);
        await loader.CopyAsync(rows, parser, stored: null, token);
        var found = file with
        {
            Missing = [.. feed.Columns.Where(c => !file.Columns.Any(f => f.ReadAs?.Split(", ").Contains(c.Name, StringComparer.Ordinal) == true)
                && mapping.Columns.GetValueOrDefault(c.Name) is null or FromColumn or Joined or Flags).Select(c => c.Name)],
            Scrubbed = parser.Scrubbed,
        };
        if (Refusals.OfLimit(loader, feed, rows) is { } limit)
        {
            var read = loader.Read + LoadPipeline.Count(rows, shape, token);
            var refused = LoadPipeline.WereRejected(rows) ? limit : await ExplainAsync(mapping, limit, rows, shape, parser.NewCodes.Shown(), token);
            return found with { Refused = refused, Counts = new(read, 0, 0, 0, 0, read), Problems = problems.All(MostProblems) };
        }

        var stored = await FirstRowsAsync(connection, feed, token);
        if (!mapping.ReplacesRecords && await FindChangedRecordsAsync(connection, feed, token) is { Rows: > 0 } changed)
        {
            return found with
            {
                Refused = changed.Question(feed, loader.Read), Counts = new(loader.Read, 0, 0, 0, 0, loader.Read), Problems = problems.All(MostProblems),
            };
        }

        var merged = await MergeAsync(connection, feed, loader.LastLine, loader.Read - loader.Rejected, token);
        foreach (var duplicate in merged.Problems)
        {
            problems.Add(duplicate.Column_Name, duplicate.Rule, new LocalText(duplicate.Expected_En, duplicate.Expected_Ru, duplicate.Expected_Ky), duplicate.Line);
        }

        var filled = feed.Columns.Index().Where(c => stored.Exists(r => r.Values[c.Index] is not null)).ToList();
        var counts = merged.Counts;
        return found with
        {
            Counts = new(loader.Read, counts.Inserted, counts.Updated, counts.Unchanged, counts.Deleted, loader.Rejected + counts.Duplicate),
            RowColumns = [.. filled.Select(c => c.Item.Name)],
            Rows = [.. stored.Select(r => new RowPreview(r.Line, [.. filled.Select(c => r.Values[c.Index])]))],
            Problems = problems.All(MostProblems),
        };
    }

    private static async Task<ChangedRecords> FindChangedRecordsAsync(NpgsqlConnection connection, Feed feed, CancellationToken token)
    {
        if (FeedSql.ChangedRecords(feed) is not { } sql)
        {
            return new ChangedRecords(0, 0);
        }

        await connection.ExecuteAsync(Command(FeedSql.Conform(feed), null, token));
        return await connection.QuerySingleAsync<ChangedRecords>(Command(sql, new { batch_id = 0L }, token));
    }

    private static async Task<(Merged Counts, IReadOnlyList<Duplicate> Problems)> MergeAsync(NpgsqlConnection connection, Feed feed, long lastLine, long staged, CancellationToken token)
    {
        await connection.ExecuteAsync(Command(SqlText.Beside<LoadPipeline>("plan_for_size.sql"), new { nested_loops = staged < BatchMerge.LargeBatch ? "on" : "off" }, token));
        await connection.ExecuteAsync(Command(FeedSql.Conform(feed), null, token));

        // Identifiers come from the feed's own declaration.
        var keys = string.Join(" and ", feed.Key.Select(key => $"current.{key} = incoming.{key}"));
        await connection.ExecuteAsync(Command(
            Filled("preview_target.sql", feed.Name, keys), null, token));
        var counts = await connection.QuerySingleAsync<Merged>(Command(SqlText.Beside<PreviewPipeline>("preview_merge.sql"), new { feed = feed.Name, keys = feed.Key.ToArray(), last_line = lastLine, staged }, token));
        var problems = counts.Duplicate == 0 ? [] : await connection.QueryAsync<Duplicate>(Command(SqlText.Beside<PreviewPipeline>("preview_problems.sql"), null, token));
        return (counts, [.. problems]);
    }

    private static async Task<List<(long Line, string?[] Values)>> FirstRowsAsync(NpgsqlConnection connection, Feed feed, CancellationToken token)
    {
        // Identifiers come from the feed's own declaration.
        var columns = string.Join(", ", feed.Columns.Select(c => c.Name));
        var sql = Filled("preview_rows.sql", feed.Name, columns);
        var rows = new List<(long, string?[])>();
        await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new("most", MostRows) } };
        await using var reader = await command.ExecuteReaderAsync(token);
        while (await reader.ReadAsync(token))
        {
            var values = new string?[feed.Columns.Count];
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = await reader.IsDBNullAsync(i + 1, token) ? null : reader.GetString(i + 1);
            }

            rows.Add((reader.GetInt64(0), values));
        }

        return rows;
    }

    private static string Filled(string file, string table, string names) => SqlText.Beside<PreviewPipeline>(file)
        .Replace("{0}", table, StringComparison.Ordinal).Replace("{1}", names, StringComparison.Ordinal);

    private static FilePreview Refused(string name, long bytes, Detected? detected, LocalText why, long read, IReadOnlyList<ColumnPreview> columns) =>
        new(name, bytes, detected, why, new(read, 0, 0, 0, 0, read), 0, columns, [], [], [], []);

    private static CommandDefinition Command(string sql, object? parameters, CancellationToken token) => new(sql, parameters, commandTimeout: 0, cancellationToken: token);

    private sealed record Duplicate(long Line, string? Column_Name, string Rule, string Expected_En, string Expected_Ru, string Expected_Ky);

    /// <summary>Problems, those of a rule and column together.</summary>
    private sealed class ProblemList
    {
        private readonly Dictionary<(string? Column, string Rule), (LocalText Expected, long Rows, List<long> Lines)> _problems = [];

        public void Add(RowError error) => Add(error.Column, error.Problem.Rule, error.Problem.Expected, error.Line);

        public void Add(string? column, string rule, LocalText expected, long line)
        {
            var (_, rows, lines) = _problems.GetValueOrDefault((column, rule), (expected, 0, []));
            if (lines.Count < MostLines)
            {
                lines.Add(line);
            }

            _problems[(column, rule)] = (expected, rows + 1, lines);
        }

        public IReadOnlyList<ProblemPreview> All(int most) =>
            [.. _problems.OrderByDescending(p => p.Value.Rows).Take(most).Select(p => new ProblemPreview(p.Key.Column, p.Key.Rule, p.Value.Expected, p.Value.Rows, p.Value.Lines))];
    }
}
