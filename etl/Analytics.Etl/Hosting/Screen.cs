using System.Diagnostics;

namespace Analytics.Etl.Hosting;

/// <summary>What a long command tells the person who waits: a line a step, with its time; details only where they are news.</summary>
internal sealed class Screen(TextWriter output) : IProgress<string>
{
    private readonly Lock _lock = new();
    private bool _inStep;

    /// <summary>A detail of the present step, or a line of its own between steps.</summary>
    public void Report(string value)
    {
        lock (_lock)
        {
            EndLine();
            output.WriteLine($"  {value}");
        }
    }

    public void Line(string text = "")
    {
        lock (_lock)
        {
            output.WriteLine(text);
        }
    }

    public async Task<T> StepAsync<T>(string name, Func<Task<T>> work)
    {
        lock (_lock)
        {
            output.Write($"{name} …");
            output.Flush();
            _inStep = true;
        }

        var clock = Stopwatch.StartNew();
        try
        {
            var result = await work();
            lock (_lock)
            {
                output.WriteLine($"{(_inStep ? "" : "  done in")} {clock.Elapsed.TotalSeconds:0.0} s");
                _inStep = false;
            }

            return result;
        }
        finally
        {
            lock (_lock)
            {
                EndLine();
            }
        }
    }

    private void EndLine()
    {
        if (_inStep)
        {
            output.WriteLine();
            _inStep = false;
        }
    }

    public Task StepAsync(string name, Func<Task> work) => StepAsync(name, async () =>
    {
        await work();
        return true;
    });
}
