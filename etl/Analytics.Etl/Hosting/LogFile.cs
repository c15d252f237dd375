namespace Analytics.Etl.Hosting;

/// <summary>A text log that is appended to, and put aside once (<c>.1</c>) when it has grown past ten megabytes.</summary>
internal sealed class LogFile : IDisposable
{
    private const long Limit = 10 << 20;
    private readonly StreamWriter _writer;
    private readonly Lock _lock = new();

    public LogFile(string path)
    {
        Path = path;
        if (File.Exists(path) && new FileInfo(path).Length > Limit)
        {
            File.Move(path, path + ".1", overwrite: true);
        }

        _writer = new StreamWriter(new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite)) { AutoFlush = true };
    }

    public string Path { get; }

    /// <summary>The last line that says something.</summary>
    public string? LastLine { get; private set; }

    public void WriteLine(string line)
    {
        lock (_lock)
        {
            _writer.WriteLine(line);
            LastLine = string.IsNullOrWhiteSpace(line) ? LastLine : line.Trim();
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _writer.Dispose();
        }
    }
}
