using System.Globalization;

namespace Analytics.Etl.Ingest.Files.Sheets;

/// <summary>Numbers of cells as text. A spreadsheet keeps fifteen digits; a longer one was rounded by it, and is written so that nobody takes it for a number that was typed.</summary>
internal static class SheetNumber
{
    private const double FirstRounded = 1e15;

    public static string Write(double number) => Math.Abs(number) >= FirstRounded
        ? number.ToString("0.################E+0", CultureInfo.InvariantCulture)
        : number.ToString(null, CultureInfo.InvariantCulture);

    /// <param name="text">A number as its file has it.</param>
    public static string? Write(string? text) =>
        text is { Length: > 15 } && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) >= FirstRounded ? Write(number) : text;
}
