namespace Analytics.Demo.Cases;

/// <summary>One synthetic person at one organisation, in the words of the feed `ngo_case`; an empty text is unknown.</summary>
internal sealed record PersonCase
{
    public required Organisation Organisation { get; init; }

    /// <summary>Given once all cases of the organisation and year are in order of intake.</summary>
    public string CaseRef { get; init; } = "";

    /// <summary>Null where the organisation could make none.</summary>
    public string? PersonToken { get; init; }

    public required DateOnly IntakeDate { get; init; }
    public required string Sex { get; init; }
    public required int? BirthYear { get; init; }
    public required int? AgeAtIntake { get; init; }
    public required Country? Citizenship { get; init; }
    public required Region? Origin { get; init; }
    public required Region? Service { get; init; }
    public required Country? Destination { get; init; }
    public required string Forms { get; init; }
    public required string Sector { get; init; }
    public required string Acts { get; init; }
    public required string Means { get; init; }
    public required string Control { get; init; }
    public required string Recruitment { get; init; }
    public required PartialDate? ExploitationStart { get; init; }
    public required PartialDate? ExploitationEnd { get; init; }
    public required string IdentifiedBy { get; init; }
    public required string VictimStatus { get; init; }
    public required string Services { get; init; }
    public required string AppliedToPolice { get; init; }
    public required string ReasonsNotApplied { get; init; }
    public required string Programme { get; init; }
    public required DateOnly UpdatedAt { get; init; }
}

/// <summary>How much of a date is known.</summary>
internal enum Precision { Year, Month, Day }

/// <summary>A date of which perhaps only the year, or the year and month, is known.</summary>
internal sealed record PartialDate(DateOnly Date, Precision Precision)
{
    public override string ToString() => Precision switch
    {
        Precision.Year => $"{Date:yyyy}",
        Precision.Month => $"{Date:yyyy-MM}",
        _ => $"{Date:yyyy-MM-dd}",
    };
}
