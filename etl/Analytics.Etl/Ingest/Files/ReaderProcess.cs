using System.Buffers.Binary;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Analytics.Contracts;
using Analytics.Domain;

namespace Analytics.Etl.Ingest.Files;

/// <summary>
/// Rows that another process reads: this program once more, with a limit on its memory and processor time. A file that
/// kills it is refused, and this process goes on.
/// </summary>
internal sealed class ReaderProcess : ISourceRows
{
    /// <summary>What the program itself takes, beside what the limit is on.</summary>
    private const int ProgramMegabytes = 120;

    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(200);

    private readonly Process _process;
    private readonly Limits _limits;
    private readonly Lock _lock = new();
    private readonly ManualResetEventSlim _done = new();
    private readonly Stream _stream;
    private readonly ReadAnswer _answer;
    private readonly int[] _starts;
    private byte[] _buffer = new byte[256 * 1024];
    private int _start;
    private int _end;
    private int _row;
    private long _waitsSince;
    private LocalText? _stopped;

    private ReaderProcess(Process process, Limits limits)
    {
        (_process, _limits, _stream) = (process, limits, process.StandardOutput.BaseStream);

        // A thread of its own: those of the pool may all be waiting for rows.
        new Thread(WatchToTheEnd) { IsBackground = true }.Start();
        try
        {
            if (Next() is not { Kind: RowFrames.Header } header)
            {
                throw Died();
            }

            _answer = JsonSerializer.Deserialize<ReadAnswer>(_buffer.AsSpan(header.Start, header.Length))!;
            _starts = new int[_answer.Header.Length + 1];
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public Detected Detected => _answer.Detected;

    public IReadOnlyList<string> Header => _answer.Header;

    public bool HasFixedHeader => _answer.HasFixedHeader;

    public long Line { get; private set; }

    public RowDamage Damage { get; private set; }

    public IReadOnlyList<FileRemark> Remarks { get; private set; } = [];

    public ReadOnlySpan<byte> this[int column] => _buffer.AsSpan(_row + _starts[column], _starts[column + 1] - _starts[column]);

    /// <param name="settings">With format and encoding.</param>
    /// <exception cref="UnreadableFileException">The file is refused, or ended the process.</exception>
    public static ReaderProcess Open(string path, ReadSettings settings, Limits limits)
    {
        var process = Process.Start(StartInfo(limits)) ?? throw new InvalidOperationException("No process was started.");

        // What a runtime says of its death may quote the file; the exit code says enough.
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        try
        {
            var request = new ReadRequest(
                Path.GetFullPath(path), settings.Format!.Value, settings.Encoding!.CodePage, settings.Sheet, settings.HeaderRow, settings.Path, settings.KnownNames is { } names ? [.. names] : null, limits)
            {
                Sheets = settings.Sheets is { } sheets ? [.. sheets] : null,
                HeaderRows = settings.HeaderRows,
                DateNames = [.. settings.DateNames],
                Nested = [.. settings.Nested],
            };
            var line = JsonSerializer.Serialize(request) + "\n";
            process.StandardInput.BaseStream.Write(Encoding.UTF8.GetBytes(line));
            process.StandardInput.BaseStream.Flush();
        }
        catch (IOException)
        {
            // It has ended already, which the first read finds.
        }

        return new ReaderProcess(process, limits);
    }

    public bool Read()
    {
        if (Next() is not { } frame)
        {
            throw Died();
        }

        switch (frame.Kind)
        {
            case RowFrames.Row:
                var row = _buffer.AsSpan(frame.Start, frame.Length);
                Line = BinaryPrimitives.ReadInt64LittleEndian(row);
                Damage = (RowDamage)row[8];
                _row = frame.Start + RowFrames.RowHead + (4 * Header.Count);
                for (var i = 0; i < Header.Count; i++)
                {
                    _starts[i + 1] = _starts[i] + BinaryPrimitives.ReadInt32LittleEndian(row[(RowFrames.RowHead + (4 * i))..]);
                }

                return true;
            case RowFrames.Remarks:
                Remarks = JsonSerializer.Deserialize<FileRemark[]>(_buffer.AsSpan(frame.Start, frame.Length))!;
                return Read();
            case RowFrames.End:
                return false;
            default:
                throw Died();
        }
    }

    public void Dispose()
    {
        _done.Set();
        lock (_lock)
        {
            Kill();
            _process.Dispose();
        }
    }

    /// <summary>Why a file is refused that takes too much memory.</summary>
    public static LocalText Memory(Limits limits) => new LocalText(
        "reading the file takes more than {0} MB of memory; split it into smaller ones",
        "для чтения файла нужно больше {0} МБ памяти; разделите его на меньшие",
        "файлды окууга {0} МБдан ашык эстутум керек; аны кичирээк файлдарга бөлүңүз").With(limits.MemoryMegabytes);

    private static ProcessStartInfo StartInfo(Limits limits)
    {
        // The runtime that this process runs on: shared/Microsoft.NETCore.App/<version>/ below its program.
        var dotnet = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));
        string[] arguments = [dotnet, typeof(ReaderProcess).Assembly.Location, ReaderCommand.Name];

        // A dump of its memory would leave on the disk what was refused.
        var info = OperatingSystem.IsWindows()
            ? new ProcessStartInfo(arguments[0], arguments[1..])
            : new ProcessStartInfo("/bin/sh", ["-c", "ulimit -c 0; exec \"$0\" \"$@\"", .. arguments]);
        info.RedirectStandardInput = info.RedirectStandardOutput = info.RedirectStandardError = true;
        info.UseShellExecute = false;
        foreach (var secret in info.Environment.Keys.Where(key => key.StartsWith("ANALYTICS_", StringComparison.Ordinal)).ToList())
        {
            info.Environment.Remove(secret);
        }

        info.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        info.Environment["DOTNET_GCHeapHardLimit"] = ((long)limits.MemoryMegabytes << 20).ToString("x", CultureInfo.InvariantCulture);
        info.Environment["DOTNET_gcConcurrent"] = "0";
        info.Environment["DOTNET_gcServer"] = "0";

        // It lives for a second or less: what is compiled quickly is enough.
        info.Environment["DOTNET_TC_QuickJit"] = "1";
        info.Environment["DOTNET_TieredPGO"] = "0";
        return info;
    }

