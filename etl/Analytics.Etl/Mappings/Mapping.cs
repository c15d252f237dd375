using System.Security.Cryptography;
using System.Text;
using Analytics.Etl.Feeds;
using Analytics.Etl.Files;

namespace Analytics.Etl.Mappings;

/// <summary>How the files of one source become rows of a feed: names, codes and formats, no code.</summary>
/// <param name="Name">By which it is found again, when a batch is replayed: a shipped name or a path; null for files in the feed's own layout.</param>
/// <param name="Source">Id of the source that its rows belong to.</param>
/// <param name="Unknown">Received values that mean unknown in any column.</param>
/// <param name="Columns">Feed columns and where their values come from; a feed column that is absent is unknown throughout.</param>
/// <param name="Dropped">Columns of the file that may look like identifiers and are never read.</param>
/// <param name="MayLack">Whether a file may lack columns that no required column of the feed needs; their values are then unknown.</param>
internal sealed record Mapping(
    string? Name,
    string Source,
    Feed Feed,
    ReadSettings Reading,
    IReadOnlyList<string> DateFormats,
    IReadOnlyList<string> Unknown,
    IReadOnlyDictionary<string, ColumnMapping> Columns,
    IReadOnlyList<string> Dropped,
    bool MayLack)
{
    /// <summary>What it is for, in the words of whoever wrote it.</summary>
    public string? Title { get; init; }

    /// <summary>The file it was read from; empty for the feed's own layout.</summary>
    public string Text { get; init; } = "";

    /// <summary>Hash over all that decides how a file is read: the mapping, and the program with its feeds. SHA-256 in lower-case hexadecimal.</summary>
    public string Fingerprint =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{typeof(Mapping).Module.ModuleVersionId}\n{Feed.Name}\n{Text}")));

    /// <summary>The feed's own layout: every column under its canonical name, and no others.</summary>
    public bool IsCanonical => Name is null;

    public static Mapping Canonical(Feed feed, string source) => new(
        null,
        source,
        feed,
        new ReadSettings(KnownNames: feed.Columns.Select(c => c.Name).ToHashSet(StringComparer.Ordinal)),
        [],
        [],
        feed.Columns.ToDictionary(c => c.Name, c => (ColumnMapping)new FromColumn(c.Name, [], null), StringComparer.Ordinal),
        [],
        MayLack: true);
}

/// <summary>Where the values of a feed column come from.</summary>
internal abstract record ColumnMapping
{
    /// <summary>Columns of the file that it reads.</summary>
    public virtual IEnumerable<string> Reads => [];
}

/// <param name="Codes">Received spelling to canonical code; others pass as they are.</param>
/// <param name="Split">What separates several values in the source.</param>
internal sealed record FromColumn(string Column, IReadOnlyList<(string From, string To)> Codes, string? Split) : ColumnMapping
{
    public override IEnumerable<string> Reads => [Column];
}

/// <summary>The values of several columns one after another, such as a date and a time, or the parts of a key. An empty one is passed over.</summary>
/// <param name="With">What stands between two values.</param>
internal sealed record Joined(IReadOnlyList<string> Columns, string With) : ColumnMapping
{
    public override IEnumerable<string> Reads => Columns;
}

/// <summary>The same value in every row.</summary>
internal sealed record Constant(string Value) : ColumnMapping;

/// <summary>Yes/no columns that each stand for one or more codes; the value is the codes of those that say yes.</summary>
/// <param name="Yes">Further words for yes.</param>
/// <param name="No">Further words for no.</param>
internal sealed record Flags(IReadOnlyList<(string Column, IReadOnlyList<string> Codes)> Columns, IReadOnlyList<string> Yes, IReadOnlyList<string> No) : ColumnMapping
{
    public override IEnumerable<string> Reads => Columns.Select(c => c.Column);
}

/// <summary>
/// A key for files without one: a hash over the whole received row and the number of its occurrence in the file, so that
/// identical rows stay apart and the same file gives the same keys.
/// </summary>
internal sealed record RowHash : ColumnMapping;
