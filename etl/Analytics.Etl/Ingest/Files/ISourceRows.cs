using Analytics.Contracts;
using Analytics.Domain;

namespace Analytics.Etl.Ingest.Files;

/// <summary>
/// The rows of one file, read once from start to end, whatever the format. Fields are UTF-8 and untyped; an empty
/// field and a missing one are the same: empty. Nothing outside this folder knows a format or its library.
/// </summary>
internal interface ISourceRows : IDisposable
{
    /// <summary>What the file turned out to be.</summary>
    Detected Detected { get; }

    /// <summary>The same in a few words, for the batch's record: <c>csv, windows-1251, ';'</c>.</summary>
    string Description => Detected.ToString();

    /// <summary>Column names as they are written in the file, without surrounding white space and invisible marks.</summary>
    IReadOnlyList<string> Header { get; }

    /// <summary>Whether every row has every column; records of JSON and XML leave out what is unknown, and so may a whole file of them.</summary>
    bool HasFixedHeader { get; }

    /// <summary>Where the row is: the line of a text file, the row of a sheet, the number of the record in JSON and XML (all from 1).</summary>
    long Line { get; }

    /// <summary>What is wrong with the row as a row, before any of its values is looked at.</summary>
    RowDamage Damage { get; }

    /// <summary>What was recognised as no data, or was hidden; known when the last row was read.</summary>
    IReadOnlyList<FileRemark> Remarks => [];

    /// <summary>The field under <c>Header[column]</c>; valid until the next <see cref="Read"/>.</summary>
    ReadOnlySpan<byte> this[int column] { get; }

    /// <summary>Goes to the next row that is not blank.</summary>
    /// <exception cref="UnreadableFileException">The file breaks off or stops being what its start promised.</exception>
    bool Read();
}

internal enum RowDamage
{
    None,

    /// <summary>More or fewer fields than the header has.</summary>
    FieldCount,

    /// <summary>A quoted field that is not closed, or with text after its closing quote.</summary>
    Quotes,

    /// <summary>Something in it is no text: bytes of another encoding, or half a surrogate pair.</summary>
    Encoding,
}

/// <summary>A file that cannot be read as any supported format, or not to its end.</summary>
/// <param name="said">Why; it quotes nothing from the file. Its English is the message.</param>
internal sealed class UnreadableFileException(LocalText said, Exception? inner = null) : Exception(said.En, inner)
{
    public LocalText Said => said;
}
