namespace Analytics.Benchmarks;

/// <summary>A benchmark of <c>./analytics bench</c>: one class in this folder, one line in <c>BenchCommand</c>.</summary>
internal interface IBench
{
    string Name { get; }

    /// <summary>What it measures, in a few words.</summary>
    string Does { get; }

    /// <param name="arguments">What follows the name on the command line.</param>
    /// <param name="output">Where the figures go.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>The exit code.</returns>
    Task<int> RunAsync(string[] arguments, TextWriter output, CancellationToken cancellation);
}
