using Analytics.Database.Requests;
using Analytics.Etl.Hosting;
using Analytics.Etl.Ingest.Inbox;
using Analytics.Etl.Ingest.Rejects;
using Analytics.Etl.Scheduling;
using Analytics.Etl.Settings;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Analytics.Etl.Supervision;

/// <summary>Does what the dashboard asks, from the scheduler's start to its stop.</summary>
internal sealed class RequestService(
    UpOptions options, JobSettings settings, DatabaseService database, JobsService jobs, TimeProvider time, ILogger<RequestWork> log)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var etl = database.Access.Etl;
        var uploads = new UploadFolder(options.Folder.Uploads);
        var work = new RequestWork(
            new UploadWork(options.Folder, uploads, etl, settings, time), new RejectionWork(uploads, etl, time), RequestJobs.Of(jobs.Scheduler), settings, log);
        await using var loop = RequestLoop.Start(etl, work, uploads, time);
        await loop.Ended.WaitAsync(stoppingToken);
    }
}
