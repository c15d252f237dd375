using System.Diagnostics;
using System.Globalization;
using System.Numerics;
using System.Runtime.Intrinsics;
using Analytics.Domain.Linkage;
using Analytics.Etl.Commands;

namespace Analytics.Benchmarks;

/// <summary>
/// <c>bench link</c>: 1,024-bit Dice comparisons per second on one core against a plain loop and against reading every
/// filter from memory, in one run; what blocking loses; and 100,000 × 100,000 tokens on all cores.
/// </summary>
internal sealed class LinkBench : IBench
{
    private const int Words = 16;
    private const int Filters = 100_000;
    private const int Queries = 20;
    private const double Threshold = 0.7;

    // Filters that stay in the second-level cache while all queries pass over them.
    private const int Tile = 2048;

    public string Name => "link";

    public string Does => "Dice comparisons a second, what blocking loses, and two lists of 100,000 (or as many as follow)";

    public Task<int> RunAsync(string[] arguments, TextWriter output, CancellationToken cancellation)
    {
        var each = 100_000;
        if (arguments.Length > 1 || (arguments.Length == 1 && (!int.TryParse(arguments[0], NumberStyles.None, CultureInfo.InvariantCulture, out each) || each < 2)))
        {
            return Task.FromResult(Exit.Usage("bench link takes the number of tokens in each list, or nothing."));
        }

        CompareKernels(output);
        cancellation.ThrowIfCancellationRequested();
        LoseByBlocking(output, cancellation);
        LinkLargeLists(each, output, cancellation);
        return Task.FromResult(Exit.Done);
    }

    private static void CompareKernels(TextWriter output)
    {
        var random = new Random(1);
        var filters = new ulong[Filters * Words];
        foreach (ref var word in filters.AsSpan())
        {
            word = (ulong)random.NextInt64() ^ ((ulong)random.NextInt64() << 1);
        }

        var queries = filters[..(Queries * Words)];
        var blocks = new DiceBlocks(filters, Words, Threshold);
        var set = Enumerable.Range(0, Filters).Select(row => filters.AsSpan(row * Words, Words).ToArray().Sum(BitOperations.PopCount)).ToArray();
        long plainHits = 0, hits = 0;
        var plain = Best(() => plainHits = Plain(queries, filters, set));
        var vector = Best(() => hits = Tiled(queries, blocks));
        // Far beyond any cache, so that it is memory that is read.
        var memoryWords = new ulong[32 * 1024 * 1024];
        Array.Fill(memoryWords, 1UL);
        var read = Best(() => Read(memoryWords));
        var comparisons = (double)Queries * Filters;
        var memory = memoryWords.Length / Words / read;
        Say(output, $"1,024-bit Dice comparisons on one core, {Queries} queries × {Filters} filters, threshold {Threshold}:");
        Say(output, $"  plain scalar popcount loop      {comparisons / plain / 1e6,8:0} million a second");
        Say(output, $"  DiceBlocks                      {comparisons / vector / 1e6,8:0} million a second = {plain / vector:0.0} × the plain loop");
        Say(output, $"  memory-bandwidth bound          {memory / 1e6,8:0} million a second ({memory * Words * 8 / 1e9:0.0} GB/s, every filter read from memory once for each comparison); DiceBlocks = {comparisons / vector / memory:0.0} × the bound, by tiling");
        Say(output, $"  both find the same              {plainHits == hits} ({hits} pairs)");
    }

    private static long Plain(ulong[] queries, ulong[] filters, int[] set)
    {
        var found = 0L;
        for (var query = 0; query < queries.Length / Words; query++)
        {
            var q = queries.AsSpan(query * Words, Words);
            for (var row = 0; row < set.Length; row++)
            {
                var f = filters.AsSpan(row * Words, Words);
                var common = 0;
                for (var word = 0; word < Words; word++)
                {
                    common += BitOperations.PopCount(q[word] & f[word]);
                }

                found += 2.0 * common / (set[query] + set[row]) >= Threshold ? 1 : 0;
            }
        }

        return found;
    }

