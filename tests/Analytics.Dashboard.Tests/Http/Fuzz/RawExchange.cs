using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Analytics.Dashboard.Tests.Http.Fuzz;

/// <summary>What came of one request.</summary>
/// <param name="Status">Null where the connection ended without an answer.</param>
/// <param name="Waited">From the last byte sent to the last byte of the answer, or to the end of the connection where there is none.</param>
/// <param name="Ended">Whether the server ended the exchange in time.</param>
internal sealed record Answer(int? Status, TimeSpan Waited, bool Ended);

/// <summary>Sends bytes to the loopback as they are and reads whatever comes.</summary>
internal static class RawExchange
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    public static async Task<Answer> SendAsync(int port, FuzzRequest request)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, port));
        using var patience = new CancellationTokenSource(s_patience);
        var reading = ReadAsync(socket, patience.Token);
        try
        {
            await WriteAsync(socket, request, reading, patience.Token);
        }
        catch (SocketException)
        {
            // The server has had enough of it, which is its right; its answer is read below.
        }

        var sent = Stopwatch.GetTimestamp();
        try
        {
            var (status, last) = await reading;
            return new Answer(status, last > sent ? Stopwatch.GetElapsedTime(sent, last) : TimeSpan.Zero, Ended: true);
        }
        catch (OperationCanceledException)
        {
            return new Answer(null, Stopwatch.GetElapsedTime(sent), Ended: false);
        }
    }

    private static async Task WriteAsync(Socket socket, FuzzRequest request, Task reading, CancellationToken token)
    {
        foreach (var part in request.Parts)
        {
            if (reading.IsCompleted && !request.GoesOn)
            {
                return;
            }

            await socket.SendAsync(part, token);
            if (request.Pause > TimeSpan.Zero)
            {
                await Task.Delay(request.Pause, token);
            }
        }

        if (request.ThenCloses)
        {
            socket.Shutdown(SocketShutdown.Send);
        }
    }

    // To the end of the connection, or of the answer to an upgrade: what follows that is no HTTP.
    private static async Task<(int? Status, long Last)> ReadAsync(Socket socket, CancellationToken token)
    {
        var buffer = new byte[64 * 1024];
        var head = new StringBuilder();
        long? last = null;
        try
        {
            while (await socket.ReceiveAsync(buffer, token) is var count and > 0)
            {
                last = Stopwatch.GetTimestamp();
                if (head.Length < 4096)
                {
                    head.Append(Encoding.Latin1.GetString(buffer, 0, Math.Min(count, 4096)));
                }

                if (Status(head) == 101)
                {
                    break;
                }
            }
        }
        catch (SocketException)
        {
            // Reset: what was read before counts.
        }

        return (Status(head), last ?? Stopwatch.GetTimestamp());
    }

    private static int? Status(StringBuilder head)
    {
        var text = head.ToString();
        while (text.StartsWith("HTTP/1.1 100", StringComparison.Ordinal)
            && text.IndexOf("\r\n\r\n", StringComparison.Ordinal) is >= 0 and var end)
        {
            text = text[(end + 4)..];
        }

        return text.StartsWith("HTTP/1.", StringComparison.Ordinal) && text.Length >= 12
            && int.TryParse(text.AsSpan(9, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var status) ? status : null;
    }
}
