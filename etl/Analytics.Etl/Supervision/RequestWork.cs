using Analytics.Contracts;
using Analytics.Database.Requests;
using Analytics.Domain;
using Analytics.Etl.Hosting;
using Analytics.Etl.Ingest.Inbox;
using Analytics.Etl.Ingest.Rejects;
using Analytics.Etl.Scheduling;
using Analytics.Etl.Settings;
using Analytics.Etl.Telemetry;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Analytics.Etl.Supervision;

/// <summary>What the work on requests asks of the scheduler.</summary>
/// <param name="Run">Runs a job and what belongs after it; gives its summary, or why it failed.</param>
/// <param name="Pause">Lets a job's schedule pass by, or hold again.</param>
/// <param name="Publish">Publishes soon what the last publication does not know.</param>
internal sealed record RequestJobs(
    Func<string, CancellationToken, Task<(string Summary, string? Error)>> Run, Func<string, bool, CancellationToken, Task> Pause, Func<CancellationToken, Task> Publish)
{
    public static RequestJobs Of(SchedulerService scheduler) => new(
        async (job, token) =>
        {
            var report = await scheduler.RunAsync(job, "hand", token);
            if (job != JobSettings.Publish)
            {
                await scheduler.PublishNewsAsync(token);
            }

            return (report.Summary, report.Error);
        },
        scheduler.PauseAsync,
        scheduler.PublishNewsAsync);
}

/// <summary>Does one request and writes down what became of it. Expected failures are results in the reader's languages; a request ends either way.</summary>
internal sealed class RequestWork(UploadWork uploads, RejectionWork rejections, RequestJobs jobs, JobSettings settings, ILogger log)
{
    private static readonly LocalText s_database = new(
        "the database refused a statement (SQLSTATE {0}); nothing half-done was kept",
        "база данных отклонила операцию (SQLSTATE {0}); ничего незавершённого не сохранено",
        "маалымат базасы операцияны четке какты (SQLSTATE {0}); бүтпөгөн эч нерсе сакталган жок");

    private static readonly LocalText s_file = new(
        "the file could not be read or written on the server; upload it again",
        "файл не удалось прочитать или записать на сервере; загрузите его ещё раз",
        "файлды серверде окуу же жазуу мүмкүн болгон жок; аны кайра жүктөңүз");

    private static readonly LocalText s_fault = new(
        "a fault on our side, which has been recorded; nothing half-done was kept",
        "ошибка на нашей стороне, она записана; ничего незавершённого не сохранено",
        "биздин тараптагы ката, ал катталды; бүтпөгөн эч нерсе сакталган жок");

    private static readonly LocalText s_noJob = new("there is no job '{0}'", "задания «{0}» нет", "«{0}» тапшырмасы жок");

    /// <exception cref="NpgsqlException">The connection was lost: the request stays open.</exception>
    public async Task DoAsync(HeldRequest held, CancellationToken token)
    {
        var request = held.Request;
        object result;
        try
        {
            result = request.Kind switch
            {
                RequestKind.Preview => await uploads.PreviewAsync(held, token),
                RequestKind.Load => await LoadAsync(held, token),
                RequestKind.Discard => uploads.Discard(request.ArgumentsAs<UploadArguments>()),
                RequestKind.RejectedFile => await rejections.WriteFileAsync(request.ArgumentsAs<RejectedFileArguments>(), token),
                RequestKind.Replay => await ReplayAsync(request, token),
                RequestKind.Dismiss => await rejections.DismissAsync(request.ArgumentsAs<RejectionFilter>(), request.RequestId, token),
                RequestKind.Undo => await rejections.UndoAsync(request.ArgumentsAs<UndoArguments>(), token),
                RequestKind.Run => await RunAsync(request.ArgumentsAs<JobArguments>().Job, token),
                RequestKind.Pause => await PauseAsync(request.ArgumentsAs<JobArguments>().Job, paused: true, token),
                RequestKind.Resume => await PauseAsync(request.ArgumentsAs<JobArguments>().Job, paused: false, token),
                _ => throw new InvalidOperationException($"There is no work of the kind {request.Kind}."),
            };
        }
        catch (PostgresException cause)
        {
            log.RequestFailed(request.RequestId, request.Kind, cause);
            result = new FailureResult(s_database.With(cause.SqlState));
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            log.RequestFailed(request.RequestId, request.Kind, cause);
            result = new FailureResult(s_file);
        }
        catch (Exception cause) when (cause is not (OperationCanceledException or NpgsqlException))
        {
            log.RequestFailed(request.RequestId, request.Kind, cause);
            result = new FailureResult(s_fault);
        }

        await held.FinishAsync(result, token);
    }

    private async Task<object> LoadAsync(HeldRequest held, CancellationToken token)
    {
        var result = await uploads.LoadAsync(held, token);
        await PublishAsync(result, token);
        return result;
    }

    private async Task<object> ReplayAsync(Request request, CancellationToken token)
    {
        var result = await rejections.ReplayAsync(request.ArgumentsAs<RejectionFilter>(), token);
        await PublishAsync(result, token);
        return result;
    }

    private async Task PublishAsync(object result, CancellationToken token)
    {
        if (result is LoadResult)
        {
            await jobs.Publish(token);
        }
    }

    private async Task<object> RunAsync(string job, CancellationToken token)
    {
        if (!Knows(job))
        {
            return new FailureResult(s_noJob.With(job));
        }

        var (summary, error) = await jobs.Run(job, token);
        return error is null ? new RunResult(summary) : new FailureResult(LocalText.Same(error));
    }

    private async Task<object> PauseAsync(string job, bool paused, CancellationToken token)
    {
        if (!Knows(job))
        {
            return new FailureResult(s_noJob.With(job));
        }

        await jobs.Pause(job, paused, token);
        return new RunResult("");
    }

    private bool Knows(string job) => settings.Jobs.Contains(job, StringComparer.Ordinal);
}
