using System.Security.Cryptography;
using System.Text;
using Analytics.Etl.Feeds;
using Analytics.Etl.Ingest.Files;

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
    /// <summary>Time zone of times without an offset; null for Asia/Bishkek.</summary>
    public TimeZoneInfo? TimeZone { get; init; }

    /// <summary>Whether a row whose whole content differs from the record of its key is a correction of it. Unless told it is a question.</summary>
    public bool ReplacesRecords { get; init; }

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
    /// <summary>Columns of the file that it reads, or any one of those that stand for each other.</summary>
    public virtual IEnumerable<string> Reads => [];

    /// <summary>The columns that a file must have: of each list any one.</summary>
    public virtual IEnumerable<IReadOnlyList<string>> Needs => Reads.Select(name => (IReadOnlyList<string>)[name]);
}

/// <param name="Column">Name of the column; <c>#3</c> for the third; a pattern between slashes.</param>
/// <param name="Codes">Received spelling to canonical code; others pass as they are.</param>
/// <param name="Split">What separates several values in the source.</param>
internal sealed record FromColumn(string Column, IReadOnlyList<(string From, string To)> Codes, string? Split) : ColumnMapping
{
    public override IEnumerable<string> Reads => [Column, .. Others];

    public override IEnumerable<IReadOnlyList<string>> Needs => [[Column, .. Others]];

    /// <summary>Names that the column has in other files; the first that a file has is read.</summary>
    public IReadOnlyList<string> Others { get; init; } = [];

    /// <summary>Pattern of what is taken out of the value.</summary>
    public string? Strip { get; init; }

    /// <summary>Pattern of what is taken of the value: its first group, or all that it matches. A value that does not fit is rejected.</summary>
    public string? Extract { get; init; }

    /// <summary>Which of the parts between <see cref="By"/> is the value, from 1; negative from the end.</summary>
    public int? Part { get; init; }

    public string By { get; init; } = " ";

    public bool HasSteps => Strip is not null || Extract is not null || Part is not null;
}

/// <summary>The values of several columns one after another, such as a date and a time, or the parts of a key. An empty one is passed over.</summary>
/// <param name="With">What stands between two values.</param>
internal sealed record Joined(IReadOnlyList<FromColumn> Parts, string With) : ColumnMapping
{
    public override IEnumerable<string> Reads => Parts.SelectMany(part => part.Reads);

    public override IEnumerable<IReadOnlyList<string>> Needs => Parts.SelectMany(part => part.Needs);
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
