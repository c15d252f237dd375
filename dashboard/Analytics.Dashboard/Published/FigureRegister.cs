using System.Collections.Concurrent;
using System.Text.Json;
using Analytics.Dashboard.Access;
using Analytics.Dashboard.Cells;
using Analytics.Database;
using Dapper;

namespace Analytics.Dashboard.Published;

/// <summary>Remembers which figure ids were shown and what they stand for, so that a figure in a document can be traced.</summary>
public sealed class FigureRegister(AdminDatabase database)
{
    private readonly ConcurrentDictionary<string, bool> _known = new(StringComparer.Ordinal);

    /// <returns>The figure's id.</returns>
    public async Task<string> ShownAsync(CellRequest request, string prefix, long publicationId, Profile profile, CancellationToken token)
    {
        var figureId = request.FigureId(prefix, publicationId, profile.Code());
        if (_known.ContainsKey(figureId))
        {
            return figureId;
        }

        await using var connection = await database.Source.OpenConnectionAsync(token);
        var parameters = new { figureId, publicationId, profile = profile.Code(), query = JsonSerializer.Serialize(new StoredQuery(request.Canonical())) };
        await connection.ExecuteAsync(new CommandDefinition(SqlText.Beside<FigureRegister>("figure_shown.sql"), parameters, cancellationToken: token));
        _known.TryAdd(figureId, true);
        return figureId;
    }

    /// <summary>What a figure id stands for; null when it was never shown.</summary>
    public async Task<ShownFigure?> FindAsync(string figureId, CancellationToken token)
    {
        await using var connection = await database.Source.OpenConnectionAsync(token);
        var command = new CommandDefinition(SqlText.Beside<FigureRegister>("find_figure.sql"), new { figureId }, cancellationToken: token);
        return await connection.QuerySingleOrDefaultAsync<Row>(command) is { } row
            ? new ShownFigure(figureId, row.PublicationId, row.Profile, new DateTimeOffset(row.FirstShownAt, TimeSpan.Zero), row.Query)
            : null;
    }

    private sealed record StoredQuery(string Cells);

    private sealed record Row(long PublicationId, string Profile, DateTime FirstShownAt, string Query);
}

/// <summary>A figure that was shown.</summary>
/// <param name="Query">What was asked, as the query string of <c>/api/v1/cells</c>.</param>
public sealed record ShownFigure(string FigureId, long PublicationId, string Profile, DateTimeOffset FirstShownAt, string Query);
