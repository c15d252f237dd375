using Analytics.Contracts;
using Analytics.Database.Requests;
using Analytics.Database.Tests.Etl;
using Analytics.Etl.Feeds;
using Analytics.Etl.Ingest.Load;
using Analytics.Etl.Ingest.Parse;
using Analytics.Etl.Mappings;

namespace Analytics.Database.Tests.Uploads;

public sealed class UploadTests(UploadFixture fixture) : IClassFixture<UploadFixture>
{
    public static TheoryData<string> AwfulNames => [.. AwfulFiles.All.Select(f => f.Name)];

    [DatabaseTheory]
    [MemberData(nameof(AwfulNames))]
    public async Task Preview_AwfulFile_SaysWhatTheLoadThenDoesAndLeavesTheWarehouse(string name)
    {
        var file = AwfulFiles.All.Single(f => f.Name == name);
        var folder = Directory.CreateDirectory(Path.Combine(fixture.Etl.Folder, Guid.NewGuid().ToString("n"))).FullName;
        var path = Path.Combine(folder, file.FileName);
        await File.WriteAllBytesAsync(path, file.Bytes);
        fixture.Etl.Time.Now += TimeSpan.FromMinutes(1);
        var mapping = Mapping.Canonical(FeedList.Find(file.Feed)!, file.Feed);
        var before = await StateAsync();
        var preview = await new PreviewPipeline(fixture.Etl.Etl, fixture.Etl.Time).LookAsync(path, mapping, default);
        Assert.Equal(before, await StateAsync());

        var reports = await new LoadPipeline(fixture.Etl.Etl, fixture.Etl.Time).LoadAsync(path, mapping, new LoadSource(file.Feed), null, default);
        Assert.Equal(
            reports.Select(r => (r.File, r.Refused, new RowCounts(r.Read, r.Inserted, r.Updated, r.Unchanged, r.Deleted, r.Rejected))),
            preview.Files.Select(f => (f.Name, f.Refused?.En, f.Counts)));
        Assert.DoesNotContain("   at ", RequestJson.Write(preview), StringComparison.Ordinal);
    }

