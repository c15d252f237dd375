using System.Text.Json;

namespace Analytics.Database.Tests.Etl;

/// <summary>A refused file says what changed since the last good one of its source.</summary>
public sealed class FileDifferenceTests(EtlFixture fixture) : IClassFixture<EtlFixture>
{
    private static readonly string[] s_good = ["contact_id,started_at,duration_s,channel,topic", .. Enumerable.Range(1, 20).Select(i => $"G-{i},2021-03-{i:00},{i}0,phone,documents")];

    [DatabaseFact]
    public async Task Refused_ColumnMissing_SaysWhich() =>
        Assert.Equal(["started_at"], (await DifferenceAsync("missing", "contact_id,duration_s,channel,topic", i => $"M-{i},{i}0,phone,documents")).GetProperty("missing").Deserialize<string[]>()!);

    [DatabaseFact]
    public async Task Refused_ColumnAdded_SaysWhich() =>
        Assert.Equal(["weather"], (await DifferenceAsync("added", "contact_id,started_at,duration_s,channel,topic,weather", i => $"A-{i},2021,{i},phone,documents,rain")).GetProperty("added").Deserialize<string[]>()!);

    [DatabaseFact]
    public async Task Refused_ColumnRenamed_IsFoundByLikenessAndByPlace()
    {
        var difference = await DifferenceAsync("renamed", "contact_id,started_on,seconds,channel,topic", i => $"R-{i},2021-03-{i:00},{i}0,phone,documents");
        Assert.Equal(["duration_s → seconds", "started_at → started_on"], difference.GetProperty("renamed").EnumerateArray()
            .Select(r => $"{r.GetProperty("from")} → {r.GetProperty("to")}").Order(StringComparer.Ordinal));
        Assert.Empty(difference.GetProperty("missing").EnumerateArray());
    }

    [DatabaseFact]
    public async Task Refused_ContentRetyped_SaysFromWhatToWhat()
    {
        var difference = await DifferenceAsync("retyped", "contact_id,started_at,duration_s,channel,topic", i => $"T-{i},{99_000 + i},{i}0,phone,documents");
        var retyped = Assert.Single(difference.GetProperty("retyped").EnumerateArray());
        Assert.Equal(("started_at", "date", "whole number"), (retyped.GetProperty("column").GetString(), retyped.GetProperty("from").GetString(), retyped.GetProperty("to").GetString()));
    }

    [DatabaseFact]
    public async Task Refused_NewCodes_AreCountedAndIdentifiersAreNot()
    {
        var difference = await DifferenceAsync("codes", "contact_id,started_at,duration_s,channel,topic", i => $"N-{i},2021,{i},{(i < 15 ? "pigeon" : "+996 700 765 432")},documents");
        var code = Assert.Single(difference.GetProperty("new_codes").EnumerateArray());
        Assert.Equal(("channel", "pigeon", 14L), (code.GetProperty("column").GetString(), code.GetProperty("code").GetString(), code.GetProperty("rows").GetInt64()));
    }

    private async Task<JsonElement> DifferenceAsync(string source, string header, Func<int, string> row)
    {
        Assert.Null((await fixture.LoadAsync("hotline", fixture.File($"{source}-good.csv", s_good), source)).Refused);
        var refused = await fixture.LoadAsync("hotline", fixture.File($"{source}-bad.csv", [header, .. Enumerable.Range(1, 20).Select(row)]), source);
        Assert.Contains($"compared with the last loaded file of this source ({source}-good.csv)", refused.Refused);
        Assert.DoesNotContain("765", refused.Refused);
        var difference = JsonDocument.Parse(await fixture.ScalarAsync<string>($"select difference::text from ops.batch where batch_id = {refused.BatchId}")).RootElement;
        foreach (var language in (string[])["en", "ru", "ky"])
        {
            Assert.NotEmpty(difference.GetProperty("text").GetProperty(language).GetString()!);
        }

        return difference;
    }
}
