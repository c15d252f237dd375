using System.Text;
using Analytics.Domain.PersonalData;
using Analytics.Etl.Feeds;
using Analytics.Etl.Ingest.Parse;
using Analytics.Etl.Mappings;

namespace Analytics.Etl.Tests.Ingest.Load;

public sealed class PersonalDataDetectionTests
{
    [Fact]
    public void InHeader_ColumnsOfFeedsAndShippedMappings_AreClean()
    {
        // The name of a legal person is one.
        Assert.All(FeedList.Names.SelectMany(f => FeedList.Find(f)!.Columns).Where(c => c.Type != "legal_name"), c => Assert.Null(PersonalDataDetection.InHeader(c.Name)));
        Assert.All(MappingFile.Shipped.SelectMany(m => MappingFile.Load(m, out _)!.Columns.Values).SelectMany(c => c.Reads), name => Assert.Null(PersonalDataDetection.InHeader(name)));
    }

    [Theory]
    [InlineData("21203199501234", ValueContext.Reference, "identifier_personal_number")]
    [InlineData("тел. 0555 123 456", ValueContext.FreeText, "identifier_phone_number")]
    [InlineData("Асанова Айгүл", ValueContext.Code, "identifier_person_name")]
    [InlineData("05-700-2018-000011", ValueContext.Reference, null)]
    [InlineData("pt1.0a1b2c3d4e5f.QUJDREVGR0g", ValueContext.Reference, null)]
    public void Find_ByContext_NamesTheRule(string value, ValueContext context, string? rule) =>
        Assert.Equal(rule, new PersonalDataDetection().Find(Encoding.UTF8.GetBytes(value), context)?.Rule);

    [Fact]
    public void Find_LongValue_IsReadWhole() =>
        Assert.NotNull(new PersonalDataDetection().Find(Encoding.UTF8.GetBytes($"{string.Concat(Enumerable.Repeat("жазуу ", 500))} 21203199501234"), ValueContext.FreeText));
}
