using Analytics.Dashboard.Access;
using Analytics.Database.Accounts;
using Microsoft.Extensions.Configuration;

namespace Analytics.Dashboard.Tests.Access;

public sealed class SignInThrottleTests
{
    private readonly Clock _clock = new();

    [Fact]
    public void Begin_FiveFailuresOfAClientWithAName_MakeThatClientWaitLongerAndLonger()
    {
        using var throttle = new SignInThrottle(_clock);
        Fail(throttle, "donor", "a", Backoff.FailuresBeforeWait);
        Assert.Equal(_clock.Now.AddMinutes(1), throttle.Begin("donor", "a", null).WaitUntil);
        Assert.Null(throttle.Begin("policy", "a", null).WaitUntil);
        _clock.Now = _clock.Now.AddMinutes(1);
        Fail(throttle, "donor", "a", 1);
        Assert.Equal(_clock.Now.AddMinutes(2), throttle.Begin("donor", "a", null).WaitUntil);
    }

    [Fact]
    public void Begin_StrangersFailWithAName_SlowOthersDownALittleAndLockNobodyOut()
    {
        using var throttle = new SignInThrottle(_clock);
        for (var stranger = 0; stranger < 500; stranger++)
        {
            Fail(throttle, "donor", $"stranger {stranger}", 1);
        }

        var owner = throttle.Begin("donor", "elsewhere", null);
        Assert.Null(owner.WaitUntil);
        Assert.InRange(owner.Delay, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(4));
        Assert.Equal(new Attempt(null, TimeSpan.Zero), throttle.Begin("donor", "elsewhere", Guid.NewGuid()));
    }

    [Fact]
    public void Begin_ManyNamesOfOneClient_MakeItWaitForAnyName()
    {
        using var throttle = new SignInThrottle(_clock);
        for (var name = 0; name < 30; name++)
        {
            Fail(throttle, $"name{name}", "sprayer", 1);
        }

        Assert.NotNull(throttle.Begin("fresh", "sprayer", null).WaitUntil);
        Assert.Null(throttle.Begin("fresh", "other", null).WaitUntil);
    }

    [Fact]
    public void Begin_KnownClient_IsCountedByItself()
    {
        using var throttle = new SignInThrottle(_clock);
        var known = Guid.NewGuid();
        for (var attempt = 0; attempt < Backoff.FailuresBeforeWait; attempt++)
        {
            Assert.Null(throttle.Begin("donor", "a", known).WaitUntil);
        }

        Assert.NotNull(throttle.Begin("donor", "a", known).WaitUntil);
        Assert.Null(throttle.Begin("donor", "a", null).WaitUntil);
    }

    [Fact]
    public void Succeeded_AfterFailures_ForgivesTheClientItsOwn()
    {
        using var throttle = new SignInThrottle(_clock);
        Fail(throttle, "donor", "a", Backoff.FailuresBeforeWait - 1);
        throttle.Begin("donor", "a", null);
        throttle.Succeeded("donor", "a", null);
        Fail(throttle, "donor", "a", Backoff.FailuresBeforeWait - 1);
        Assert.Null(throttle.Begin("donor", "a", null).WaitUntil);
    }

    [Theory]
    [InlineData("IdleMinutes", "120", null)]
    [InlineData("IdleMinutes", "4", "5 to 1440")]
    [InlineData("IdleMinutes", "1000", "LongestHours")]
    [InlineData("LongestHours", "0", "1 to 168")]
    [InlineData("LongestHours", "long", "1 to 168")]
    [InlineData("CheckSeconds", "0", "1 to 600")]
    [InlineData("MostTokens", "101", "1 to 100")]
    [InlineData("Longest", "1", "is not a setting")]
    public void Read_Options_NameKeyValueAndLimit(string key, string value, string? limit)
    {
        var options = new SessionOptions();
        options.Read(new ConfigurationBuilder().AddInMemoryCollection([new($"Analytics:Session:{key}", value)]).Build());
        if (limit is null)
        {
            Assert.Empty(options.Faults);
            return;
        }

        var fault = Assert.Single(options.Faults);
        Assert.Contains($"Analytics:Session:{key}", fault, StringComparison.Ordinal);
        Assert.Contains(limit, fault, StringComparison.Ordinal);
    }

    private static void Fail(SignInThrottle throttle, string name, string client, int times)
    {
        for (var attempt = 0; attempt < times; attempt++)
        {
            Assert.Null(throttle.Begin(name, client, null).WaitUntil);
        }
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
