using System.Text;

namespace Analytics.Domain.Tests;

public sealed class UnicodeTextTests
{
    [Theory]
    [InlineData("\u0435\u0308", "\u0451")]
    [InlineData("a\uFFFEb", "a\uFFFDb")]
    [InlineData("a\uD800b", "a\uFFFDb")]
    [InlineData("\uDC00\uD800", "\uFFFD\uFFFD")]
    [InlineData("\uFFFF\uFDD0", "\uFFFF\uFDD0")]
    [InlineData("\U0001F600", "\U0001F600")]
    [InlineData("", "")]
    public void Normalize_AnyText_IsComposed(string text, string composed) => Assert.Equal(composed, UnicodeText.Normalize(text, NormalizationForm.FormC));

    [Fact]
    public void Normalize_EveryUnit_IsNeverRefused()
    {
        for (var unit = 0; unit <= char.MaxValue; unit++)
        {
            Assert.NotEmpty(UnicodeText.Normalize($"a{(char)unit}", NormalizationForm.FormKC));
        }
    }
}
