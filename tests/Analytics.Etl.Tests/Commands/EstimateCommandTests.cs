using System.Text.Json;

namespace Analytics.Etl.Tests.Commands;

/// <summary>The command as a person or a script calls it: arguments in, text and exit code out.</summary>
[Collection(Shell.Name)]
public sealed class EstimateCommandTests : IDisposable
{
    private const string Korea = "b,c,d,count\n1,0,0,5\n0,1,0,5\n0,0,1,41\n1,1,0,54\n1,0,1,6\n1,1,1,12\n";

    private readonly string file = Path.GetTempFileName();

    public void Dispose() => File.Delete(file);

    [Fact]
    public async Task Estimate_Json_HasTheContractedKeys()
    {
        var (code, output, error) = await Run(Korea, "--json", "--seed", "7", "--bootstrap", "500");
        var json = JsonDocument.Parse(output).RootElement;

        Assert.Equal(0, code);
        Assert.Empty(error);
        Assert.Equal(123, json.GetProperty("observed").GetDouble());
        Assert.Equal(268.777778, json.GetProperty("estimate").GetDouble(), 1e-5);
        Assert.InRange(json.GetProperty("lower").GetDouble(), 123, 124);
        Assert.InRange(json.GetProperty("upper").GetDouble(), 340, 620);
        Assert.Equal("b:c", Assert.Single(json.GetProperty("model").EnumerateArray()).GetString());
        Assert.Contains("stepwise", json.GetProperty("method").GetString(), StringComparison.Ordinal);
        Assert.True(json.GetProperty("estimable").GetBoolean());
        Assert.NotEmpty(json.GetProperty("warnings").EnumerateArray());
        Assert.Equal(7, json.GetProperty("seed").GetInt64());
        Assert.Equal(500, json.GetProperty("bootstrap").GetProperty("done").GetInt32());
        Assert.Equal(202.532822, json.GetProperty("asymptotic").GetProperty("lower").GetDouble(), 1e-5);
        Assert.Equal("[12,23]", json.GetProperty("bic_search").GetProperty("best").GetProperty("model").GetString());
    }

    [Fact]
    public async Task Estimate_SameSeed_PrintsTheSame()
    {
        var first = await Run(Korea, "--json", "--seed", "3");
        var second = await Run(Korea, "--json", "--seed", "3");

        Assert.Equal(first.Output, second.Output);
    }

    [Fact]
    public async Task Estimate_Text_GivesTheVerdictFirst()
    {
        var (code, output, _) = await Run(Korea, "--register", "d");

        Assert.Equal(0, code);
        Assert.StartsWith("Estimable with caution.", output, StringComparison.Ordinal);
        Assert.Contains("In all, seen or not: about 269", output, StringComparison.Ordinal);
        Assert.Contains("three rates that belong together", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a,b,c,count\n1,0,0,5\n0,1,0,5\n0,0,1,9\n", "without overlap")]
    [InlineData("a,b,c,count\n1,1,1,40\n", "Everybody seen is on list a")]
    [InlineData("a,b,c,count\n1,0,0,5\n0,1,0,5\n1,1,0,9\n", "Nobody is on list c")]
    [InlineData("a,count\n1,5\n", "one list only")]
    [InlineData("a,b,count\n1,0,0\n", "Nobody is on any list")]
    public async Task Estimate_TableThatTellsNothing_IsNotEstimableWithItsReason(string table, string reason)
    {
        var (code, output, error) = await Run(table, "--json");
        var json = JsonDocument.Parse(output).RootElement;

        Assert.Equal(0, code);
        Assert.Empty(error);
        Assert.False(json.GetProperty("estimable").GetBoolean());
        Assert.Equal(JsonValueKind.Null, json.GetProperty("estimate").ValueKind);
        Assert.Equal(JsonValueKind.Null, json.GetProperty("upper").ValueKind);
        Assert.Contains(json.GetProperty("warnings").EnumerateArray(), warning => warning.GetString()!.Contains(reason, StringComparison.Ordinal));
        Assert.DoesNotContain("NaN", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Estimate_BadFile_FailsInOneLineThatNamesIt()
    {
        var (code, output, error) = await Run("a,b\n1,0\n", "--json");

        Assert.Equal(1, code);
        Assert.Empty(output);
        Assert.Equal($"analytics: {Path.GetFileName(file)}: the header has no column `count`; it reads: a, b.", error.TrimEnd());
    }

    [Theory]
    [InlineData("--bootstrap", "-1")]
    [InlineData("--bootstrap", "many")]
    [InlineData("--threshold", "2")]
    [InlineData("--miss-rate", "1")]
    [InlineData("--register", "nobody")]
    [InlineData("--method", "guess")]
    public async Task Estimate_WrongOption_IsUsage(string option, string value)
    {
        var (code, _, error) = await Run(Korea, option, value);

        Assert.Equal(2, code);
        Assert.Single(error.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task Estimate_NoSuchFile_Fails()
    {
        var (code, _, error) = await Shell.RunAsync("estimate", file + ".absent");

        Assert.Equal(1, code);
        Assert.Contains("there is no such file", error, StringComparison.Ordinal);
    }

    private async Task<(int Code, string Output, string Error)> Run(string table, params string[] options)
    {
        await File.WriteAllTextAsync(file, table);
        return await Shell.RunAsync(["estimate", file, .. options]);
    }
}
