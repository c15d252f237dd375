using System.Diagnostics;
using System.Text.Json;

namespace Analytics.Etl.Tests.Commands;

public sealed class ProtectCommandTests : IDisposable
{
    private const string Small = """
        region,sex,count
        A,female,3
        A,male,40
        A,total,43
        B,female,30
        B,male,0
        B,total,30
        total,female,33
        total,male,40
        total,total,73

        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("protect");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Protect_Csv_GivesTheSameCellsInOrder()
    {
        var (code, output, error) = await Run(Small, "--profile", "donor");

        Assert.Equal(0, code);
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("region,sex,status,value", lines[0]);
        Assert.Equal(10, lines.Length);
        Assert.Equal("A,female,withheld,", lines[1]);
        Assert.Equal("B,male,zero,0", lines[5]);
        Assert.StartsWith("total,total,", lines[9], StringComparison.Ordinal);
        Assert.Contains("attack:", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Protect_Json_IsAnArrayOfObjects()
    {
        var (code, output, _) = await Run(Small, "--profile", "donor", "--json");

        Assert.Equal(0, code);
        using var json = JsonDocument.Parse(output);
        var first = json.RootElement[0];
        Assert.Equal(9, json.RootElement.GetArrayLength());
        Assert.Equal("A", first.GetProperty("region").GetString());
        Assert.Equal("withheld", first.GetProperty("status").GetString());
        Assert.Equal(JsonValueKind.Null, first.GetProperty("value").ValueKind);
        Assert.Equal(0, json.RootElement[4].GetProperty("value").GetInt64());
    }

    [Fact]
    public async Task Protect_Twice_GivesTheSameBytes()
    {
        var first = await Run(Small, "--profile", "ministry");
        var second = await Run(Small, "--profile", "ministry");

        Assert.Equal(first.Output, second.Output);
    }

    [Theory]
    [InlineData("region,sex\nA,female\n", "line 1: there is no column 'count'")]
    [InlineData("count\n3\n", "line 1: there is no dimension column")]
    [InlineData("", "line 1: the file is empty")]
    [InlineData("region,region,count\nA,B,3\n", "line 1: the column 'region' is there twice")]
    [InlineData("region,count,note\nA,3,x\n", "line 1: the column 'note' comes after count")]
    [InlineData("region,count\nA,-3\n", "line 2: count is '-3'; expected a whole number")]
    [InlineData("region,count\nA,3\nB,2.5\n", "line 3: count is '2.5'; expected a whole number")]
    [InlineData("region,count\nA,\n", "line 2: count is ''; expected a whole number")]
    [InlineData("region,count\nA,3,9\n", "line 2: 3 fields where the header has 2")]
    [InlineData("region,count\n,3\n", "line 2: region is empty")]
    [InlineData("region,count\nA,3\n\nA,4\n", "line 4: the same cell was already given")]
    [InlineData("region,count\nA,3\nB,4\ntotal,8\n", "line 4: the margin over region counts 8, its 2 parts add up to 7")]
    [InlineData("region,count\nA,3\nB,4\ntotal,6\n", "line 4: the margin over region counts 6, its 2 parts add up to 7")]
    [InlineData("region,count\n\"A,3\n", "line 2: the quotes do not match")]
    public async Task Protect_BadFile_SaysWhereInOneLine(string text, string expected)
    {
        var (code, output, error) = await Run(text, "--profile", "donor");

        Assert.Equal(1, code);
        Assert.Empty(output);
        Assert.Contains(expected, error, StringComparison.Ordinal);
        Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory]
    [InlineData("--profile", "nobody")]
    [InlineData("--profile", "donor", "--hierarchy", "missing.csv")]
    [InlineData]
    public async Task Protect_WrongUse_EndsWithTwo(params string[] arguments)
    {
        var (code, output, error) = await Run(Small, arguments);

        Assert.Equal(2, code);
        Assert.Empty(output);
        Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task Protect_MonthsQuartersYears_AreRecognised()
    {
        const string Periods = "period,count\ntotal,120\n2020,52\n2021,68\n2020-Q1,50\n2020-Q2,2\n2021-01,40\n2021-02,28\n";

        var (code, output, _) = await Run(Periods, "--profile", "ministry");

        Assert.Equal(0, code);
        Assert.Equal("2020-Q1,withheld, 2020-Q2,withheld,", string.Join(' ', Withheld(output)));
    }

    [Fact]
    public async Task Protect_SoateCodes_AreRecognised()
    {
        const string Regions = "region,count\ntotal,120\n41702000000000,52\n41703000000000,68\n41702205000000,50\n41702210000000,2\n";

        var (code, output, _) = await Run(Regions, "--profile", "ministry");

        Assert.Equal(0, code);
        Assert.Equal("41702205000000,withheld, 41702210000000,withheld,", string.Join(' ', Withheld(output)));
    }

    [Theory]
    [InlineData("region,count\ntotal,120\nN,52\nS,68\nx,50\ny,2\n", "dimension,code,parent\nregion,N,total\nregion,S,\nregion,x,N\nregion,y,N\n", "x,withheld, y,withheld,")]
    [InlineData("region,count\ntotal,120\nN,52\nS,68\nN1,50\nN2,2\n", null, "N1,withheld, N2,withheld,")]
    public async Task Protect_Levels_ComeFromAFileOrFromTheCodes(string text, string? hierarchy, string expected)
    {
        var path = Path.Combine(folder.FullName, "levels.csv");
        await File.WriteAllTextAsync(path, hierarchy);

        var (code, output, error) = await Run(text, hierarchy is null ? ["--profile", "ministry"] : ["--profile", "ministry", "--hierarchy", path]);

        Assert.True(code == 0, error);
        Assert.Equal(expected, string.Join(' ', Withheld(output)));
    }

    [Fact]
    public async Task Protect_OverlappingDimension_NeedNotAddUp()
    {
        const string Forms = "form,count\ntotal,50\na,30\nb,40\nc,3\n";

        Assert.Equal(1, (await Run(Forms, "--profile", "donor")).Code);
        Assert.Equal(0, (await Run(Forms, "--profile", "donor", "--overlapping", "form")).Code);
    }

    [Fact]
    public async Task Protect_OneOrganisation_IsTreatedAsSmall()
    {
        const string Cells = "region,count,organisations\ntotal,90,5\nA,50,1\nB,40,4\n";

        var (_, output, _) = await Run(Cells, "--profile", "ministry");

        Assert.Equal("A,withheld, B,withheld,", string.Join(' ', Withheld(output)));
    }

    [Fact]
    public async Task Protect_CyrillicSemicolonsAndAMark_AreRead()
    {
        var (code, output, _) = await Run("\uFEFFобласть;count\r\nОш;12\r\nТалас;20\r\nTotal;32\r\n", "--profile", "donor");

        Assert.Equal(0, code);
        Assert.Contains("Талас,ok,20", output, StringComparison.Ordinal);
        Assert.Contains("Total,ok,30", output, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Withheld(string output) =>
        output.Split('\n').Where(line => line.Contains("withheld", StringComparison.Ordinal));

    private async Task<(int Code, string Output, string Error)> Run(string text, params string[] arguments)
    {
        var path = Path.Combine(folder.FullName, "cells.csv");
        await File.WriteAllTextAsync(path, text);
        using var process = Process.Start(new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "Analytics.Etl.dll"), "protect", path, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, error);
    }
}
