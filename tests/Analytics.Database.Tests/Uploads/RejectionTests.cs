using Analytics.Contracts;

namespace Analytics.Database.Tests.Uploads;

public sealed class RejectionTests(UploadFixture fixture) : IClassFixture<UploadFixture>
{
    [DatabaseTheory]
    [InlineData("en", "an age in years")]
    [InlineData("ru", "возраст в годах")]
    [InlineData("ky", "чейинки жаш")]
    public async Task RejectedFile_CorrectedAndLoaded_ClosesTheRowsItCameFrom(string language, string expected)
    {
        var report = await fixture.Etl.LoadLinesAsync(
            "hotline", "contact_id,started_at,age,topic", $"RJ-{language}-1,2021,27,documents", $"RJ-{language}-2,2021,old,documents", $"RJ-{language}-3,then,31,=nothing", $"RJ-{language}-4,2021,,");
        var room = fixture.Uploads.Add();
        var written = await fixture.DoAsync(RequestKind.RejectedFile, new RejectedFileArguments(new RejectionFilter(Batch: report.BatchId), room, language));
        Assert.Equal(2, written.ResultAs<RejectedFileResult>().Rows);
        var text = await File.ReadAllTextAsync(fixture.Uploads.Beside(room, written.ResultAs<RejectedFileResult>().File));
        Assert.Contains(expected, text, StringComparison.Ordinal);
        Assert.Contains("'=nothing", text, StringComparison.Ordinal);

        var corrected = text.Replace("old", "44", StringComparison.Ordinal).Replace("then", "2021-05", StringComparison.Ordinal).Replace("'=nothing", "legal_advice", StringComparison.Ordinal);
        var upload = await fixture.UploadAsync("corrected.csv", corrected);
        var arguments = new UploadArguments(upload, "hotline", null);
        var preview = Assert.Single((await fixture.DoAsync(RequestKind.Preview, arguments)).ResultAs<LoadResult>().Batches);
        Assert.Null(preview.Refused);
        Assert.Equal(new RowCounts(2, 2, 0, 0, 0, 0), preview.Counts);
        Assert.Equal(preview.Counts, Assert.Single((await fixture.DoAsync(RequestKind.Load, arguments)).ResultAs<LoadResult>().Batches).Counts);
        Assert.Equal(["replayed"], await fixture.Etl.ListAsync<string>($"select distinct state from ops.rejected_row where batch_id = {report.BatchId}"));
        Assert.Equal(["documents", "legal_advice"], await fixture.Etl.ListAsync<string>($"select topic from core.hotline where contact_id in ('RJ-{language}-2', 'RJ-{language}-3') order by 1"));
    }

    [DatabaseFact]
    public async Task Dismiss_RowsOfARule_AreSetAsideWholeAndComeBack()
    {
        var report = await fixture.Etl.LoadLinesAsync("hotline", "contact_id,started_at,age,topic", "DM-1,then,old,documents", "DM-3,2021,young,", "DM-4,then,3,", "DM-5,2021,3,", "DM-6,2021,3,", "DM-7,2021,3,", "DM-8,2021,3,");
        var filter = new RejectionFilter(Feed: "hotline", Batch: report.BatchId, Rule: "age", Column: "age");
        var dismissed = await fixture.DoAsync(RequestKind.Dismiss, filter);
        Assert.Equal(2, dismissed.ResultAs<RowsResult>().Rows);
        Assert.Equal([(2L, "dismissed"), (2L, "dismissed"), (3L, "dismissed"), (4L, "open")], await StatesAsync(report.BatchId));
        var undone = await fixture.DoAsync(RequestKind.Undo, new UndoArguments(dismissed.RequestId));
        Assert.Equal(2, undone.ResultAs<RowsResult>().Rows);
        Assert.All(await StatesAsync(report.BatchId), row => Assert.Equal("open", row.State));
    }

    [DatabaseFact]
    public async Task Replay_RowsOfARule_ClosesThemAndKeepsTheOthers()
    {
        var report = await fixture.Etl.LoadLinesAsync("hotline", "contact_id,started_at,age", "RP-1,2021,old", "RP-2,then,3", "RP-3,2021,3", "RP-4,2021,3");
        var replayed = await fixture.DoAsync(RequestKind.Replay, new RejectionFilter(Batch: report.BatchId, Rule: "age"));
        // Nothing was fixed, so that all of it is bad still and the batch stays as it is.
        Assert.Equal("every row still breaks a rule (1)", Assert.Single(replayed.ResultAs<LoadResult>().Batches).Refused!.Value.En);
        Assert.All(await StatesAsync(report.BatchId), row => Assert.Equal("open", row.State));

        await fixture.Etl.ScalarAsync<object>($"update raw.rejected_row set fields = fields || '{{\"age\": \"44\"}}' where batch_id = {report.BatchId} and line = 2 returning line");
        var fixedNow = await fixture.DoAsync(RequestKind.Replay, new RejectionFilter(Batch: report.BatchId, Rule: "age"));
        Assert.Equal(new RowCounts(1, 1, 0, 0, 0, 0), Assert.Single(fixedNow.ResultAs<LoadResult>().Batches).Counts);
        Assert.Equal([(2L, "replayed"), (3L, "open")], await StatesAsync(report.BatchId));
    }

    [DatabaseFact]
    public async Task Replay_OneRowOfManyIsRightNow_LoadsItAndKeepsTheRestAsRejectedAgain()
    {
        var report = await fixture.Etl.LoadLinesAsync(
            "hotline",
            ["contact_id,started_at,age", "RM-1,2021,old", "RM-2,2021,old", "RM-3,2021,old", .. Enumerable.Range(4, 97).Select(n => $"RM-{n},2021,3")]);
        await fixture.Etl.ScalarAsync<object>($"update raw.rejected_row set fields = fields || '{{\"age\": \"44\"}}' where batch_id = {report.BatchId} and line = 3 returning line");
        var replayed = await fixture.DoAsync(RequestKind.Replay, new RejectionFilter(Batch: report.BatchId));
        var batch = Assert.Single(replayed.ResultAs<LoadResult>().Batches);
        Assert.Equal(new RowCounts(3, 1, 0, 0, 0, 2), batch.Counts);
        Assert.All(await StatesAsync(report.BatchId), row => Assert.Equal("replayed", row.State));
        Assert.Equal([(2L, "open"), (4L, "open")], await StatesAsync(batch.BatchId!.Value));
    }

    private Task<List<(long Line, string State)>> StatesAsync(long batch) =>
        fixture.Etl.ListAsync<(long, string)>($"select line, state from ops.rejected_row where batch_id = {batch} order by line, rejected_row_id");
}
