using System.Globalization;
using Analytics.Domain;
using Analytics.Etl.Feeds;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Analytics.Etl.Templates;

/// <summary>
/// A workbook to fill in: the feed's canonical header under one in the reader's language, lists to choose from, what each column takes,
/// and instructions. Filled in, it loads without a mapping.
/// </summary>
internal static class Template
{
    private const int FirstRow = 3;
    private const int LastRow = 5000;
    private const int LongestTitle = 32;
    private const int LongestPrompt = 255;

    /// <returns>The bytes of an XLSX file.</returns>
    public static byte[] Write(Feed feed, string language)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = TemplateStyle.Sheet();
            book.Workbook = new Workbook(new Sheets());
            var lists = feed.Columns.Select(c => CodeList.Of(c, language)).OfType<CodeList>().ToList();
            AddSheet(book, TemplateText.Data.In(language), DataSheet(feed, language, lists));
            AddSheet(book, TemplateText.Instructions.In(language), InstructionSheet(feed, language));
            if (lists.Count > 0)
            {
                AddSheet(book, TemplateText.Codes.In(language), CodeSheet(lists, language));
            }
        }

        return stream.ToArray();
    }

    /// <summary>A letter or two for a column's place, from 0.</summary>
    public static string Letters(int index) => index < 26 ? $"{(char)('A' + index)}" : $"{(char)('A' + (index / 26) - 1)}{(char)('A' + (index % 26))}";

    private static Worksheet DataSheet(Feed feed, string language, List<CodeList> lists)
    {
        var titles = new Row { RowIndex = 1, Height = 34, CustomHeight = true };
        var names = new Row { RowIndex = 2 };
        var widths = new Columns();
        var rules = new DataValidations();
        foreach (var (i, column) in feed.Columns.Index())
        {
            var title = column.Title.In(language);
            titles.Append(Cell(i, 1, column.Required ? $"{title} *" : title, column.Required ? TemplateStyle.RequiredTitle : TemplateStyle.Title));
            names.Append(Cell(i, 2, column.Name, TemplateStyle.Name));
            widths.Append(new Column
            {
                Min = (uint)i + 1,
                Max = (uint)i + 1,
                Width = Math.Clamp(Math.Max(title.Length * 0.75, column.Name.Length) + 3, 12, 30),
                CustomWidth = true,
                Style = column.Type is "int" or "year" ? TemplateStyle.Number : TemplateStyle.Text,
            });
            rules.Append(Rule(column, i, title, language, lists.FindIndex(l => l.Column == column) is var at and >= 0 ? (at, lists[at].Values.Count) : null));
        }

        rules.Count = (uint)feed.Columns.Count;
        return new Worksheet(
            new SheetViews(new SheetView(
                new Pane { VerticalSplit = FirstRow - 1, TopLeftCell = $"A{FirstRow}", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen })
            {
                WorkbookViewId = 0,
            }),
            widths,
            new SheetData(titles, names),
            rules);
    }

    /// <summary>What the column takes, shown when one of its cells is chosen, and its list where it has one.</summary>
    private static DataValidation Rule(FeedColumn column, int place, string title, string language, (int At, int Count)? list)
    {
        var hint = ColumnHint.Of(column).In(language) + (column.Required ? $" ({TemplateText.Required.In(language)})" : "");
        var rule = new DataValidation
        {
            AllowBlank = true,
            ShowInputMessage = true,
            PromptTitle = Cut(title, LongestTitle),
            Prompt = Cut(hint, LongestPrompt),
            SequenceOfReferences = new ListValue<StringValue> { InnerText = $"{Letters(place)}{FirstRow}:{Letters(place)}{LastRow}" },
        };
        if (list is var (at, count))
        {
            rule.Type = DataValidationValues.List;
            rule.ShowErrorMessage = true;
            rule.ErrorStyle = DataValidationErrorStyleValues.Warning;
            rule.ErrorTitle = Cut(title, LongestTitle);
            rule.Error = Cut(TemplateText.NotInList.In(language), LongestPrompt);
            var letters = Letters(at * 3);
            rule.Append(new Formula1($"'{TemplateText.Codes.In(language)}'!${letters}$2:${letters}${count + 1}"));
        }

        return rule;
    }

    private static Worksheet InstructionSheet(Feed feed, string language)
    {
        var rows = new List<Row> { Line(1, TemplateStyle.Heading, TemplateText.Heading.With(feed.Title.In(language)).In(language)) };
        foreach (var (i, step) in TemplateText.Steps.Index())
        {
            rows.Add(Line((uint)i + 3, TemplateStyle.Plain, $"{i + 1}. {step.With(feed.Grain.In(language)).In(language)}"));
        }

        var next = (uint)rows.Count + 3;
        rows.Add(Line(next++, TemplateStyle.Title, [.. TemplateText.ColumnHeads.Select(h => h.In(language))]));
        foreach (var column in feed.Columns)
        {
            rows.Add(Line(
                next++,
                TemplateStyle.Plain,
                column.Title.In(language),
                column.Name,
                column.Required ? TemplateText.Required.In(language) : "",
                ColumnHint.Of(column).In(language)));
        }

        return new Worksheet(new Columns(Wide(1, 38), Wide(2, 24), Wide(3, 16), Wide(4, 90)), new SheetData(rows));
    }

    /// <summary>Three columns a list: the values, their codes, and an empty one.</summary>
    private static Worksheet CodeSheet(List<CodeList> lists, string language)
    {
        var rows = new List<Row>();
        for (var r = 0; r <= lists.Max(l => l.Values.Count); r++)
        {
            var row = new Row { RowIndex = (uint)r + 1 };
            foreach (var (i, list) in lists.Index())
            {
                if (r == 0)
                {
                    row.Append(Cell(i * 3, 1, list.Column.Title.In(language), TemplateStyle.Title), Cell((i * 3) + 1, 1, TemplateText.Code.In(language), TemplateStyle.Title));
                }
                else if (r <= list.Values.Count)
                {
                    row.Append(Cell(i * 3, r + 1, list.Values[r - 1].Value, TemplateStyle.Text), Cell((i * 3) + 1, r + 1, list.Values[r - 1].Code, TemplateStyle.Name));
                }
            }

            rows.Add(row);
        }

        return new Worksheet(
            new Columns(lists.SelectMany((_, i) => (Column[])[Wide((i * 3) + 1, 30), Wide((i * 3) + 2, 22), Wide((i * 3) + 3, 3)])),
            new SheetData(rows));
    }

    private static void AddSheet(WorkbookPart book, string name, Worksheet sheet)
    {
        var part = book.AddNewPart<WorksheetPart>();
        part.Worksheet = sheet;
        var sheets = book.Workbook.GetFirstChild<Sheets>()!;
        sheets.Append(new Sheet { Id = book.GetIdOfPart(part), SheetId = (uint)sheets.Count() + 1, Name = name });
    }

    private static Row Line(uint number, uint style, params string[] values)
    {
        var row = new Row { RowIndex = number };
        row.Append(values.Select((value, i) => Cell(i, (int)number, value, style)));
        return row;
    }

    private static Column Wide(int place, double width) => new() { Min = (uint)place, Max = (uint)place, Width = width, CustomWidth = true };

    private static Cell Cell(int column, int row, string value, uint style) => new()
    {
        CellReference = string.Create(CultureInfo.InvariantCulture, $"{Letters(column)}{row}"),
        DataType = CellValues.InlineString,
        InlineString = new InlineString(new Text(value)),
        StyleIndex = style,
    };

    private static string Cut(string text, int most) => text.Length <= most ? text : $"{text[..(most - 1)]}…";
}
