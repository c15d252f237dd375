using Microsoft.Extensions.Logging;

namespace Analytics.Etl.Hosting;

/// <summary>
/// What the worker says in its log. A field is a number, a name from the settings or a word of ours: never a value of a row, a file's
/// name or an exception's message.
/// </summary>
internal static partial class WorkerEvents
{
    [LoggerMessage(100, LogLevel.Information, "The database is open, embedded: {IsEmbedded}, port {Port}")]
    public static partial void DatabaseOpened(this ILogger log, bool isEmbedded, int? port);

    [LoggerMessage(101, LogLevel.Warning, "The database server ended and was started again, {Deaths} times in ten minutes")]
    public static partial void ServerRestarted(this ILogger log, int deaths);

    [LoggerMessage(102, LogLevel.Warning, "The database went away; work is tried again, attempt {Attempt}")]
    public static partial void TryingAgain(this ILogger log, int attempt, Exception? exception);

    [LoggerMessage(200, LogLevel.Information, "Run {Run} of {Job} began because of {Kind}")]
    public static partial void RunBegan(this ILogger log, long run, string job, string kind);

    [LoggerMessage(201, LogLevel.Information,
        "Run {Run} of {Job} ended {State} after {Seconds} s: {Files} files, {RowsRead} read, {Inserted} inserted, {Updated} updated, {Deleted} deleted, {Rejected} rejected")]
    public static partial void RunEnded(
        this ILogger log, long run, string job, string state, double seconds, int files, long rowsRead, long inserted, long updated, long deleted, long rejected);

    [LoggerMessage(202, LogLevel.Error, "Run {Run} of {Job} failed")]
    public static partial void RunFailed(this ILogger log, long run, string job, Exception? exception);

    [LoggerMessage(203, LogLevel.Warning, "The inbox of {Source} could not be looked into")]
    public static partial void InboxNotRead(this ILogger log, string source, Exception exception);

    [LoggerMessage(300, LogLevel.Information, "The dashboard answers at port {Port}")]
    public static partial void DashboardStarted(this ILogger log, int port);

    [LoggerMessage(301, LogLevel.Warning, "The dashboard ended with code {Code} and is started again")]
    public static partial void DashboardEnded(this ILogger log, int? code);

    [LoggerMessage(400, LogLevel.Error, "Request {Request} ({Kind}) failed")]
    public static partial void RequestFailed(this ILogger log, long request, string kind, Exception exception);

    [LoggerMessage(500, LogLevel.Warning, "Telemetry is not sent: its settings are wrong, or nothing answers where they point")]
    public static partial void TelemetryNotSent(this ILogger log);

    [LoggerMessage(900, LogLevel.Information, "Stopping")]
    public static partial void Stopping(this ILogger log);
}
