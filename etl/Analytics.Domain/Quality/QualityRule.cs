namespace Analytics.Domain.Quality;

/// <summary>What a finding means for whoever reads the figures.</summary>
public enum Severity
{
    /// <summary>Cannot be true: somebody must correct it.</summary>
    Error,

    /// <summary>Hardly true: somebody should look.</summary>
    Warning,

    /// <summary>Worth knowing.</summary>
    Info,
}

/// <summary>What one of a finding is.</summary>
public enum Finding
{
    /// <summary>A row, named by its line.</summary>
    Row,

    /// <summary>A month of a series.</summary>
    Month,

    /// <summary>A column of the file.</summary>
    Column,
}

/// <summary>One rule that the rows of a batch are held against after they are loaded. A finding rejects nothing.</summary>
/// <param name="Id">As in <c>ops.quality_result.rule</c>.</param>
/// <param name="Feeds">The feeds whose batches it examines.</param>
public sealed record QualityRule(string Id, Severity Severity, Finding Finding, IReadOnlyList<string> Feeds, LocalText Name, LocalText Explanation);
