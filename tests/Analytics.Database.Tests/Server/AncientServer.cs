using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Analytics.Database.Tests.Server;

/// <summary>
/// Speaks as much of PostgreSQL's wire protocol (version 3) as a server must to let a client in and say its version:
/// no machine of ours has a server as old as the ones that are refused.
/// </summary>
internal sealed class AncientServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public AncientServer(string version)
    {
        _listener.Start();
        _ = ServeAsync(version);
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public void Dispose() => _listener.Dispose();

    private async Task ServeAsync(string version)
    {
        using var client = await _listener.AcceptTcpClientAsync();
        var stream = client.GetStream();
        // Requests for encryption come first and are answered with one letter: no.
        while (await ReadStartAsync(stream) is not 196608)
        {
            await stream.WriteAsync("N"u8.ToArray());
        }

        byte[] answer =
        [
            .. Message('R', [0, 0, 0, 0]),
            .. Message('S', Encoding.ASCII.GetBytes($"server_version\0{version}\0")),
            .. Message('S', "client_encoding\0UTF8\0"u8.ToArray()),
            .. Message('K', [0, 0, 0, 1, 0, 0, 0, 2]),
            .. Message('Z', "I"u8.ToArray()),
        ];
        await stream.WriteAsync(answer);
        // Until the client hangs up.
        while (await stream.ReadAsync(new byte[1024]) > 0)
        {
        }
    }

    private static async Task<int> ReadStartAsync(NetworkStream stream)
    {
        var head = new byte[8];
        await stream.ReadExactlyAsync(head);
        await stream.ReadExactlyAsync(new byte[BinaryPrimitives.ReadInt32BigEndian(head) - 8]);
        return BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(4));
    }

    private static byte[] Message(char kind, byte[] body)
    {
        var message = new byte[5 + body.Length];
        message[0] = (byte)kind;
        BinaryPrimitives.WriteInt32BigEndian(message.AsSpan(1), 4 + body.Length);
        body.CopyTo(message, 5);
        return message;
    }
}
