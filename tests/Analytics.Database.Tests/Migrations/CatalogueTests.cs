using Analytics.Testing;
using Dapper;

namespace Analytics.Database.Tests.Migrations;

/// <summary>What the database's own catalogue says of the schema: an analyst who opens it finds grain, keys and unknown members.</summary>
public sealed class CatalogueTests(PostgresFixture database) : IClassFixture<PostgresFixture>
{
    [DatabaseFact]
    public async Task EveryTableAndView_SaysItsGrain() => Assert.Empty(await ListAsync(
        """
        select table_of.oid::regclass::text
        from pg_class as table_of
        where table_of.relnamespace in ('raw'::regnamespace, 'core'::regnamespace, 'mart'::regnamespace, 'pub'::regnamespace, 'ops'::regnamespace)
          and table_of.relkind in ('r', 'p', 'v', 'm') and not table_of.relispartition
          and coalesce(obj_description(table_of.oid, 'pg_class'), '') not like 'grain: %'
        """));

    [DatabaseFact]
    public async Task EveryTableOfMartAndPub_DeclaresItsKey() => Assert.Empty(await ListAsync(
        """
        select table_of.oid::regclass::text
        from pg_class as table_of
        where table_of.relnamespace in ('mart'::regnamespace, 'pub'::regnamespace) and table_of.relkind in ('r', 'p') and not table_of.relispartition
          and not exists (select from pg_constraint where conrelid = table_of.oid and contype = 'p')
        """));

    /// <summary>A column of a fact or bridge that names a dimension's row.</summary>
    private const string DimensionKeys =
        """
        select table_of.oid::regclass::text as fact, keyed.attname as key, keyed.attnotnull
        from pg_class as table_of
        join pg_attribute as keyed on keyed.attrelid = table_of.oid and keyed.attnum > 0 and not keyed.attisdropped
        where table_of.relnamespace = 'mart'::regnamespace and table_of.relkind in ('r', 'p') and not table_of.relispartition
          and table_of.relname ~ '^(fct|bridge)_' and keyed.attname ~ '_key$' and keyed.attname not in ('assistance_key', 'person_key')
        """;

    [DatabaseFact]
    public async Task EveryDimensionKey_IsNeverNull()
    {
        Assert.Empty(await ListAsync($"select fact || '.' || key from ({DimensionKeys}) as keys where not attnotnull"));
        Assert.True((await ListAsync($"select key from ({DimensionKeys}) as keys")).Count > 40);
    }

    /// <summary>The key's role, then its dimension: exploitation_start_key, caller_region_key, referred_to_key …</summary>
    [DatabaseFact]
    public async Task EveryDimensionThatAFactNames_HasAnUnknownMember()
    {
        string[] dimensions = ["date", "region", "country", "organisation", "form", "article", "programme", "donor", "source", "batch"];
        foreach (var dimension in dimensions)
        {
            Assert.Equal("1", Assert.Single(await ListAsync($"select count(*)::text from mart.dim_{dimension} where {dimension}_key = 0")));
        }

        Assert.Equal("1", Assert.Single(await ListAsync("select count(*)::text from mart.dim_demographic where (sex, age_band, citizenship) = ('unknown', 'unknown', 'unknown')")));
        string[] named = [.. dimensions, "demographic", "code", "exploitation_start", "exploitation_end", "referred_to", "article_to"];
        var keys = await ListAsync($"select distinct key from ({DimensionKeys}) as keys");
        Assert.All(keys, key => Assert.True(
            Array.Exists(named, one => key == $"{one}_key" || key.EndsWith($"_{one}_key", StringComparison.Ordinal)) || key.StartsWith("region_", StringComparison.Ordinal), key));
    }

    /// <summary>One dimension of dates and one of regions, in every role that its feed carries.</summary>
    [DatabaseTheory]
    [InlineData("fct_assistance", "intake_date_key,exploitation_start_key,exploitation_end_key,region_origin_key,region_service_key")]
    [InlineData("fct_contact", "contact_date_key,caller_region_key")]
    [InlineData("fct_crime", "registered_date_key,investigation_opened_date_key,requalified_date_key,suspended_date_key,discontinued_date_key,sent_to_prosecutor_date_key,sent_to_court_date_key,convicted_date_key,acquitted_date_key,region_key,registered_article_key,current_article_key")]
    [InlineData("fct_crime_event", "event_date_key,article_to_key")]
    [InlineData("fct_inspection", "inspected_date_key,region_key")]
    [InlineData("fct_agency", "entry_date_key,licensed_from_date_key,licensed_to_date_key,region_key,country_key")]
    public async Task Fact_HasItsRoles(string fact, string keys) =>
        Assert.Empty(keys.Split(',').Except(await ListAsync($"select key from ({DimensionKeys}) as keys where fact = 'mart.{fact}'"), StringComparer.Ordinal));

    private async Task<List<string>> ListAsync(string sql)
    {
        await using var connection = await database.Owner.OpenConnectionAsync();
        return [.. await connection.QueryAsync<string>(sql)];
    }
}
