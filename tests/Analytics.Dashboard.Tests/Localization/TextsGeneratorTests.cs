namespace Analytics.Dashboard.Tests.Localization;

/// <summary>What the build makes of the files of texts, and what it refuses.</summary>
public sealed class TextsGeneratorTests
{
    private const string Class = "[Texts(\"rows\")] public static partial class RowText { public static object[] All => [Title, Count]; }";
    private const string Title = "Title,Rows,Строки,Саптар,\n";
    private const string NoTitle = "0 CS0103 The name 'Title' does not exist in the current context";
    private const string Count =
        "Count.one,{0} row,{0} строка,{0} сап,\nCount.few,,{0} строки,,\nCount.many,,{0} строк,,\n"
        + "Count.other,{0} rows,{0} строки,{0} сап,\n";

    [Fact]
    public async Task Generate_GoodFile_MakesTypedMembersWithoutAWord() =>
        Assert.Empty(await TextCompilation.ProblemsAsync(Class, ("rows", TextCompilation.Header + Title + Count)));

    [Fact]
    public void Generate_QuotesCommasAndLines_StandInTheTextAsTheyWere()
    {
        var source = TextCompilation.Source(
            "[Texts(\"rows\")] public static partial class RowText;", "rows",
            TextCompilation.Header + "Title,\"A, \"\"b\"\"\",\"В\nг\",Д,\"a note, too\"\r\n" + Count);
        Assert.Contains("""LocalText Title => new("A, \"b\"", "В\nг", "Д");""", source, StringComparison.Ordinal);
        Assert.Contains(
            "PluralText Count => new(new(\"{0} row\", null, null, \"{0} rows\"), "
            + "new(\"{0} строка\", \"{0} строки\", \"{0} строк\", \"{0} строки\"), new(\"{0} сап\", null, null, \"{0} сап\"));",
            source, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Title,Rows,,Саптар,\n", "2 TEXT002 'Title' has no text in 'ru'")]
    [InlineData("Title,Rows,Строки, ,\n", "2 TEXT002 'Title' has no text in 'ky'")]
    [InlineData(Title + "Title,R,С,С,\n", "3 TEXT003 'Title' stands in line 2 already: give each text a key of its own")]
    [InlineData("Title,Rows {0},Строки,Саптар {0},\n", "2 TEXT005 'Title' has no places in 'ru', where English has {0}")]
    [InlineData("Title,Rows {0},Строки {0},Саптар {0} {1},\n", "2 TEXT005 'Title' has {0}, {1} in 'ky', where English has {0}")]
    [InlineData("Title,Rows {name},Строки,Саптар,\n", "2 TEXT006 'Title' has a brace in 'en' that is no place: places are {0} to {9}")]
    [InlineData("Title,Rows,Строки,Саптар\n", "2 TEXT001 4 cells where 5 are expected: key,en,ru,ky,note", NoTitle)]
    [InlineData("Title,Rows \"x\",С,С,\n", "2 TEXT001 a cell with a quote must stand in quotes", NoTitle)]
    [InlineData("Title,\"Rows\"x,С,С,\n", "2 TEXT001 a comma or the end of the line must follow a closing quote", NoTitle)]
    [InlineData(Title + "Last,\"R,С,С,\n", "3 TEXT001 a quote is not closed")]
    public async Task Generate_FaultyRow_FailsAtItsLine(string rows, params string[] expected)
    {
        var code = Class.Replace(", Count", "", StringComparison.Ordinal);
        var problems = await TextCompilation.ProblemsAsync(code, ("rows", TextCompilation.Header + rows));
        Assert.Equal(expected.Order(StringComparer.Ordinal), problems);
    }

    [Theory]
    [InlineData("title")]
    [InlineData("2nd")]
    [InlineData("No-Way")]
    [InlineData("Title.two")]
    [InlineData("Title.One")]
    [InlineData("Title.one.few")]
    [InlineData("")]
    public async Task Generate_KeyThatIsNoName_FailsAtItsLine(string key) => Assert.Equal(
        [$"4 TEXT004 '{key}' is no key: write a capital letter, then letters and digits, and after a dot the plural category"],
        await TextCompilation.ProblemsAsync(
            Class.Replace(", Count", "", StringComparison.Ordinal), ("rows", TextCompilation.Header + Title + "\n" + $"{key},R,С,С,\n")));

    [Theory]
    [InlineData("Count.many,,{0} строк,,\n", "", "3 TEXT007 'Count' in 'ru': the language needs the form 'many'")]
    [InlineData("Count.few,,", "Count.few,{0} rows,", "4 TEXT007 'Count' in 'en': the language has no form 'few': leave the cell empty")]
    [InlineData("Count.other,{0} rows", "Count.other,", "6 TEXT007 'Count' in 'en': the language needs the form 'other'")]
    [InlineData("{0} строк,", "строк,", "5 TEXT005 'Count' has no places in 'ru', where English has {0}")]
    [InlineData(
        "Count.many", "Count.few", "3 TEXT007 'Count' in 'ru': the language needs the form 'many'",
        "5 TEXT003 'Count.few' stands in line 3 already: give each text a key of its own")]
    [InlineData(
        "Count.many", "Count", "3 TEXT007 'Count' in 'ru': the language needs the form 'many'",
        "5 TEXT003 'Count' stands in line 3 already: give each text a key of its own")]
    public async Task Generate_FaultyForm_FailsAtItsLine(string good, string bad, params string[] expected) => Assert.Equal(
        expected,
        await TextCompilation.ProblemsAsync(
            Class, ("rows", TextCompilation.Header + Title + Count.Replace(good, bad, StringComparison.Ordinal))));

    [Fact]
    public async Task Generate_OtherHeader_SaysWhatItMustBe() => Assert.Equal(
        ["1 TEXT001 the first line must be key,en,ru,ky,note"],
        await TextCompilation.ProblemsAsync("[Texts(\"rows\")] public static partial class RowText;", ("rows", "key;en;ru;ky;note\n")));

    [Fact]
    public async Task Generate_FileAndClassWithoutEachOther_AreNamed() => Assert.Equal(
        [
            "0 TEXT009 texts/rows.csv is not there: add it, or remove the mark from 'RowText'",
            "1 TEXT008 no class is marked [Texts(\"lines\")]: add it, or remove the file",
        ],
        await TextCompilation.ProblemsAsync(
            "[Texts(\"rows\")] public static partial class RowText;", ("lines", TextCompilation.Header + Title)));

    [Fact]
    public async Task Generate_TwoClassesOfOneFile_AreNamed() => Assert.Equal(
        ["0 TEXT010 [Texts(\"rows\")] stands on 'RowText' too: one class has the file"],
        await TextCompilation.ProblemsAsync(
            Class + "[Texts(\"rows\")] public static partial class OtherText;", ("rows", TextCompilation.Header + Title + Count)));
}
