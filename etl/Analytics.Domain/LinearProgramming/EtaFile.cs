namespace Analytics.Domain.LinearProgramming;

/// <summary>A growing list of sparse vectors, the elementary steps of a factorised basis.</summary>
internal sealed class EtaFile
{
    private int[] starts = new int[256];
    private int[] index = new int[1024];
    private double[] value = new double[1024];

    public int Count { get; private set; }

    public void Clear() => Count = 0;

    public void Add(int i, double v)
    {
        var at = starts[Count + 1];
        if (at == index.Length)
        {
            Array.Resize(ref index, 2 * at);
            Array.Resize(ref value, 2 * at);
        }

        (index[at], value[at]) = (i, v);
        starts[Count + 1] = at + 1;
    }

    /// <summary>Starts a vector; end it with <see cref="Close"/>.</summary>
    public void Open()
    {
        if (Count + 2 >= starts.Length)
        {
            Array.Resize(ref starts, 2 * starts.Length);
        }

        starts[Count + 1] = starts[Count];
    }

    public void Close() => Count++;

    /// <summary>x ← x − scale · vector.</summary>
    public void Subtract(int k, double scale, double[] x)
    {
        for (var e = starts[k]; e < starts[k + 1]; e++)
        {
            x[index[e]] -= scale * value[e];
        }
    }

    public double Dot(int k, double[] x)
    {
        var sum = 0.0;
        for (var e = starts[k]; e < starts[k + 1]; e++)
        {
            sum += value[e] * x[index[e]];
        }

        return sum;
    }
}
