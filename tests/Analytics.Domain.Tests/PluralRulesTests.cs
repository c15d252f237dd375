using System.Globalization;

namespace Analytics.Domain.Tests;

/// <summary>The rules against the samples that Unicode CLDR 48 gives with them (common/supplemental/plurals.xml).</summary>
public sealed class PluralRulesTests
{
    [Theory]
    [InlineData("en", PluralCategory.One, "1")]
    [InlineData("en", PluralCategory.Other, "0, 2~16, 100, 1000, 10000, 100000, 1000000")]
    [InlineData("en", PluralCategory.Other, "0.0~1.5, 10.0, 100.0, 1000.0, 10000.0, 100000.0, 1000000.0")]
    [InlineData("ru", PluralCategory.One, "1, 21, 31, 41, 51, 61, 71, 81, 101, 1001")]
    [InlineData("ru", PluralCategory.Few, "2~4, 22~24, 32~34, 42~44, 52~54, 62, 102, 1002")]
    [InlineData("ru", PluralCategory.Many, "0, 5~19, 100, 1000, 10000, 100000, 1000000")]
    [InlineData("ru", PluralCategory.Other, "0.0~1.5, 10.0, 100.0, 1000.0, 10000.0, 100000.0, 1000000.0")]
    [InlineData("ky", PluralCategory.One, "1, 1.0, 1.00, 1.000, 1.0000")]
    [InlineData("ky", PluralCategory.Other, "0, 2~16, 100, 1000, 10000, 100000, 1000000")]
    [InlineData("ky", PluralCategory.Other, "0.0~0.9, 1.1~1.6, 10.0, 100.0, 1000.0, 10000.0, 100000.0, 1000000.0")]
    public void Of_SamplesOfCldr_AreInTheirCategory(string language, PluralCategory category, string samples) => Assert.All(
        samples.Split(", ").SelectMany(Numbers),
        sample => Assert.Equal(category, PluralRules.Of(language, sample.Number, sample.Decimals)));

    [Theory]
    [InlineData(-1, PluralCategory.One)]
    [InlineData(-22, PluralCategory.Few)]
    [InlineData(20.6, PluralCategory.One)]
    [InlineData(10.5, PluralCategory.Many)]
    public void Of_NumberAsItIsShown_IgnoresTheSignAndFollowsTheRounding(double number, PluralCategory category) =>
        Assert.Equal(category, PluralRules.Of("ru", (decimal)number));

    [Fact]
    public void Languages_OfTheRules_AreThoseOfTexts()
    {
        Assert.Equal(LocalText.Languages, PluralRules.Languages);
        Assert.All(PluralRules.Languages, language => Assert.Equal(
            PluralRules.CategoriesOf(language).Order(),
            ((decimal[])[0, 1, 2, 5, 11, 21, 22, 1.5m]).Select(number => PluralRules.Of(language, number, number.Scale))
                .Distinct().Order()));
    }

    [Fact]
    public void For_Number_TakesTheFormOfEachLanguage()
    {
        var rows = new PluralText(
            new("row", null, null, "rows"), new("строка", "строки", "строк", "строки"), new("сап", null, null, "сап"));
        Assert.Equal(new LocalText("row", "строка", "сап"), rows.For(1));
        Assert.Equal(new LocalText("rows", "строки", "сап"), rows.For(2));
        Assert.Equal(new LocalText("rows", "строк", "сап"), rows.For(5));
        Assert.Equal(new LocalText("rows", "строка", "сап"), rows.For(21));
        Assert.Equal(new LocalText("rows", "строки", "сап"), rows.For(1.5m, 1));
    }

    // "2~4" is 2, 3, 4; "0.0~0.2" is 0.0, 0.1, 0.2: each with the decimals that it is written with.
    private static IEnumerable<(decimal Number, int Decimals)> Numbers(string sample)
    {
        var ends = sample.Split('~').Select(end => decimal.Parse(end, CultureInfo.InvariantCulture)).ToList();
        var decimals = ends[0].Scale;
        var step = decimals == 0 ? 1 : 0.1m;
        for (var number = ends[0]; number <= ends[^1]; number += step)
        {
            yield return (number, decimals);
        }
    }
}
