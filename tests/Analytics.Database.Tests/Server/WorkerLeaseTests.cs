using Analytics.Database.Server;
using Npgsql;

namespace Analytics.Database.Tests.Server;

public sealed class WorkerLeaseTests(PostgresFixture fixture) : IClassFixture<PostgresFixture>
{
    [DatabaseFact]
    public async Task TakeAsync_HeldByAnother_SaysWhoHoldsIt()
    {
        await using var first = await TakeAsync("/srv/one");

        var refused = await Assert.ThrowsAsync<DatabaseUnavailableException>(() => TakeAsync("/srv/two"));

        Assert.Contains($"is in use by ./analytics up, process {Environment.ProcessId} on ", refused.Message, StringComparison.Ordinal);
        Assert.Contains(fixture.Database, refused.Message, StringComparison.Ordinal);
    }

    [DatabaseFact]
    public async Task TakeAsync_HolderHasEnded_TakesIt()
    {
        await (await TakeAsync("/srv/one")).DisposeAsync();
        await using var second = await TakeAsync("/srv/two");
    }

    [DatabaseFact]
    public async Task KeepAsync_SessionWasEnded_TakesItAgain()
    {
        await using var lease = await TakeAsync("/srv/one");
        await EndSessionsAsync();

        await lease.KeepAsync(CancellationToken.None);

        await Assert.ThrowsAsync<DatabaseUnavailableException>(() => TakeAsync("/srv/two"));
    }

    /// <summary>The driver looks after idle sessions by itself, and then knows first.</summary>
    [DatabaseFact]
    public async Task KeepAsync_SessionWasFoundClosedBefore_TakesItAgain()
    {
        await using var lease = await TakeAsync("/srv/one");
        await EndSessionsAsync();
        await Task.Delay(TimeSpan.FromSeconds(12));

        await lease.KeepAsync(CancellationToken.None);

        await Assert.ThrowsAsync<DatabaseUnavailableException>(() => TakeAsync("/srv/two"));
    }

    [DatabaseFact]
    public async Task KeepAsync_AnotherTookItMeanwhile_SaysWho()
    {
        await using var lease = await TakeAsync("/srv/one");
        await EndSessionsAsync();
        await using var other = await TakeAsync("/srv/two");

        var lost = await Assert.ThrowsAsync<DatabaseUnavailableException>(() => lease.KeepAsync(CancellationToken.None));

        Assert.Contains("is in use by ./analytics up", lost.Message, StringComparison.Ordinal);
    }

    private Task<WorkerLease> TakeAsync(string folder) => WorkerLease.TakeAsync(fixture.ConnectionString, "up", folder, CancellationToken.None);

    private async Task EndSessionsAsync()
    {
        await using var command = fixture.Owner.CreateCommand(
            "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name like './analytics%'");
        await command.ExecuteNonQueryAsync();
        // The session ends a moment later, and its lock with it.
        await using var locks = fixture.Owner.CreateCommand(
            "select count(*) from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())");
        while ((long)(await locks.ExecuteScalarAsync())! > 0)
        {
            await Task.Delay(20);
        }
    }
}
