using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Analytics.Etl.Ingest.Files;

namespace Analytics.Etl.Tests.Ingest.Files;

public sealed class WorkbookFormatsTests : IDisposable
{
    private const string Office =
        """xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" """;

    private const string Body =
        """
        <office:automatic-styles>
          <number:date-style style:name="N1"><number:month/><number:text>.</number:text><number:year/></number:date-style>
          <style:style style:name="ce1" style:family="table-cell" style:data-style-name="N1"/>
          <style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>
        </office:automatic-styles>
        <office:body><office:spreadsheet>
          <table:table table:name="Скрытый" table:style-name="ta2"><table:table-row><table:table-cell office:value-type="string"><text:p>номер</text:p></table:table-cell></table:table-row></table:table>
          <table:table table:name="Учёт">
            <table:table-row><table:table-cell office:value-type="string"><text:p>номер</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>дата</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>центр</text:p></table:table-cell></table:table-row>
            <table:table-row><table:table-cell office:value-type="float" office:value="7"><text:p>7,0</text:p></table:table-cell><table:table-cell office:value-type="date" office:date-value="2022-03-04"><text:p>04.03.22</text:p></table:table-cell><table:table-cell table:number-rows-spanned="2" office:value-type="string"><text:p>Юг</text:p></table:table-cell></table:table-row>
            <table:table-row table:visibility="collapse"><table:table-cell office:value-type="float" office:value="8"><text:p>8</text:p></table:table-cell><table:table-cell table:style-name="ce1" office:value-type="date" office:date-value="2022-05-01"><text:p>05.22</text:p></table:table-cell><table:covered-table-cell/></table:table-row>
            <table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
          </table:table>
        </office:spreadsheet></office:body>
        """;

