namespace Analytics.Database.Server;

/// <summary>Files that only their owner can read, written whole or not at all.</summary>
public static class PrivateFile
{
    public static void Write(string path, string text)
    {
        var unfinished = $"{path}.{Environment.ProcessId}.new";
        using (var file = Create(unfinished))
        using (var writer = new StreamWriter(file))
        {
            writer.Write(text);
            writer.Flush();
            file.Flush(flushToDisk: true);
        }

        File.Move(unfinished, path, overwrite: true);
    }

    /// <param name="write">Writes the content; when it fails nothing is left, and a file of that name stays what it was.</param>
    public static async Task WriteAsync(string path, Func<Stream, Task> write)
    {
        var unfinished = path + ".part";
        try
        {
            await using (var file = Create(unfinished))
            {
                await write(file);
                file.Flush(flushToDisk: true);
            }

            File.Move(unfinished, path, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    private static FileStream Create(string path)
    {
        // A file of that name, left by one that ended in between, would keep the rights that it has.
        File.Delete(path);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(path, options);
    }
}
