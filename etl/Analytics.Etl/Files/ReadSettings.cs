using System.Text;

namespace Analytics.Etl.Files;

/// <summary>What a mapping fixes about a file; what is null is detected from the content.</summary>
/// <param name="Delimiter">Field separator of delimited text.</param>
/// <param name="Sheet">Name of a worksheet.</param>
/// <param name="HeaderRow">Row of the header, from 1, counted over all rows of the file or sheet.</param>
/// <param name="Path">JSON: dotted path of the array of records; XML: name of the record element.</param>
/// <param name="KnownNames">Column names to expect, in the form of <see cref="HeaderName.Fold"/>; they decide which row is the header and which sheet is the table.</param>
internal sealed record ReadSettings(
    FileFormat? Format = null,
    Encoding? Encoding = null,
    char? Delimiter = null,
    string? Sheet = null,
    int? HeaderRow = null,
    string? Path = null,
    IReadOnlySet<string>? KnownNames = null)
{
    /// <summary>Rows looked at to find the header.</summary>
    public const int HeaderSearchRows = 30;

    /// <summary>How many of the cells are names to expect.</summary>
    public int CountKnown(IEnumerable<string?> cells) =>
        KnownNames is null ? 0 : cells.Where(c => c is not null).Select(c => HeaderName.Fold(c!)).Distinct(StringComparer.Ordinal).Count(KnownNames.Contains);
}
