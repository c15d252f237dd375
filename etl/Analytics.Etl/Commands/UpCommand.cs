using System.CommandLine;
using System.Globalization;
using Analytics.Database.Server;
using Analytics.Etl.Hosting;
using Analytics.Etl.Supervision;

namespace Analytics.Etl.Commands;

/// <summary><c>./analytics up</c>: everything, until it is stopped.</summary>
internal static class UpCommand
{
    private const int DefaultPort = 5080;

    private static readonly Option<int?> s_port = new("--port") { Description = "The dashboard's port (default: ANALYTICS_PORT, or 5080); the next free one when it is taken." };
    private static readonly Option<bool> s_noDemo = new("--no-demo") { Description = "Start without synthetic demonstration data." };

    public static Command Create()
    {
        var command = new Command("up", "Start everything: database, scheduled loads and dashboard. Ctrl-C stops all of it.") { s_port, s_noDemo };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        if (Port(parsed) is not { } port)
        {
            return Exit.Usage("the port is a whole number from 1 to 65535: correct --port or ANALYTICS_PORT.");
        }

        var password = Environment.GetEnvironmentVariable("ANALYTICS_PASSWORD") is { Length: > 0 } given ? given : null;
        var options = new UpOptions(DataFolder.Of(parsed), port, Demo: !parsed.GetValue(s_noDemo), password);
        try
        {
            await UpHost.RunAsync(options, TimeProvider.System, new Screen(Console.Out), stop);
        }
        catch (Exception cause) when (stop.IsCancellationRequested && (cause is OperationCanceledException || DatabaseLoss.Is(cause)))
        {
            // Stopped while starting: what was started has been stopped again.
        }
        catch (Exception cause) when (cause is DashboardFailedException or DatabaseUnavailableException or DemoFailedException or SettingsException)
        {
            return Exit.Failed(cause.Message);
        }
        catch (Exception cause) when (DatabaseLoss.Is(cause))
        {
            return Exit.Failed($"the database went away again and again ({cause.GetBaseException().Message.TrimEnd('.')}); nothing half-done was kept. Look with ./analytics doctor, then start again.");
        }

        return Exit.Done;
    }

    private static int? Port(ParseResult parsed)
    {
        var port = parsed.GetValue(s_port) ?? (Environment.GetEnvironmentVariable("ANALYTICS_PORT") is { Length: > 0 } text
            ? int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0
            : DefaultPort);
        return port is >= 1 and <= 65535 ? port : null;
    }
}
