using System.Text;
using Analytics.Etl.Feeds.Types;

namespace Analytics.Etl.Tests.Feeds;

public sealed class OrganisationTypeTests
{
    [Theory]
    [InlineData("NGO-07", true)]
    [InlineData("A", true)]
    [InlineData("HTCDS", true)]
    [InlineData("OSH/F_2.1", true)]
    [InlineData("2024-NGO", true)]
    [InlineData("ngo-07", true)]
    [InlineData("Asanova1990", false)]
    [InlineData("sezim", false)]
    [InlineData("Айгүл Асанова", false)]
    [InlineData("Asanova", false)]
    [InlineData("ASANOVA-AIGUL", false)]
    [InlineData("ASYLBEKOVA", false)]
    [InlineData("Crisis centre Sezim", false)]
    [InlineData("NGO 07", false)]
    [InlineData("=NGO-07", false)]
    [InlineData("996555123456", false)]
    [InlineData("NGO--07", false)]
    [InlineData("NGO-07-", false)]
    [InlineData("NGO-0123456789012345678901234567890123456789", false)]
    [InlineData("", false)]
    public void IsCode_Value_IsACodeOrNot(string value, bool expected) => Assert.Equal(expected, OrganisationType.IsCode(Encoding.UTF8.GetBytes(value)));
}
