using System.Collections;

namespace Analytics.Demo;

/// <summary>Values with weights; the weights need not add up to one. Written as a collection initializer.</summary>
internal sealed class Shares<T> : IEnumerable<(T Value, double Weight)>
{
    private readonly List<(T Value, double Weight)> items = [];

    public double Total { get; private set; }

    public T Last => items[^1].Value;

    public void Add(T value, double weight)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(weight);
        items.Add((value, weight));
        Total += weight;
    }

    /// <summary>Splits a total by the weights in whole numbers (largest remainder; ties go to the earlier value).</summary>
    /// <returns>One count a value, in order; they add up to <paramref name="total"/>.</returns>
    public IReadOnlyList<(T Value, int Count)> Apportion(int total)
    {
        var exact = items.Select(item => total * item.Weight / Total).ToArray();
        var counts = exact.Select(x => (int)x).ToArray();
        var left = total - counts.Sum();
        var byRemainder = Enumerable.Range(0, counts.Length).OrderByDescending(i => exact[i] - counts[i]).ThenBy(i => i);
        foreach (var i in byRemainder.Take(left))
        {
            counts[i]++;
        }

        return [.. items.Zip(counts, (item, count) => (item.Value, count))];
    }

    public IEnumerator<(T Value, double Weight)> GetEnumerator() => items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
