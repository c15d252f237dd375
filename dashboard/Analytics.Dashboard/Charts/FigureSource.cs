namespace Analytics.Dashboard.Charts;

/// <summary>Where a figure comes from, as every card and file says it.</summary>
/// <param name="FigureId">Empty before the first publication.</param>
/// <param name="Line">Sources and data-as-of, in the reader's language.</param>
/// <param name="Method">What is counted and how, in paragraphs.</param>
public sealed record FigureSource(string FigureId, string Line, IReadOnlyList<MethodNote> Method)
{
    /// <summary>The page of the files behind the newest number, for readers who may see it.</summary>
    public string? Lineage { get; init; }
}

/// <param name="Term">A measure's name, or what the note is about.</param>
/// <param name="Formula">In terms of facts or other measures; not translated.</param>
/// <param name="Href">Where more of it is said.</param>
public sealed record MethodNote(string Term, string Text, string? Formula = null, string? Href = null);
