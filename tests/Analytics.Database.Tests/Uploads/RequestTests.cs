using Analytics.Contracts;
using Analytics.Database.Requests;
using Analytics.Etl.Supervision;

namespace Analytics.Database.Tests.Uploads;

public sealed class RequestTests(UploadFixture fixture) : IClassFixture<UploadFixture>
{
    [DatabaseFact]
    public async Task Take_TwoWorkersAtOnce_EachRequestGoesToOne()
    {
        var asked = new List<long>();
        for (var i = 0; i < 40; i++)
        {
            asked.Add(await fixture.Store.AskAsync(RequestKind.Run, new JobArguments("hotline"), fixture.Account, default));
        }

        var done = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(async () =>
        {
            var mine = new List<long>();
            var taker = new RequestTaker(fixture.Etl.Etl, TimeProvider.System);
            while (await taker.TakeAsync(default) is { } held)
            {
                await using (held)
                {
                    mine.Add(held.Request.RequestId);
                    await fixture.Work().DoAsync(held, default);
                }
            }

            return mine;
        })));
        Assert.Equal(asked, done.SelectMany(d => d).Order());
        Assert.Equal(1, await fixture.Etl.ScalarAsync<int>($"select max(attempts) from ops.request where request_id = any ('{{{string.Join(',', asked)}}}')"));
    }

    [DatabaseFact]
    public async Task Take_WorkerGoneInTheMiddle_RequestIsTakenAgain()
    {
        var id = await fixture.Store.AskAsync(RequestKind.Run, new JobArguments("hotline"), fixture.Account, default);
        var taker = new RequestTaker(fixture.Etl.Etl, TimeProvider.System);
        await using (var held = await taker.TakeAsync(default))
        {
            Assert.Equal(id, held!.Request.RequestId);
            Assert.Null(await taker.TakeAsync(default));
        }

        Assert.Equal("running", (await fixture.Store.FindAsync(id, default))!.State);
        await using var again = await taker.TakeAsync(default);
        await fixture.Work().DoAsync(again!, default);
        var ended = (await fixture.Store.FindAsync(id, default))!;
        Assert.Equal(("done", "ran hotline"), (ended.State, ended.ResultAs<RunResult>().Summary));
    }

    [DatabaseFact]
    public async Task Take_WorkerKilledWithItsConnection_RequestIsFree()
    {
        var id = await fixture.Store.AskAsync(RequestKind.Run, new JobArguments("hotline"), fixture.Account, default);
        var taker = new RequestTaker(fixture.Etl.Etl, TimeProvider.System);
        var lost = await taker.TakeAsync(default);
        Assert.Equal(id, lost!.Request.RequestId);
        await using var owner = Npgsql.NpgsqlDataSource.Create(fixture.Etl.ConnectionString);
        await using var command = owner.CreateCommand("select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and classid = 1919250803");
        await command.ExecuteNonQueryAsync();
        HeldRequest? again = null;
        for (var tries = 0; again is null && tries < 100; tries++)
        {
            again = await taker.TakeAsync(default);
            await Task.Delay(50);
        }

        Assert.Equal(id, again!.Request.RequestId);
        await using (again)
        {
            await again.FinishAsync(new RowsResult(0), default);
        }

        await Assert.ThrowsAnyAsync<Npgsql.NpgsqlException>(() => lost.FinishAsync(new RowsResult(9), default));
        Assert.Equal(0, (await fixture.Store.FindAsync(id, default))!.ResultAs<RowsResult>().Rows);
    }

    [DatabaseFact]
    public async Task Take_RequestThatEndsItsWorkers_FailsInTheReadersLanguages()
    {
        var id = await fixture.Store.AskAsync(RequestKind.Run, new JobArguments("hotline"), fixture.Account, default);
        var taker = new RequestTaker(fixture.Etl.Etl, TimeProvider.System);
        for (var i = 0; i < 3; i++)
        {
            await (await taker.TakeAsync(default))!.DisposeAsync();
        }

        Assert.Null(await taker.TakeAsync(default));
        var failed = (await fixture.Store.FindAsync(id, default))!;
        Assert.True(failed.HasFailed);
        Assert.Contains("ничего незавершённого не сохранено", failed.Error!.Value.Ru, StringComparison.Ordinal);
    }

    [DatabaseFact]
    public async Task Loop_AskedWhileItWaits_AnswersAtOnce()
    {
        await using var loop = RequestLoop.Start(fixture.Etl.Etl, fixture.Work(), fixture.Uploads, TimeProvider.System);
        await Task.Delay(500);
        var id = await fixture.Store.AskAsync(RequestKind.Run, new JobArguments("hotline"), fixture.Account, default);
        var clock = System.Diagnostics.Stopwatch.StartNew();
        while ((await fixture.Store.FindAsync(id, default))!.HasEnded is false)
        {
            // The slow poll comes after 15 seconds.
            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), "the loop was not woken");
            await Task.Delay(50);
        }
    }

    [DatabaseFact]
    public async Task Ask_UnknownJob_FailsWithAReason()
    {
        var failed = await fixture.DoAsync(RequestKind.Run, new JobArguments("nothing"));
        Assert.Equal("there is no job 'nothing'", failed.Error!.Value.En);
    }
}
