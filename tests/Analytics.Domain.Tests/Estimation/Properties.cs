using FsCheck;

namespace Analytics.Domain.Tests.Estimation;

/// <summary>How properties are checked: the same cases every time.</summary>
internal static class Properties
{
    public static Config Usual { get; } = Config.QuickThrowOnFailure.WithReplay(20_210_218, 1_902_051_561);

    public static Config Many { get; } = Usual.WithMaxTest(400);
}
