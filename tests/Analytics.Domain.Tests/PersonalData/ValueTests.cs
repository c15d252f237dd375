using Analytics.Domain.PersonalData;

namespace Analytics.Domain.Tests.PersonalData;

/// <summary>Single cases that are easy to get wrong.</summary>
public class ValueTests
{
    [Theory]
    [InlineData("21507199000123", IdentifierKind.PersonalNumber)]
    [InlineData("2 15.07.1990 00123", IdentifierKind.PersonalNumber)]
    [InlineData("2-1507-1990-00123", IdentifierKind.PersonalNumber)]
    [InlineData("２１５０７１９９０００１２３", IdentifierKind.PersonalNumber)]
    [InlineData("٢١٥٠٧١٩٩٠٠٠١٢٣", IdentifierKind.PersonalNumber)]
    [InlineData("𝟐𝟏𝟓𝟎𝟕𝟏𝟗𝟗𝟎𝟎𝟎𝟏𝟐𝟑", IdentifierKind.PersonalNumber)]
    [InlineData("2150\u200B7199\u00AD0001\u206023", IdentifierKind.PersonalNumber)]
    [InlineData("215О7199000123", IdentifierKind.PersonalNumber)]
    [InlineData("21507199000123.0", IdentifierKind.PersonalNumber)]
    [InlineData("ПИН21507199000123", IdentifierKind.PersonalNumber)]
    [InlineData("+996 555 123 456", IdentifierKind.PhoneNumber)]
    [InlineData("0555123456", IdentifierKind.PhoneNumber)]
    [InlineData("О555 123 456", IdentifierKind.PhoneNumber)]
    [InlineData("тел:62-35-48", IdentifierKind.PhoneNumber)]
    [InlineData("aika@mail.ru", IdentifierKind.EmailAddress)]
    [InlineData("аіка@mаil.ru", IdentifierKind.EmailAddress)]
    [InlineData("aika＠mail．ru", IdentifierKind.EmailAddress)]
    [InlineData("aika%40mail.ru", IdentifierKind.EmailAddress)]
    [InlineData("aika собака мейл точка ру", IdentifierKind.EmailAddress)]
    [InlineData("паспорт AN1234567", IdentifierKind.DocumentNumber)]
    [InlineData("Ш-АР № 123456 свидетельство № 654321", IdentifierKind.DocumentNumber)]
    [InlineData("4111 1111 1111 1111", IdentifierKind.BankAccount)]
    [InlineData("DE89 3704 0044 0532 0130 00", IdentifierKind.BankAccount)]
    [InlineData("@aika_01", IdentifierKind.SocialAccount)]
    [InlineData("t.mе/aika01", IdentifierKind.SocialAccount)]
    [InlineData("https://vk.com/id1234567", IdentifierKind.SocialAccount)]
    [InlineData("212.42.96.11", IdentifierKind.DeviceAddress)]
    [InlineData("42.87461, 74.56976", IdentifierKind.Coordinates)]
    [InlineData("42.87461 74.56976 763.0 4.9", IdentifierKind.Coordinates)]
    [InlineData("ул. Токтогула 12, кв. 5", IdentifierKind.PostalAddress)]
    [InlineData("Токтогул көчөсү, 12-үй", IdentifierKind.PostalAddress)]
    [InlineData("Асанова Айгүл Маратовна", IdentifierKind.PersonName)]
    [InlineData("ASANOVA AIGUL", IdentifierKind.PersonName)]
    [InlineData("Асан уулу Нурлан", IdentifierKind.PersonName)]
    [InlineData("Aйгyль Acaнoвa", IdentifierKind.PersonName)]
    [InlineData("Айгүлдүн айтымында акча берилген эмес", IdentifierKind.PersonName)]
    [InlineData("Деньги передала Айгуль", IdentifierKind.PersonName)]
    [InlineData("asanova.aigul", IdentifierKind.PersonName)]
    [InlineData("Karimov Sherzod Baxtiyor o‘g‘li", IdentifierKind.PersonName)]
    public void InValue_IdentifierInText_GivesItsKind(string value, IdentifierKind kind)
    {
        Assert.Equal(kind, DirectIdentifiers.InValue(value, ValueContext.FreeText));
        Assert.Equal(kind, DirectIdentifiers.InValue(value, ValueContext.Unmapped));
    }

    /// <summary>A block of houses may have the number of a quarter of a year.</summary>
    [Theory]
    [InlineData("Ак-Суу, 3 квартал 12")]
    [InlineData("3 квартал, дом 12")]
    [InlineData("3 квартал 12")]
    [InlineData("живёт: 2 квартал, 5-7")]
    public void InValue_BlockOfHouses_IsAnAddress(string value) =>
        Assert.Equal(IdentifierKind.PostalAddress, DirectIdentifiers.InValue(value, ValueContext.FreeText));

    [Theory]
    [InlineData("1 квартал")]
    [InlineData("за 2 квартал 2024 г.")]
    [InlineData("3-й квартал 2024 года")]
    [InlineData("IV квартал 2023")]
    public void InValue_QuarterOfAYear_IsClean(string value)
    {
        Assert.Null(DirectIdentifiers.InValue(value, ValueContext.FreeText));
        Assert.Null(DirectIdentifiers.InValue(value, ValueContext.Reference));
    }

    [Theory]
    [InlineData("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")]
    [InlineData("d41d8cd98f00b204e9800998ecf8427e")]
    [InlineData("D41D8CD98F00B204E9800998ECF8427E-12")]
    public void InValue_HashInHexadecimal_IsClean(string value) => Assert.Null(DirectIdentifiers.InValue(value, ValueContext.Reference));

