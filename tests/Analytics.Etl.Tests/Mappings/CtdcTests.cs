using Analytics.Etl.Mappings;
using Analytics.Etl.Tests.Feeds;
using Analytics.Testing;

namespace Analytics.Etl.Tests.Mappings;

public sealed class CtdcTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Ctdc_MadeUpRows_AreReadByTheMappingAlone()
    {
        var mapping = MappingFile.Load("ctdc", out _)!;
        string[] header = [.. mapping.Columns.Values.SelectMany(c => c.Reads).Distinct(), "Datasource", "majorityStatus", "meansOfControlConcatenated"];
        string Row(params (string Column, string Value)[] values) =>
            string.Join(',', header.Select(h => values.FirstOrDefault(v => v.Column == h, (Column: h, Value: "-99")).Value));
        var path = _folder.Write("f.csv", string.Join('\n',
            string.Join(',', header),
            Row(("yearOfRegistration", "2015"), ("gender", "Female"), ("ageBroad", "18--20"), ("citizenship", "UZ"), ("CountryOfExploitation", "TR"),
                ("isSexAndLabour", "1"), ("typeOfLabourAgriculture", "1"), ("meansOfControlThreats", "1"), ("meansOfControlDebtBondage", "1"), ("recruiterRelationFriend", "1")),
            Row(("yearOfRegistration", "2016"), ("gender", "Male"), ("ageBroad", "48+"), ("citizenship", "KG"), ("CountryOfExploitation", "00"),
                ("isForcedLabour", "0"), ("typeOfLabourConstruction", "1"), ("typeOfLabourManufacturing", "1"), ("isAbduction", "1"))));
        var read = Canonical.Read(path, mapping);

        Assert.Empty(read.Problems);
        Assert.Equal(("CTDC", "2015", "female", "18-20", "UZB", "TUR"), (read.Rows[0]["organisation"], read.Rows[0]["intake_date"],
            read.Rows[0]["sex"], read.Rows[0]["age_at_intake"], read.Rows[0]["citizenship"], read.Rows[0]["destination_country"]));
        Assert.Equal(("sexual_exploitation|forced_labour", "A", "debt_bondage|threats", "friends"),
            (read.Rows[0]["forms"], read.Rows[0]["sector"], read.Rows[0]["means_of_control"], read.Rows[0]["recruitment_channel"]));
        Assert.Equal("abduction", read.Rows[1]["means"]);
        Assert.DoesNotContain("destination_country", read.Rows[1].Keys);
        Assert.DoesNotContain("sector", read.Rows[1].Keys);
        Assert.DoesNotContain("forms", read.Rows[1].Keys);
    }

    [ExampleFact("ctdc_layout_40.csv")]
    public void Ctdc_RealLayout_GivesTheStatedCounts()
    {
        var read = Canonical.Read(ExampleFactAttribute.PathOf("ctdc_layout_40.csv"), MappingFile.Load("ctdc", out _)!);
        Assert.Empty(read.Problems);
        Assert.Equal(40, read.Rows.Select(r => r["case_ref"]).Distinct().Count());
        Assert.Equal(16, read.Rows.Count(r => r.GetValueOrDefault("destination_country") == "KAZ"));
        Assert.Equal(13, read.Rows.Count(r => r.GetValueOrDefault("destination_country") == "RUS"));
        Assert.Equal(11, read.Rows.Count(r => !r.ContainsKey("destination_country")));
        Assert.All(read.Rows, r => Assert.Equal("2010", r["intake_date"]));
        Assert.Equal(29, read.Rows.Count(r => r.GetValueOrDefault("forms") == "forced_labour"));
    }
}
