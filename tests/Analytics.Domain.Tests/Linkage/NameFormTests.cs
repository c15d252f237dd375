using Analytics.Domain.Linkage;

namespace Analytics.Domain.Tests.Linkage;

public sealed class NameFormTests
{
    [Theory]
    [InlineData("Жылдыз", "Zhyldyz", "Jyldyz", "Djyldyz")]
    [InlineData("Айгүл", "Айгул", "Aigul", "Aygül", "AIGUL")]
    [InlineData("Чыңгыз", "Чынгыз", "Chyngyz", "Çıñgız")]
    [InlineData("Өмүрбек", "Омурбек", "Omurbek", "Ömürbek", "Oemuerbek")]
    [InlineData("Жээнбек", "Jeenbek", "Zheenbek", "Женбек")]
    [InlineData("Юлия", "Yuliya", "Iuliia", "Yulia")]
    [InlineData("Хасан", "Hasan", "Khasan", "Xasan")]
    [InlineData("Нур-Бек", "Нурбек", "нур бек", "NURBEK")]
    [InlineData("Ильяс", "Ilyas", "Ilias")]
    [InlineData("Жамшид", "Jamshid", "Ҷамшид", "Jamşid")]
    [InlineData("Сергей", "Sergey", "Sergei")]
    public void Given_SpellingsOfOneName_AreEqual(string first, params string[] others)
    {
        Assert.All(others, other => Assert.Equal(NameForm.Given(first), NameForm.Given(other)));
    }

    [Theory]
    [InlineData("Асанов", "Асанова", "Asanova", "Асан уулу", "Асан кызы", "Asan kyzy", "АСАНОВ")]
    [InlineData("Каримов", "Karimova", "Karimov")]
    [InlineData("Фомин", "Фомина", "Fomina")]
    [InlineData("Жээнбеков", "Jeenbekova", "Жээнбек уулу")]
    public void Family_GenderAndDescent_AreEqual(string first, params string[] others)
    {
        Assert.All(others, other => Assert.Equal(NameForm.Family(first), NameForm.Family(other)));
    }

    [Theory]
    [InlineData("Асанович", "Асановна", "Асан уулу", "Асан кызы", "Asanovich", "Asan")]
    public void Patronymic_Forms_AreEqual(string first, params string[] others)
    {
        Assert.All(others, other => Assert.Equal(NameForm.Patronymic(first), NameForm.Patronymic(other)));
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("-")]
    [InlineData("нет")]
    [InlineData("Н/Д")]
    public void Given_NothingSaid_IsNull(string? text) => Assert.Null(NameForm.Given(text));

    [Theory]
    [InlineData("Айгүл", "Айнура")]
    [InlineData("Бакыт", "Бекжан")]
    [InlineData("Марат", "Мурат")]
    public void Given_DifferentNames_StayDifferent(string one, string other) =>
        Assert.False(string.Equals(NameForm.Given(one), NameForm.Given(other), StringComparison.Ordinal));

    [Fact]
    public void From_NamesInEachOthersColumn_AreExchanged()
    {
        var normal = NormalPerson.From(new PersonFields("Асанова", "Айгүл"));
        Assert.Equal(NameForm.Given("Айгүл"), normal.Given);
        Assert.Equal(NameForm.Family("Асанов"), normal.Family);
    }

    [Fact]
    public void From_PatronymicBehindGivenName_GoesToItsField()
    {
        var normal = NormalPerson.From(new PersonFields("Айгүл Асановна", "Токтоева"));
        Assert.Equal(NameForm.Given("Айгүл"), normal.Given);
        Assert.Equal(NameForm.Patronymic("Асановна"), normal.Patronymic);
    }

    [Theory]
    [InlineData("Бишкек", "г. Бишкек", "Bishkek", "Бишкек шаары", "Фрунзе")]
    [InlineData("Жалал-Абад", "Джалал-Абад", "Jalal-Abad", "Джалалабад")]
    [InlineData("Ош", "Ошская область", "Osh", "Ош облусу")]
    public void PlaceForm_SpellingsOfOnePlace_AreEqual(string first, params string[] others)
    {
        Assert.All(others, other => Assert.Equal(PlaceForm.Of(first), PlaceForm.Of(other)));
    }

    [Theory]
    [InlineData("f", "F", "female", "ж", "Женский", "аял", "кыз", "2")]
    [InlineData("m", "M", "male", "м", "мужской", "эркек", "erkak", "1")]
    public void SexForm_AllWords_AreRead(string sex, params string[] words) => Assert.All(words, word => Assert.Equal(sex, SexForm.Of(word)));
}
