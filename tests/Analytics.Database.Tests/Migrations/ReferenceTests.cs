using Analytics.Testing;
using Dapper;

namespace Analytics.Database.Tests.Migrations;

public sealed class ReferenceTests(PostgresFixture database) : IClassFixture<PostgresFixture>
{
    [DatabaseTheory]
    [InlineData("select count(*) from mart.dim_region where level = 1", 9)]
    [InlineData("select count(*) from mart.dim_region where level = 2", 57)]
    [InlineData("select count(*) from mart.dim_country where iso3 <> 'unknown'", 249)]
    [InlineData("select sum(population) from mart.fct_population f join mart.dim_region r using (region_key) where year = 2022 and level = 1", 6964213)]
    [InlineData("select count(*) from mart.fct_figure where value is null and value_text = 'not reported'", 1)]
    [InlineData("select value from mart.fct_figure where figure = 'assisted-2018-2020'", 355)]
    [InlineData("select count(*) from mart.dim_event where kind = 'series_break'", 2)]
    [InlineData("select count(*) from mart.dim_date where date_precision = 'year' and month is null", 101)]
    public async Task Reference_Loaded_HoldsTheFactsOfItsFiles(string query, long expected)
    {
        await using var connection = await database.Owner.OpenConnectionAsync();
        Assert.Equal(expected, await connection.ExecuteScalarAsync<long>(query));
    }

    [DatabaseTheory]
    [InlineData("124", "2018-12-31", "trafficking")]
    [InlineData("124", "2019-01-01", null)]
    [InlineData("171", "2019-01-01", "trafficking")]
    [InlineData("171", "2021-11-30", "trafficking")]
    [InlineData("171", "2021-12-01", null)]
    [InlineData("166", "2021-12-01", "trafficking")]
    [InlineData("159", "2024-05-01", "related")]
    [InlineData("166", "2021-11-30", null)]
    public async Task Articles_ByDate_BelongToTheGroupOfTheirCode(string article, string day, string? group)
    {
        await using var connection = await database.Owner.OpenConnectionAsync();
        var found = await connection.ExecuteScalarAsync<string?>(
            "select article_group from mart.dim_article where article = @article and @day::date >= valid_from and @day::date < valid_to", new { article, day });
        Assert.Equal(group, found);
    }

    [DatabaseTheory]
    [InlineData("2010", 20100000)]
    [InlineData("2010-07", 20100700)]
    [InlineData("2010-07-15", 20100715)]
    public async Task PartialDate_OfText_KeepsItsPrecision(string text, int expected)
    {
        await using var connection = await database.Owner.OpenConnectionAsync();
        Assert.Equal(expected, await connection.ExecuteScalarAsync<int>("select core.to_partial_date(@text)", new { text }));
    }

    [DatabaseTheory]
    [InlineData(17, 17, "9-17")]
    [InlineData(30, 38, "30-38")]
    [InlineData(48, null, "48+")]
    [InlineData(25, 35, "unknown")]
    [InlineData(null, null, "unknown")]
    public async Task AgeBand_OfARange_IsTheBandThatHoldsAllOfIt(int? from, int? to, string expected)
    {
        await using var connection = await database.Owner.OpenConnectionAsync();
        Assert.Equal(expected, await connection.ExecuteScalarAsync<string>("select mart.age_band(@from::int, @to::int)", new { from, to }));
    }
}
