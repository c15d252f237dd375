using Analytics.Domain.Linkage;

namespace Analytics.Domain.Tests.Linkage;

public sealed class ClustersTests
{
    [Fact]
    public void Build_ThreeListsAgree_OnePerson() =>
        Assert.Equal([[1L, 2L, 3L], [4L]], Build([1, 2, 3, 4], [new(1, 2, 6), new(2, 3, 6), new(1, 3, 5)]));

    [Fact]
    public void Build_ChainOfStrangers_Breaks()
    {
        // 1–2 and 3–4 are sure, 2–3 barely, and nothing else speaks for it.
        Assert.Equal([[1L, 2L], [3L, 4L]], Build([1, 2, 3, 4], [new(1, 2, 8), new(3, 4, 8), new(2, 3, 1)]));
    }

    [Fact]
    public void Build_ListThatHoldsOnce_IsNotHeldTwice() =>
        Assert.Equal([[1L, 11L], [2L]], Build([1, 2, 11], [new(1, 11, 7), new(2, 11, 6), new(1, 2, 7)], record => record < 10 ? "a" : "b"));

    [Fact]
    public void Build_ReviewerDecisions_OutrankScores()
    {
        Assert.Equal([[1L], [2L]], Build([1, 2], [new(1, 2, 9)], decisions: [new(1, 2, SamePerson: false)]));
        Assert.Equal([[1L, 2L]], Build([1, 2], [], decisions: [new(1, 2, SamePerson: false), new(2, 1, SamePerson: true)]));
        Assert.Equal([[1L, 2L], [3L]], Build([1, 2, 3], [new(1, 2, 9), new(2, 3, 7), new(1, 3, 7)], decisions: [new(1, 3, SamePerson: false)]));
    }

    [Fact]
    public void Build_PairsInAnyOrder_SameGroups()
    {
        var pairs = Enumerable.Range(0, 200).Select(i => new RecordPair(i, (i * 37 + 11) % 200, i % 13 - 4)).Where(p => p.A != p.B).ToArray();
        var records = Enumerable.Range(0, 200).Select(i => (long)i).ToArray();
        var expected = Build(records, pairs);
        new Random(3).Shuffle(pairs);
        Assert.Equal(expected, Build(records, pairs));
        Assert.Equal(records, expected.SelectMany(g => g).Order());
    }

    [Fact]
    public void Carry_RecordsJoinLeaveAndSplit_KeysStay()
    {
        var before = new Dictionary<long, long> { [1] = 100, [2] = 100, [3] = 100, [4] = 200 };
        var joined = PersonKeys.Carry(before, [[1, 2, 3, 5], [4], [6]], nextKey: 300);
        Assert.Equal([100L, 100, 100, 100, 200, 300], new long[] { 1, 2, 3, 5, 4, 6 }.Select(r => joined[r]));

        var split = PersonKeys.Carry(before, [[1], [2, 3], [4]], nextKey: 300);
        Assert.Equal([300L, 100, 100, 200], new long[] { 1, 2, 3, 4 }.Select(r => split[r]));

        var merged = PersonKeys.Carry(before, [[1, 2, 3, 4]], nextKey: 300);
        Assert.All(merged.Values, key => Assert.Equal(100, key));
    }

    private static IReadOnlyList<IReadOnlyList<long>> Build(long[] records, RecordPair[] pairs, Func<long, string>? listOf = null, ReviewDecision[]? decisions = null) =>
        Clusters.Build(records, pairs, listOf ?? (record => $"list {record}"), _ => true, decisions ?? [], threshold: 0.5);
}
