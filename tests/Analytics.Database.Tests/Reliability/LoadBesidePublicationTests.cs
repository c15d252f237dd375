using Analytics.Database.Tests.Etl;
using Analytics.Demo;
using Analytics.Etl.Publish;
using Analytics.Etl.Publish.Cells;
using Analytics.Etl.Warehouse;
using Analytics.Etl.Warehouse.Rebuild;
using Dapper;
using Npgsql;

namespace Analytics.Database.Tests.Reliability;

/// <summary>Files that come while a publication is on its way: whichever moment they hit, it and the ones after it are right.</summary>
public sealed class LoadBesidePublicationTests : IAsyncLifetime
{
    private readonly EtlFixture _fixture = new();

    public Task InitializeAsync() => _fixture.InitializeAsync();

    public Task DisposeAsync() => _fixture.DisposeAsync();

    [DatabaseFact]
    public async Task Publish_CasesLoadedWhileItWaited_ArePublishedLinkedAndSoAreTheNext()
    {
        var (cases, others) = Files();
        await LoadAsync(others);
        await PublishAsync();
        Task<PublishReport> publication;
        await using (var connection = await _fixture.Etl.OpenConnectionAsync())
        await using (await WarehouseLock.HoldAsync(connection, WarehouseLock.Publication, default))
        {
            publication = PublishAsync();
            await WaitsAsync("wait_event = 'advisory'");
            await LoadAsync(cases);
        }

        await publication;
        await AssertLinkedAsync();
        Assert.Empty(await new Unpublished(_fixture.Etl).KindsAsync(default));
        await LoadCaseAsync("AFTER-1");
        await PublishAsync();
    }

    [DatabaseFact]
    public async Task Publish_CasesLoadedAfterItsMoment_ShowsItsMomentAndTheNextShowsThem()
    {
        await LoadAsync(Files().Others);
        await PublishAsync();
        await LoadCaseAsync("BEFORE-1");
        Task<PublishReport> publication;
        await using (var connection = await _fixture.Etl.OpenConnectionAsync())
        await using (await connection.BeginTransactionAsync())
        {
            // Estimates come first of all that a publication writes after it has fixed its moment.
            await connection.ExecuteAsync("lock table mart.fct_capture_history in access exclusive mode");
            publication = PublishAsync();
            await WaitsAsync("wait_event_type = 'Lock' and wait_event = 'relation'");
            await LoadCaseAsync("MEANWHILE-1").WaitAsync(TimeSpan.FromMinutes(1));
        }

        await publication;
        Assert.Equal(["files"], await new Unpublished(_fixture.Etl).KindsAsync(default));
        Assert.Equal(1, await IntakesAsync(2017));
        await PublishAsync();
        Assert.Equal(2, await IntakesAsync(2017));
        Assert.Empty(await new Unpublished(_fixture.Etl).KindsAsync(default));
    }

    /// <summary>As an earlier version could leave it: published unlinked; cases whose persons linkage had deleted.</summary>
    [DatabaseFact]
    public async Task Publish_LastOneWasMadeUnlinkedOrItsPersonsAreGone_IsMadeGood()
    {
        var (cases, others) = Files();
        await LoadAsync(others);
        await PublishAsync();
        await LoadAsync(cases);
        await new PublishStage(_fixture.Etl, _fixture.Time).RunAsync(default);
        await PublishAsync();
        await AssertLinkedAsync();

        await LoadCaseAsync("GONE-1");
        await using (var connection = await _fixture.Etl.OpenConnectionAsync())
        {
            await connection.ExecuteAsync("delete from core.person where not exists (select from core.person_record as record where record.person_key = core.person.person_key)");
        }

        await PublishAsync();
        await AssertLinkedAsync();
    }

    [DatabaseFact]
    public async Task Publish_AfterOneThatACheckBlocked_MakesTheWarehouseAgainAndPublishes()
    {
        await LoadAsync(Files().Others);
        await PublishAsync();
        await using var connection = await _fixture.Etl.OpenConnectionAsync();
        await connection.ExecuteAsync("delete from mart.fct_crime where register_no = (select min(register_no) from mart.fct_crime where known_until = 'infinity')");
        var blocked = await Assert.ThrowsAsync<PublicationBlockedException>(PublishAsync);
        Assert.Contains("fct_crime_matches_core", blocked.FailedChecks);

        await PublishAsync();

        Assert.Empty(await Checks.FailuresAsync(connection, default));
        Assert.Equal(0, await _fixture.ScalarAsync<long>("select count(*) from ops.publication_fault where mended_at is null"));
    }

