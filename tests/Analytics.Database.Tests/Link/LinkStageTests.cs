using Analytics.Database.Tests.Etl;
using Analytics.Domain.Linkage;
using Analytics.Demo;
using Analytics.Demo.People;
using Analytics.Etl.Warehouse.Link;
using Dapper;

namespace Analytics.Database.Tests.Link;

/// <summary>Linking inside the warehouse, on invented people whose truth is known to the test alone.</summary>
public sealed class LinkStageTests : IAsyncLifetime
{
    private const string Header = "organisation,case_ref,intake_date,person_token,deleted";
    private readonly EtlFixture _warehouse = new();
    private readonly DemoTokens _tokens = new(seed: 7);
    private readonly SeededRandom _random = new(7, "link stage");

    public Task InitializeAsync() => _warehouse.InitializeAsync();

    public Task DisposeAsync() => _warehouse.DisposeAsync();

    [DatabaseFact]
    public async Task Run_PeopleAtTwoOrganisations_FindsThemAndFullRelinkAgrees()
    {
        var people = Enumerable.Range(0, 400).Select(_ => Person()).ToList();
        await LoadAsync([.. people.Take(300).Select((person, i) => Case("NGO-01", $"A-{i:0000}", _tokens.InFull(person)))]);
        await LinkAsync();
        await LoadAsync([.. people.Select((person, i) => Case("NGO-02", $"B-{i:0000}", _tokens.AsWritten(_random, person)))]);
        var second = await LinkAsync();
        Assert.Equal(400, second.Compared);
        var persons = await PersonsAsync();
        var (right, wrong) = (persons.Count(p => p.Value.Count == 2 && p.Value[0][2..] == p.Value[1][2..]), persons.Count(p => p.Value.Count > 1 && p.Value.DistinctBy(r => r[2..]).Count() > 1));
        Assert.True(right >= 285, $"{right} of 300 found");
        Assert.True(wrong <= 3, $"{wrong} strangers joined");

        // The same persons with the same keys, found all at once: how far weights learnt from more records change anything.
        await new LinkStage(_warehouse.Etl, _warehouse.Time).RunAsync(CancellationToken.None, relearn: true);
        var again = await PersonsAsync();
        var same = persons.Count(p => again.TryGetValue(p.Key, out var records) && records.SequenceEqual(p.Value));
        Assert.True(same >= 0.99 * persons.Count, $"{same} of {persons.Count} persons as before");
        Assert.Equal(
            (400, true),
            (await _warehouse.ScalarAsync<int>("select count(*)::int from core.person_record where list = 'ngo_case' and organisation = 'NGO-02'"),
                await _warehouse.ScalarAsync<bool>("select bool_and(recall_estimate > 0.8 and recall_lower < recall_estimate and precision_upper <= 1) from ops.link_run where records = 700")));
    }

