using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Analytics.Etl.Commands;

/// <summary>
/// Ctrl-C, SIGTERM and a closed terminal ask the command to stop and let it finish cleanly; one more, some seconds later,
/// ends it at once.
/// </summary>
internal sealed class StopSignals : IDisposable
{
    // Whoever stops a program's whole group may reach it twice in one breath.
    private static readonly TimeSpan s_oneBreath = TimeSpan.FromSeconds(5);
    private readonly Stopwatch _sinceFirst = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly List<PosixSignalRegistration> _registrations = [];

    public StopSignals()
    {
        foreach (var signal in new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP })
        {
            _registrations.Add(PosixSignalRegistration.Create(signal, Handle));
        }
    }

    public CancellationToken Token => _stop.Token;

    public void Dispose()
    {
        _registrations.ForEach(registration => registration.Dispose());
        _stop.Dispose();
    }

    private void Handle(PosixSignalContext context)
    {
        context.Cancel = !_sinceFirst.IsRunning || _sinceFirst.Elapsed < s_oneBreath;
        _sinceFirst.Start();
        if (context.Cancel)
        {
            _stop.Cancel();
        }
    }
}
