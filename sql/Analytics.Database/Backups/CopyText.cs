using System.Buffers;
using System.Text;

namespace Analytics.Database.Backups;

/// <summary>Between the text that COPY speaks and the bytes that a file holds.</summary>
internal static class CopyText
{
    private const int Characters = 1 << 16;
    private static readonly UTF8Encoding s_encoding = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static async Task ToAsync(TextReader text, Stream bytes, CancellationToken token)
    {
        await using var writer = new StreamWriter(bytes, s_encoding, Characters, leaveOpen: true);
        await MoveAsync(text, writer, token);
    }

    public static async Task FromAsync(Stream bytes, TextWriter text, CancellationToken token)
    {
        using var reader = new StreamReader(bytes, s_encoding, detectEncodingFromByteOrderMarks: false, Characters, leaveOpen: true);
        await MoveAsync(reader, text, token);
    }

    private static async Task MoveAsync(TextReader from, TextWriter to, CancellationToken token)
    {
        var buffer = ArrayPool<char>.Shared.Rent(Characters);
        try
        {
            for (int read; (read = await from.ReadAsync(buffer.AsMemory(), token)) > 0;)
            {
                await to.WriteAsync(buffer.AsMemory(0, read), token);
            }
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }
    }
}
