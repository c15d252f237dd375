namespace Analytics.Demo.Files;

/// <summary>One file of the demo, not yet written.</summary>
/// <param name="Source">The source id, which is its sub-folder.</param>
/// <param name="Name">Starts with <c>synthetic_</c>.</param>
/// <param name="Rows">Data rows, without header and title.</param>
/// <param name="Write">Writes the same bytes each time.</param>
internal sealed record DemoFile(string Source, string Name, int Rows, Action<Stream> Write);
