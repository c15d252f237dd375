using Analytics.Database.Telemetry;

namespace Analytics.Dashboard.Telemetry;

/// <summary>Says once what is wrong with telemetry, and keeps what is sent fresh.</summary>
/// <param name="text">Asked for so that it hears from the start.</param>
public sealed class TelemetryWatch(
    OtlpSetting to, Freshness freshness, PrometheusText text, TimeProvider time, ILogger<TelemetryWatch> logger) : BackgroundService
{
    private static readonly TimeSpan s_every = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (to.Fault is { } fault)
        {
            logger.LogWarning("{Fault}", fault);
        }

        if (to.Target is not { } target)
        {
            return;
        }

        using var faults = new ExportFaults(target.Endpoint, line => logger.LogWarning("{Fault}", line));
        using var timer = new PeriodicTimer(s_every, time);
        do
        {
            await freshness.ReadAsync(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
