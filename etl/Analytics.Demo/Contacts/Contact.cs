namespace Analytics.Demo.Contacts;

/// <summary>One synthetic hotline contact, in the words of the feed `hotline`; an empty text is unknown.</summary>
internal sealed record Contact
{
    public required string Id { get; init; }
    public required DateTime StartedAt { get; init; }
    public int? DurationSeconds { get; init; }
    public required string Channel { get; init; }
    public required string Language { get; init; }
    public required string CallerRole { get; init; }
    public required Region? CallerRegion { get; init; }
    public required string Topic { get; init; }
    public required Country? Destination { get; init; }
    public required string Suspected { get; init; }
    public required string Forms { get; init; }
    public required string Sex { get; init; }
    public required int? Age { get; init; }
    public required Country? Citizenship { get; init; }
    public required string ReferredTo { get; init; }
    public required string VictimIdentified { get; init; }

    /// <summary>Null for nearly all: most contacts name nobody.</summary>
    public string? PersonToken { get; init; }
}
