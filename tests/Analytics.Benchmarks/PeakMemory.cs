using System.Diagnostics;

namespace Analytics.Benchmarks;

/// <summary>The most memory that this process held while the object lived (resident set, bytes), looked at ten times a second.</summary>
internal sealed class PeakMemory : IDisposable
{
    private readonly Timer _timer;
    private long _most;

    public PeakMemory() => _timer = new Timer(_ => Look(), state: null, TimeSpan.Zero, TimeSpan.FromMilliseconds(100));

    public long Bytes
    {
        get
        {
            Look();
            return Interlocked.Read(ref _most);
        }
    }

    public void Dispose() => _timer.Dispose();

    private void Look()
    {
        using var process = Process.GetCurrentProcess();
        var now = process.WorkingSet64;
        if (now > Interlocked.Read(ref _most))
        {
            Interlocked.Exchange(ref _most, now);
        }
    }
}
