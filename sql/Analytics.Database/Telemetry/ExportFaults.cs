using System.Diagnostics.Tracing;

namespace Analytics.Database.Telemetry;

/// <summary>Says once that telemetry does not arrive.</summary>
/// <remarks>The exporter itself never stops the work, and tells nobody but its event source.</remarks>
public sealed class ExportFaults(Uri endpoint, Action<string> say) : EventListener
{
    private const string Exporter = "OpenTelemetry-Exporter-OpenTelemetryProtocol";

    private int _said;

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        ArgumentNullException.ThrowIfNull(eventSource);
        if (eventSource.Name == Exporter)
        {
            EnableEvents(eventSource, EventLevel.Error);
        }
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (Interlocked.Exchange(ref _said, 1) == 0)
        {
            say($"telemetry cannot be sent to {endpoint} ({OtlpTarget.EndpointKey}); the work goes on without it.");
        }
    }
}
