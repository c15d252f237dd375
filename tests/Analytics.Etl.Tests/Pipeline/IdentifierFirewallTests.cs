using System.Text;
using Analytics.Etl.Pipeline;

namespace Analytics.Etl.Tests.Pipeline;

public sealed class IdentifierFirewallTests
{
    [Theory]
    [InlineData("name")]
    [InlineData("Full Name")]
    [InlineData("victimFirstName")]
    [InlineData("phone_number")]
    [InlineData("Contact phone")]
    [InlineData("E-mail")]
    [InlineData("passport no")]
    [InlineData("PIN")]
    [InlineData("ФИО")]
    [InlineData("Ф.И.О.")]
    [InlineData("Фамилия")]
    [InlineData("Номер телефона")]
    [InlineData("Адрес проживания")]
    [InlineData("Персональный номер")]
    [InlineData("Аты-жөнү")]
    [InlineData("Телефону")]
    [InlineData("Дареги")]
    public void IsIdentifierName_NamesOfIdentifiers_AreFound(string header) => Assert.True(IdentifierFirewall.IsIdentifierName(header));

    [Fact]
    public void IsIdentifierName_ColumnsOfTheFeeds_AreNot() =>
        Assert.All(Etl.Feeds.FeedList.Names.SelectMany(f => Etl.Feeds.FeedList.Find(f)!.Columns), c => Assert.False(IdentifierFirewall.IsIdentifierName(c.Name)));

    [Theory]
    [InlineData("meansOfControlWithholdsDocuments")]
    [InlineData("recruiterRelationIntimatePartner")]
    [InlineData("organisation name code")]
    [InlineData("Номер дела")]
    [InlineData("Регион происхождения")]
    public void IsIdentifierName_OtherColumns_AreNot(string header) => Assert.False(IdentifierFirewall.IsIdentifierName(header));

    [Theory]
    [InlineData("21203199501234", "identifier_personal_number")]
    [InlineData("ПИН 10112198712345, со слов", "identifier_personal_number")]
    [InlineData("somebody@example.org", "identifier_email")]
    [InlineData("+996 700 123 456", "identifier_phone")]
    [InlineData("0700 12-34-56", "identifier_phone")]
    [InlineData("0700123456", "identifier_phone")]
    [InlineData("тел. 996555123456", "identifier_phone")]
    [InlineData("8 (916) 123-45-67", "identifier_phone")]
    public void Find_Identifiers_AreFoundAnywhereInAText(string value, string rule) =>
        Assert.Equal(rule, IdentifierFirewall.Find(Encoding.UTF8.GetBytes(value))?.Rule);

    [Theory]
    [InlineData("41705000000000")]
    [InlineData("05-700-2018-000011")]
    [InlineData("HL-2101-00001")]
    [InlineData("2021-03-12 14:05")]
    [InlineData("20210312140501")]
    [InlineData("no crime found")]
    [InlineData("7-2019-0001")]
    [InlineData("pt1.0a1b2c3d4e5f.QUJDREVGR0g")]
    public void Find_CodesAndNumbers_AreNone(string value) => Assert.Null(IdentifierFirewall.Find(Encoding.UTF8.GetBytes(value)));
}
