namespace Analytics.Dashboard;

/// <summary>
/// Stops the server when its standard input ends, which is how a supervisor that is gone tells it. Off where input is a terminal, and
/// by <c>Analytics:StopWithInput=false</c> for a server without a supervisor.
/// </summary>
public sealed class ParentWatch(IHostApplicationLifetime lifetime, IConfiguration configuration) : BackgroundService
{
    private const string Setting = "Analytics:StopWithInput";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!Console.IsInputRedirected || !configuration.GetValue(Setting, defaultValue: true))
        {
            return;
        }

        await using var input = Console.OpenStandardInput();
        var buffer = new byte[256];
        while (await input.ReadAsync(buffer, stoppingToken) > 0)
        {
            // Whatever a supervisor writes is no order.
        }

        lifetime.StopApplication();
    }
}
