using Analytics.Etl.Ingest.Files;

namespace Analytics.Etl.Tests.Ingest.Files;

public sealed class TableTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Workbook_HeaderOfTwoRowsUnderATitle_IsJoinedAndFoundByItsLowerNames()
    {
        object?[][] rows =
        [
            ["Сводка обращений"], ["Центр «Тест»"], [],
            ["№", "Дата приёма", "О человеке", null, "Помощь", null], [null, null, "пол", "возраст", "жильё", "юрист"],
            [1.0, 2.0, 3.0, 4.0, 5.0, 6.0],
            [11.0, "02.03.2022", "жен", "20 лет", "да", "нет"], [12.0, "05.03.2022", "муж", "31", "нет", "да"],
            ["ИТОГО:", "2", null, null, "1", "1"], [], ["Отчёт составил: дежурный координатор"],
        ];
        var path = Spreadsheet.Write(_folder, "w.xlsx", new Spreadsheet.Sheet("1 квартал", rows, false, "A1:F1", "A4:A5", "B4:B5", "C4:D4", "E4:F4"), new Spreadsheet.Sheet("2 квартал", rows[..8], false, "A4:A5", "B4:B5", "C4:D4", "E4:F4"));
        var read = Rows.ReadTable(path, Rows.Expecting("№", "дата_приёма", "пол", "возраст", "жильё", "юрист", "#sheet", "#title"));
        Assert.Equal(["№", "Дата приёма", "О человеке/пол", "О человеке/возраст", "Помощь/жильё", "Помощь/юрист", "#sheet", "#title"], read.Header);
        Assert.Equal([["11", "жен", "1 квартал"], ["12", "муж", "1 квартал"], ["11", "жен", "2 квартал"], ["12", "муж", "2 квартал"]], read.Values.Select(row => (string[])[row[0], row[2], row[6]]));
        Assert.Equal("Сводка обращений · Центр «Тест»", read.Values[0][7]);
        Assert.Equal([(FileRemark.Header, 2L), (FileRemark.Total, 1L), (FileRemark.Note, 1L)], read.Remarks.Select(remark => (remark.What, remark.Count)));
    }

    [Fact]
    public void Workbook_HeaderOfTwoRowsWithoutMergedCells_StandsOverTheEmptyOnes()
    {
        var path = Spreadsheet.Write(_folder, "w.xlsx", new Spreadsheet.Sheet("x", [["№", "О человеке", null], [null, "пол", "возраст"], [1.0, "ж", "20"]]));
        Assert.Equal(["№", "О человеке/пол", "О человеке/возраст"], Rows.ReadTable(path, Rows.Expecting("№", "пол", "возраст")).Header);
    }

    [Fact]
    public void Workbook_OtherAndHiddenSheets_AreSaid()
    {
        var path = Spreadsheet.Write(_folder, "w.xlsx",
            new Spreadsheet.Sheet("Справка", [["ключ", "смысл"], ["а", "б"]]), new("Дела", [["no", "day"], ["1", "2021"]]), new("Черновик", [["no", "day"], ["9", "2021"]], Hidden: true));
        var read = Rows.ReadTable(path, Rows.Expecting("no", "day"));
        Assert.Equal([["1", "2021"]], read.Values);
        Assert.Equal([(FileRemark.HiddenSheet, "Черновик"), (FileRemark.OtherSheet, "Справка")], read.Remarks.Select(remark => (remark.What, Assert.Single(remark.Names))));
    }

    /// <summary>People name sheets and columns after people.</summary>
    [Fact]
    public void Workbook_SheetsNamedForPersons_AreSaidWithoutTheirNames()
    {
        var path = Spreadsheet.Write(_folder, "w.xlsx",
            new Spreadsheet.Sheet("Токтогулова_Зарина", [["ключ", "смысл"], ["а", "б"]]), new("Дела", [["no", "day"], ["1", "2021"]]),
            new("0555 123 456", [["no", "day"], ["9", "2021"]], Hidden: true));
        var read = Rows.ReadTable(path, Rows.Expecting("no", "day"));
        Assert.Equal(["[phone]", "[name]"], read.Remarks.Select(remark => Assert.Single(remark.Names)));
        var refusal = Assert.Throws<UnreadableFileException>(() => Rows.Read(path, Rows.Expecting("no") with { Sheets = ["Март"] }));
        Assert.Contains("[name], Дела, [phone]", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Workbook_SheetsByPattern_AreReadThoughHidden()
    {
        var path = Spreadsheet.Write(_folder, "w.xlsx",
            new Spreadsheet.Sheet("2021 дела", [["no"], ["1"]]), new("Прочее", [["no"], ["5"]]), new("2022 дела", [["no"], ["2"]], Hidden: true));
        Assert.Equal([["1"], ["2"]], Rows.ReadTable(path, Rows.Expecting("no") with { Sheets = ["/^20.. дела$/"] }).Values);
        var refusal = Assert.Throws<UnreadableFileException>(() => Rows.Read(path, Rows.Expecting("no") with { Sheets = ["Март"] }));
        Assert.Contains("2021 дела, Прочее, 2022 дела", refusal.Message);
    }

    [Fact]
    public void Csv_TotalsRepeatedHeadersAndNotes_AreNoRows()
    {
        var path = _folder.Write("f.csv", """
            no;region;persons
            1;Ош;3
            Итого по области;;3
            no;region;persons
            2;Нарын;4
            Всего;;7
            * по состоянию на 1 апреля;;
            Исполнитель: отдел учёта
            """);
        var read = Rows.ReadTable(path, Rows.Expecting("no", "region", "persons"));
        Assert.Equal([["1", "Ош", "3"], ["2", "Нарын", "4"]], read.Values);
        Assert.Equal(
            [(FileRemark.Total, "3,6"), (FileRemark.Header, "4"), (FileRemark.Note, "7,8")], read.Remarks.Select(remark => (remark.What, string.Join(',', remark.Lines))));
    }

    [Theory]
    [InlineData("no,region,persons\nТотал-1,Ош,3\n")]
    [InlineData("no,region,persons\nTOTALLY-1,Ош,3\n")]
    [InlineData("no,region,persons\n1,2,3\n")]
    [InlineData("no,region,persons\n1,region,3\n")]
    [InlineData("no,region,persons\nshort,,\n")]
    [InlineData("no,region\nтекст из нескольких слов,\n")]
    public void Csv_RecordsThatLookSimilar_AreRows(string text) => Assert.Single(Rows.ReadTable(_folder.Write("f.csv", text)).Values);

    [Fact]
    public void FillDownWhereAndUnpivot_MakeRowsOfATable()
    {
        var path = _folder.Write("f.csv", "центр,год,вид,январь,февраль\nЮГ,2021,факт,3,\n,2022,факт,0,5\n,2022,план,9,9\nСЕВЕР,2022,факт,,1\n");
        var table = new TableSettings(["центр"], [new RowCondition("вид", ["ФАКТ"], [], null, null)], new Unpivot([("/январь|февраль/", null)]));
        var read = Rows.ReadTable(path, new ReadSettings { Table = table });
        Assert.Equal(["центр", "год", "вид", "январь", "февраль", "#name", "#value"], read.Header);
        Assert.Equal(
            [["ЮГ", "2021", "январь", "3"], ["ЮГ", "2022", "январь", "0"], ["ЮГ", "2022", "февраль", "5"], ["СЕВЕР", "2022", "февраль", "1"]],
            read.Values.Select(row => (string[])[row[0], row[1], row[5], row[6]]));
        Assert.Equal([2001L, 3001L, 3002L, 5002L], read.Lines);
        Assert.Equal((FileRemark.Filtered, 1L), Assert.Single(read.Remarks.Select(remark => (remark.What, remark.Count))));
    }

    [Fact]
    public void Where_ColumnThatTheFileLacks_RefusesIt() =>
        Assert.Contains("'вид'", Assert.Throws<UnreadableFileException>(() => Rows.ReadTable(
            _folder.Write("f.csv", "a,b\n1,2\n"), new ReadSettings { Table = new TableSettings([], [new RowCondition("вид", null, ["x"], null, null)], null) })).Message);
}