    [DatabaseFact]
    public async Task Rebuild_FilesLoadedAndNotPublished_IsDoneAndIsToBePublished()
    {
        await LoadAsync(Files().Others);
        await PublishAsync();
        await _fixture.LoadLinesAsync("ngo_case", ["organisation,case_ref,intake_date", .. Enumerable.Range(1, 40).Select(i => $"NGO-{1 + (i % 3):00},RB-{i},2019-03-0{1 + (i % 9)}")]);

        await new RebuildStage(_fixture.Etl, _fixture.Time).RunAsync(default);

        Assert.Equal(["files", "rebuild"], await new Unpublished(_fixture.Etl).KindsAsync(default));
        await PublishAsync();
        Assert.Empty(await new Unpublished(_fixture.Etl).KindsAsync(default));
    }

    private Task<PublishReport> PublishAsync() => new Refresh(_fixture.Etl, _fixture.Time).RunAsync(CancellationToken.None);

    private async Task LoadCaseAsync(string reference) =>
        Assert.Equal(1, (await _fixture.LoadLinesAsync("ngo_case", "organisation,case_ref,intake_date", $"NGO-01,{reference},2017-05-02")).Inserted);

    /// <summary>Whole intakes of a year in the publication that stands, shown or withheld.</summary>
    private Task<long> IntakesAsync(int year) => _fixture.ScalarAsync<long>(
        $"select coalesce(max(count), 0) from ops.protected_count where published_to is null and profile = 'ministry' and measure = 'intakes' and members = jsonb_build_object('period', '{year}')");

    private async Task AssertLinkedAsync()
    {
        Assert.Equal(0, await _fixture.ScalarAsync<long>(
            "select count(*) from mart.fct_assistance as fact where known_until = 'infinity' and not exists (select from core.person_record as record join core.person using (person_key) where record.list = 'ngo_case' and record.organisation = fact.organisation and record.reference = fact.case_ref and record.person_key = fact.person_key)"));
        Assert.True(await _fixture.ScalarAsync<bool>("select count(distinct person_key) < count(*) from mart.fct_assistance where known_until = 'infinity'"));
    }

    /// <summary>Until a statement on this database waits. As the owner: the worker's role is not told what others wait for.</summary>
    private async Task WaitsAsync(string how)
    {
        await using var owner = new NpgsqlConnection(_fixture.ConnectionString);
        await owner.OpenAsync();
        for (var tries = 0; tries < 1200; tries++)
        {
            if (await owner.ExecuteScalarAsync<bool>($"select exists (select from pg_stat_activity where datname = current_database() and {how})"))
            {
                return;
            }

            await Task.Delay(100);
        }

        Assert.Fail("nothing waits after two minutes");
    }

    /// <summary>Two years of the demonstration: source, file.</summary>
    private ((string Source, string Path)[] Cases, (string Source, string Path)[] Others) Files()
    {
        var folder = Path.Combine(_fixture.Folder, "demo");
        Assert.Null(DemoWriter.Write(folder, DemoOptions.For(_fixture.Time) with { FirstYear = 2019, LastYear = 2020, Contacts = 200 }, progress: null).Refused);
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetDirectoryName(file) != folder).Order(StringComparer.Ordinal)
            .Select(file => (Source: Path.GetFileName(Path.GetDirectoryName(file)!), file)).ToLookup(file => file.Source.Contains("ngo_case", StringComparison.Ordinal));
        return ([.. files[true]], [.. files[false]]);
    }

    private async Task LoadAsync(IEnumerable<(string Source, string Path)> files)
    {
        foreach (var (source, path) in files)
        {
            var feed = DemoFolder.FeedOf(source);
            Assert.Null((await _fixture.LoadAsync(feed, path, source)).Refused);
        }
    }
}
