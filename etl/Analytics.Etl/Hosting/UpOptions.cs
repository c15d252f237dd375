namespace Analytics.Etl.Hosting;

/// <summary>What <c>./analytics up</c> was asked for.</summary>
/// <param name="Port">Wanted for the dashboard; the next free one is taken when it is not.</param>
/// <param name="FirstPassword">Of every first account; null for random ones.</param>
internal sealed record UpOptions(DataFolder Folder, int Port, bool Demo, string? FirstPassword);
