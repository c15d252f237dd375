using Analytics.Dashboard.Settings;
using Analytics.Database.Accounts;

namespace Analytics.Dashboard.Access;

/// <summary>How long sessions last and what they may make, section <c>Analytics:Session</c>.</summary>
public sealed class SessionOptions : ICheckedOptions
{
    public const string Section = "Analytics:Session";

    /// <summary>Seconds between two looks at whether an open page's session still holds, where nothing told that it ended.</summary>
    public int CheckSeconds { get; set; } = 60;

    /// <summary>A session ends when its reader did nothing for this long.</summary>
    public int IdleMinutes { get; set; } = 120;

    /// <summary>A session ends this long after the password was given, however busy.</summary>
    public int LongestHours { get; set; } = 12;

    /// <summary>How many valid tokens an account may have.</summary>
    public int MostTokens { get; set; } = ApiTokenStore.UsualMost;

    public TimeSpan LongestIdle => TimeSpan.FromMinutes(IdleMinutes);

    public TimeSpan Longest => TimeSpan.FromHours(LongestHours);

    public IReadOnlyList<string> Faults { get; private set; } = [];

    public void Read(IConfiguration configuration)
    {
        var settings = new SettingsReader(configuration, Section);
        CheckSeconds = (int)settings.Number(nameof(CheckSeconds), CheckSeconds, 1, 600);
        IdleMinutes = (int)settings.Number(nameof(IdleMinutes), IdleMinutes, 5, 1440);
        LongestHours = (int)settings.Number(nameof(LongestHours), LongestHours, 1, 168);
        MostTokens = (int)settings.Number(nameof(MostTokens), MostTokens, 1, ApiTokenStore.LargestMost);
        Faults = LongestIdle <= Longest ? settings.Faults :
        [
            .. settings.Faults,
            $"{Section}:{nameof(IdleMinutes)} is {IdleMinutes}; expected at most the {LongestHours} hours of {nameof(LongestHours)}.",
        ];
    }
}
