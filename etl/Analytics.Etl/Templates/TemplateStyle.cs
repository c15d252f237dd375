using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Analytics.Etl.Templates;

/// <summary>The cell styles of a template, by their numbers.</summary>
internal static class TemplateStyle
{
    public const uint Plain = 0;
    public const uint Title = 1;
    public const uint RequiredTitle = 2;
    public const uint Name = 3;

    /// <summary>Kept as it is typed: references, codes, and dates, of which a spreadsheet would make 1 March from 2021-03.</summary>
    public const uint Text = 4;

    public const uint Number = 5;
    public const uint Heading = 6;

    private const uint TextFormat = 49;
    private const uint WholeFormat = 1;

    public static Stylesheet Sheet() => new(
        new Fonts(
            Font(11),
            Font(11, bold: true),
            Font(11, bold: true, colour: "FFFFFFFF"),
            Font(9, colour: "FF595959"),
            Font(15, bold: true)),
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            Fill("FFE4ECEC"),
            Fill("FF1F6F6B")),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            new CellFormat { FontId = 0 },
            Wrapped(font: 1, fill: 2),
            Wrapped(font: 2, fill: 3),
            new CellFormat { FontId = 3, ApplyFont = true, NumberFormatId = TextFormat, ApplyNumberFormat = true },
            new CellFormat { FontId = 0, NumberFormatId = TextFormat, ApplyNumberFormat = true },
            new CellFormat { FontId = 0, NumberFormatId = WholeFormat, ApplyNumberFormat = true },
            new CellFormat { FontId = 4, ApplyFont = true }));

    private static Font Font(double size, bool bold = false, string? colour = null)
    {
        var font = new Font();
        if (bold)
        {
            font.Append(new Bold());
        }

        font.Append(new FontSize { Val = size });
        if (colour is not null)
        {
            font.Append(new Color { Rgb = colour });
        }

        font.Append(new FontName { Val = "Calibri" });
        return font;
    }

    private static Fill Fill(string colour) =>
        new(new PatternFill(new ForegroundColor { Rgb = colour }, new BackgroundColor { Indexed = 64 }) { PatternType = PatternValues.Solid });

    private static CellFormat Wrapped(uint font, uint fill) => new(new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Center })
    {
        FontId = font,
        FillId = fill,
        ApplyFont = true,
        ApplyFill = true,
        ApplyAlignment = true,
    };
}
