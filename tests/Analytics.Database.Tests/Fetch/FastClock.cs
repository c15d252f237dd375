namespace Analytics.Database.Tests.Fetch;

/// <summary>A clock on which an hour passes in seconds, so that pauses and time limits are real and short.</summary>
internal sealed class FastClock(double factor = 200) : TimeProvider
{
    private readonly DateTimeOffset _start = System.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => _start + ((System.GetUtcNow() - _start) * factor);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, Shorter(dueTime), Shorter(period));

    private TimeSpan Shorter(TimeSpan time) => time == Timeout.InfiniteTimeSpan ? time : time / factor;
}
