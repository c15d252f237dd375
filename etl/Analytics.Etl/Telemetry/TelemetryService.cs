using Analytics.Database.Telemetry;
using Analytics.Etl.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Analytics.Etl.Telemetry;

/// <summary>Says once, on the screen and in the log, that telemetry is set wrongly or does not arrive.</summary>
internal sealed class TelemetryService(OtlpSetting setting, Screen screen, ILogger<TelemetryService> log) : IHostedService, IDisposable
{
    private const string Prefix = "OTEL_";

    private ExportFaults? _faults;

    /// <summary>Sends the spans and meters of the worker as a service, where OpenTelemetry's own environment variables name an endpoint.</summary>
    public static void AddTo(IHostApplicationBuilder builder)
    {
        // Read by the exporter too: headers, intervals and limits.
        builder.Configuration.AddInMemoryCollection(new ConfigurationBuilder().AddEnvironmentVariables(Prefix).Build().AsEnumerable()
            .Select(pair => KeyValuePair.Create(Prefix + pair.Key, pair.Value)));
        var target = OtlpTarget.Read(key => builder.Configuration[key], out var fault);
        builder.Services.AddSingleton(new OtlpSetting(target, fault));
        builder.Services.AddHostedService<TelemetryService>();
        builder.Services.AddOpenTelemetry().AddAnalytics(Stage.SourceName, target);
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (setting.Fault is { } fault)
        {
            Say(fault);
        }

        _faults = setting.Target is { } target ? new ExportFaults(target.Endpoint, Say) : null;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _faults?.Dispose();

    private void Say(string line)
    {
        screen.Report(line);
        log.TelemetryNotSent();
    }
}
