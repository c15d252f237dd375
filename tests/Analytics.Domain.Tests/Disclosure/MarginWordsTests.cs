using Analytics.Domain.Disclosure;

namespace Analytics.Domain.Tests.Disclosure;

public sealed class MarginWordsTests
{
    [Theory]
    [InlineData("Итого", true)]
    [InlineData("бардыгы", true)]
    [InlineData("_T", true)]
    [InlineData("female", false)]
    [InlineData("a\uFFFEb", false)]
    [InlineData("a\uD800", false)]
    public void Holds_WordOrWhatIsNoText_IsToldWithoutAFault(string value, bool expected) => Assert.Equal(expected, MarginWords.Holds(value));
}