    private static readonly ReadSettings s_names = Rows.Expecting("номер", "дата", "центр");

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("u.ods")]
    [InlineData("u.fods")]
    public void OpenDocument_ValuesDatesAndMergedCells_AreRead(string name)
    {
        var path = name.EndsWith(".ods", StringComparison.Ordinal)
            ? Zip(name, ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", $"<office:document-content {Office}>{Body}</office:document-content>"))
            : _folder.Write(name, $"<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document {Office}>{Body}</office:document>");
        Assert.False(ZipContents.IsArchive(path));
        var rows = Rows.Read(path, s_names);
        Assert.Equal(["номер", "дата", "центр"], rows.Header);
        Assert.Equal([["7", "2022-03-04", "Юг"], ["8", "2022-05", "Юг"]], rows.Values);
        Assert.Equal([(FileRemark.HiddenRow, 1L), (FileRemark.HiddenSheet, 1L)], rows.Remarks.Select(remark => (remark.What, remark.Count)));
    }

    [Fact]
    public void SpreadsheetXml_UnderTheNameOfExcel_IsRead()
    {
        var rows = Rows.Read(_folder.Write("отчёт.xls", """
            <?xml version="1.0"?>
            <?mso-application progid="Excel.Sheet"?>
            <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
              <Styles><Style ss:ID="d"><NumberFormat ss:Format="Short Date"/></Style><Style ss:ID="m"><NumberFormat ss:Format="mmm\-yy"/></Style></Styles>
              <Worksheet ss:Name="Лист"><Table>
                <Row ss:Index="2"><Cell><Data ss:Type="String">номер</Data></Cell><Cell ss:Index="3"><Data ss:Type="String">дата</Data></Cell></Row>
                <Row><Cell><Data ss:Type="Number">3</Data></Cell><Cell ss:Index="3" ss:StyleID="d"><Data ss:Type="Number">44624</Data></Cell></Row>
                <Row ss:Index="6"><Cell><Data ss:Type="Number">4</Data></Cell><Cell ss:Index="3" ss:StyleID="m"><Data ss:Type="DateTime">2022-05-01T00:00:00.000</Data></Cell></Row>
              </Table></Worksheet>
            </Workbook>
            """.TrimStart()), s_names);
        Assert.Equal(["номер", "", "дата"], rows.Header);
        Assert.Equal([["3", "", "2022-03-04"], ["4", "", "2022-05"]], rows.Values);
        Assert.Equal([3L, 6L], rows.Lines);
    }

    [Theory]
    [InlineData("web.xls", 65001, "utf-8")]
    [InlineData("web.html", 1251, "windows-1251")]
    public void Html_TableOfAWebPage_IsRead(string name, int codePage, string declared)
    {
        var encoding = Encoding.GetEncoding(codePage);
        var rows = Rows.Read(_folder.Write(name, encoding.GetBytes($"""
            <html><head><meta http-equiv=Content-Type content="text/html; charset={declared}"><title>x</title></head><body>
            <p>Выгрузка<table border=1><caption>Дела</caption><tr><th rowspan=2>номер<th colspan=2>сведения</tr><tr><th>дата<th>центр</tr>
            <tr><td>1<td>04.03.2022<br></td><td rowspan=2>Ош&nbsp;1</td></tr><tr><td>2<td>05.03.2022</tr></table></body></html>
            """)), s_names);
        Assert.Equal(["номер", "сведения/дата", "сведения/центр"], rows.Header);
        Assert.Equal([["1", "04.03.2022", "Ош 1"], ["2", "05.03.2022", "Ош 1"]], rows.Values);
    }

    [Theory]
    [InlineData(0x65, 866)]
    [InlineData(0xC9, 1251)]
    [InlineData(0, 866)]
    public void Dbf_FieldsOfItsTypes_AreReadAndErasedRecordsSaid(byte driver, int codePage)
    {
        var rows = Rows.Read(_folder.Write("t.dbf", Dbf(driver, Encoding.GetEncoding(codePage))), Rows.Expecting("nomer", "intake_date_long", "region"));
        Assert.Equal(["NOMER", "intake_date_long", "REGION", "OK"], rows.Header);
        Assert.Equal([["12", "2022-03-04", "Нарынская область", "true"], ["14", "", "Таласская область", "false"]], rows.Values);
        Assert.Equal([(FileRemark.Deleted, 1L)], rows.Remarks.Select(remark => (remark.What, remark.Count)));
    }

    [Fact]
    public void Excel_StrictVariant_IsReadLikeTheUsualOne()
    {
        var usual = Spreadsheet.Write(_folder, "usual.xlsx", new Spreadsheet.Sheet("Лист", [["номер", "дата", "центр"], [1.0, new DateTime(2022, 3, 4), "Юг"]]));
        var strict = Path.Combine(_folder.Path, "strict.xlsx");
        using (var source = ZipFile.OpenRead(usual))
        using (var target = ZipFile.Open(strict, ZipArchiveMode.Create))
        {
            foreach (var part in source.Entries)
            {
                using var from = new StreamReader(part.Open());
                using var to = new StreamWriter(target.CreateEntry(part.FullName).Open());
                to.Write(from.ReadToEnd()
                    .Replace("http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main", StringComparison.Ordinal)
                    .Replace("http://schemas.openxmlformats.org/officeDocument/2006/relationships", "http://purl.oclc.org/ooxml/officeDocument/relationships", StringComparison.Ordinal));
            }
        }

        Assert.Equal([["1", "2022-03-04", "Юг"]], Rows.Read(strict, s_names).Values);
    }

    [Theory]
    [InlineData("s.slk", "ID;PWXL;N;E\nC;Y1;X1;K\"номер\"\n", "SYLK")]
    [InlineData("s.dif", "TABLE\r\n0,1\r\n\"EXCEL\"\r\n", "DIF")]
    [InlineData("s.rtf", "{\\rtf1 номер}", "RTF")]
    public void ForeignFormat_IsNamed(string name, string text, string format) =>
        Assert.Contains(format, Assert.Throws<UnreadableFileException>(() => Rows.Read(_folder.Write(name, text))).Message);

    private static byte[] Dbf(byte driver, Encoding encoding)
    {
        (string Name, char Type, byte Length)[] fields = [("NOMER", 'N', 6), ("INTAKE_DAT", 'D', 8), ("REGION", 'C', 30), ("OK", 'L', 1)];
        var file = new MemoryStream();
        var head = new byte[32];
        head[0] = 0x03;
        (head[1], head[2], head[3], head[29]) = (122, 3, 4, driver);
        BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(4), 3);
        BinaryPrimitives.WriteInt16LittleEndian(head.AsSpan(8), (short)(32 + (32 * fields.Length) + 1));
        BinaryPrimitives.WriteInt16LittleEndian(head.AsSpan(10), (short)(1 + fields.Sum(field => field.Length)));
        file.Write(head);
        foreach (var (name, type, length) in fields)
        {
            var field = new byte[32];
            Encoding.ASCII.GetBytes(name).CopyTo(field, 0);
            (field[11], field[16]) = ((byte)type, length);
            file.Write(field);
        }

        file.WriteByte(0x0D);
        foreach (var (mark, number, date, region, ok) in ((char, string, string, string, char)[])
            [(' ', "12", "20220304", "Нарынская область", 'T'), ('*', "13", "20220305", "Ош", 'T'), (' ', "14", "", "Таласская область", 'F')])
        {
            file.WriteByte((byte)mark);
            file.Write(encoding.GetBytes(number.PadLeft(6) + date.PadRight(8) + region.PadRight(30) + ok));
        }

        file.WriteByte(0x1A);
        return file.ToArray();
    }

    private string Zip(string name, params (string Name, string Text)[] entries)
    {
        var path = Path.Combine(_folder.Path, name);
        using var archive = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach (var (entry, text) in entries)
        {
            using var writer = new StreamWriter(archive.CreateEntry(entry).Open());
            writer.Write(text);
        }

        return path;
    }
}
