using System.Data;
using System.Diagnostics;
using Analytics.Database;
using Analytics.Domain.Linkage;
using Analytics.Etl.Ingest.Load;
using Dapper;
using Npgsql;
using NpgsqlTypes;

namespace Analytics.Etl.Warehouse.Link;

/// <summary>
/// Finds the same person in the records of every list, after loads and before a publication. Only records whose tokens are new or
/// changed are compared, with the weights that the round has learnt; tokens of two rounds never are. What reviewers decided is
/// applied again each time.
/// </summary>
internal sealed class LinkStage(NpgsqlDataSource database, TimeProvider time)
{
    // Any constant of our own: two runs at once would give one person two keys.
    private const long LockKey = 0x6C696E6B616765;

    // Above every key that a sequence gives: marks persons that still need one.
    private const long FreshKeys = 1L << 60;

    /// <param name="relearn">Forget the learnt weights and compare everything again.</param>
    public Task<LinkReport> RunAsync(CancellationToken token, bool relearn = false) => PassingFaults.RetryAsync(
        async stop =>
        {
            await using var connection = await database.OpenConnectionAsync(stop);
            return await RunAsync(connection, relearn, stop);
        },
        token);

    /// <summary>The same over a connection that may hold the warehouse's locks.</summary>
    public async Task<LinkReport> RunAsync(NpgsqlConnection connection, bool relearn, CancellationToken token)
    {
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, token);

        // Cases that a load adds meanwhile would be persons whom nobody has a record of, and their persons would be deleted.
        await WarehouseLock.WaitAsync(connection, WarehouseLock.Merge, token);
        await RunAsync(connection, "select pg_advisory_xact_lock(@LockKey)", new { LockKey }, token);
        await RunAsync(connection, Sql("collect_records.sql"), null, token);
        await RunAsync(connection, "create temporary table linked_record (record_id bigint primary key, person_key bigint not null) on commit drop", null, token);
        await RunAsync(connection, "create temporary table asked_pair (like ops.link_review) on commit drop", null, token);
        var stirred = (await connection.QueryAsync<long>(Command("select distinct record_id from changed_record", null, token))).ToHashSet();
        var decisions = (await connection.QueryAsync<ReviewDecision>(Command(Sql("decisions.sql"), null, token))).ToList();
        // Undone decisions as well: what they joined or split has to be looked at again.
        stirred.UnionWith(await connection.QueryAsync<long>(Command("select record_a from ops.link_decision union select record_b from ops.link_decision", null, token)));
        var (compared, merged, split) = (0, 0, 0);
        foreach (var round in (await connection.QueryAsync<string>(Command("select distinct round from core.person_record where round is not null order by round", null, token))).ToList())
        {
            var done = await LinkRoundAsync(connection, round, decisions, stirred, relearn, token);
            (compared, merged, split) = (compared + done.Compared, merged + done.Merged, split + done.Split);
        }

