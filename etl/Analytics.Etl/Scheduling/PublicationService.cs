using Analytics.Database.Server;
using Analytics.Etl.Hosting;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Analytics.Etl.Scheduling;

/// <summary>Publishes soon what commands have loaded beside the worker; loads that come while it publishes share the next publication.</summary>
internal sealed class PublicationService(DatabaseService database, JobsService jobs, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(3);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var connection = await database.Access.Etl.OpenConnectionAsync(stoppingToken);
                await LoadNews.ListenAsync(connection, stoppingToken);
                while (true)
                {
                    await connection.WaitAsync(stoppingToken);
                    await jobs.Scheduler.PublishNewsAsync(stoppingToken);
                }
            }
            catch (NpgsqlException)
            {
                // The database is away; the supervisor sees to it.
                await Task.Delay(s_pause, time, stoppingToken);
            }
        }
    }
}
