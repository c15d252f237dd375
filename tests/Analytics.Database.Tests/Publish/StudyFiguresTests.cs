using System.Globalization;
using Analytics.Database.Tests.Etl;
using Analytics.Testing;
using CsvHelper;

namespace Analytics.Database.Tests.Publish;

/// <summary>Every figure that the ledger prints of the study of 2018–2020, counted by SQL over <c>mart</c> from the demonstration sources.</summary>
[Collection(ReadsPublishedDemo.Name)]
public sealed class StudyFiguresTests(PublishedDemo demo)
{
    private const string Study = "between 20180101 and 20201231";

    private const string Trafficking =
        $"mart.fct_crime as fact join mart.dim_article as article on article.article_key = fact.registered_article_key and article.article_group = 'trafficking' where fact.known_until = 'infinity' and registered_date_key {Study}";

    private const string AtNgos =
        $"mart.fct_assistance as fact join mart.dim_organisation as organisation using (organisation_key) where organisation.kind = 'ngo' and fact.known_until = 'infinity' and fact.victim_status <> 'not_victim' and intake_date_key {Study}";

    /// <summary>Figure of the ledger, and what counts it. The study's 31 and 24 are of the 55, not of the steps in those years.</summary>
    private static readonly Dictionary<string, string> s_counts = new(StringComparer.Ordinal)
    {
        ["assisted-2018-2020"] = $"select count(distinct fact.person_key) from {AtNgos}",
        ["csos-2018-2020"] = $"select count(distinct organisation.body) from {AtNgos}",
        ["crimes-2018-2020"] = $"select count(*) from {Trafficking}",
        ["discontinued-2018-2020"] = $"select count(*) from {Trafficking} and discontinued_date_key {Study}",
        ["to-court-2018-2020"] = $"select count(*) from {Trafficking} and sent_to_court_date_key {Study}",
        ["non-reporting-factors"] =
            $"select count(distinct code.code) from mart.bridge_assistance_code join mart.dim_code as code using (code_key) where code.list = 'reason_not_applied' and code.code <> 'other' and assistance_key in (select fact.assistance_key from {AtNgos})",
    };

    [DatabaseFact]
    public async Task Mart_OfTheStudy_ReturnsEveryPrintedFigure()
    {
        var printed = await demo.Warehouse.ListAsync<(string Figure, int Value)>(
            "select figure, value::int from mart.fct_figure where figure_source = 'unregistered-study' and period_start >= '2018-01-01' and period_end <= '2020-12-31' order by figure");
        Assert.Equal(s_counts.Keys.Order(StringComparer.Ordinal), printed.Select(figure => figure.Figure));
        foreach (var (figure, value) in printed)
        {
            Assert.Equal((figure, value), (figure, await demo.Warehouse.ScalarAsync<int>(s_counts[figure])));
        }
    }

    [DatabaseFact]
    public async Task Mart_OfTheStudy_HasThePolicesYearsAndTheRivalOf2020()
    {
        Assert.Equal([8, 32, 15], await demo.Warehouse.ListAsync<int>($"select count(*)::int from {Trafficking} group by registered_date_key / 10000 order by registered_date_key / 10000"));
        Assert.Equal(1, await demo.Warehouse.ScalarAsync<int>(
            """
            select count(*)
            from mart.bridge_figure_rival as bridge
            join mart.fct_figure as one on one.figure = bridge.figure
            join mart.fct_figure as other on other.figure = bridge.rival
            where (one.value, other.value) in ((40, 15), (15, 40)) and one.period_start = '2020-01-01'
            """));
    }

    /// <summary>The ledger has every figure of the reference data that it was made from, as printed.</summary>
    [ReferenceFact("published_figures.csv")]
    public async Task Ledger_HasEveryFigureOfTheReferenceData_AsPrinted()
    {
        var ledger = (await demo.Warehouse.ListAsync<(string Figure, string Printed)>(
            "select figure, concat_ws('|', period_start, period_end, period_kind, indicator, breakdown, coalesce(value::text, ''), coalesce(value_text, ''), unit, figure_source) from mart.fct_figure"))
            .ToDictionary(figure => figure.Figure, figure => figure.Printed, StringComparer.Ordinal);
        using var reader = CsvReader.Create(File.OpenRead(ReferenceFactAttribute.PathOf("published_figures.csv")), CsvReaderOptions.Default, leaveOpen: false);
        string[] columns = ["period_start", "period_end", "period_kind", "indicator", "breakdown", "value", "value_text", "unit", "source_id"];
        var read = 0;
        while (reader.Read())
        {
            var fields = reader.Headers.Index().ToDictionary(header => header.Item, header => reader.GetString(header.Index), StringComparer.Ordinal);
            Assert.Equal(string.Join('|', columns.Select(column => fields[column])), ledger[fields["id"]]);
            read++;
        }

        Assert.True(read > 50, read.ToString(CultureInfo.InvariantCulture));
    }
}

/// <summary>A test over reference data that lies beside the repository and is no part of it: skipped with the reason where it is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ReferenceFactAttribute : FactAttribute
{
    public ReferenceFactAttribute(string file) => Skip = File.Exists(PathOf(file)) ? null : $"needs the reference data {file}, which is not beside this copy of the project";

    public static string PathOf(string file) => Path.Combine(ProjectRoot.Path, "..", "shared", "reference", file);
}
