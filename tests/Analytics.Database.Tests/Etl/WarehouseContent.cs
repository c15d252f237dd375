using System.Security.Cryptography;
using System.Text;
using Analytics.Etl.Feeds;
using Dapper;
using Npgsql;

namespace Analytics.Database.Tests.Etl;

/// <summary>What the warehouse holds, apart from the keys that it gave itself: to compare two ways of getting there.</summary>
internal static class WarehouseContent
{
    private static readonly string[] s_core = ["hotline", "ngo_case", "ngo_monthly", "register_crime", "register_event", "labour_inspection", "employment_agency", "population"];
    private static readonly string[] s_facts = ["fct_contact", "fct_assistance_month", "fct_crime", "fct_crime_event", "fct_inspection", "fct_agency"];

    /// <summary>Of each table a hash over its current rows, whichever batch, line and moment they came from.</summary>
    public static Task<Dictionary<string, string>> OfNowAsync(NpgsqlDataSource database) =>
        ReadAsync(database, "where t.known_until = 'infinity'", "'version_id', 'batch_id', 'line', 'batch_key', 'source_key', 'known_since', 'known_until', 'assistance_key', 'person_key'");

    /// <summary>Of each table a hash over all versions with their batches and times.</summary>
    public static Task<Dictionary<string, string>> OfAllTimeAsync(NpgsqlDataSource database) =>
        ReadAsync(database, "", "'version_id', 'assistance_key', 'person_key'");

    private static async Task<Dictionary<string, string>> ReadAsync(NpgsqlDataSource database, string which, string without)
    {
        var queries = s_core.Select(table => ($"core.{table}", $"select (to_jsonb(t) - array[{without}])::text from core.{table} as t {which}"))
            .Concat(s_facts.Select(table => ($"mart.{table}", $"select (to_jsonb(t) - array[{without}])::text from mart.{table} as t {which}")))
            .Append(("mart.fct_population", "select (to_jsonb(t) - 'region_key')::text || soate from mart.fct_population as t join mart.dim_region using (region_key)"))
            .Append(("mart.contact_count", "select (month_key, caller_region_key, topic, suspected, sum(contacts))::text from mart.contact_count group by month_key, caller_region_key, topic, suspected having sum(contacts) > 0"))
            .Append(("mart.fct_assistance", $"""
                select (to_jsonb(t) - array[{without}])::text
                    || (select string_agg(form, ',' order by form) from mart.bridge_assistance_form join mart.dim_form using (form_key) where assistance_key = t.assistance_key)
                    || (select string_agg(list || code, ',' order by list, code) from mart.bridge_assistance_code join mart.dim_code using (code_key) where assistance_key = t.assistance_key)
                    || (select min(same.organisation || ' ' || same.case_ref) from mart.fct_assistance as same where same.person_key = t.person_key and same.known_until = 'infinity')
                from mart.fct_assistance as t {which}
                """));
        await using var connection = await database.OpenConnectionAsync();
        var content = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (table, sql) in queries)
        {
            var rows = (await connection.QueryAsync<string>(sql)).Order(StringComparer.Ordinal).ToList();
            content.Add(table, $"{rows.Count} rows, {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', rows))))}");
        }

        return content;
    }

    /// <summary>Forgets every file; dimensions stay.</summary>
    public static async Task ForgetAsync(EtlFixture fixture)
    {
        await using var owner = NpgsqlDataSource.Create(fixture.ConnectionString);
        await using var connection = await owner.OpenConnectionAsync();
        await connection.ExecuteAsync($"""
            truncate {string.Join(", ", s_core.SelectMany(table => (string[])[$"core.{table}", $"raw.{FeedList.RowTable(table)}"]))}, raw.hotline_packed, raw.rejected_row,
                {string.Join(", ", s_facts.Select(table => $"mart.{table}"))}, mart.fct_assistance, mart.bridge_assistance_form, mart.bridge_assistance_code, mart.contact_count;
            truncate core.batch_report, ops.quality_result, ops.batch_fill;
            truncate core.person_record cascade;
            delete from core.person;
            delete from ops.rejected_row;
            delete from ops.batch;
            delete from mart.dim_batch where batch_key > 0;
            """);
    }
}
