using System.Net;
using Dapper;

namespace Analytics.Dashboard.Tests.Http;

/// <summary>The pages of who runs the system, first with nothing to tell, then with one row of everything.</summary>
public sealed class RunPagesTests(DashboardServer server) : IClassFixture<DashboardServer>
{
    private const string Value = "a-received-value";

    [DatabaseFact]
    public async Task Pages_NothingThenOneRow_SaySoInThreeLanguagesAndShowNoValue()
    {
        using var client = await server.SignedInAsync("admin");
        await SaysAsync(client, "/jobs", "No job has run yet", "Задания ещё не выполнялись", "Тапшырмалар али аткарылган жок");
        await SaysAsync(client, "/rejections", "No rejected row is open", "Открытых отклонённых строк нет", "Ачык четке кагылган саптар жок");
        await SaysAsync(client, "/data-in", "No file has come in yet", "Файлов пока не поступало", "Азырынча файл келген жок");
        await SaysAsync(client, "/reporting", "No report is expected of anybody yet", "Пока ни от кого не ожидается отчётов", "Азырынча эч кимден отчет күтүлбөйт");
        Assert.DoesNotContain("alerts-title", await ReadAsync(client, "/reporting", "en"), StringComparison.Ordinal);

        await AddOneRowAsync();
        await SaysAsync(client, "/jobs", "failed", "ошибка", "ката");
        await SaysAsync(client, "/jobs", "the folder is gone", "the folder is gone", "the folder is gone");
        await SaysAsync(client, "/jobs", "Needs attention", "Требует внимания", "Көңүл бурууну талап кылат");
        await SaysAsync(client, "/rejections", "1 row waits for a correction", "1 строка ждёт исправления", "1 сап оңдоону күтөт");
        await SaysAsync(client, "/rejections", "a day", "день", "күн");
        await SaysAsync(
            client, "/data-in", "1 row waits for a correction, 0 files were refused", "1 строка ожидает исправления, не принято 0 файлов",
            "1 сап оңдоону күтөт, 0 файл кабыл алынган жок");
        await SaysAsync(client, "/data-in", "1 of 2", "1 из 2", "2 ичинен 1");
    }

    /// <summary>Without the worker's catalogue there is nothing to choose from.</summary>
    [DatabaseFact]
    public async Task Upload_NoCatalogue_OffersAnotherTry()
    {
        using var client = await server.SignedInAsync("coordinator");
        await SaysAsync(client, "/upload", "Try again", "Повторить", "Кайра аракет кылуу");
    }

    [DatabaseTheory]
    [InlineData("/accounts", "coordinator")]
    [InlineData("/audit", "coordinator")]
    [InlineData("/jobs", "coordinator")]
    [InlineData("/rejections", "donor")]
    [InlineData("/data-in", "policy")]
    [InlineData("/upload", "donor")]
    public async Task Page_OfAnotherRole_IsNotThere(string path, string account)
    {
        using var client = await server.SignedInAsync(account);
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
        Assert.DoesNotContain("class=\"card\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static async Task SaysAsync(HttpClient client, string path, string en, string ru, string ky)
    {
        foreach (var (language, words) in new[] { ("en", en), ("ru", ru), ("ky", ky) })
        {
            var page = await ReadAsync(client, path, language);
            Assert.Contains(words, page, StringComparison.Ordinal);
            Assert.DoesNotContain(Value, page, StringComparison.Ordinal);
        }
    }

    private static async Task<string> ReadAsync(HttpClient client, string path, string language) =>
        WebUtility.HtmlDecode(await client.GetStringAsync(new Uri($"{path}?lang={language}", UriKind.Relative)));

    private async Task AddOneRowAsync()
    {
        await using var connection = await server.Postgres.Owner.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync(
            """
            set local role analytics_etl;
            insert into ops.source (source_id, feed) values ('labour_inspection', 'labour_inspection') on conflict do nothing;
            insert into ops.run (job, trigger_kind, started_at, finished_at, state, error)
            values ('labour_inspection', 'schedule', '2026-11-20T00:00:00Z', '2026-11-20T00:00:01Z', 'failed', 'the folder is gone');
            insert into ops.alert (kind, subject, since, details, opened_at)
            values ('job', 'labour_inspection', '2026-11-20T00:00:00Z', '{"job": "labour_inspection"}', '2026-11-20T00:00:00Z');
            insert into ops.batch (feed, source_id, file_name, file_hash, file_bytes, received_at, state, read, inserted, rejected)
            values ('labour_inspection', 'labour_inspection', 'one.csv', repeat('0', 64), 10, '2026-11-20T00:00:00Z', 'loaded', 2, 1, 1);
            insert into ops.rejected_row (batch_id, line, column_name, rule, expected_en, expected_ru, expected_ky)
            select batch_id, 3, 'inspected_on', 'date', 'a day', 'день', 'күн' from ops.batch where file_name = 'one.csv';
            insert into raw.rejected_row (batch_id, line, fields)
            select batch_id, 3, jsonb_build_object('inspected_on', @value::text) from ops.batch where file_name = 'one.csv';
            insert into ops.quality_result (batch_id, rule, severity, checked, found, still_open, lines)
            select batch_id, 'future_date', 'error', 2, 1, 1, '{3}' from ops.batch where file_name = 'one.csv';
            """,
            new { value = Value },
            transaction);
        await transaction.CommitAsync();
    }
}
