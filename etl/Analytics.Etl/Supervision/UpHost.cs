using System.Runtime.ExceptionServices;
using Analytics.Database.Server;
using Analytics.Etl.Hosting;
using Analytics.Etl.Scheduling;
using Analytics.Etl.Settings;
using Analytics.Etl.Telemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Quartz;

namespace Analytics.Etl.Supervision;

/// <summary>
/// Everything of <c>./analytics up</c> as hosted services, started in this order and stopped in the opposite one: database, warehouse,
/// jobs, requests, publications, first load, inbox watch, dashboard. One that fails stops them all.
/// </summary>
internal static class UpHost
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);

    /// <summary>Runs until <paramref name="stop"/>.</summary>
    /// <exception cref="DatabaseUnavailableException">Another process holds the folder or the database, or there is no database.</exception>
    /// <exception cref="SettingsException">The configured sources cannot be used.</exception>
    /// <exception cref="DashboardFailedException">The dashboard did not start.</exception>
    public static async Task RunAsync(UpOptions options, TimeProvider time, Screen screen, CancellationToken stop)
    {
        using var host = Build(options, WorkerConfiguration.Read(options.Folder), time, screen);
        Validate(host);
        try
        {
            await host.StartAsync(stop);
            await StopAskedForAsync(host, stop);
            screen.Line();
            screen.Line("Stopping …");
            host.Services.GetRequiredService<ILogger<WarehouseService>>().Stopping();
        }
        catch (Exception) when (Fault(host) is { } fault)
        {
            // What was broken off when a service failed says less than the service.
            fault.Throw();
        }
        finally
        {
            // A host that was stopped before its first service has nothing to stop.
            if (host.Services.GetRequiredService<DatabaseService>().HasBegun)
            {
                await host.StopAsync(CancellationToken.None);
            }
        }

        Fault(host)?.Throw();
    }

    /// <summary>Before anything is started: with these settings nothing is going to be.</summary>
    private static void Validate(IHost host)
    {
        try
        {
            host.Services.GetRequiredService<IStartupValidator>().Validate();
        }
        catch (OptionsValidationException cause)
        {
            throw new SettingsException(JobSettingsValidator.Line([.. cause.Failures]));
        }
    }

    private static IHost Build(UpOptions options, IConfigurationRoot configuration, TimeProvider time, Screen screen)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddConfiguration(configuration);
        FileLoggerProvider.AddTo(builder.Logging, options.Folder, configuration, time);
        var services = builder.Services;
        services.Configure<HostOptions>(host => host.ShutdownTimeout = s_patience);
        services.AddSingleton<IHostLifetime, CommandLifetime>();
        services.AddSingleton(options).AddSingleton(configuration).AddSingleton(time).AddSingleton(screen);
        services.AddOptions<JobSettings>().ValidateOnStart();
        services.AddSingleton<IOptionsFactory<JobSettings>, JobSettingsFactory>();
        services.AddSingleton<IValidateOptions<JobSettings>, JobSettingsValidator>();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<JobSettings>>().Value.For(options.Demo));
        services.AddSingleton(provider => provider.GetRequiredService<WarehouseService>().Logins);
        TelemetryService.AddTo(builder);
        AddHosted<DatabaseService>(services);
        AddHosted<WarehouseService>(services);
        AddHosted<JobsService>(services);
        services.AddQuartz(quartz => SchedulerService.Configure(
            quartz, options.Folder, time, provider => provider.GetRequiredService<DatabaseService>().Access.Etl, persistent: true));
        services.Configure<QuartzHostedServiceOptions>(quartz => (quartz.WaitForJobsToComplete, quartz.AwaitApplicationStarted) = (true, false));
        AddHosted<RequestService>(services);
        AddHosted<PublicationService>(services);
        AddHosted<FirstLoad>(services);
        AddHosted<InboxWatchService>(services);
        AddHosted<Dashboard>(services);
        AddHosted<Welcome>(services);
        return builder.Build();
    }

    private static void AddHosted<T>(IServiceCollection services)
        where T : class, IHostedService =>
        services.AddSingleton<T>().AddHostedService(provider => provider.GetRequiredService<T>());

    private static async Task StopAskedForAsync(IHost host, CancellationToken stop)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping);
        await Task.Delay(Timeout.InfiniteTimeSpan, either.Token).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
    }

    private static ExceptionDispatchInfo? Fault(IHost host) => host.Services.GetServices<IHostedService>().OfType<BackgroundService>()
        .Select(service => service.ExecuteTask?.Exception?.InnerException)
        .FirstOrDefault(cause => cause is not (null or OperationCanceledException)) is { } cause
        ? ExceptionDispatchInfo.Capture(cause)
        : null;

    /// <summary>The command hears the signals itself.</summary>
    private sealed class CommandLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
