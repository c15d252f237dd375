using Microsoft.Extensions.Configuration;

namespace Analytics.Etl.Hosting;

/// <summary>
/// The worker's settings in three layers, of which a later one wins: <c>appsettings.json</c> beside the program, the data folder's own,
/// and environment variables such as <c>ANALYTICS_WORKER__Inbox__QuietSeconds</c>.
/// </summary>
internal static class WorkerConfiguration
{
    public const string FileName = "appsettings.json";
    private const string Prefix = "ANALYTICS_WORKER__";

    /// <exception cref="SettingsException">The data folder's file is not valid JSON.</exception>
    public static IConfigurationRoot Read(DataFolder folder)
    {
        try
        {
            return new ConfigurationBuilder()
                .AddJsonFile(Path.Combine(AppContext.BaseDirectory, FileName), optional: false)
                .AddJsonFile(folder.FileNamed(FileName), optional: true)
                .AddEnvironmentVariables(Prefix)
                .Build();
        }
        catch (Exception cause) when (cause is InvalidDataException or FormatException)
        {
            throw new SettingsException($"{folder.FileNamed(FileName)} is not valid JSON: correct it or remove it.");
        }
    }
}
