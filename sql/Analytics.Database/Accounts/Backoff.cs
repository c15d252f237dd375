namespace Analytics.Database.Accounts;

/// <summary>How long failures in a row are answered with waiting: not at first, then a minute that doubles, an hour at most.</summary>
public static class Backoff
{
    /// <summary>This many failures cost nothing but the last of them, which makes the first wait.</summary>
    public const int FailuresBeforeWait = 5;

    private static readonly TimeSpan s_first = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan s_longest = TimeSpan.FromHours(1);

    /// <summary>Zero for as many failures as a person may make.</summary>
    public static TimeSpan After(int failures, int free = FailuresBeforeWait)
    {
        if (failures < free)
        {
            return TimeSpan.Zero;
        }

        var length = s_first * Math.Pow(2, Math.Min(failures - free, 10));
        return length < s_longest ? length : s_longest;
    }
}
