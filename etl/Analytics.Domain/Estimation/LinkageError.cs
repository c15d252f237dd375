using System.Numerics;

namespace Analytics.Domain.Estimation;

/// <summary>Measured errors of the linkage that made the capture histories.</summary>
/// <param name="MissRate">Share of true links that were not found, at least 0 and below 1 (1 − recall).</param>
/// <param name="FalseMatchRate">Share of the links found that join two persons, at least 0 and below 1 (1 − precision).</param>
public sealed record LinkageError(double MissRate, double FalseMatchRate)
{
    private const int MostRounds = 20_000;

    /// <summary>The iteration divides by expected counts: none may reach zero while it runs.</summary>
    private const double Vanishing = 1e-100;

    /// <summary>Fewer persons than this in a history are none: the iteration only nears zero.</summary>
    private const double Nobody = 1e-6;

    /// <summary>More than this share of the persons left unexplained means that the rates cannot be true of the counts.</summary>
    private const double MostUnexplained = 0.05;

    /// <summary>
    /// The capture histories expected had linkage made no error, in fractional persons.
    /// </summary>
    /// <remarks>
    /// A person on k lists is held together by k − 1 links, each list but one (any of them, equally) being joined by a link
    /// of its own. A broken link sets its list free as a history of one list. Breaking each found link with the false-match
    /// rate undoes the false matches. Then the histories are sought that, with each link broken at the miss rate, give the
    /// result: the Poisson maximum likelihood solution by expectation maximisation, which keeps every count at or above
    /// zero. For two lists this is overlap × (1 − false) ÷ (1 − missed), with list totals kept. On the effect of linkage
    /// error on such estimates see Ding and Fienberg (1994), Dual system estimation of census undercount in the presence
    /// of matching error, Survey Methodology 20.
    /// </remarks>
    /// <returns>Null where the stated rates cannot be true of these counts: more links would have been missed than there
    /// are persons on one list alone.</returns>
    public CaptureHistories? Correct(CaptureHistories table)
    {
        if (MissRate is not (>= 0 and < 1) || FalseMatchRate is not (>= 0 and < 1))
        {
            throw new InvalidOperationException($"Linkage error rates are shares from 0 to below 1, not {MissRate} and {FalseMatchRate}.");
        }

        var truly = new double[table.Counts.Length];
        for (var history = 1; history < truly.Length; history++)
        {
            foreach (var (piece, share) in Pieces(history, table.Counts[history], FalseMatchRate))
            {
                truly[piece] += table.Counts[history] * share;
            }
        }

        var joined = MissRate > 0 ? Join(truly) : truly;
        return joined is null ? null : CaptureHistories.Create(
            table.Lists,
            Enumerable.Range(1, joined.Length - 1).Select(history => (history, joined[history])));
    }

    private double[]? Join(double[] observed)
    {
        var pieces = Enumerable.Range(0, observed.Length).Select(history => Pieces(history, observed[history], MissRate).ToArray()).ToArray();
        var joined = (double[])observed.Clone();
        var expected = new double[observed.Length];
        for (var round = 0; round < MostRounds; round++)
        {
            Array.Clear(expected);
            for (var history = 1; history < joined.Length; history++)
            {
                foreach (var (piece, share) in pieces[history])
                {
                    expected[piece] += joined[history] * share;
                }
            }

            var change = 0.0;
            for (var history = 1; history < joined.Length; history++)
            {
                var (gain, weight) = (0.0, 0.0);
                foreach (var (piece, share) in pieces[history])
                {
                    gain += share * observed[piece] / expected[piece];
                    weight += share;
                }

                var next = weight > 0 ? joined[history] * gain / weight : 0;
                change = Math.Max(change, Math.Abs(next - joined[history]));
                joined[history] = weight > 0 ? Math.Max(next, Vanishing) : 0;
            }

            if (change < 1e-9)
            {
                break;
            }
        }

        var (unexplained, total) = (0.0, 0.0);
        for (var history = 1; history < observed.Length; history++)
        {
            unexplained += Math.Max(0, expected[history] - observed[history]);
            total += observed[history];
        }

        return unexplained > MostUnexplained * total ? null : Array.ConvertAll(joined, persons => persons < Nobody ? 0 : persons);
    }

    /// <summary>What is left of a history when each of its links breaks with the given probability: pieces expected per person.</summary>
    private static IEnumerable<(int Piece, double Share)> Pieces(int history, double persons, double probability)
    {
        if (persons <= 0)
        {
            yield break;
        }

        var lists = BitOperations.PopCount((uint)history);
        for (var anchors = history; anchors > 0; anchors &= anchors - 1)
        {
            var others = history ^ (anchors & -anchors);
            for (var freed = others; ; freed = (freed - 1) & others)
            {
                var broken = BitOperations.PopCount((uint)freed);
                var share = Math.Pow(probability, broken) * Math.Pow(1 - probability, lists - 1 - broken) / lists;
                if (share > 0)
                {
                    yield return (history ^ freed, share);
                    for (var each = freed; each > 0; each &= each - 1)
                    {
                        yield return (each & -each, share);
                    }
                }

                if (freed == 0)
                {
                    break;
                }
            }
        }
    }
}