    /// <summary>Letters put before a number make no hash of it.</summary>
    [Theory]
    [InlineData("faaaceedeadbeef-21507199000123")]
    [InlineData("abcdefabcd+996555123456")]
    public void InValue_NumberBehindLettersOfHexadecimal_IsFound(string value) => Assert.NotNull(DirectIdentifiers.InValue(value, ValueContext.Reference));

    [Theory]
    [InlineData("996555123456", ValueContext.Number)]
    [InlineData("555123456", ValueContext.Number)]
    [InlineData("21507199000123", ValueContext.Reference)]
    [InlineData("0555-123-456", ValueContext.Reference)]
    [InlineData("CASE-0555123456", ValueContext.Reference)]
    [InlineData("Асанова-2019-03", ValueContext.Reference)]
    [InlineData("Айгүл", ValueContext.Number)]
    [InlineData("asanova aigul", ValueContext.Code)]
    [InlineData("21507199000123", ValueContext.Date)]
    [InlineData("0312 62-35-48", ValueContext.Date)]
    [InlineData("aika@mail.ru", ValueContext.Date)]
    public void InValue_IdentifierInATypedColumn_IsFound(string value, ValueContext context) =>
        Assert.NotNull(DirectIdentifiers.InValue(value, context));

    [Theory]
    [InlineData("8df483fa2437759-1", ValueContext.Reference)]
    [InlineData("NGO-03/2019/014", ValueContext.Reference)]
    [InlineData("41702205000000", ValueContext.Code)]
    [InlineData("41702205000000", ValueContext.Unmapped)]
    [InlineData("417 02 205 000 00 0", ValueContext.FreeText)]
    [InlineData("20211201052233", ValueContext.Date)]
    [InlineData("2021-12-01T05:22:33.1234567+06:00", ValueContext.Unmapped)]
    [InlineData("01-150-2019-000123", ValueContext.Reference)]
    [InlineData("03-2019-0145", ValueContext.Reference)]
    [InlineData("166 ч.2 п.1", ValueContext.Code)]
    [InlineData("uuid:2f1e5e3a-5d0c-4a1e-9b57-0a1b2c3d4e5f", ValueContext.Reference)]
    [InlineData("86400", ValueContext.Number)]
    [InlineData("0.123456789012", ValueContext.Number)]
    [InlineData("7 037 590", ValueContext.Number)]
    [InlineData("45123.4375115741", ValueContext.Date)]
    [InlineData("Жалал-Абад облусу", ValueContext.Code)]
    [InlineData("Кризисный центр «Чолпон»", ValueContext.Code)]
    [InlineData("Токтогульский район", ValueContext.Unmapped)]
    [InlineData("15 июля 2020", ValueContext.Date)]
    [InlineData("forced_labour|domestic_servitude", ValueContext.Code)]
    [InlineData("500 000 000 сом", ValueContext.FreeText)]
    [InlineData("Телефон отобрали, паспорт тоже", ValueContext.FreeText)]
    [InlineData("Дело № 123456 от 12.05.2020", ValueContext.FreeText)]
    [InlineData("1.2.3.4", ValueContext.Unmapped)]
    [InlineData("", ValueContext.FreeText)]
    public void InValue_LegitimateValue_GivesNothing(string value, ValueContext context) =>
        Assert.Null(DirectIdentifiers.InValue(value, context));

    [Fact]
    public void Scrub_TextWithIdentifiers_LeavesTheRest()
    {
        var (scrubbed, found) = DirectIdentifiers.Scrub("Асанова Айгүл, тел. 0555 123 456, живёт в Оше, aika@mail.ru");
        Assert.Equal("[name], тел. [phone], живёт в Оше, [email]", scrubbed);
        Assert.Equal([IdentifierKind.PersonName, IdentifierKind.PhoneNumber, IdentifierKind.EmailAddress], found);
    }

    [Fact]
    public void Scrub_CleanText_IsTheSameInstance()
    {
        const string Text = "Направлена в кризисный центр «Сезим» 12.03.2021";
        var (scrubbed, found) = DirectIdentifiers.Scrub(Text);
        Assert.Same(Text, scrubbed);
        Assert.Empty(found);
    }

    [Fact]
    public void Text_EveryKind_HasNameAdviceAndACleanMark()
    {
        foreach (var kind in Enum.GetValues<IdentifierKind>())
        {
            foreach (var text in new[] { IdentifierText.Name(kind), IdentifierText.Advice(kind) })
            {
                Assert.All(LocalText.Languages, language => Assert.NotEmpty(text.In(language)));
            }

            Assert.Null(DirectIdentifiers.InValue(IdentifierText.Mark(kind), ValueContext.FreeText));
        }
    }

    [Fact]
    public void InValue_CleanValues_AllocatesNothing()
    {
        string[] values = ["HL-2101-00001", "2021-12-01T05:22:33+06:00", "340", "phone", "ru", "Чүй облусу", "41708000000000", "forced_labour", "female", "Түркия", "0.25", "Жабырлануучу жардам сурады"];
        foreach (var context in Enum.GetValues<ValueContext>())
        {
            foreach (var value in values)
            {
                var first = DirectIdentifiers.InValue(value, context);
                var before = GC.GetAllocatedBytesForCurrentThread();
                var second = DirectIdentifiers.InValue(value, context);
                Assert.Equal((value, 0), (value, GC.GetAllocatedBytesForCurrentThread() - before));
                Assert.Null(first ?? second);
            }
        }
    }
}
