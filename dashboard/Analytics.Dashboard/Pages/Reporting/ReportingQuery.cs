using System.Security.Claims;
using Analytics.Dashboard.Access;
using Analytics.Database;
using Dapper;

namespace Analytics.Dashboard.Pages.Reporting;

/// <summary>What became of one report that was owed.</summary>
public enum ReportState
{
    OnTime,
    Late,

    /// <summary>It came; when it first came is not known.</summary>
    Received,
    Missing,
    NotDue,
}

/// <param name="Month">First day of the month reported on.</param>
/// <param name="Nil">It came and says zero.</param>
/// <param name="ReceivedOn">Day in Bishkek.</param>
public sealed record ReportRow(string Feed, string Organisation, DateOnly Month, ReportState State, bool Nil, DateOnly DueOn, DateOnly? ReceivedOn);

/// <summary>Who reported what, from <c>pub.report_status</c>, through the reader's own role: only the ministry's sees rows.</summary>
public sealed class ReportingQuery(ProfileDatabase databases)
{
    public async Task<IReadOnlyList<ReportRow>> ReadAsync(ClaimsPrincipal user, CancellationToken token)
    {
        await using var connection = await databases.Of(user).OpenAsync(Rights.Of(user), token);
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(SqlText.Beside<ReportingQuery>("reports.sql"), cancellationToken: token));
        return [.. rows.Select(row => new ReportRow(row.Feed, row.Organisation, row.Month, State(row.Status), row.Nil, row.DueOn, row.ReceivedOn))];
    }

    private static ReportState State(string status) => status switch
    {
        "on_time" => ReportState.OnTime,
        "late" => ReportState.Late,
        "received" => ReportState.Received,
        "missing" => ReportState.Missing,
        "not_due" => ReportState.NotDue,
        _ => throw new InvalidOperationException($"pub.report_status.status is {status}; expected on_time, late, received, missing or not_due."),
    };

    private sealed record Row(string Feed, string Organisation, DateOnly Month, string Status, bool Nil, DateOnly DueOn, DateOnly? ReceivedOn);
}
