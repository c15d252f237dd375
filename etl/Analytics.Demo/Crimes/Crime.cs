namespace Analytics.Demo.Crimes;

/// <summary>One synthetic registered crime, in the words of the feed `register_crime`.</summary>
/// <param name="Steps">In the order of their dates, the registration first.</param>
internal sealed record Crime(string RegisterNo, string Article, Region Region, int Victims, int? Suspects, IReadOnlyList<CrimeStep> Steps)
{
    /// <summary>Tokens of those victims of whom the register makes one.</summary>
    public IReadOnlyList<string> VictimTokens { get; init; } = [];

    public DateOnly RegisteredAt => Steps[0].At;
}

/// <summary>One step of a crime, in the words of the feed `register_event`; an empty text is unknown.</summary>
internal sealed record CrimeStep(DateOnly At, string Event, string ArticleTo = "", string Ground = "", int? Persons = null);
