namespace Analytics.Domain.Disclosure;

/// <summary>What protection cost the reader.</summary>
/// <param name="Cells">Cells listed.</param>
/// <param name="Zero">Cells shown as zero.</param>
/// <param name="Primary">Cells withheld by a rule of their own.</param>
/// <param name="Secondary">Cells withheld only to protect others.</param>
/// <param name="WithheldTotals">Withheld cells that are a margin over at least one dimension.</param>
/// <param name="Cuts">The same for each table of the set.</param>
public sealed record InformationLoss(int Cells, int Zero, int Primary, int Secondary, int WithheldTotals, IReadOnlyList<CutLoss> Cuts);

/// <summary>The loss in one table of the set.</summary>
/// <param name="Cut">The dimensions the table is cut by, joined by <c>×</c>; empty for the grand total.</param>
/// <param name="Cells">Cells listed.</param>
/// <param name="Withheld">Cells withheld.</param>
public sealed record CutLoss(string Cut, int Cells, int Withheld);
