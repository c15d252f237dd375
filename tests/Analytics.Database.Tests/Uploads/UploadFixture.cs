using Analytics.Contracts;
using Analytics.Database.Requests;
using Analytics.Database.Tests.Etl;
using Analytics.Etl.Hosting;
using Analytics.Etl.Ingest.Inbox;
using Analytics.Etl.Ingest.Rejects;
using Analytics.Etl.Settings;
using Analytics.Etl.Supervision;
using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Analytics.Database.Tests.Uploads;

/// <summary>A warehouse, an upload folder, and an account that asks, as dashboard and worker have them.</summary>
public sealed class UploadFixture : IAsyncLifetime
{
    private NpgsqlDataSource? _admin;

    public EtlFixture Etl { get; } = new();

    internal DataFolder Folder { get; private set; } = null!;

    public UploadFolder Uploads { get; private set; } = null!;

    /// <summary>As the dashboard asks.</summary>
    public RequestStore Store { get; private set; } = null!;

    public long Account { get; private set; }

    internal JobSettings Settings { get; } = new(
        [new SourceSettings("hotline", "hotline", null, null, Synthetic: false), new SourceSettings("ngo_case", "ngo_case", null, null, Synthetic: false)], null);

    public int Published { get; private set; }

    public async Task InitializeAsync()
    {
        await Etl.InitializeAsync();
        Folder = new DataFolder(Path.Combine(Etl.Folder, "data"));
        Folder.Create();
        Uploads = new UploadFolder(Folder.Uploads);
        await using var owner = NpgsqlDataSource.Create(Etl.ConnectionString);
        var logins = await Logins.RenewAsync(owner, Etl.ConnectionString, CancellationToken.None);
        _admin = NpgsqlDataSource.Create(logins.Admin);
        Store = new RequestStore(_admin);
        await using var connection = await owner.OpenConnectionAsync();
        Account = await connection.ExecuteScalarAsync<long>("insert into ops.account (name, role, password_hash) values ('asker', 'administrator', 'x') returning account_id");
    }

    public async Task DisposeAsync()
    {
        if (_admin is not null)
        {
            await _admin.DisposeAsync();
        }

        await Etl.DisposeAsync();
    }

    internal async Task<string> UploadAsync(string name, byte[] content)
    {
        var id = Uploads.Add();
        await using var file = UploadFolder.Create(Uploads.FileFor(id, name));
        await file.WriteAsync(content);
        return id;
    }

    internal Task<string> UploadAsync(string name, params string[] lines) => UploadAsync(name, System.Text.Encoding.UTF8.GetBytes(string.Join('\n', lines)));

    internal RequestWork Work() => new(
        new UploadWork(Folder, Uploads, Etl.Etl, Settings, Etl.Time),
        new RejectionWork(Uploads, Etl.Etl, Etl.Time),
        new RequestJobs(
            (job, _) => Task.FromResult(($"ran {job}", (string?)null)),
            (_, _, _) => Task.CompletedTask,
            _ =>
            {
                Published++;
                return Task.CompletedTask;
            }),
        Settings,
        NullLogger.Instance);

    /// <summary>Asks, and has it done by one worker.</summary>
    internal async Task<Request> DoAsync(string kind, object arguments)
    {
        Etl.Time.Now += TimeSpan.FromMinutes(1);
        var id = await Store.AskAsync(kind, arguments, Account, default);
        await using (var held = await new RequestTaker(Etl.Etl, Etl.Time).TakeAsync(default))
        {
            Assert.Equal(id, held!.Request.RequestId);
            await Work().DoAsync(held, default);
        }

        return (await Store.FindAsync(id, default))!;
    }
}