    [DatabaseFact]
    public async Task Run_RepeatsOnAPoolOfStrangers_FindsThemKeepsKeysAndAsksAboutTheRest()
    {
        var people = Enumerable.Range(0, 1_300).Select(_ => Person()).ToList();
        await CallAsync("A", people.Take(600).Select(_tokens.InFull));
        await LinkAsync();
        var keys = await KeysAsync();
        await CallAsync("B", people.Take(100).Select(person => _tokens.AsWritten(_random, person)));
        Assert.Equal(100, (await LinkAsync()).Compared);
        var found = await FoundAsync();
        Assert.True(found >= 92, $"{found} of 100 found");
        var asked = await _warehouse.ScalarAsync<int>(
            """
            select count(*)::int from core.person_record as a join core.person_record as b on a.reference = 'A-' || substr(b.reference, 3)
            where b.reference like 'B-%' and (a.person_key = b.person_key or exists (
                select from ops.link_review where record_a in (a.record_id, b.record_id) and record_b in (a.record_id, b.record_id)))
            """);
        Assert.True(asked >= 98, $"{asked} of 100 found or asked about");

        // Twice the records: the weights are learnt again, and nobody is forgotten.
        await CallAsync("C", people.Skip(600).Select(_tokens.InFull));
        await LinkAsync();
        Assert.True(await _warehouse.ScalarAsync<bool>("select learned and learned_from = 1400 from ops.link_run order by link_run_id desc limit 1"));
        Assert.InRange(await FoundAsync(), found - 2, 100);
        var later = await KeysAsync();
        Assert.InRange(keys.Count(key => later[key.Key] == key.Value), 597, 600);

        Task CallAsync(string list, IEnumerable<string> tokens) =>
            _warehouse.LoadLinesAsync("hotline", ["contact_id,started_at,person_token", .. tokens.Select((token, i) => $"{list}-{i},2020-05-01,{token}")]);
        Task<int> FoundAsync() => _warehouse.ScalarAsync<int>(
            "select count(*)::int from core.person_record as a join core.person_record as b on a.reference = 'A-' || substr(b.reference, 3) and a.person_key = b.person_key where b.reference like 'B-%'");
        async Task<Dictionary<string, string>> KeysAsync() =>
            (await _warehouse.ListAsync<string>("select reference || ' ' || person_key from core.person_record where reference like 'A-%'"))
                .ToDictionary(row => row.Split(' ')[0], row => row.Split(' ')[1]);
    }

    [DatabaseFact]
    public async Task Run_Again_ChangesNothing()
    {
        var people = Enumerable.Range(0, 30).Select(_ => Person()).ToList();
        await LoadAsync([.. people.SelectMany((p, i) => new[] { Case("NGO-01", $"A-{i}", _tokens.InFull(p)), Case("NGO-02", $"A-{i}", _tokens.AsFound(_random, p)) })]);
        await LinkAsync();
        var before = await PersonsAsync();
        var report = await LinkAsync();
        Assert.Equal((0, 0, 0), (report.Compared, report.Merged, report.Split));
        Assert.Equal(before, await PersonsAsync());
        Assert.Equal(30, before.Count);
        Assert.Equal(30, await _warehouse.ScalarAsync<int>("select count(distinct person_key)::int from mart.fct_assistance where known_until = 'infinity'"));
    }

    [DatabaseFact]
    public async Task Run_WithdrawnCase_LeavesAndAPersonWithoutRecordVanishes()
    {
        var (both, one) = (Person(), Person());
        await LoadAsync(Case("NGO-01", "1", _tokens.InFull(both)), Case("NGO-02", "1", _tokens.InFull(both)), Case("NGO-01", "2", _tokens.InFull(one)));
        await LinkAsync();
        var before = await PersonsAsync();
        await LoadAsync(Case("NGO-02", "1", "") + "yes", Case("NGO-01", "2", "") + "yes");
        var report = await LinkAsync();
        Assert.Equal((1, 1), (report.Persons, report.Records));
        Assert.Equal(before.Single(p => p.Value.Count == 2).Key, (await PersonsAsync()).Single().Key);
        Assert.Equal(0, await _warehouse.ScalarAsync<int>("select count(*)::int from core.link_pair"));
    }

    [DatabaseFact]
    public async Task Run_TwoRounds_AreNeverCompared()
    {
        var person = Person();
        await LoadAsync(Case("NGO-01", "1", _tokens.InFull(person)), Case("NGO-02", "1", new DemoTokens(seed: 8).InFull(person)));
        Assert.Equal(2, (await LinkAsync()).Persons);
        Assert.Equal(2, await _warehouse.ScalarAsync<int>("select count(distinct round)::int from ops.link_run"));
    }

