using Analytics.Etl.Ingest.Files;

namespace Analytics.Etl.Tests.Ingest.Files;

public sealed class ShownNameTests
{
    [Theory]
    [InlineData("hotline_2024-05.csv", "hotline_2024-05.csv")]
    [InlineData("ngo_case_received_2024-05-02.xlsx", "ngo_case_received_2024-05-02.xlsx")]
    [InlineData("Токтогулова_Зарина.csv", "[name].csv")]
    [InlineData("Токтогулова.Зарина.csv", "[name].csv")]
    [InlineData("toktogulova-zarina_2024.xlsx", "[name]_2024.xlsx")]
    [InlineData("ToktogulovaZarina.json", "[name].json")]
    [InlineData("Токтогулова_Зарина", "[name]")]
    [InlineData("Асанов Э. 2024", "[name]. 2024")]
    [InlineData("1 квартал 2024", "1 квартал 2024")]
    [InlineData("отчёт_Асанов_Эмил_received_2024-05-02.csv", "отчёт_[name]_received_2024-05-02.csv")]
    public void Of_NameOfAPerson_HasAMarkInstead(string name, string shown) => Assert.Equal(shown, ShownName.Of(name));
}
