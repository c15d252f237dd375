using System.Text;

namespace Analytics.Domain.Tests;

public sealed class UnicodeTextTests
{
    [Theory]
    [InlineData("\u0435\u0308", "\u0451")]
    [InlineData("a\uFFFEb", "a\uFFFDb")]
    [InlineData("\uFFFF\uFDD0", "\uFFFF\uFDD0")]
    [InlineData("\U0001F600", "\U0001F600")]
    [InlineData("", "")]
    public void Normalize_AnyText_IsComposed(string text, string composed) => Assert.Equal(composed, UnicodeText.Normalize(text, NormalizationForm.FormC));

    /// <summary>Not as data of a theory: an attribute cannot hold half a surrogate pair.</summary>
    [Fact]
    public void Normalize_HalfASurrogatePair_IsReplaced()
    {
        Assert.Equal("a\uFFFDb", UnicodeText.Normalize("a\uD800b", NormalizationForm.FormC));
        Assert.Equal("\uFFFD\uFFFD", UnicodeText.Normalize("\uDC00\uD800", NormalizationForm.FormC));
    }

    [Fact]
    public void Normalize_EveryUnit_IsNeverRefused()
    {
        for (var unit = 0; unit <= char.MaxValue; unit++)
        {
            Assert.NotEmpty(UnicodeText.Normalize($"a{(char)unit}", NormalizationForm.FormKC));
        }
    }
}
