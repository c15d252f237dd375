using Analytics.Contracts;
using Analytics.Dashboard.Access;
using Analytics.Database;
using Analytics.Domain;
using Dapper;

namespace Analytics.Dashboard.Pages.Rejections;

/// <summary>Problems of the same rule and column in rows of one source.</summary>
/// <param name="Column">Empty for problems of the row as a whole.</param>
public sealed record RejectionGroup(string Feed, string SourceId, string Column, string Rule, LocalText Expected, long Rows, long Files);

/// <summary>A problem of a rejected row: where and what was expected, never what was found.</summary>
public sealed record RejectionLine(
    long BatchId, string FileName, string SourceId, DateTime ReceivedAt, long Line, string Column, LocalText Expected, string State, long? RequestId);

/// <summary>What the filters offer.</summary>
public sealed record RejectionChoices(IReadOnlyList<(string Source, string Feed)> Sources, IReadOnlyList<(long BatchId, string FileName)> Batches);

/// <param name="Rows">How many rows the filter means, over all pages.</param>
/// <param name="Problems">How many problems those have.</param>
public sealed record RejectionsView(
    RejectionFilter Filter, int Page, RejectionChoices Choices, long Rows, long Problems, IReadOnlyList<RejectionGroup> Groups, IReadOnlyList<RejectionLine> Lines)
{
    public int Pages => (int)Math.Max(1, (Problems + RejectionsQuery.PageSize - 1) / RejectionsQuery.PageSize);
}

/// <summary>Rejected rows, from <c>ops</c>.</summary>
public sealed class RejectionsQuery(AdminDatabase database)
{
    public const int PageSize = 50;
    private const int MostGroups = 200;

    public async Task<RejectionsView> ReadAsync(RejectionFilter filter, Rights rights, int page, CancellationToken token)
    {
        await using var connection = await database.OpenAsync(rights, token);
        CommandDefinition Command(string file) => new(
            SqlText.Beside<RejectionsQuery>(file),
            new
            {
                feed = filter.Feed,
                source = filter.Source,
                batch = filter.Batch,
                rule = filter.Rule,
                column = filter.Column,
                state = filter.State,
                since = filter.Since?.ToDateTime(TimeOnly.MinValue),
                most = MostGroups,
                size = PageSize,
                skip = (page - 1) * PageSize,
            },
            cancellationToken: token);

        var counts = await connection.QuerySingleAsync<Counts>(Command("count.sql"));
        var groups = await connection.QueryAsync<Group>(Command("groups.sql"));
        var lines = await connection.QueryAsync<Row>(Command("lines.sql"));
        var sources = await connection.QueryAsync<(string, string)>(Command("sources.sql"));
        var batches = await connection.QueryAsync<(long, string)>(Command("batches.sql"));
        return new RejectionsView(
            filter,
            page,
            new RejectionChoices([.. sources], [.. batches]),
            counts.Rows,
            counts.Problems,
            [.. groups.Select(g => new RejectionGroup(g.Feed, g.SourceId, g.Column, g.Rule, new(g.ExpectedEn, g.ExpectedRu, g.ExpectedKy), g.Rows, g.Files))],
            [.. lines.Select(r => new RejectionLine(
                r.BatchId, r.FileName, r.SourceId, r.ReceivedAt, r.Line, r.Column, new(r.ExpectedEn, r.ExpectedRu, r.ExpectedKy), r.State, r.RequestId))]);
    }

    private sealed record Counts(long Rows, long Problems);

    private sealed record Group(string Feed, string SourceId, string Column, string Rule, string ExpectedEn, string ExpectedRu, string ExpectedKy, long Rows, long Files);

    private sealed record Row(
        long BatchId, string FileName, string SourceId, DateTime ReceivedAt, long Line, string Column, string ExpectedEn, string ExpectedRu, string ExpectedKy, string State, long? RequestId);
}
