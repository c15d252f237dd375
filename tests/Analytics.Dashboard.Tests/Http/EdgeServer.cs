using System.Globalization;

namespace Analytics.Dashboard.Tests.Http;

/// <summary>A running dashboard whose limits are soon reached; tests come from addresses of their own.</summary>
public sealed class EdgeServer : IAsyncLifetime
{
    public const int SignIns = 12;
    public const int Requests = 4;
    public const int Circuits = 2;

    private readonly DashboardServer _server = new();

    internal RunningDashboard Dashboard { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await _server.InitializeAsync();
        Dashboard = await RunningDashboard.StartAsync(
            _server.Logins,
            ("Analytics:Limits:SignInsPerMinute", Text(SignIns)),
            ("Analytics:Limits:CircuitsPerAccount", Text(Circuits)),
            ("Analytics:Limits:RequestsPerMinuteAndAccount", Text(Requests)));
    }

    public async Task DisposeAsync()
    {
        await Dashboard.DisposeAsync();
        await _server.DisposeAsync();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
