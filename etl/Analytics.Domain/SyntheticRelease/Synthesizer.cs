namespace Analytics.Domain.SyntheticRelease;

/// <summary>
/// Makes records up that have about the same counts: aggregate-seeded synthesis in the line of Microsoft's Synthetic Data Showcase as
/// used for the global data set on victims of trafficking. A record is built value by value; a value is taken as often as the noisy
/// counts of it together with the values so far still ask for it, and never in a combination that the counts do not show.
/// </summary>
public static class Synthesizer
{
    /// <summary>Stands where no value fits the values so far.</summary>
    public const int NoValue = -1;

    // A combination that was used up stays possible, at a hundredth of its count: else the last records would be empty.
    private const double UsedUp = 0.01;

    /// <returns>Records × attributes: places in the lists of codes, or <see cref="NoValue"/>.</returns>
    public static IReadOnlyList<int[]> Synthesize(NoisyCounts counts, UniformIntegers chance, CancellationToken token = default)
    {
        var plan = counts.Plan;
        var left = plan.Sets.ToDictionary(set => set, set => Array.ConvertAll(counts[set].ToArray(), count => (double)count));
        // The sets that a new value of an attribute completes, given that the attributes before it are there.
        var completed = plan.Attributes.Select((_, a) => plan.Sets.Where(set => set.Attributes[^1] == a).ToArray()).ToArray();
        List<int[]> records = [];
        for (long i = 0; i < counts.Total; i++)
        {
            token.ThrowIfCancellationRequested();
            var record = new int[plan.Attributes.Count];
            Array.Fill(record, NoValue);
            for (var a = 0; a < record.Length; a++)
            {
                record[a] = Draw(counts, left, completed[a], record, a, chance);
            }

            foreach (var set in plan.Sets.Where(set => set.Attributes.All(a => record[a] != NoValue)))
            {
                left[set][set.CellOf(record)]--;
            }

            records.Add(record);
        }

        return records;
    }

    private static int Draw(NoisyCounts counts, Dictionary<AttributeSet, double[]> left, AttributeSet[] completed, int[] record, int attribute, UniformIntegers chance)
    {
        var known = Array.FindAll(completed, set => set.Attributes.All(a => a == attribute || record[a] != NoValue));
        var weights = new double[counts.Plan.Attributes[attribute].Codes.Count];
        for (var value = 0; value < weights.Length; value++)
        {
            record[attribute] = value;
            var weight = double.MaxValue;
            foreach (var set in known)
            {
                var cell = set.CellOf(record);
                weight = Math.Min(weight, Math.Max(left[set][cell], UsedUp * counts[set][cell]));
            }

            weights[value] = weight;
        }

        record[attribute] = NoValue;
        return Pick(weights, chance);
    }

    private static int Pick(double[] weights, UniformIntegers chance)
    {
        var sum = weights.Sum();
        if (sum <= 0)
        {
            return NoValue;
        }

        // 53 bits: as fine as a double between 0 and 1 can be.
        var drawn = chance.Below(1L << 53) / (double)(1L << 53) * sum;
        for (var value = 0; value < weights.Length; value++)
        {
            drawn -= weights[value];
            if (drawn < 0)
            {
                return value;
            }
        }

        return Array.FindLastIndex(weights, weight => weight > 0);
    }
}
