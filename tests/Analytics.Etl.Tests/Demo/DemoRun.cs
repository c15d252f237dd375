using System.Security.Cryptography;
using Analytics.Demo;

namespace Analytics.Etl.Tests.Demo;

/// <summary>A demo written to a folder of its own, on a day that never changes.</summary>
internal sealed class DemoRun : IDisposable
{
    public static readonly DateOnly Today = new(2026, 11, 21);

    private readonly Lazy<DemoSources> sources;

    private DemoRun(DemoOptions options)
    {
        Options = options;
        Report = DemoWriter.Write(Folder, options);
        Assert.Null(Report.Refused);
        sources = new(() => new(Folder));
    }

    public string Folder { get; } = Path.Combine(Path.GetTempPath(), $"analytics-demo-{Guid.NewGuid():N}");

    public DemoOptions Options { get; }

    public DemoReport Report { get; }

    public DemoSources Sources => sources.Value;

    public static DemoOptions Defaults => DemoOptions.For(new Clock(Today));

    public static DemoRun Of(int seed) => new(Defaults with { Seed = seed });

    public static DemoRun Of(DemoOptions options) => new(options);

    /// <returns>The hash of each file by its path in the folder.</returns>
    public static SortedDictionary<string, string> Hashes(string folder) => new(
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(
            file => Path.GetRelativePath(folder, file), file => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file))), StringComparer.Ordinal),
        StringComparer.Ordinal);

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    /// <summary>Noon of a day in Bishkek.</summary>
    internal sealed class Clock(DateOnly day) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(day.ToDateTime(new(6, 0)), TimeSpan.Zero);
    }
}

/// <summary>One demo that the tests of a class read together.</summary>
public sealed class DemoFixture : IDisposable
{
    internal DemoRun Run { get; } = DemoRun.Of(seed: 5);

    public void Dispose() => Run.Dispose();
}
