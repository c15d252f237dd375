using System.Net;
using System.Text.Json;
using Analytics.Dashboard.Access;
using Analytics.Database;
using Analytics.Database.Accounts;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Analytics.Dashboard.Tests.Http;

/// <summary>Second factor, rights, scopes, the length of a session, and the audit of all of it.</summary>
public sealed class AccessTests(DashboardServer server) : IClassFixture<DashboardServer>
{
    private const string ByRegion = "/api/v1/cells?measure=persons_assisted&by=region&from=2018&to=2020";

    private AuditLog Log => new(server.Postgres.Owner);

    [DatabaseFact]
    public async Task SignIn_SecondFactor_NeedsACodeThatIsUsedOnce()
    {
        await AddAsync("coded", "donor");
        var secret = SecondFactor.NewSecret();
        await SetFactorAsync("coded", secret);

        using var client = server.Anonymous();
        using var password = await DashboardServer.SignInAsync(client, "coded", DashboardServer.Password);
        Assert.StartsWith("/sign-in/code", password.Headers.Location!.PathAndQuery(), StringComparison.Ordinal);
        using var early = await client.GetAsync(new Uri("/trends", UriKind.Relative));
        Assert.Equal("/sign-in", early.Headers.Location!.AbsolutePath);

        var code = Totp.CodeOf(secret, DateTimeOffset.UtcNow);
        using var wrong = await DashboardServer.PostAsync(client, "/sign-in/code", "code", ("Input.Code", code == "000000" ? "111111" : "000000"));
        Assert.Equal(HttpStatusCode.OK, wrong.StatusCode);
        using var right = await DashboardServer.PostAsync(client, "/sign-in/code", "code", ("Input.Code", $"{code[..3]} {code[3..]}"));
        Assert.Equal("/programmes", right.Headers.Location!.PathAndQuery());
        using var page = await client.GetAsync(new Uri("/trends", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);

        using var other = server.Anonymous();
        using var again = await DashboardServer.SignInAsync(other, "coded", DashboardServer.Password);
        using var replayed = await DashboardServer.PostAsync(other, "/sign-in/code", "code", ("Input.Code", code));
        Assert.Equal(HttpStatusCode.OK, replayed.StatusCode);
        Assert.Equal(["sign_in_failed", "signed_in", "opened", "sign_in_failed"], (await ActionsAsync("coded")).Where(action => action != "saw"));
    }

    [DatabaseFact]
    public async Task SecondFactor_ManyWrongCodes_LockTheCodesButNotOfAKnownClient()
    {
        await AddAsync("guessed.code", "donor");
        await SetFactorAsync("guessed.code", SecondFactor.NewSecret());
        Task<SignInResult> EnterAsync(long? step, bool known) => server.Accounts.EnterCodeAsync("guessed.code", "123456", (_, _) => step, known, CancellationToken.None);
        for (var attempt = 0; attempt < Backoff.FailuresBeforeWait; attempt++)
        {
            Assert.IsNotType<SignInResult.Accepted>(await EnterAsync(null, known: false));
        }

        var later = Totp.Step(DateTimeOffset.UtcNow) + 10;
        Assert.IsType<SignInResult.Locked>(await EnterAsync(later, known: false));
        Assert.IsType<SignInResult.Accepted>(await EnterAsync(later, known: true));
    }

    [DatabaseFact]
    public async Task SecondFactor_Stored_IsNotReadableInTheTable()
    {
        await AddAsync("kept", "donor");
        var secret = SecondFactor.NewSecret();
        await SetFactorAsync("kept", secret);
        var stored = await server.Postgres.Owner.QueryScalarAsync<string>("select second_factor from ops.account where name = 'kept'");
        Assert.DoesNotContain(secret, stored, StringComparison.Ordinal);
    }

    [DatabaseFact]
    public async Task Token_WithoutTheScope_IsRefused()
    {
        var made = await new ApiTokenStore(server.Postgres.Owner, TimeProvider.System).AddAsync(
            "donor", "measures only", [TokenScope.Measures], TimeSpan.FromDays(7), CancellationToken.None);
        var token = Assert.IsType<TokenResult.Made>(made).Token;
        using var client = server.Anonymous();
        client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        using var measures = await client.GetAsync(new Uri("/api/v1/measures", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, measures.StatusCode);
        using var cells = await client.GetAsync(new Uri(ByRegion, UriKind.Relative));
        Assert.Equal(HttpStatusCode.Forbidden, cells.StatusCode);
        Assert.Contains("scope", await cells.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [DatabaseFact]
    public async Task Cells_AccountLimitedToARegion_SeesItAndTheWholeOnly()
    {
        var all = await RegionsAsync("coordinator");
        var held = all.First(region => region is not "total" and not "unknown");
        Assert.True(all.Count > 2);

        await AddAsync("regional", "coordinator");
        await server.Accounts.SetRightsAsync(await IdAsync("regional"), [("region", held)], CancellationToken.None);
        Assert.All(await RegionsAsync("regional"), region => Assert.True(region == held || region == "total", region));
        Assert.Contains(held, await RegionsAsync("regional"));
        using var client = await server.SignedInAsync("regional");
        var other = all.First(region => region != held && region is not "total" and not "unknown");
        using var asked = await client.GetAsync(new Uri($"{ByRegion}&region={other}", UriKind.Relative));
        Assert.Equal(HttpStatusCode.BadRequest, asked.StatusCode);
        Assert.Contains("is not a published member", await asked.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("41702000000000", "41702205000000", true)]
    [InlineData("41702000000000", "41703000000000", false)]
    [InlineData("41702205000000", "41702210000000", false)]
    [InlineData("41702205000000", "total", true)]
    [InlineData("41720000000000", "41720000000000", true)]
    public void MayRegion_ARegionHeld_OpensItsDistrictsAndTheWhole(string held, string asked, bool may)
    {
        var rights = new Rights(new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal) { held }, new HashSet<string>(StringComparer.Ordinal));
        Assert.Equal(may, rights.MayRegion(asked));
    }

    [DatabaseFact]
    public async Task Rights_Changed_EndTheAccountsSessions()
    {
        await AddAsync("moved", "coordinator");
        using var client = await server.SignedInAsync("moved");
        await server.Accounts.SetRightsAsync(await IdAsync("moved"), [("source", "hotline")], CancellationToken.None);
        using var page = await client.GetAsync(new Uri("/trends", UriKind.Relative));
        Assert.Equal("/sign-in", page.Headers.Location!.AbsolutePath);
    }

    [DatabaseFact]
    public async Task Files_AccountLimitedToASource_SeesNoOtherOnAnyPage()
    {
        await using (var connection = await server.Postgres.Owner.OpenConnectionAsync())
        {
            await connection.ExecuteAsync(
                """
                insert into ops.source (source_id, feed) values ('held', 'labour_inspection'), ('other', 'labour_inspection');
                insert into ops.batch (feed, source_id, file_name, file_hash, file_bytes, received_at, state, read, rejected)
                select 'labour_inspection', source, source || '-only.csv', repeat('0', 64), 10, now(), 'loaded', 1, 1 from unnest(array['held', 'other']) as source;
                insert into ops.rejected_row (batch_id, line, column_name, rule, expected_en, expected_ru, expected_ky)
                select batch_id, 2, 'inspected_on', 'date', 'a day', 'a day', 'a day' from ops.batch where file_name like '%-only.csv';
                insert into ops.quality_result (batch_id, rule, severity, checked, found, still_open, lines)
                select batch_id, 'future_date', 'error', 1, 1, 1, '{2}' from ops.batch where file_name like '%-only.csv';
                insert into ops.alert (kind, subject, since, details, opened_at)
                select 'quality', batch_id || '/future_date', now(), jsonb_build_object('batch', batch_id, 'rule', file_name, 'source', source_id, 'count', 1), now() from ops.batch where file_name like '%-only.csv';
                insert into ops.source_month (source_id, month, batches) select source_id, '2024-01-01', array[batch_id] from ops.batch where file_name like '%-only.csv';
                insert into pub.report_status (feed, organisation, month, status, nil, due_on, source_id)
                select 'ngo_monthly', source || '-only.csv', '2024-01-01', 'missing', false, '2024-02-10', source from unnest(array['held', 'other']) as source;
                insert into pub.source_status (source_id, feed, synthetic, last_loaded_at, covers_from, covers_to, expected_every_days)
                values ('other-only.csv', 'labour_inspection', false, now(), '2024-01-01', '2024-01-31', 31);
                """);
        }

        var (held, other) = (await BatchAsync("held-only.csv"), await BatchAsync("other-only.csv"));
        await AddAsync("of.one.source", "coordinator");
        await server.Accounts.SetRightsAsync(await IdAsync("of.one.source"), [("source", "held")], CancellationToken.None);
        using var limited = await server.SignedInAsync("of.one.source");
        using var whole = await server.SignedInAsync("coordinator");
        foreach (var page in new[] { "/data-in", "/rejections", $"/rejections?batch={other}", "/rejections?source=other", "/sign-off", $"/lineage?batch={other}", "/reporting", "/reporting?feed=ngo_monthly", "/" })
        {
            Assert.DoesNotContain("other-only.csv", await limited.GetStringAsync(new Uri(page, UriKind.Relative)), StringComparison.Ordinal);
        }

        foreach (var page in new[] { "/data-in", "/rejections", $"/lineage?batch={held}", "/reporting" })
        {
            Assert.Contains("held-only.csv", await limited.GetStringAsync(new Uri(page, UriKind.Relative)), StringComparison.Ordinal);
        }

        // What the limited account does not see is there to be seen.
        foreach (var page in new[] { "/data-in", "/rejections", $"/lineage?batch={other}", "/reporting" })
        {
            Assert.Contains("other-only.csv", await whole.GetStringAsync(new Uri(page, UriKind.Relative)), StringComparison.Ordinal);
        }
    }

    [DatabaseFact]
    public async Task Pages_ConnectionThatNamesNoSource_SeesNoRowOfAny()
    {
        await using var admin = NpgsqlDataSource.Create(server.Logins.Admin);
        await using var connection = await admin.OpenConnectionAsync();
        await using (var owner = await server.Postgres.Owner.OpenConnectionAsync())
        {
            await owner.ExecuteAsync("insert into ops.source (source_id, feed) values ('one', 'hotline'), ('two', 'hotline') on conflict do nothing; insert into ops.source_month values ('one', '2023-05-01', '{}'), ('two', '2023-05-01', '{}')");
        }

        Assert.Equal(0, await connection.ExecuteScalarAsync<int>("select count(*) from ops.source"));
        await connection.ExecuteAsync("select set_config('analytics.sources', 'one', false)");
        Assert.Equal(["one"], await connection.QueryAsync<string>("select source_id from ops.source"));
        var refused = await Assert.ThrowsAsync<PostgresException>(() => connection.ExecuteAsync(
            "insert into ops.period_review (source_id, month, step, state, account, decided_at) values ('two', '2023-05-01', 1, 'reviewed', 'coordinator', now())"));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
        await connection.ExecuteAsync("insert into ops.period_review (source_id, month, step, state, account, decided_at) values ('one', '2023-05-01', 1, 'reviewed', 'coordinator', now())");
        Assert.Contains(await Log.ListAsync("coordinator", AuditAction.SignedOff, null, null, 10, CancellationToken.None), entry => entry.Subject == "source one, 2023-05, reviewed");
    }

    [DatabaseFact]
    public async Task RejectedRowsAndPairs_ConnectionOfOneSource_SeesThoseOfNoOther()
    {
        await using var owner = await server.Postgres.Owner.OpenConnectionAsync();
        await owner.ExecuteAsync(
            """
            insert into ops.source (source_id, feed) values ('mine', 'hotline'), ('theirs', 'hotline');
            insert into ops.batch (feed, source_id, file_name, file_hash, file_bytes, received_at, state, read, rejected)
            select 'hotline', source, source || '.csv', repeat('0', 64), 10, now(), 'loaded', 1, 1 from unnest(array['mine', 'theirs']) as source;
            insert into ops.rejected_row (batch_id, line, rule, expected_en, expected_ru, expected_ky)
            select batch_id, 2, 'date', 'a day', 'a day', 'a day' from ops.batch where file_name in ('mine.csv', 'theirs.csv');
            insert into ops.link_band (round, band_from, band_to, pairs, linked) values ('guarded', 0.5, 0.6, 1, true);
            insert into ops.link_review (record_a, record_b, round, band_from, source_a, source_b, levels, linked, turn)
            values (-2, -1, 'guarded', 0.5, 'mine', 'theirs', array_fill('agree'::text, array[6]), true, 1);
            """);
        try
        {
            var (mine, theirs) = (await BatchAsync("mine.csv"), await BatchAsync("theirs.csv"));
            await using var admin = NpgsqlDataSource.Create(server.Logins.Admin);
            foreach (var (sources, batches, pairs) in new (string?, long[], int)[] { (null, [], 0), ("mine", [mine], 0), ("theirs", [theirs], 0), ("mine,theirs", [mine, theirs], 0), ("*", [mine, theirs], 1) })
            {
                await using var connection = await admin.OpenConnectionAsync();
                await connection.ExecuteAsync("select set_config('analytics.sources', @sources, false)", new { sources });
                Assert.Equal(batches, await connection.QueryAsync<long>("select batch_id from ops.rejected_row where batch_id in (@mine, @theirs) order by 1", new { mine, theirs }));
                Assert.Equal(
                    batches, await connection.QueryAsync<long>("select batch_id from ops.find_rejected(null, null, null, null, null, null, null) where batch_id in (@mine, @theirs) order by 1", new { mine, theirs }));
                Assert.Equal((pairs, pairs), await connection.QuerySingleAsync<(int, int)>(
                    "select (select count(*)::int from ops.link_review where round = 'guarded'), (select count(*)::int from ops.link_band where round = 'guarded')"));
            }
        }
        finally
        {
            await owner.ExecuteAsync("delete from ops.link_review where round = 'guarded'; delete from ops.link_band where round = 'guarded'");
        }
    }

    [DatabaseFact]
    public async Task Credit_OfAnotherDonor_IsNotSeenByADonor()
    {
        const string byDonor = "/api/v1/cells?measure=persons_credited&by=donor&from=2019&to=2019";
        Assert.Equal(["DON-A", "DON-B"], await MembersAsync("coordinator", byDonor, "donor"));
        Assert.Equal(["DON-A"], await MembersAsync("donor", byDonor, "donor"));
        // All of it less one's own is that of the other.
        Assert.Empty(await MembersAsync("donor", "/api/v1/cells?measure=persons_credited&from=2019&to=2019", "period"));
        await AddAsync("donor.of.nobody", "donor");
        Assert.Empty(await MembersAsync("donor.of.nobody", byDonor, "donor"));
        using var client = await server.SignedInAsync("donor");
        using var asked = await client.GetAsync(new Uri("/api/v1/cells?measure=persons_credited&donor=DON-B&from=2019&to=2019", UriKind.Relative));
        Assert.Equal(HttpStatusCode.BadRequest, asked.StatusCode);
        var exported = await client.GetStringAsync(new Uri(byDonor + "&format=csv", UriKind.Relative));
        Assert.Contains("DON-A", exported, StringComparison.Ordinal);
        Assert.DoesNotContain("DON-B", exported, StringComparison.Ordinal);
    }

    [DatabaseTheory]
    [InlineData("select ops.write_audit('nobody.such', 'opened', '/x')")]
    [InlineData("select ops.write_audit('os:root', 'opened', '/x')")]
    [InlineData("select ops.write_audit('coordinator', 'command_backup')")]
    [InlineData("select ops.write_audit('coordinator', 'restored')")]
    [InlineData("insert into ops.audit (at, account, action) values (now() - interval '1 day', 'coordinator', 'opened')")]
    [InlineData("update ops.audit set at = at - interval '1 day'")]
    [InlineData("delete from ops.audit")]
    public async Task Audit_TheDashboardsOwnLogin_CanNotBackDateOrSpeakForTheServer(string statement)
    {
        await using var admin = NpgsqlDataSource.Create(server.Logins.Admin);
        await using var connection = await admin.OpenConnectionAsync();
        var refused = await Assert.ThrowsAsync<PostgresException>(() => connection.ExecuteAsync(statement));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [DatabaseFact]
    public async Task Audit_WhatIsAskedOfTheWorker_IsWrittenByTheDatabaseWhoeverAsks()
    {
        await AddAsync("asking", "coordinator");
        await using var admin = NpgsqlDataSource.Create(server.Logins.Admin);
        await using var connection = await admin.OpenConnectionAsync();
        await connection.ExecuteAsync("set analytics.restoring = 'on'");
        foreach (var (kind, arguments) in new[] { ("preview", """{"source":"hotline","upload":"Асан"}"""), ("rejected_file", """{"rows":{"batch":7,"rule":"date"}}"""), ("replay", "{}"), ("undo", """{"request":3}"""), ("run", """{"job":"publish"}"""), ("pause", """{"job":"publish"}""") })
        {
            await connection.ExecuteAsync("insert into ops.request (kind, arguments, asked_by) select @kind, @arguments::jsonb, account_id from ops.account where name = 'asking'", new { kind, arguments });
        }

        var entries = (await Log.ListAsync("asking", null, null, null, 20, CancellationToken.None)).Reverse().ToList();
        Assert.Equal(["uploaded", "rejected_rows_asked", "replayed", "dismissal_undone", "job_asked", "job_paused"], entries.Select(entry => entry.Action));
        Assert.EndsWith(", source hotline", entries[0].Subject, StringComparison.Ordinal);
        Assert.EndsWith(", file no. 7, rule date", entries[1].Subject, StringComparison.Ordinal);
        Assert.All(entries, entry => Assert.Equal("dashboard", entry.Origin));
        Assert.All(entries, entry => Assert.InRange(DateTime.UtcNow - entry.At, TimeSpan.FromMinutes(-1), TimeSpan.FromMinutes(1)));
    }

    [DatabaseFact]
    public async Task Audit_SignIn_KeepsTheClientsAddress()
    {
        await Log.AddAsync("coordinator", AuditAction.SignInFailed, "", CancellationToken.None, client: System.Net.IPAddress.Parse("::ffff:192.0.2.7"));
        Assert.Contains(await Log.ListAsync("coordinator", AuditAction.SignInFailed, null, null, 10, CancellationToken.None), entry => entry is { Client: "192.0.2.7", Origin: "server" });
        Assert.Null((await Log.StateAsync(CancellationToken.None)).BrokenAt);
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+996", "+996")]
    [InlineData("+cmd", "'+cmd")]
    [InlineData("-3.25", "-3.25")]
    [InlineData("-2+3", "'-2+3")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "'\r=1")]
    [InlineData("Бишкек", "Бишкек")]
    public void Csv_TextThatASpreadsheetWouldCompute_IsGuarded(string text, string written) =>
        Assert.Equal(written, Analytics.Dashboard.Api.CsvFile.Guarded(text));

    [DatabaseFact]
    public async Task Audit_SubjectWithControlSigns_IsKeptWithoutThem()
    {
        await Log.AddAsync("labels", AuditAction.TokenMade, "a\u001fb\0c\nd", CancellationToken.None);
        Assert.Equal("a b c d", Assert.Single(await Log.ListAsync("labels", null, null, null, 10, CancellationToken.None)).Subject);
    }

    [DatabaseFact]
    public async Task LastAdministrator_DisabledOrMadeSomethingElse_Stays()
    {
        var admin = await IdAsync("admin");
        Assert.False(await server.Accounts.SetDisabledAsync(admin, true, CancellationToken.None));
        Assert.False(await server.Accounts.SetRoleAsync(admin, "policy", CancellationToken.None));
        Assert.Equal("administrator", (await server.Accounts.FindAsync(admin, CancellationToken.None))!.Role);
    }

    [DatabaseFact]
    public async Task Audit_ReaderOfCells_IsNamedWithQueryProfileAndPublicationAndNoValue()
    {
        await AddAsync("watched", "policy");
        using var client = await server.SignedInAsync("watched");
        using var page = await client.GetAsync(new Uri("/trends?measure=persons_assisted", UriKind.Relative));
        await client.GetStringAsync(new Uri(ByRegion + "&format=csv", UriKind.Relative));
        var entries = await Log.ListAsync("watched", null, null, null, 100, CancellationToken.None);
        Assert.Contains(entries, entry => entry is { Action: "opened", Subject: "/trends" });
        Assert.Contains(entries, entry => entry is { Action: "saw", Profile: "public", Publication: not null } && entry.Subject.Contains("measure=persons_assisted", StringComparison.Ordinal));
        var exported = Assert.Single(entries, entry => entry.Action == "exported");
        Assert.Equal("measure=persons_assisted&by=region&from=2018-01-01&to=2020-12-31", exported.Subject);
        Assert.DoesNotContain(entries, entry => entry.Subject.Contains("355", StringComparison.Ordinal));
    }

    [DatabaseFact]
    public async Task Audit_UnknownAccount_IsNotWrittenDownAsItWasTyped()
    {
        using var client = server.Anonymous();
        using var answer = await DashboardServer.SignInAsync(client, "my password by mistake", "x");
        Assert.Equal(0, await server.Postgres.Owner.QueryScalarAsync<long>("select count(*) from ops.audit where account like 'my%' or subject like '%mistake%'"));
        Assert.NotEqual(0, await server.Postgres.Owner.QueryScalarAsync<long>("select count(*) from ops.audit where account = '' and action = 'sign_in_failed'"));
    }

    [DatabaseFact]
    public async Task Audit_EntryChangedPastItsGuard_BreaksTheChainThere()
    {
        // In a transaction that is rolled back: the others' entries stay whole.
        await Log.AddAsync("someone", AuditAction.Opened, "/a", CancellationToken.None);
        await Log.AddAsync("someone", AuditAction.Opened, "/b", CancellationToken.None);
        Assert.Null((await Log.StateAsync(CancellationToken.None)).BrokenAt);
        Assert.Equal(("/a", true), await TamperedAsync("update ops.audit set subject = '/c' where subject = '/a'", "/a"));
        Assert.Equal(("/b", true), await TamperedAsync("delete from ops.audit where subject = '/a'", "/b"));
    }

    [DatabaseTheory]
    [InlineData("analytics_admin", "update ops.audit set account = 'x'")]
    [InlineData("analytics_admin", "delete from ops.audit")]
    [InlineData("analytics_admin", "insert into ops.audit (at, account, action, hash) values (now(), 'x', 'opened', '')")]
    [InlineData("analytics_etl", "update ops.audit set account = 'x'")]
    [InlineData("analytics_etl", "delete from ops.audit")]
    [InlineData("analytics_etl", "truncate ops.audit")]
    [InlineData("analytics_ministry", "select * from ops.audit")]
    public async Task Audit_AnyRole_CanNotChangeIt(string role, string statement)
    {
        await using var connection = await server.Postgres.Owner.OpenConnectionAsync();
        await connection.ExecuteAsync($"set role {role}");
        var refused = await Assert.ThrowsAsync<PostgresException>(() => connection.ExecuteAsync(statement));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
        await connection.ExecuteAsync("reset role");
    }

    /// <returns>The subject that the first broken entry had, and whether the owner's own statement is refused while the guard stands.</returns>
    private async Task<(string Subject, bool IsGuarded)> TamperedAsync(string statement, string expected)
    {
        await using var connection = await server.Postgres.Owner.OpenConnectionAsync();
        var guarded = await Assert.ThrowsAsync<PostgresException>(() => connection.ExecuteAsync(statement));
        await using var transaction = await connection.BeginTransactionAsync();
        var id = await connection.ExecuteScalarAsync<long>("select min(audit_id) from ops.audit where subject = @expected", new { expected });
        await connection.ExecuteAsync("alter table ops.audit disable trigger keep_audit; " + statement);
        var broken = await connection.ExecuteScalarAsync<long?>("select broken_at from ops.audit_state");
        await transaction.RollbackAsync();
        Assert.Equal(id, broken);
        return (expected, guarded.MessageText.Contains("never changed", StringComparison.Ordinal));
    }

    private async Task<IReadOnlyList<string>> RegionsAsync(string account)
    {
        using var client = await server.SignedInAsync(account);
        using var answer = JsonDocument.Parse(await client.GetStringAsync(new Uri(ByRegion, UriKind.Relative)));
        return [.. answer.RootElement.GetProperty("cells").EnumerateArray().Select(cell => cell.GetProperty("region").GetString()!).Distinct(StringComparer.Ordinal)];
    }

    private async Task<IEnumerable<string>> MembersAsync(string account, string address, string column)
    {
        using var client = await server.SignedInAsync(account);
        using var answer = JsonDocument.Parse(await client.GetStringAsync(new Uri(address, UriKind.Relative)));
        return answer.RootElement.GetProperty("cells").EnumerateArray().Select(cell => cell.GetProperty(column).GetString()!).Where(member => member != "total").Order(StringComparer.Ordinal).ToList();
    }

    private async Task<IEnumerable<string>> ActionsAsync(string account) =>
        (await Log.ListAsync(account, null, null, null, 100, CancellationToken.None)).Reverse().Select(entry => entry.Action);

    private Task<bool> AddAsync(string name, string role) => server.Accounts.AddAsync(name, role, DashboardServer.Password, mustChangePassword: false, CancellationToken.None);

    private Task<long> IdAsync(string name) => server.Postgres.Owner.QueryScalarAsync<long>($"select account_id from ops.account where name = '{name}'");

    private Task<long> BatchAsync(string file) => server.Postgres.Owner.QueryScalarAsync<long>($"select batch_id from ops.batch where file_name = '{file}'");

    private async Task SetFactorAsync(string name, string secret) =>
        await server.Accounts.SetSecondFactorAsync(await IdAsync(name), server.Services.GetRequiredService<SecondFactor>().Protect(secret), step: 1, [], CancellationToken.None);
}

internal static class ScalarQuery
{
    public static async Task<T> QueryScalarAsync<T>(this NpgsqlDataSource database, string sql)
    {
        await using var connection = await database.OpenConnectionAsync();
        return (await connection.ExecuteScalarAsync<T>(sql))!;
    }
}