    [DatabaseFact]
    public async Task Run_Decisions_AreAppliedAndKept()
    {
        var (one, other) = (Person(), Person());
        await LoadAsync(Case("NGO-01", "1", _tokens.InFull(one)), Case("NGO-02", "1", _tokens.InFull(one)), Case("NGO-03", "2", _tokens.InFull(other)));
        Assert.Equal(2, (await LinkAsync()).Persons);
        var ids = await _warehouse.ListAsync<long>("select record_id from core.person_record order by organisation");
        await DecideAsync(ids[0], ids[1], "different");
        await DecideAsync(ids[0], ids[2], "same");
        var report = await LinkAsync();
        Assert.Equal((2, 1, 1), (report.Persons, report.Merged, report.Split));
        Assert.Equal(["NGO-01 NGO-03", "NGO-02"], (await PersonsAsync()).Values.Select(p => string.Join(' ', p.Select(r => r.Split('|')[1]))).Order());

        await new LinkStage(_warehouse.Etl, _warehouse.Time).RunAsync(CancellationToken.None, relearn: true);
        Assert.Equal(2, (await PersonsAsync()).Count);
        await ExecuteAsync("update ops.link_decision set undone_at = now()");
        Assert.Equal(["NGO-01 NGO-02", "NGO-03"], await AfterLinkAsync());
    }

    [DatabaseFact]
    public async Task Load_WhatIsNoTokenOfTheRound_IsOneLineAndNothingIsStored()
    {
        var person = Person();
        var token = _tokens.InFull(person);
        await ExecuteAsync("insert into ops.link_round (round) values (@round)", new { round = token.Split('.')[1] });
        var report = await _warehouse.LoadLinesAsync(
            "ngo_case", Header, Case("NGO-01", "1", token), Case("NGO-01", "2", new DemoTokens(seed: 8).InFull(person)), Case("NGO-01", "3", token[..700]),
            Case("NGO-01", "4", "pt2" + token[3..]), Case("NGO-01", "5", "Асан кызы Айгүл"), Case("NGO-01", "6", token), Case("NGO-01", "7", ""), Case("NGO-01", "8", ""), Case("NGO-01", "9", ""));
        Assert.Equal((5, 4), (report.Inserted, report.Rejected));
        Assert.Equal(
            ["3:token_round", "4:token_truncated", "5:token_schema", "6:token"],
            await _warehouse.ListAsync<string>("select line || ':' || rule from ops.rejected_row order by line"));
        Assert.Equal(0, await _warehouse.ScalarAsync<int>("select count(*)::int from raw.rejected_row where fields ? 'person_token' or fields::text like '%Айгүл%'"));
    }

    private InventedPerson Person() => InventedPerson.Draw(_random, "", null, Places.Osh, 2020);

    private static string Case(string organisation, string reference, string token) => $"{organisation},{reference},2020-05-01,{token},";

    private async Task LoadAsync(params string[] cases) => Assert.Equal(0, (await _warehouse.LoadLinesAsync("ngo_case", [Header, .. cases])).Rejected);

    private Task<LinkReport> LinkAsync() => new LinkStage(_warehouse.Etl, _warehouse.Time).RunAsync(CancellationToken.None);

    private async Task<IEnumerable<string>> AfterLinkAsync()
    {
        await LinkAsync();
        return (await PersonsAsync()).Values.Select(p => string.Join(' ', p.Select(r => r.Split('|')[1]))).Order();
    }

    private async Task<Dictionary<long, List<string>>> PersonsAsync() =>
        (await _warehouse.ListAsync<string>("select person_key || '#' || reference || '|' || organisation from mart.bridge_person order by 1"))
            .GroupBy(row => long.Parse(row.Split('#')[0], System.Globalization.CultureInfo.InvariantCulture), row => row.Split('#')[1])
            .ToDictionary(person => person.Key, person => person.Select(r => r.StartsWith("A-", StringComparison.Ordinal) || r.StartsWith("B-", StringComparison.Ordinal) ? r.Split('|')[0] : r).Order(StringComparer.Ordinal).ToList());

    private Task DecideAsync(long a, long b, string verdict) => ExecuteAsync(
        "insert into ops.link_decision (record_a, record_b, verdict, decided_by, decided_at) values (least(@a, @b), greatest(@a, @b), @verdict, 'admin', now())", new { a, b, verdict });

    private async Task ExecuteAsync(string sql, object? parameters = null)
    {
        await using var connection = await _warehouse.Etl.OpenConnectionAsync();
        await connection.ExecuteAsync(sql, parameters);
    }
}