    private static long Tiled(ulong[] queries, DiceBlocks blocks)
    {
        var hits = new List<int>();
        for (var from = 0; from < blocks.Count; from += Tile)
        {
            for (var query = 0; query < queries.Length / Words; query++)
            {
                blocks.Find(queries.AsSpan(query * Words, Words), from, from + Tile, hits);
            }
        }

        return hits.Count;
    }

    private static long Read(ulong[] filters)
    {
        var (one, other) = (Vector512<ulong>.Zero, Vector512<ulong>.Zero);
        for (var word = 0; word < filters.Length; word += 16)
        {
            one |= Vector512.LoadUnsafe(ref filters[word]);
            other |= Vector512.LoadUnsafe(ref filters[word + 8]);
        }

        return (long)Vector512.Sum(one | other);
    }

    private static void LoseByBlocking(TextWriter output, CancellationToken cancellation)
    {
        const int Each = 10_000;
        var (a, b) = Tables(Each, seed: 2);
        var full = new HashSet<(int, int)>(Linker.Link(a, b, threshold: null, blocked: false, cancellation).Select(p => (p.A, p.B)));
        var blocked = Linker.Link(a, b, threshold: null, blocked: true, cancellation).Select(p => (p.A, p.B)).ToArray();
        Say(output, $"blocking, {Each} × {Each} tokens: of {full.Count} links found by comparing every pair, blocking loses {full.Except(blocked).Count()} and adds {blocked.Except(full).Count()}");
    }

    private static void LinkLargeLists(int each, TextWriter output, CancellationToken cancellation)
    {
        using var process = Process.GetCurrentProcess();
        var (watch, busy) = (Stopwatch.StartNew(), process.TotalProcessorTime);
        var (a, b) = Tables(each, seed: 3);
        Say(output, $"{2 * each} people encoded in {Took()}");
        (watch, busy) = (Stopwatch.StartNew(), process.TotalProcessorTime);
        var links = Linker.Link(a, b, threshold: null, blocked: true, cancellation);
        var took = Took();
        var right = links.Count(p => p.A == p.B && p.A % 2 == 0);
        Say(output, $"{each} × {each} tokens linked with blocking in {took}; peak memory of the process {process.PeakWorkingSet64 / 1e9:0.00} GB");
        Say(output, $"  {links.Count} links, precision {(double)right / links.Count:0.0000}, recall {right / (each / 2.0):0.0000}");

        string Took()
        {
            process.Refresh();
            var used = process.TotalProcessorTime - busy;
            return string.Create(CultureInfo.InvariantCulture, $"{watch.Elapsed.TotalSeconds:0.0} s on {Environment.ProcessorCount} cores ({used.TotalSeconds:0.0} s of processor time)");
        }
    }

    private static (TokenTable A, TokenTable B) Tables(int each, int seed)
    {
        var encoder = new PersonEncoder(LinkageKey.Read(System.Text.Encoding.ASCII.GetBytes(LinkageKey.NewText()), out _)!);
        var (a, b) = new BenchPeople(seed).TwoLists(each);
        return (Table(a), Table(b));

        TokenTable Table(PersonFields[] people)
        {
            var tokens = new PersonToken[people.Length];
            Parallel.For(0, tokens.Length, i => tokens[i] = encoder.Encode(people[i]));
            return new TokenTable(tokens);
        }
    }

    /// <summary>Seconds of the fastest of many short runs: the others had company.</summary>
    private static double Best(Action run)
    {
        var best = double.PositiveInfinity;
        for (var i = 0; i < 60; i++)
        {
            var watch = Stopwatch.StartNew();
            run();
            best = Math.Min(best, watch.Elapsed.TotalSeconds);
        }

        return best;
    }

    private static void Say(TextWriter output, FormattableString line) => output.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
