namespace Analytics.Dashboard;

/// <summary>
/// Stops the server when its standard input ends, which is how a supervisor that is gone tells it. Off where input is a terminal or
/// nothing: a server started by hand stays.
/// </summary>
public sealed class ParentWatch(IHostApplicationLifetime lifetime) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!Console.IsInputRedirected)
        {
            return;
        }

        await using var input = Console.OpenStandardInput();
        if (ReferenceEquals(input, Stream.Null))
        {
            return;
        }

        var buffer = new byte[256];
        while (await input.ReadAsync(buffer, stoppingToken) > 0)
        {
            // Whatever a supervisor writes is no order.
        }

        lifetime.StopApplication();
    }
}
