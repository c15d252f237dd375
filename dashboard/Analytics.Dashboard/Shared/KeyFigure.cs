namespace Analytics.Dashboard.Shared;

/// <summary>One number of importance, with what it takes to read it.</summary>
/// <param name="Text">The number, or the word for why there is none.</param>
/// <param name="Unit">What one of it is, as a label under the number.</param>
/// <param name="Detail">Period, comparison, interval.</param>
/// <param name="Source">Where it comes from, and how fresh.</param>
/// <param name="Colour">Token of its unit.</param>
/// <param name="Id">Names the number for tests and scripts: the measure.</param>
public sealed record KeyFigure(string Id, string Text, string Unit, string Detail, string Source, string Colour, bool HasNumber, string? Href = null);
