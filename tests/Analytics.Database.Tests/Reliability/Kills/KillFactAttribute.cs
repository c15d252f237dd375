namespace Analytics.Database.Tests.Reliability.Kills;

/// <summary>Kills a product for minutes: run where ANALYTICS_KILLS says how often, otherwise skipped with the reason.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class KillFactAttribute : FactAttribute
{
    public KillFactAttribute() => Skip = Environment.GetEnvironmentVariable("ANALYTICS_KILLS") is { Length: > 0 }
        ? null
        : "kills take minutes each on a busy machine: ANALYTICS_KILLS=20 says how many are to be made";
}
