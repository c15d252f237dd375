using Analytics.Etl.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Analytics.Etl.Telemetry;

/// <summary>Writes events to <c>logs/worker.log</c> of the data folder.</summary>
[ProviderAlias("File")]
internal sealed class FileLoggerProvider(string path, bool isJson, TimeProvider time) : ILoggerProvider
{
    private readonly LogFile _file = new(path);

    /// <summary>Sends what is logged to the data folder's file, in the form and from the levels on that the settings say.</summary>
    public static void AddTo(ILoggingBuilder logging, DataFolder folder, IConfiguration configuration, TimeProvider time)
    {
        logging.AddConfiguration(configuration.GetSection("Logging"));
        logging.Services.AddSingleton<ILoggerProvider>(_ => new FileLoggerProvider(Path.Combine(folder.Logs, "worker.log"), LogSettings.IsJson(configuration), time));
    }

    /// <summary>For a command that is no service.</summary>
    /// <exception cref="SettingsException">The settings cannot be read.</exception>
    public static ILoggerFactory FactoryOf(DataFolder folder, TimeProvider time)
    {
        var configuration = WorkerConfiguration.Read(folder);
        return LoggerFactory.Create(logging => AddTo(logging, folder, configuration, time));
    }

    public ILogger CreateLogger(string categoryName) => new FileLogger(_file, categoryName, isJson, time);

    public void Dispose() => _file.Dispose();

    private sealed class FileLogger(LogFile file, string category, bool isJson, TimeProvider time) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            file.WriteLine(LogLine.Of(time.GetUtcNow(), logLevel, category, eventId, state as IReadOnlyList<KeyValuePair<string, object?>> ?? [], exception, isJson));
    }
}
