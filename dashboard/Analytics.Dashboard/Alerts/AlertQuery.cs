using System.Text.Json;
using Analytics.Dashboard.Access;
using Analytics.Database;
using Dapper;

namespace Analytics.Dashboard.Alerts;

/// <summary>Something that somebody should look at.</summary>
/// <param name="Kind">quiet, stale, quality or job.</param>
/// <param name="Since">When it began.</param>
/// <param name="ClosedAt">When it ended by itself; null while it goes on.</param>
public sealed record Alert(string Kind, DateTimeOffset Since, DateTimeOffset? ClosedAt, AlertDetails Details);

/// <summary>Names and counts; which of them there are follows from the kind.</summary>
public sealed record AlertDetails(string? Feed = null, string? Organisation = null, string? Source = null, string? Rule = null, string? Job = null, long? Batch = null, long Count = 0);

/// <summary>The alerts, from <c>ops</c>, for those who run the system or coordinate the reporting; for others there are none.</summary>
public sealed class AlertQuery(AdminDatabase database)
{
    private const int MostClosed = 20;

    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web);

    public static bool IsFor(Role? role) => role is Role.Administrator or Role.Coordinator;

    /// <returns>Those open, the oldest first, then the last that ended.</returns>
    public async Task<IReadOnlyList<Alert>> ReadAsync(Reader reader, CancellationToken token)
    {
        if (!IsFor(reader.Role))
        {
            return [];
        }

        await using var connection = await database.OpenAsync(Rights.Of(reader.User), token);
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(SqlText.Beside<AlertQuery>("alerts.sql"), new { most = MostClosed }, cancellationToken: token));
        return
        [
            .. rows.Select(row => new Alert(
                row.Kind,
                new DateTimeOffset(row.Since, TimeSpan.Zero),
                row.ClosedAt is { } closed ? new DateTimeOffset(closed, TimeSpan.Zero) : null,
                JsonSerializer.Deserialize<AlertDetails>(row.Details, s_json)!)),
        ];
    }

    private sealed record Row(string Kind, DateTime Since, DateTime? ClosedAt, string Details);
}
