using Analytics.Database.Accounts;
using Analytics.Database.Tests.Etl;
using Analytics.Etl.Warehouse.Link;
using Dapper;
using Npgsql;

namespace Analytics.Database.Tests.Carrying;

/// <summary>A warehouse in which people have typed in something of every kind that is carried.</summary>
public sealed class CarriedWarehouse : IAsyncLifetime
{
    public const string Password = "correct horse battery";

    public EtlFixture Warehouse { get; } = new();

    public NpgsqlDataSource Owner { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await Warehouse.InitializeAsync();
        Owner = NpgsqlDataSource.Create(Warehouse.ConnectionString);
        await LoadAsync(Warehouse);
        await new AccountStore(Owner, Warehouse.Time).AddAsync("keeper", "coordinator", Password, mustChangePassword: false, default);
        await new AuditLog(Owner).AddAsync("keeper", AuditAction.Opened, "/trends", default);
        await ExecuteAsync(Owner,
            """
            set role analytics_owner;
            update ops.account set last_sign_in_at = now(), second_factor = 'kept by a key', last_code_step = 59000000, start_address = '/trends', language = 'ky'
            where name = 'keeper';
            insert into ops.account_right (account_id, kind, code) select account_id, 'source', 'ngo_case' from ops.account where name = 'keeper';
            insert into ops.recovery_code (account_id, code_hash) select account_id, repeat('a', 64) from ops.account where name = 'keeper';
            insert into ops.api_token (token_hash, account_id, label, expires_at)
            select repeat('b', 64), account_id, 'a script', now() + interval '9 days' from ops.account where name = 'keeper';
            insert into ops.saved_view (account_id, name, address) select account_id, 'Osh', '/regions?region=41721' from ops.account where name = 'keeper';
            update ops.role_need set needs_second_factor = true where role = 'coordinator';
            insert into ops.data_protection_key (friendly_name, xml) values ('key-1', '<key />');
            insert into ops.period_review (source_id, month, step, state, account, decided_at, comment)
            values ('ngo_case', '2024-03-01', 1, 'reviewed', 'keeper', now(), null), ('ngo_case', '2024-03-01', 2, 'published', 'keeper', now(), 'whole');
            insert into ops.link_round (round, opened_at, closed_at) values ('0123456789ab', now() - interval '9 days', now());
            insert into ops.link_decision (record_a, record_b, verdict, decided_by, decided_at, undone_at, undone_by)
            select min(record_id), max(record_id), 'different', 'keeper', now() - interval '1 day', now(), 'keeper' from core.person_record;
            insert into ops.link_decision (record_a, record_b, verdict, decided_by, decided_at)
            select min(record_id), max(record_id), 'same', 'keeper', now() from core.person_record;
            update ops.rejected_row set state = 'dismissed';
            insert into ops.synthetic_release (released_at, attributes, largest_order, epsilon, delta, rho, records)
            values (now(), '{sex,form}', 2, 1.5, 1e-6, 0.125, 400);
            """);
    }

    public async Task DisposeAsync()
    {
        await Owner.DisposeAsync();
        await Warehouse.DisposeAsync();
    }

    /// <summary>The files of the sources, whichever warehouse they are loaded into; other numbers come of it in each.</summary>
    public static async Task LoadAsync(EtlFixture warehouse, int before = 0)
    {
        for (var i = 0; i < before; i++)
        {
            await warehouse.LoadLinesAsync("population", "soate,year,sex,population", $"41711000000000,20{10 + i},total,100");
        }

        await warehouse.LoadLinesAsync("ngo_case", "organisation,case_ref,intake_date", "NGO-01,A-1,2024-03-05", "NGO-02,B-1,2024-03-09");
        await warehouse.LoadLinesAsync("hotline", "contact_id,started_at", "C-1,2024-03-01", "C-2,soon", "C-3,2024-04-01", "C-4,2024-04-02");
        await new LinkStage(warehouse.Etl, warehouse.Time).RunAsync(default);
    }

    public static async Task ExecuteAsync(NpgsqlDataSource database, string sql)
    {
        await using var connection = await database.OpenConnectionAsync();
        await connection.ExecuteAsync(sql);
        await connection.ExecuteAsync("reset role");
    }

    /// <summary>What is carried, as the tables have it, without the numbers that each database gives by itself.</summary>
    public static async Task<List<string>> ContentAsync(NpgsqlDataSource database)
    {
        await using var connection = await database.OpenConnectionAsync();
        var content = new List<string>();
        foreach (var rows in (string[])
        [
            "select to_jsonb(a) - 'account_id' from ops.account as a where name = 'keeper'",
            "select to_jsonb(r) - 'account_id' from ops.account_right as r",
            "select to_jsonb(c) - 'account_id' from ops.recovery_code as c",
            "select to_jsonb(t) - 'account_id' from ops.api_token as t",
            "select to_jsonb(v) - 'account_id' - 'saved_view_id' from ops.saved_view as v",
            "select to_jsonb(n) from ops.role_need as n",
            "select to_jsonb(k) from ops.data_protection_key as k",
            "select to_jsonb(r) from ops.period_review as r",
            "select to_jsonb(r) from ops.link_round as r",
            """
            select to_jsonb(d) - 'link_decision_id' - 'record_a' - 'record_b' || jsonb_build_object('a', a.organisation || a.reference, 'b', b.organisation || b.reference)
            from ops.link_decision as d join core.person_record as a on a.record_id = d.record_a join core.person_record as b on b.record_id = d.record_b
            """,
            "select to_jsonb(r) - 'synthetic_release_id' from ops.synthetic_release as r",
            "select to_jsonb(r) - 'rejected_row_id' - 'batch_id' from ops.rejected_row as r",
        ])
        {
            var found = (await connection.QueryAsync<string>($"set timezone = 'UTC'; select row::text from ({rows}) as rows (row) order by 1")).ToList();
            Assert.NotEmpty(found);
            content.AddRange(found);
        }

        return content;
    }
}
