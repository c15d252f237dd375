using Analytics.Domain.Measures;

namespace Analytics.Domain.Tests.Measures;

public class MeasureCatalogueTests
{
    [Fact]
    public void All_Ids_AreUnique() =>
        Assert.Equal(MeasureCatalogue.All.Count, MeasureCatalogue.All.Select(measure => measure.Id).Distinct(StringComparer.Ordinal).Count());

    [Fact]
    public void All_Ratios_NameTwoKnownMeasuresOfCounts() =>
        Assert.All(MeasureCatalogue.All.Where(measure => measure.Kind == MeasureKind.Ratio), measure =>
        {
            Assert.NotEqual(MeasureKind.Ratio, MeasureCatalogue.Find(measure.Numerator!)!.Kind);
            Assert.NotEqual(MeasureKind.Ratio, MeasureCatalogue.Find(measure.Denominator!)!.Kind);
        });

    [Fact]
    public void All_Texts_AreWrittenInEachLanguage() =>
        Assert.All(MeasureCatalogue.All.SelectMany(measure => new[] { measure.Name, measure.UnitName, measure.Definition }), text =>
        {
            Assert.False(string.IsNullOrWhiteSpace(text.En));
            Assert.Matches("[а-я]", text.Ru);
            Assert.Matches("[а-яөүң]", text.Ky);
        });
}
