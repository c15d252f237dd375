namespace Analytics.Domain.Disclosure;

/// <summary>What an intruder can compute about withheld cells from everything printed for the profile.</summary>
/// <param name="Withheld">Withheld cells attacked, and derivable cells that were not listed.</param>
/// <param name="Blocks">Separate linear programmes: 1 when the whole set was attacked at once.</param>
/// <param name="LargestBlock">Cells in the largest of them.</param>
/// <param name="Exposed">Cells bounded more tightly than their withheld range.</param>
/// <param name="Coverage">What was covered and how, one sentence.</param>
public sealed record AttackReport(int Withheld, int Blocks, int LargestBlock, IReadOnlyList<ExposedCell> Exposed, string Coverage)
{
    /// <summary>True when nothing was found; otherwise the publication must not be released.</summary>
    public bool Safe => Exposed.Count == 0;
}

/// <summary>A withheld cell that the attack bounds too tightly.</summary>
/// <param name="Codes">The cell's codes.</param>
/// <param name="Lower">Smallest count that fits everything printed.</param>
/// <param name="Upper">Largest count that fits everything printed; infinity when unbounded.</param>
/// <param name="RequiredLower">The smallest count that must stay possible.</param>
/// <param name="RequiredUpper">The largest count that must stay possible.</param>
public sealed record ExposedCell(IReadOnlyList<string> Codes, double Lower, double Upper, long RequiredLower, long RequiredUpper);
