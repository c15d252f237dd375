using System.Text.Json;
using Analytics.Dashboard.Access;
using Analytics.Database;
using Dapper;
using Microsoft.Extensions.Caching.Memory;

namespace Analytics.Dashboard.Published;

/// <summary>
/// Remembers which figure ids were shown and what they stand for, so that a figure in a document can be traced. The same id has one row
/// however often it is shown; the worker's job <c>sweep</c> forgets those that nobody was shown for long.
/// </summary>
public sealed class FigureRegister(AdminDatabase database, TimeProvider clock) : IDisposable
{
    private const int MostKnown = 20_000;

    // Shorter than the day to which the table knows when a figure was last shown.
    private static readonly TimeSpan s_knownFor = TimeSpan.FromHours(6);

    private readonly MemoryCache _known = new(new MemoryCacheOptions { SizeLimit = MostKnown });

    /// <returns>The figure's id.</returns>
    public async Task<string> ShownAsync(CellRequest request, string prefix, long publicationId, Profile profile, CancellationToken token)
    {
        var figureId = request.FigureId(prefix, publicationId, profile.Code());
        if (_known.TryGetValue(figureId, out _))
        {
            return figureId;
        }

        await using var connection = await database.Source.OpenConnectionAsync(token);
        var parameters = new { figureId, publicationId, profile = profile.Code(), query = JsonSerializer.Serialize(new StoredQuery(request.Canonical())), now = clock.GetUtcNow() };
        await connection.ExecuteAsync(new CommandDefinition(SqlText.Beside<FigureRegister>("figure_shown.sql"), parameters, cancellationToken: token));
        _known.Set(figureId, true, new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = s_knownFor, Size = 1 });
        return figureId;
    }

    /// <summary>What a figure id stands for; null when it was never shown.</summary>
    public async Task<ShownFigure?> FindAsync(string figureId, CancellationToken token)
    {
        await using var connection = await database.Source.OpenConnectionAsync(token);
        var command = new CommandDefinition(SqlText.Beside<FigureRegister>("find_figure.sql"), new { figureId }, cancellationToken: token);
        if (await connection.QuerySingleOrDefaultAsync<Row>(command) is not { } row)
        {
            return null;
        }

        await connection.ExecuteAsync(new CommandDefinition(
            SqlText.Beside<FigureRegister>("figure_looked_up.sql"), new { figureId, now = clock.GetUtcNow() }, cancellationToken: token));
        return new ShownFigure(figureId, row.PublicationId, row.Profile, new DateTimeOffset(row.FirstShownAt, TimeSpan.Zero), row.Query);
    }

    public void Dispose() => _known.Dispose();

    private sealed record StoredQuery(string Cells);

    private sealed record Row(long PublicationId, string Profile, DateTime FirstShownAt, string Query);
}

/// <summary>A figure that was shown.</summary>
/// <param name="Query">What was asked, as the query string of <c>/api/v1/cells</c>.</param>
public sealed record ShownFigure(string FigureId, long PublicationId, string Profile, DateTimeOffset FirstShownAt, string Query);
