namespace Analytics.Etl.Tests.Commands;

[Collection(Shell.Name)]
public sealed class RoundCommandTests
{
    [Theory]
    [InlineData("round", "20a1")]
    [InlineData("round", "0123456789AB")]
    [InlineData("round", "Айгүл")]
    public async Task Run_WhatIsNoFingerprint_IsOneLineThatQuotesNothing(params string[] arguments)
    {
        var (code, _, error) = await Shell.RunAsync(arguments);
        Assert.Equal(2, code);
        Assert.Single(error.TrimEnd().Split('\n'));
        Assert.Contains("fingerprint", error, StringComparison.Ordinal);
        Assert.DoesNotContain(arguments[1], error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_CloseWithoutRound_IsUsage() => Assert.Equal(2, (await Shell.RunAsync("round", "--close")).Code);
}
