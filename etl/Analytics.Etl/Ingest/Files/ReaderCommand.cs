using System.Text;
using System.Text.Json;

namespace Analytics.Etl.Ingest.Files;

/// <summary>
/// What the program is when it is started as <c>read-rows</c>: it reads one file, named on its standard input, and writes its rows to its
/// standard output. It ends when its input does, which is when the process that asked is gone.
/// </summary>
internal static class ReaderCommand
{
    public const string Name = "read-rows";

    public static int Run()
    {
        using var input = Console.OpenStandardInput();
        using var output = new FrameWriter(Console.OpenStandardOutput());
        Console.SetOut(TextWriter.Null);
        using var lines = new StreamReader(input, Encoding.UTF8);
        if (lines.ReadLine() is not { } line)
        {
            return 2;
        }

        new Thread(() => EndWith(lines)) { IsBackground = true }.Start();
        var request = JsonSerializer.Deserialize<ReadRequest>(line)!;
        try
        {
            Read(request, output);
        }
        catch (UnreadableFileException cause)
        {
            output.Write(RowFrames.Refusal, JsonSerializer.SerializeToUtf8Bytes(cause.Said));
        }
        catch (OutOfMemoryException)
        {
            output.Write(RowFrames.Refusal, JsonSerializer.SerializeToUtf8Bytes(ReaderProcess.Memory(request.Limits)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            output.Write(RowFrames.Refusal, JsonSerializer.SerializeToUtf8Bytes(GuardedRows.Unreadable(e, 0).Said));
        }

        output.Flush();
        return 0;
    }

    private static void Read(ReadRequest request, FrameWriter output)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var settings = new ReadSettings(
            request.Format, request.CodePage == Encoding.UTF8.CodePage ? TextEncoding.Utf8 : Encoding.GetEncoding(request.CodePage), null, request.Sheet, request.HeaderRow, request.At,
            request.KnownNames?.ToHashSet(StringComparer.Ordinal))
        {
            Sheets = request.Sheets,
            HeaderRows = request.HeaderRows,
            DateNames = (request.DateNames ?? []).ToHashSet(StringComparer.Ordinal),
            Nested = request.Nested ?? [],
        };
        using var rows = SourceFile.OpenHere(request.Path, settings, request.Limits);
        output.Write(RowFrames.Header, JsonSerializer.SerializeToUtf8Bytes(new ReadAnswer(rows.Detected, [.. rows.Header], rows.HasFixedHeader)));
        output.Flush();
        while (rows.Read())
        {
            output.WriteRow(rows);
        }

        output.Write(RowFrames.Remarks, JsonSerializer.SerializeToUtf8Bytes(rows.Remarks));
        output.Write(RowFrames.End, []);
    }

    private static void EndWith(StreamReader input)
    {
        while (input.Read() >= 0)
        {
            // Nothing more is asked.
        }

        Environment.Exit(1);
    }
}