    /// <returns>The next piece; null when the process has ended without one.</returns>
    private (byte Kind, int Start, int Length)? Next()
    {
        if (!Fill(RowFrames.Head))
        {
            return null;
        }

        var (kind, length) = (_buffer[_start], BinaryPrimitives.ReadInt32LittleEndian(_buffer.AsSpan(_start + 1)));
        if (length is < 0 or > RowFrames.Most || !Fill(RowFrames.Head + length))
        {
            return null;
        }

        var start = _start + RowFrames.Head;
        _start = start + length;
        return kind == RowFrames.Refusal ? throw new UnreadableFileException(JsonSerializer.Deserialize<LocalText>(_buffer.AsSpan(start, length))) : (kind, start, length);
    }

    /// <summary>Sees that so many bytes are in the buffer.</summary>
    private bool Fill(int length)
    {
        if (_end - _start >= length)
        {
            return true;
        }

        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
        if (_buffer.Length < length)
        {
            Array.Resize(ref _buffer, Math.Max(length, _buffer.Length * 2));
        }

        while (_end < length)
        {
            Interlocked.Exchange(ref _waitsSince, Stopwatch.GetTimestamp());
            var read = _stream.Read(_buffer.AsSpan(_end));
            Interlocked.Exchange(ref _waitsSince, 0);
            if (read == 0)
            {
                return false;
            }

            _end += read;
        }

        return true;
    }

    private void WatchToTheEnd()
    {
        while (!_done.Wait(s_look))
        {
            lock (_lock)
            {
                if (_done.IsSet)
                {
                    return;
                }

                Watch();
            }
        }
    }

    private void Watch()
    {
        try
        {
            _process.Refresh();
            if (_process.HasExited)
            {
                return;
            }

            if (_process.WorkingSet64 > (long)(_limits.MemoryMegabytes + ProgramMegabytes) << 20)
            {
                Stop(Memory(_limits));
            }
            else if (_process.TotalProcessorTime > _limits.Processor
                || (Interlocked.Read(ref _waitsSince) is > 0 and var since && Stopwatch.GetElapsedTime(since) > _limits.Silence))
            {
                Stop(new LocalText(
                    "reading the file takes longer than {0} s; split it into smaller ones",
                    "чтение файла занимает больше {0} с; разделите его на меньшие",
                    "файлды окуу {0} секунддан көпкө созулат; аны кичирээк файлдарга бөлүңүз").With(Math.Min(_limits.Processor.TotalSeconds, _limits.Silence.TotalSeconds)));
            }
        }
        catch (Exception gone) when (gone is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            // It ended between two looks.
        }
    }

    private void Stop(LocalText why)
    {
        _stopped ??= why;
        Kill();
    }

    private void Kill()
    {
        try
        {
            _process.Kill();
        }
        catch (Exception gone) when (gone is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            // It has ended by itself.
        }
    }

    private UnreadableFileException Died()
    {
        Kill();
        _process.WaitForExit();
        return new UnreadableFileException(_stopped ?? new LocalText(
            "the file ended the program that read it (exit code {0}), probably since that takes more than {1} MB of memory; split it into smaller ones",
            "файл завершил работу читавшей его программы (код завершения {0}), вероятно, нужно больше {1} МБ памяти; разделите его на меньшие",
            "файл аны окуган программанын ишин токтотту (чыгуу коду {0}), {1} МБдан ашык эстутум керек окшойт; аны кичирээк файлдарга бөлүңүз").With(
            _process.ExitCode, _limits.MemoryMegabytes));
    }
}
