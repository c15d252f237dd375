using System.Text.Json;
using System.Text.Json.Nodes;
using Analytics.Etl.Feeds;
using Analytics.Etl.Mappings;
using Analytics.Testing;
using Json.Schema;
using YamlDotNet.RepresentationModel;

namespace Analytics.Etl.Tests.Mappings;

/// <summary>The published schema and the loader agree on what a mapping is.</summary>
public sealed class MappingSchemaTests
{
    private static readonly string s_folder = Path.Combine(ProjectRoot.Path, "etl", "Analytics.Etl", "Mappings");
    private static readonly JsonSchema s_schema = JsonSchema.FromText(File.ReadAllText(Path.Combine(s_folder, "mapping.schema.json")));

    public static TheoryData<string> Shipped => [.. MappingFile.Shipped];

    [Theory]
    [MemberData(nameof(Shipped))]
    public void Schema_ShippedMapping_IsValid(string name) => Assert.True(IsValid(File.ReadAllText(Path.Combine(s_folder, $"{name}.yml"))));

    [Theory]
    [InlineData("feed: hotline\ncolumns: { contact_id: a, started_at: b }")]
    [InlineData("feed: hotline\nfile: { format: tsv, header_row: 3 }\nmissing: unknown\ncolumns: { contact_id: { from: a, codes: { x: [y, z] } }, started_at: { value: '2021' } }")]
    [InlineData("feed: ngo_case\ncolumns: { organisation: { value: NGO-1 }, case_ref: { row_hash: true }, intake_date: d, forms: { flags: { l: forced_labour } } }")]
    [InlineData("feed: ngo_case\ncolumns: { organisation: { value: NGO-1 }, case_ref: { join: [q, no], with: '-' }, intake_date: d, forms: { flags: { l: forced_labour }, yes: [так], no: ні } }")]
    [InlineData("feed: hotline\nfile: { format: ods, sheet: [a, '/b.*/'], header_rows: 2 }\ntime_zone: UTC\nsame_key: replace\nfill_down: x\nwhere: [{ column: a, is_not: [b] }, { column: c, empty: false }]\ncolumns: { contact_id: { from: a, part: -1, by: '/', strip: '№' }, started_at: { join: [{ parent: d, extract: '.+' }, b] } }")]
    [InlineData("feed: ngo_monthly\nunpivot: { янв: '01' }\nwhere: { column: a, matches: '^x' }\ncolumns: { organisation: { value: NGO-1 }, month: { join: [г, '#name'], with: '-' }, persons_assisted: '#value', services_delivered: { count: a.b } }")]
    public void Schema_AndLoader_AcceptTheSame(string text)
    {
        Assert.Empty(MappingFile.Parse(text, "x").Faults);
        Assert.True(IsValid(text));
    }

    [Theory]
    [InlineData("columns: { contact_id: a }")]
    [InlineData("feed: unheard_of\ncolumns: {}")]
    [InlineData("feed: hotline\ncolour: red\ncolumns: { contact_id: a, started_at: b }")]
    [InlineData("feed: hotline\nfile: { format: pdf }\ncolumns: { contact_id: a, started_at: b }")]
    [InlineData("feed: hotline\nmissing: whatever\ncolumns: { contact_id: a, started_at: b }")]
    [InlineData("feed: hotline\ncolumns: { contact_id: { from: a, value: b }, started_at: b }")]
    [InlineData("feed: hotline\ncolumns: { contact_id: [a], started_at: b }")]
    [InlineData("feed: hotline\ncolumns: { contact_id: { join: [a] }, started_at: b }")]
    [InlineData("feed: hotline\ncolumns: { contact_id: { join: [a, c], from: a }, started_at: b }")]
    [InlineData("feed: hotline\nsame_key: maybe\ncolumns: { contact_id: a, started_at: b }")]
    [InlineData("feed: hotline\nfile: { header_rows: 0 }\ncolumns: { contact_id: a, started_at: b }")]
    [InlineData("feed: hotline\nwhere: { column: a }\ncolumns: { contact_id: a, started_at: b }")]
    [InlineData("feed: hotline\ncolumns: { contact_id: { from: a, parent: b }, started_at: b }")]
    public void Schema_AndLoader_RefuseTheSame(string text)
    {
        Assert.NotEmpty(MappingFile.Parse(text, "x").Faults);
        Assert.False(IsValid(text));
    }

    [Fact]
    public void Schema_Feeds_AreThoseThereAre() => Assert.Equal(
        FeedList.Names.Order(),
        JsonNode.Parse(File.ReadAllText(Path.Combine(s_folder, "mapping.schema.json")))!["properties"]!["feed"]!["enum"]!.AsArray().Select(n => n!.GetValue<string>()).Order());

    private static bool IsValid(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return s_schema.Evaluate(JsonSerializer.SerializeToElement(Node(stream.Documents[0].RootNode))).IsValid;
    }

    private static JsonNode? Node(YamlNode node) => node switch
    {
        YamlMappingNode map => new JsonObject(map.Children.Select(c => KeyValuePair.Create(((YamlScalarNode)c.Key).Value!, Node(c.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(Node)]),
        _ => ((YamlScalarNode)node).Value,
    };
}
