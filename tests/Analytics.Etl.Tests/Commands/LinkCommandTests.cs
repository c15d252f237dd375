using System.Text.Json;

namespace Analytics.Etl.Tests.Commands;

[Collection(Shell.Name)]
public sealed class LinkCommandTests : IDisposable
{
    private const string OtherKey = "5c7a90e3d18b24f6a9c0e17d53b86f42e0719acb64d5f28371be09c8a46df513\n";
    private readonly LinkageFolder _folder = new();

    [Fact]
    public async Task Link_OtherSpellings_FindsThePeople()
    {
        var (code, output, _) = await Shell.RunAsync("link", await _folder.EncodedAsync(_folder.People()), await _folder.EncodedAsync(_folder.OtherSpellings()), "--json");
        Assert.Equal(0, code);
        using var json = JsonDocument.Parse(output);
        var links = json.RootElement.EnumerateArray().Select(l => (l.GetProperty("id_a").GetString(), l.GetProperty("id_b").GetString(), l.GetProperty("score").GetDouble())).ToArray();
        Assert.Equal([("p1", "q2"), ("p3", "q1"), ("p4", "q4")], links.Select(l => (l.Item1!, l.Item2!)).Order());
        Assert.All(links, link => Assert.InRange(link.Item3, 0, 1));
    }

    [Fact]
    public async Task Link_WithoutJson_WritesCsv()
    {
        var tokens = await _folder.EncodedAsync(_folder.People());
        var (code, output, _) = await Shell.RunAsync("link", tokens, tokens);
        Assert.Equal(0, code);
        var lines = output.Trim().Split('\n');
        Assert.Equal("id_a,id_b,score", lines[0].Trim());
        Assert.Equal(5, lines.Length);
        Assert.All(lines.Skip(1), line => Assert.Equal(line.Split(',')[0], line.Split(',')[1]));
    }

    [Fact]
    public async Task Link_OtherKeyRound_IsRefused() =>
        await AssertRefusedAsync(await _folder.EncodedAsync(_folder.OtherSpellings(), _folder.File("other.key", OtherKey)), "key round");

    [Fact]
    public async Task Link_PlainList_IsRefusedWithoutQuotingIt() => await AssertRefusedAsync(_folder.OtherSpellings(), "encode it first");

    [Fact]
    public async Task Link_NamesAsTokens_IsRefusedWithoutQuotingThem() =>
        await AssertRefusedAsync(_folder.File("names.csv", "id,person_token\n1,Айгүл Асанова\n"), "not a person token");

    [Fact]
    public async Task Link_EmptyFile_IsRefused() => await AssertRefusedAsync(_folder.File("empty.csv", ""), "empty");

    [Fact]
    public async Task Link_SpoiltTokens_AreRefusedByLine()
    {
        var text = await File.ReadAllTextAsync(await _folder.EncodedAsync(_folder.OtherSpellings()));
        var lines = text.TrimEnd().Split('\n');
        await AssertRefusedAsync(_folder.File("cut.csv", string.Join('\n', lines[..^1]) + "\n" + lines[^1][..^7] + "\n"), "line 5: the person_token is truncated");
        await AssertRefusedAsync(_folder.File("newer.csv", text.Replace(",pt1.", ",pt2.", StringComparison.Ordinal)), "another schema version");
        await AssertRefusedAsync(_folder.File("blank.csv", $"{lines[0]}\n{lines[1].Split(',')[0]},\n"), "line 2: the person_token is empty");
        await AssertRefusedAsync(_folder.File("twice.csv", $"{lines[0]}\n{lines[1]}\n{lines[1]}\n"), "line 3: the id came before");
    }

    [Theory]
    [InlineData("0")]
    [InlineData("1.5")]
    [InlineData("much")]
    public async Task Link_ImpossibleThreshold_IsWrongUsage(string threshold)
    {
        var tokens = await _folder.EncodedAsync(_folder.People());
        Assert.Equal(2, (await Shell.RunAsync("link", tokens, tokens, "--threshold", threshold)).Code);
    }

    private async Task AssertRefusedAsync(string file, string expected)
    {
        var good = await _folder.EncodedAsync(_folder.People());
        foreach (var files in new[] { new[] { good, file }, [file, good] })
        {
            var (code, output, error) = await Shell.RunAsync(["link", .. files, "--json"]);
            Assert.Equal(1, code);
            Assert.Empty(output);
            Assert.Contains(expected, error, StringComparison.Ordinal);
            Assert.Single(error.TrimEnd().Split('\n'));
            Assert.DoesNotContain("Асанова", error, StringComparison.OrdinalIgnoreCase);
        }
    }

    public void Dispose() => _folder.Dispose();
}
