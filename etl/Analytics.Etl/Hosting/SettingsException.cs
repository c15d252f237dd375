namespace Analytics.Etl.Hosting;

/// <summary>The configuration cannot be used; one line with every fault.</summary>
internal sealed class SettingsException(string message) : Exception(message);
