using System.Net;
using System.Net.Sockets;

namespace Analytics.Etl.Hosting;

/// <summary>Ports on the loopback addresses, both of them: browsers try ::1 first.</summary>
internal static class LocalPort
{
    private const int Tries = 100;

    /// <returns><paramref name="wanted"/>, or the next free port above it; null when the next hundred are all taken.</returns>
    public static int? FirstFree(int wanted)
    {
        for (var port = wanted; port < wanted + Tries && port <= IPEndPoint.MaxPort; port++)
        {
            if (IsFree(IPAddress.Loopback, port) && (!Socket.OSSupportsIPv6 || IsFree(IPAddress.IPv6Loopback, port)))
            {
                return port;
            }
        }

        return null;
    }

    private static bool IsFree(IPAddress address, int port)
    {
        try
        {
            using var listener = new TcpListener(address, port);
            listener.Start();
            return true;
        }
        catch (SocketException cause)
        {
            // A machine may know IPv6 and have no such address: nobody can have taken the port there.
            return cause.SocketErrorCode is SocketError.AddressNotAvailable or SocketError.AddressFamilyNotSupported;
        }
    }
}