    [DatabaseFact]
    public async Task Preview_RowsOfEveryVerdict_CountsAsTheLoadDoes()
    {
        await fixture.Etl.LoadLinesAsync(
            "ngo_case", "organisation,case_ref,intake_date,sex,deleted", "P-1,same,2020,female,", "P-1,changed,2020,female,", "P-1,gone,2020,female,", "P-1,twice,2020,,");
        var upload = await fixture.UploadAsync(
            "c.csv",
            "organisation;case_ref;intake_date;sex;deleted",
            "P-1;same;2020;female;",
            "P-1;changed;2020;male;",
            "P-1;gone;2020;female;yes",
            "P-1;twice;2021;;",
            "P-1;twice;2022;;",
            "P-1;new;13.04.2020;ж;",
            "P-1;bad;soon;;");
        var before = await StateAsync();
        var arguments = new UploadArguments(upload, "ngo_case", null);
        var looked = await fixture.DoAsync(RequestKind.Preview, arguments);
        Assert.Equal(before, await StateAsync());
        var counts = Assert.Single(looked.ResultAs<LoadResult>().Batches).Counts;
        Assert.Equal(new RowCounts(7, 1, 2, 1, 1, 2), counts);
        Assert.DoesNotContain("P-1", looked.Result!, StringComparison.Ordinal);

        var preview = Assert.Single(RequestJson.Read<Preview>(await File.ReadAllTextAsync(fixture.Uploads.PreviewOf(upload))).Files);
        Assert.Equal((";", "csv", 1L), (preview.Detected!.Delimiter, preview.Detected.Format, preview.Detected.HeaderRow));
        Assert.Equal(["date", "duplicate_key"], preview.Problems.Select(p => p.Rule).Order());
        Assert.Equal(8, Assert.Single(preview.Problems, p => p.Rule == "date").Lines[0]);
        Assert.Contains("2020-04-13", preview.Rows.Single(r => r.Line == 7).Values);
        Assert.Contains("person_token", preview.Missing);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(fixture.Uploads.PreviewOf(upload)));
        }

        var published = fixture.Published;
        var loaded = await fixture.DoAsync(RequestKind.Load, arguments);
        Assert.Equal(counts, Assert.Single(loaded.ResultAs<LoadResult>().Batches).Counts);
        Assert.Equal(published + 1, fixture.Published);
        Assert.Null(fixture.Uploads.FileOf(upload));
        Assert.False(Directory.Exists(Path.Combine(fixture.Uploads.Path, upload)));
        Assert.Single(Directory.GetFiles(fixture.Folder.Archive, "*-c.csv.receipt.json", SearchOption.AllDirectories));
    }

    [DatabaseFact]
    public async Task Preview_IdentifiersInFile_NamesThePlaceAndNoValue()
    {
        var upload = await fixture.UploadAsync("i.csv", "contact_id,started_at,phone", "ID-1,2021,+996 700 123 456");
        var refused = await fixture.DoAsync(RequestKind.Preview, new UploadArguments(upload, "hotline", null));
        var why = Assert.Single(refused.ResultAs<LoadResult>().Batches).Refused!.Value;
        Assert.Contains("column 3 looks like a direct identifier (phone number", why.En, StringComparison.Ordinal);
        Assert.Contains("номер телефона", why.Ru, StringComparison.Ordinal);
        var preview = await File.ReadAllTextAsync(fixture.Uploads.PreviewOf(upload));
        Assert.DoesNotContain("700", preview, StringComparison.Ordinal);
        Assert.NotNull(Assert.Single(RequestJson.Read<Preview>(preview).Files).Columns[2].Identifier);
    }

    [DatabaseFact]
    public async Task Load_WorkerStoppedAfterTheLoad_TellsItsBalanceOnce()
    {
        var upload = await fixture.UploadAsync("k.csv", "contact_id,started_at", "KILL-1,2021", "KILL-2,2021");
        var arguments = new UploadArguments(upload, "hotline", null);
        var id = await fixture.Store.AskAsync(RequestKind.Load, arguments, fixture.Account, default);
        var taker = new RequestTaker(fixture.Etl.Etl, fixture.Etl.Time);
        await using (var held = await taker.TakeAsync(default))
        {
            // The load is done, and the worker ends before it can say so.
            await new Analytics.Etl.Ingest.Inbox.UploadWork(fixture.Folder, fixture.Uploads, fixture.Etl.Etl, fixture.Settings, fixture.Etl.Time).LoadAsync(held!, default);
        }

        await using (var again = await taker.TakeAsync(default))
        {
            await fixture.Work().DoAsync(again!, default);
        }

        var batch = Assert.Single((await fixture.Store.FindAsync(id, default))!.ResultAs<LoadResult>().Batches);
        Assert.Equal((2, 2), (batch.Counts.Read, batch.Counts.Inserted));
        Assert.Equal(1, await fixture.Etl.ScalarAsync<long>("select count(*) from ops.batch where file_name = 'k.csv'"));
    }

    [DatabaseFact]
    public async Task Discard_Upload_LeavesNothing()
    {
        var upload = await fixture.UploadAsync("d.csv", "contact_id,started_at", "D-1,2021");
        Assert.Equal("done", (await fixture.DoAsync(RequestKind.Discard, new UploadArguments(upload, "hotline", null))).State);
        Assert.False(Directory.Exists(Path.Combine(fixture.Uploads.Path, upload)));
        var gone = await fixture.DoAsync(RequestKind.Load, new UploadArguments(upload, "hotline", null));
        Assert.Contains("no longer there", gone.Error!.Value.En, StringComparison.Ordinal);
    }

    [Fact]
    public void DeleteOld_UploadOfTheDayBeforeYesterday_IsDeleted()
    {
        var uploads = new UploadFolder(Directory.CreateTempSubdirectory("analytics-old-").FullName);
        var (old, fresh) = (uploads.Add(), uploads.Add());
        Directory.SetLastWriteTimeUtc(Path.Combine(uploads.Path, old), DateTime.UtcNow.AddHours(-25));
        uploads.DeleteOld(DateTimeOffset.UtcNow);
        Assert.False(Directory.Exists(Path.Combine(uploads.Path, old)));
        Assert.True(Directory.Exists(Path.Combine(uploads.Path, fresh)));
        Directory.Delete(uploads.Path, recursive: true);
    }

    [Theory]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("..\\x\\a.csv", "a.csv")]
    [InlineData(".hidden.csv", "hidden.csv")]
    [InlineData("\u0000", "file")]
    public void FileFor_AnyName_StaysInItsFolder(string name, string kept)
    {
        var uploads = new UploadFolder(Path.GetTempPath());
        var id = new string('a', 32);
        Assert.Equal(Path.Combine(uploads.Path, id, "file", kept), uploads.FileFor(id, name));
        Assert.Throws<ArgumentException>(() => uploads.FileOf("../x"));
    }

    /// <summary>Rows of every table of the warehouse, and every sequence of core and mart.</summary>
    private async Task<string> StateAsync() => string.Join('\n', await fixture.Etl.ListAsync<string>(
        """
        select schemaname || '.' || relname || ' ' || (xpath('/row/c/text()', query_to_xml(format('select count(*) as c from %I.%I', schemaname, relname), false, true, '')))[1]::text
        from pg_stat_user_tables where schemaname in ('raw', 'core', 'mart')
        union all
        select schemaname || '.' || sequencename || ' ' || coalesce(last_value, 0) from pg_sequences where schemaname in ('core', 'mart')
        order by 1
        """));
}
