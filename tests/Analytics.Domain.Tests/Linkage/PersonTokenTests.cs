using System.Numerics;
using Analytics.Domain.Linkage;

namespace Analytics.Domain.Tests.Linkage;

public sealed class PersonTokenTests
{
    private static readonly PersonEncoder s_encoder = new(Truth.Key);
    private static readonly string s_text = s_encoder.Encode(new PersonFields("Айгүл", "Асанова", null, new BirthDate(1985, 3, 12), "f", "Ош")).ToString();

    [Fact]
    public void Parse_OwnText_GivesTheSameToken()
    {
        var token = PersonToken.Parse(s_text, out var fault);
        Assert.Equal("", fault);
        Assert.Equal(s_text, token!.ToString());
        Assert.Equal(Truth.Key.Fingerprint, token.Round);
        Assert.True(token.IsLinkable);
    }

    [Fact]
    public void Encode_AnotherSpelling_GivesTheSameToken() =>
        Assert.Equal(s_text, s_encoder.Encode(new PersonFields("AIGUL", "асанова", "", new BirthDate(1985, 3, 12), "жен", "г. Ош")).ToString());

    [Theory]
    [InlineData("", "empty")]
    [InlineData("Айгүл Асанова", "not a person token")]
    [InlineData("pt2", "another schema version")]
    public void Parse_OtherText_SaysWhy(string text, string expected)
    {
        var spoilt = text is "pt2" ? "pt2" + s_text[3..] : text;
        Assert.Null(PersonToken.Parse(spoilt, out var fault));
        Assert.Contains(expected, fault, StringComparison.Ordinal);
        Assert.DoesNotContain("Асанова", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_EveryTruncation_IsRefused() =>
        Assert.All(Enumerable.Range(0, s_text.Length), length => Assert.Null(PersonToken.Parse(s_text[..length], out _)));

    [Fact]
    public void Parse_OneCharacterChanged_IsRefused()
    {
        foreach (var at in Enumerable.Range(20, 40))
        {
            var changed = s_text[..at] + (s_text[at] is 'A' ? 'B' : 'A') + s_text[(at + 1)..];
            Assert.Null(PersonToken.Parse(changed, out var fault));
            Assert.Contains("damaged", fault, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Encode_LongAndShortNames_FillFiltersAlike()
    {
        var fills = new[] { "Ли", "Айгүл", "Абдырахманберди" }.Select(name =>
        {
            var token = s_encoder.Encode(new PersonFields(name, "Ким", null, new BirthDate(1990, 5, 6), null, null));
            return token.Words[..TokenSchema.Words].Sum(BitOperations.PopCount);
        });
        Assert.All(fills, fill => Assert.InRange(fill, 105, 155));
    }

    [Fact]
    public void Encode_NothingKnown_LinksWithNothing() => Assert.False(s_encoder.Encode(new PersonFields("Айгүл")).IsLinkable);
}
