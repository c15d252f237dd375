using Analytics.Database.Tests.Etl;
using Analytics.Domain;
using Analytics.Etl.Feeds;
using Analytics.Etl.Feeds.Types;
using Analytics.Etl.Templates;
using CsvHelper;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace Analytics.Database.Tests.Uploads;

public sealed class TemplateTests(EtlFixture fixture) : IClassFixture<EtlFixture>
{
    public static TheoryData<string, string> All
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var feed in FeedList.Names)
            {
                foreach (var language in LocalText.Languages)
                {
                    all.Add(feed, language);
                }
            }

            return all;
        }
    }

    [DatabaseTheory]
    [MemberData(nameof(All))]
    public async Task Load_TemplateFilledWithTheSample_GivesTheSamplesCounts(string name, string language)
    {
        var folder = string.Concat(name.Split('_').Select(part => char.ToUpperInvariant(part[0]) + part[1..]));
        var sample = Path.Combine(Analytics.Testing.ProjectRoot.Path, "etl", "Analytics.Etl", "Feeds", folder, "sample.csv");
        var filled = Path.Combine(fixture.Folder, $"{name}-{language}.xlsx");
        await File.WriteAllBytesAsync(filled, Fill(Template.Write(FeedList.Find(name)!, language), sample));

        // The same keys in two sources would meet; the second of the two loads must find all unchanged.
        var first = await fixture.LoadAsync(name, sample);
        var second = await fixture.LoadAsync(name, filled);
        Assert.Null(first.Refused);
        Assert.Null(second.Refused);
        Assert.Equal((first.Read, first.Rejected), (second.Read, second.Rejected));
        Assert.Equal((0L, 0L, 0L), (second.Inserted, second.Updated, second.Deleted));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Write_AnyFeed_IsAValidWorkbook(string name, string language)
    {
        using var stream = new MemoryStream(Template.Write(FeedList.Find(name)!, language));
        using var document = SpreadsheetDocument.Open(stream, isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(document).Select(e => $"{e.Path?.XPath}: {e.Description}"));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void CodeList_EveryValueOffered_IsReadAsItsCode(string name, string language)
    {
        var context = new TypeContext(new DateOnly(2026, 11, 21), [], []);
        foreach (var column in FeedList.Find(name)!.Columns)
        {
            var type = ColumnTypes.Make(column, context);
            foreach (var (value, code) in CodeList.Of(column, language)?.Values ?? [])
            {
                var row = new CanonicalRow(1);
                row.Start();
                Assert.True(type.Write(System.Text.Encoding.UTF8.GetBytes(value), row) is null, $"{column.Name}: {value}");
                Assert.Equal(code, System.Text.Encoding.UTF8.GetString(row.Field));
            }
        }
    }

    [Fact]
    public void Hint_EveryColumn_IsWrittenInThreeLanguages() =>
        Assert.All(FeedList.All.SelectMany(feed => feed.Columns), column => Assert.NotEqual(column.Type, ColumnHint.Of(column).Ky));

    private static byte[] Fill(byte[] template, string sample)
    {
        using var stream = new MemoryStream();
        stream.Write(template);
        using (var document = SpreadsheetDocument.Open(stream, isEditable: true))
        {
            var book = document.WorkbookPart!;
            var data = ((WorksheetPart)book.GetPartById(book.Workbook.Descendants<Sheet>().First().Id!)).Worksheet.GetFirstChild<SheetData>()!;
            var names = data.Elements<Row>().Single(r => r.RowIndex! == 2).Elements<Cell>().Select(c => c.InlineString!.InnerText).ToList();
            using var rows = CsvReader.Create(File.ReadAllBytes(sample), CsvReaderOptions.Default);
            for (uint number = 3; rows.Read(); number++)
            {
                var row = new Row { RowIndex = number };
                foreach (var (i, header) in rows.Headers.Index())
                {
                    row.Append(new Cell
                    {
                        CellReference = $"{Template.Letters(names.IndexOf(header))}{number}",
                        DataType = CellValues.InlineString,
                        InlineString = new InlineString(new Text(rows.GetString(i))),
                    });
                }

                data.Append(row);
            }
        }

        return stream.ToArray();
    }
}
