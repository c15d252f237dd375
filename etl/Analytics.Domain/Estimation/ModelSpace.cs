using System.Numerics;

namespace Analytics.Domain.Estimation;

/// <summary>Sets of hierarchical log-linear models that hold every main effect.</summary>
internal static class ModelSpace
{
    /// <summary>
    /// The order up to which interactions are searched: three lists 2, four and five 3, six 2; with more lists not all
    /// models can be tried (Silverman, Chan and Vincent 2024).
    /// </summary>
    public static int UsualOrder(int lists) => lists is 4 or 5 ? 3 : 2;

    /// <summary>Whether every model up to the order can be tried: at most 2^15 sets of pairs, and triples only up to five lists.</summary>
    public static bool CanEnumerate(int lists, int order) => lists <= 5 || (lists == 6 && order <= 2);

    /// <summary>
    /// Every hierarchical model whose interactions join at most <paramref name="order"/> (2 or 3) lists. Sets of pairs
    /// follow a Gray code, so that one model differs from the next in one pair and its fit is a good start.
    /// </summary>
    public static IEnumerable<LogLinearModel> All(int lists, int order)
    {
        int[] pairs = [.. LogLinearModel.Pairs(lists)];
        int[] triples = order < 3 ? [] : [.. Enumerable.Range(0, 1 << lists).Where(mask => BitOperations.PopCount((uint)mask) == 3)];
        for (var number = 0; number < 1 << pairs.Length; number++)
        {
            var code = number ^ number >> 1;
            int[] chosen = [.. pairs.Where((_, i) => (code >> i & 1) == 1)];
            int[] allowed = [.. triples.Where(triple => chosen.Count(pair => (pair & triple) == pair) == 3)];
            for (var subset = 0; subset < 1 << allowed.Length; subset++)
            {
                yield return new([.. chosen, .. allowed.Where((_, i) => (subset >> i & 1) == 1)]);
            }
        }
    }

    /// <summary>The models that differ from this one by one pair (a pair some triple needs stays).</summary>
    public static IEnumerable<LogLinearModel> Neighbours(LogLinearModel model, int lists)
    {
        foreach (var pair in LogLinearModel.Pairs(lists))
        {
            if (!model.Interactions.Contains(pair))
            {
                yield return model.With(pair);
            }
            else if (!model.Interactions.Any(term => term != pair && (term & pair) == pair))
            {
                yield return new(model.Interactions.Remove(pair));
            }
        }
    }
}
