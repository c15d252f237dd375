using Analytics.Database.Accounts;
using Microsoft.Extensions.Caching.Memory;

namespace Analytics.Dashboard.Access;

/// <summary>
/// How often passwords may be tried. Names that exist and names that do not are counted alike. A client waits after failures with one
/// name, and after many with any; strangers' failures with a name only slow other strangers down, so that nobody locks an account out;
/// a client that the account was signed in to before is counted by itself.
/// </summary>
public sealed class SignInThrottle(TimeProvider clock) : IDisposable
{
    private const int FreeOfClient = 30;
    private const int FreeOfName = 10;
    private const int LongestName = 64;
    private const int MostCounted = 100_000;
    private static readonly TimeSpan s_forgotten = TimeSpan.FromHours(2);
    private static readonly TimeSpan s_firstDelay = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan s_longestDelay = TimeSpan.FromSeconds(4);

    private readonly Lock _lock = new();
    private readonly MemoryCache _counts = new(new MemoryCacheOptions { SizeLimit = MostCounted, Clock = new CacheClock(clock) });

    /// <summary>An attempt begins; it counts as failed until <see cref="Succeeded"/>.</summary>
    /// <param name="client">Where it comes from: an address, or a network of IPv6.</param>
    /// <param name="known">A client that the account was signed in to before; null for any other.</param>
    public Attempt Begin(string name, string client, Guid? known)
    {
        name = Key(name);
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            if (known is { } device)
            {
                return Count(now, delay: TimeSpan.Zero, ($"device {device}", Backoff.FailuresBeforeWait));
            }

            var ofName = $"name {name}";
            var attempt = Count(now, DelayAfter(Failures(ofName)), ($"pair {client} {name}", Backoff.FailuresBeforeWait), ($"client {client}", FreeOfClient));
            if (attempt.WaitUntil is null)
            {
                Set(ofName, Failures(ofName) + 1, now);
            }

            return attempt;
        }
    }

    /// <summary>The attempt was right: with this client and name nothing failed, and nobody else's count has it.</summary>
    public void Succeeded(string name, string client, Guid? known)
    {
        name = Key(name);
        lock (_lock)
        {
            if (known is { } device)
            {
                _counts.Remove($"device {device}");
                return;
            }

            _counts.Remove($"pair {client} {name}");
            foreach (var key in new[] { $"client {client}", $"name {name}" })
            {
                if (_counts.Get<Tally>(key) is { } tally)
                {
                    Set(key, tally.Failures - 1, tally.At);
                }
            }
        }
    }

    public void Dispose() => _counts.Dispose();

    // Counts the attempt under each key, unless one of them still has to wait.
    private Attempt Count(DateTimeOffset now, TimeSpan delay, params ReadOnlySpan<(string Key, int Free)> counted)
    {
        DateTimeOffset? until = null;
        foreach (var (key, free) in counted)
        {
            if (_counts.Get<Tally>(key) is { } tally && tally.At + Backoff.After(tally.Failures, free) is var end && end > now && (until is null || end > until))
            {
                until = end;
            }
        }

        if (until is null)
        {
            foreach (var (key, _) in counted)
            {
                Set(key, Failures(key) + 1, now);
            }
        }

        return new Attempt(until, until is null ? delay : TimeSpan.Zero);
    }

    // No account has a longer name; what is longer is not kept whole.
    private static string Key(string name) => name.Length <= LongestName ? name : name[..LongestName];

    private int Failures(string key) => _counts.Get<Tally>(key)?.Failures ?? 0;

    private void Set(string key, int failures, DateTimeOffset at) => _counts.Set(
        key, new Tally(failures, at), new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = s_forgotten, Size = 1 });

    private static TimeSpan DelayAfter(int failures)
    {
        if (failures < FreeOfName)
        {
            return TimeSpan.Zero;
        }

        var delay = s_firstDelay * Math.Pow(2, Math.Min(failures - FreeOfName, 10));
        return delay < s_longestDelay ? delay : s_longestDelay;
    }

    private sealed record Tally(int Failures, DateTimeOffset At);

    private sealed class CacheClock(TimeProvider clock) : Microsoft.Extensions.Internal.ISystemClock
    {
        public DateTimeOffset UtcNow => clock.GetUtcNow();
    }
}

/// <summary>Whether an attempt may be made, and after how long.</summary>
/// <param name="WaitUntil">It may not, before then; null when it may.</param>
/// <param name="Delay">How long it is answered later.</param>
public sealed record Attempt(DateTimeOffset? WaitUntil, TimeSpan Delay);
