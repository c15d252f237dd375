using Analytics.Database.Telemetry;
using OpenTelemetry;

namespace Analytics.Etl.Telemetry;

/// <summary>Sends the spans and meters of one command while it is held; what is left is sent when it is let go.</summary>
internal sealed class WorkerTelemetry : IDisposable
{
    private readonly ExportFaults? _faults;
    private readonly OpenTelemetrySdk? _sdk;

    private WorkerTelemetry(OtlpTarget? target, Action<string> say)
    {
        if (target is not null)
        {
            _faults = new ExportFaults(target.Endpoint, say);
            _sdk = OpenTelemetrySdk.Create(builder => builder.AddAnalytics(Stage.SourceName, target));
        }
    }

    /// <summary>Of a command that is run by hand: settings are environment variables, faults go to the error output.</summary>
    public static WorkerTelemetry OfCommand() =>
        Start(Environment.GetEnvironmentVariable, line => Console.Error.WriteLine($"analytics: {line}"));

    /// <param name="setting">The value of a setting by its key.</param>
    /// <param name="say">Told, once, that settings are wrong or that telemetry does not arrive.</param>
    public static WorkerTelemetry Start(Func<string, string?> setting, Action<string> say)
    {
        var target = OtlpTarget.Read(setting, out var fault);
        if (fault is not null)
        {
            say(fault);
        }

        return new WorkerTelemetry(target, say);
    }

    public void Dispose()
    {
        _sdk?.Dispose();
        _faults?.Dispose();
    }
}
