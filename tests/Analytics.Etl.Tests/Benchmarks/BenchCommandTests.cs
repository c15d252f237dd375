using Analytics.Benchmarks;
using Analytics.Etl.Commands;
using Analytics.Etl.Tests.Commands;

namespace Analytics.Etl.Tests.Benchmarks;

[Collection(Shell.Name)]
public sealed class BenchCommandTests
{
    [Fact]
    public async Task Bench_UnknownName_NamesThoseThereAre()
    {
        var (code, _, error) = await Shell.RunAsync(() => CommandLine.RunAsync(["bench", "nothing"], BenchCommand.Create()));
        Assert.Equal(2, code);
        Assert.Contains("estimate, ", error, StringComparison.Ordinal);
        Assert.Contains("simulation", error, StringComparison.Ordinal);
    }
}