        await RunAsync(connection, Sql("save_persons.sql"), null, token);
        var (records, persons) = await connection.QuerySingleAsync<(int, int)>(
            Command("select (select count(*)::int from core.person_record), (select count(*)::int from core.person)", null, token));
        await transaction.CommitAsync(token);
        return new LinkReport(records, persons, compared, merged, split);
    }

    private async Task<(int Compared, int Merged, int Split)> LinkRoundAsync(
        NpgsqlConnection connection, string round, List<ReviewDecision> decisions, HashSet<long> stirred, bool relearn, CancellationToken token)
    {
        var clock = Stopwatch.StartNew();
        var records = await RecordsAsync(connection, round, token);
        var added = records.Where(record => !record.Compared).ToList();
        var ids = records.Select(record => record.Id).ToHashSet();
        var own = decisions.Where(decision => ids.Contains(decision.A) && ids.Contains(decision.B)).ToList();
        var last = await LastRunAsync(connection, round, token);
        var known = last is null ? null : LinkModel.Read(last.Model, last.LearnedFrom, last.Unseen, last.Threshold);
        if (!relearn && last is not null && known is not null && added.Count == 0 && last.Decisions == await DecisionsAsync(connection, token) && last.Records == records.Count)
        {
            return default;
        }

        var learns = relearn || known is null || known.IsOutgrownBy(records.Count);
        var (model, pairs) = learns || known is null
            ? await LearnAsync(connection, round, relearn ? null : known, records, token)
            : await AddAsync(connection, round, known, records, added, token);
        HashSet<long> changed = learns ? ids : [.. added.Select(record => record.Id), .. stirred, .. Between(pairs, known!.Threshold, model.Threshold)];
        var groups = RoundLinkage.Gather(records, pairs, own, model.Threshold, changed);
        var (merged, split) = await SaveGroupsAsync(connection, records, groups, token);
        var (by, error) = await SaveReviewAsync(connection, round, records, pairs, model, token);
        await RunAsync(connection, Sql("save_run.sql"), new
        {
            round,
            started_at = time.GetUtcNow(),
            seconds = clock.Elapsed.TotalSeconds,
            learned = learns,
            learned_from = model.LearnedFrom,
            records = records.Count,
            new_records = added.Count,
            pairs = (long)pairs.Count,
            merged,
            split,
            decisions = await DecisionsAsync(connection, token),
            threshold = model.Threshold,
            model = model.ToJson(),
            unseen = model.UnseenMatches,
            by,
            precision = Share(error.Precision.Estimate),
            precision_lower = error.Precision.Lower,
            precision_upper = error.Precision.Upper,
            recall = Share(error.Recall.Estimate),
            recall_lower = error.Recall.Lower,
            recall_upper = error.Recall.Upper,
        }, token);
        return (added.Count, merged, split);
    }

    /// <summary>Learns from all records: from nothing, or again with the pairs that are known.</summary>
    private static async Task<(LinkModel Model, List<LinkPair> Pairs)> LearnAsync(
        NpgsqlConnection connection, string round, LinkModel? known, List<PersonRecord> records, CancellationToken token)
    {
        var (model, pairs) = known is null
            ? RoundLinkage.Learn(records, token)
            : RoundLinkage.LearnAgain(known, await PairsAsync(connection, round, token), records, token);
        await RunAsync(connection, "delete from core.link_pair using core.person_record where record_id = record_a and round = @round", new { round }, token);
        await SavePairsAsync(connection, pairs, token);
        return (model, pairs);
    }

    /// <summary>Compares the new records alone.</summary>
    private static async Task<(LinkModel Model, List<LinkPair> Pairs)> AddAsync(
        NpgsqlConnection connection, string round, LinkModel known, List<PersonRecord> records, List<PersonRecord> added, CancellationToken token)
    {
        var (model, found) = RoundLinkage.Compare(known, [.. records.Where(record => record.Compared)], added, token);
        await SavePairsAsync(connection, found, token);
        var pairs = await PairsAsync(connection, round, token);
        return (model with { Threshold = Linker.Threshold([.. pairs.Select(pair => pair.Probability)], known.Threshold) }, pairs);
    }

    /// <summary>Records of the pairs that a threshold passes over when it moves: they are links now and were not, or the other way round.</summary>
    private static IEnumerable<long> Between(List<LinkPair> pairs, double before, double now) =>
        pairs.Where(pair => pair.Probability >= Math.Min(before, now) && pair.Probability < Math.Max(before, now)).SelectMany(pair => new[] { pair.A, pair.B });

    /// <summary>With no link at all nothing is wrong and nothing known: the interval says so.</summary>
    private static double Share(double estimate) => double.IsNaN(estimate) ? 1 : estimate;

    private static async Task<(int Merged, int Split)> SaveGroupsAsync(
        NpgsqlConnection connection, IReadOnlyList<PersonRecord> records, IReadOnlyList<IReadOnlyList<long>> groups, CancellationToken token)
    {
        var keyed = records.Where(record => record.PersonKey is not null).ToDictionary(record => record.Id, record => record.PersonKey!.Value);
        var before = groups.SelectMany(group => group).Where(keyed.ContainsKey).ToDictionary(id => id, id => keyed[id]);
        var keys = PersonKeys.Carry(before, groups, FreshKeys);
        var fresh = keys.Values.Where(key => key >= FreshKeys).Distinct().Order().ToList();
        var given = (await connection.QueryAsync<long>(Command(
            "select nextval(pg_get_serial_sequence('core.person', 'person_key')) from generate_series(1, @Count)", new { fresh.Count }, token))).ToList();
        var keyOf = fresh.Zip(given).ToDictionary(pair => pair.First, pair => pair.Second);
        await using (var writer = await connection.BeginBinaryImportAsync("copy linked_record (record_id, person_key) from stdin (format binary)", token))
        {
            foreach (var (record, key) in keys)
            {
                await writer.StartRowAsync(token);
                await writer.WriteAsync(record, NpgsqlDbType.Bigint, token);
                await writer.WriteAsync(keyOf.GetValueOrDefault(key, key), NpgsqlDbType.Bigint, token);
            }

            await writer.CompleteAsync(token);
        }

        var merged = groups.Sum(group => Math.Max(0, group.Where(before.ContainsKey).Select(id => before[id]).Distinct().Count() - 1));
        var split = groups.SelectMany(group => group.Where(before.ContainsKey).Select(id => before[id]).Distinct()).CountBy(key => key).Count(key => key.Value > 1);
        return (merged, split);
    }

    private static async Task<(string By, MeasuredError Error)> SaveReviewAsync(
        NpgsqlConnection connection, string round, IReadOnlyList<PersonRecord> records, IReadOnlyList<LinkPair> pairs, LinkModel model, CancellationToken token)
    {
        var listOf = records.ToDictionary(record => record.Id, record => record.List);
        var (bands, items) = ReviewQueue.Of(pairs, model.Threshold);
        await RunAsync(connection, "delete from ops.link_band where round = @round; delete from ops.link_review where round = @round", new { round }, token);
        await RunAsync(
            connection,
            "insert into ops.link_band (round, band_from, band_to, pairs, linked) values (@round, @From, @To, @Pairs, @Linked)",
            bands.Select(band => new { round, band.From, band.To, band.Pairs, band.Linked }), token);
        await using (var writer = await connection.BeginBinaryImportAsync(
            "copy asked_pair (record_a, record_b, round, band_from, source_a, source_b, levels, linked, turn) from stdin (format binary)", token))
        {
            foreach (var item in items)
            {
                await writer.StartRowAsync(token);
                await writer.WriteAsync(item.Pair.A, NpgsqlDbType.Bigint, token);
                await writer.WriteAsync(item.Pair.B, NpgsqlDbType.Bigint, token);
                await writer.WriteAsync(round, NpgsqlDbType.Text, token);
                await writer.WriteAsync(item.BandFrom, NpgsqlDbType.Double, token);
                await writer.WriteAsync(listOf[item.Pair.A], NpgsqlDbType.Text, token);
                await writer.WriteAsync(listOf[item.Pair.B], NpgsqlDbType.Text, token);
                await writer.WriteAsync(ReviewQueue.Levels(item.Pair.Pattern), NpgsqlDbType.Array | NpgsqlDbType.Text, token);
                await writer.WriteAsync(item.Pair.Probability >= model.Threshold, NpgsqlDbType.Boolean, token);
                await writer.WriteAsync(item.Turn, NpgsqlDbType.Integer, token);
            }

            await writer.CompleteAsync(token);
        }

        await RunAsync(connection, Sql("save_review.sql"), null, token);
        var judged = (await connection.QueryAsync<(double From, int Judged, int Same)>(Command(Sql("judged.sql"), new { round }, token)))
            .ToDictionary(band => band.From, band => (band.Judged, band.Same));
        return ReviewQueue.Measure(bands, pairs, judged, model);
    }

    private static async Task<List<PersonRecord>> RecordsAsync(NpgsqlConnection connection, string round, CancellationToken token)
    {
        var records = new List<PersonRecord>();
        await using var reader = await connection.ExecuteReaderAsync(Command(Sql("records.sql"), new { round }, token));
        while (await reader.ReadAsync(token))
        {
            var text = reader.GetString(2);
            var person = PersonToken.Read(text, out var fault)
                ?? throw new InvalidOperationException($"core.person_record {reader.GetInt64(0)} holds a token that is {fault}.");
            records.Add(new PersonRecord(reader.GetInt64(0), reader.GetString(1), person, await reader.IsDBNullAsync(3, token) ? null : reader.GetInt64(3), reader.GetBoolean(4)));
        }

        return records;
    }

    private static async Task<List<LinkPair>> PairsAsync(NpgsqlConnection connection, string round, CancellationToken token) =>
        [.. (await connection.QueryAsync<(long A, long B, short Pattern, short Comparable, double LogOdds)>(Command(
            "select record_a, record_b, pattern, comparable, log_odds from core.link_pair join core.person_record on record_id = record_a where round = @round order by 1, 2",
            new { round }, token)))
            .Select(pair => new LinkPair(pair.A, pair.B, new AgreementPattern(pair.Pattern, (byte)pair.Comparable), pair.LogOdds))];

    private static async Task SavePairsAsync(NpgsqlConnection connection, List<LinkPair> pairs, CancellationToken token)
    {
        await using var writer = await connection.BeginBinaryImportAsync(
            "copy core.link_pair (record_a, record_b, pattern, comparable, log_odds) from stdin (format binary)", token);
        foreach (var pair in pairs)
        {
            await writer.StartRowAsync(token);
            await writer.WriteAsync(pair.A, NpgsqlDbType.Bigint, token);
            await writer.WriteAsync(pair.B, NpgsqlDbType.Bigint, token);
            await writer.WriteAsync(pair.Pattern.Code, NpgsqlDbType.Smallint, token);
            await writer.WriteAsync((short)pair.Pattern.ComparableParts, NpgsqlDbType.Smallint, token);
            await writer.WriteAsync(pair.LogOdds, NpgsqlDbType.Double, token);
        }

        await writer.CompleteAsync(token);
    }

    private static async Task<LastRun?> LastRunAsync(NpgsqlConnection connection, string round, CancellationToken token) =>
        await connection.QuerySingleOrDefaultAsync<LastRun>(Command(
            """
            select model::text as "Model", learned_from as "LearnedFrom", unseen_matches as "Unseen", decisions as "Decisions", records as "Records",
                   threshold as "Threshold"
            from ops.link_run where round = @round order by link_run_id desc limit 1
            """,
            new { round }, token));

    /// <summary>Changes with every decision and with every one undone.</summary>
    private static Task<int> DecisionsAsync(NpgsqlConnection connection, CancellationToken token) =>
        connection.ExecuteScalarAsync<int>(Command("select (count(*) + count(undone_at))::int from ops.link_decision", null, token));

    private static Task<int> RunAsync(NpgsqlConnection connection, string sql, object? parameters, CancellationToken token) =>
        connection.ExecuteAsync(Command(sql, parameters, token));

    private static CommandDefinition Command(string sql, object? parameters, CancellationToken token) =>
        new(sql, parameters, commandTimeout: 0, cancellationToken: token);

    private static string Sql(string file) => SqlText.Beside<LinkStage>(file);

    private sealed record LastRun(string Model, int LearnedFrom, double Unseen, int Decisions, int Records, double Threshold);
}
