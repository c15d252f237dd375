using System.Runtime.CompilerServices;
using System.Security.Claims;
using Analytics.Dashboard.Access;
using Analytics.Domain.Estimation;
using Microsoft.Extensions.Caching.Memory;
using Npgsql;

namespace Analytics.Dashboard.Published;

/// <summary>
/// What a reader may see, read through the reader's own database role. A publication never changes once it is out, so what was read
/// of it is kept per profile until the next one; which publication is current is asked again after a few seconds.
/// </summary>
public sealed class PublishedData(ProfileDatabase databases, FigureRegister figures, AuditTrail audit) : IDisposable
{
    private const int MostRequestsKept = 4000;
    private static readonly TimeSpan s_currentFor = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_keptFor = TimeSpan.FromMinutes(20);

    private readonly MemoryCache _kept = new(new MemoryCacheOptions { SizeLimit = MostRequestsKept });

    /// <summary>Null before the first publication.</summary>
    public async ValueTask<Publication?> CurrentAsync(ClaimsPrincipal user, CancellationToken token)
    {
        var (profile, database) = databases.Of(user);
        return await KeepAsync((profile, "publication"), s_currentFor, () => ReferenceQuery.PublicationAsync(database, token));
    }

    /// <summary>The publication that stood on the evening of a day; null where nothing was published by then.</summary>
    public async ValueTask<Publication?> PublicationAsync(ClaimsPrincipal user, DateOnly? knownOn, CancellationToken token)
    {
        var current = await CurrentAsync(user, token);
        return knownOn is not { } day || current is null
            ? current
            : await KeepAsync((current.PublicationId, "publication", day), s_currentFor, () => ReferenceQuery.PublicationAsync(databases.Of(user).Database, day, token));
    }

    /// <summary>What changed after it had been published as final, newest first.</summary>
    public async ValueTask<IReadOnlyList<Revision>> RevisionsAsync(ClaimsPrincipal user, bool wholeOnly, CancellationToken token)
    {
        var (profile, database) = databases.Of(user);
        var rights = await RightsAsync(user, token);
        return await CurrentAsync(user, token) is not { } publication
            ? []
            : [.. (await KeepAsync((profile, publication.PublicationId, "revisions", wholeOnly), s_keptFor, () => RevisionQuery.ReadAsync(database, wholeOnly, token)))
                .Where(revision => rights.MayCell(revision.Measure, revision.Members))];
    }

    /// <summary>Counts by period and the day on which they were known; intakes as they were published to this profile.</summary>
    public async ValueTask<IReadOnlyList<KnownCount>> TriangleAsync(ClaimsPrincipal user, CancellationToken token)
    {
        var (profile, database) = databases.Of(user);
        return await CurrentAsync(user, token) is not { } publication
            ? []
            : await KeepAsync((profile, publication.PublicationId, "triangle"), s_keptFor, () => RevisionQuery.TriangleAsync(database, token));
    }

    /// <summary>The days on which something was published, newest first.</summary>
    public async ValueTask<IReadOnlyList<DateOnly>> PublicationDaysAsync(ClaimsPrincipal user, CancellationToken token)
    {
        var (profile, database) = databases.Of(user);
        return await CurrentAsync(user, token) is not { } publication
            ? []
            : await KeepAsync((profile, publication.PublicationId, "days"), s_keptFor, () => RevisionQuery.DaysAsync(database, token));
    }

    public async ValueTask<Reference> ReferenceAsync(ClaimsPrincipal user, CancellationToken token)
    {
        var (profile, database) = databases.Of(user);
        return await CurrentAsync(user, token) is not { } publication
            ? Reference.Empty
            : (await WholeReferenceAsync(profile, database, publication, token)).Within(await RightsAsync(user, token));
    }

    /// <summary>The cells, with the publication they belong to and an id that leads back to this request.</summary>
    /// <param name="prefix">Two capital letters for the place that shows the figure; null where no figure is shown.</param>
    public async ValueTask<CellAnswer> CellsAsync(ClaimsPrincipal user, CellRequest request, string? prefix, CancellationToken token)
    {
        return await ReadAsync(user, request, prefix, (profile, publication) => audit.SawAsync(user, profile, publication, request.Canonical(), token), token);
    }

    /// <summary>The same cells, for a file or an answer that leaves the site.</summary>
    public async ValueTask<CellAnswer> ExportAsync(ClaimsPrincipal user, CellRequest request, string prefix, CancellationToken token)
    {
        var answer = await ReadAsync(user, request, prefix, (_, _) => Task.CompletedTask, token);
        await audit.ExportedAsync(user, answer.Profile, answer.Publication?.PublicationId, request.Canonical(), token);
        return answer;
    }

    // What is written down about a look waits for nothing that is read, and nothing is shown before it is written down.
    private async ValueTask<CellAnswer> ReadAsync(
        ClaimsPrincipal user, CellRequest request, string? prefix, Func<Profile, long, Task> writeDown, CancellationToken token)
    {
        var (profile, database) = databases.Of(user);
        if (await PublicationAsync(user, request.KnownOn, token) is not { } publication)
        {
            return new CellAnswer(request, profile, null, "", []);
        }

        var written = writeDown(profile, publication.PublicationId);
        var shown = prefix is null ? Task.FromResult("") : figures.ShownAsync(request, prefix, publication.PublicationId, profile, token);
        long? earlier = request.KnownOn is null ? null : publication.PublicationId;
        var read = KeepAsync(
            (profile, publication.PublicationId, request.Canonical()), s_keptFor, () => CellQuery.ReadAsync(database, request, earlier, token)).AsTask();
        var rights = RightsAsync(user, token).AsTask();
        await Task.WhenAll(written, shown, read, rights);
        var (cells, allowed) = (await read, await rights);
        return new CellAnswer(request, profile, publication, await shown, [.. cells.Where(cell => allowed.MayCell(cell.Measure, cell.Members))]);
    }

    /// <summary>The estimate of those on no list; null where the period has none.</summary>
    public async ValueTask<EstimateSummary?> EstimateAsync(ClaimsPrincipal user, string period, CancellationToken token)
    {
        var reader = databases.Of(user);
        return await CurrentAsync(user, token) is not { } publication
            ? null
            : await KeepAsync((reader.Profile, publication.PublicationId, "estimate", period), s_keptFor, () => EstimateQuery.ReadAsync(reader, period, token));
    }

    /// <summary>What an account is limited to: with the feeds of its sources, and for a donor's account the donor whose credit it sees.</summary>
    public async ValueTask<Rights> RightsAsync(ClaimsPrincipal user, CancellationToken token)
    {
        var rights = Rights.Of(user);
        if ((!rights.IsDonor && rights.Sources.Count == 0) || await CurrentAsync(user, token) is not { } publication)
        {
            return rights;
        }

        var (profile, database) = databases.Of(user);
        var sources = (await WholeReferenceAsync(profile, database, publication, token)).Sources;
        var donors = rights.IsDonor ? await KeepAsync((profile, publication.PublicationId, "donors"), s_keptFor, () => ReferenceQuery.DonorsAsync(database, token)) : [];
        return rights with
        {
            Feeds = sources.Where(source => rights.MaySource(source.SourceId)).Select(source => source.Feed).ToHashSet(StringComparer.Ordinal),
            OwnDonor = donors.Find(donor => donor.Account == user.Identity?.Name).Donor,
        };
    }

    private ValueTask<Reference> WholeReferenceAsync(Profile profile, NpgsqlDataSource database, Publication publication, CancellationToken token) =>
        KeepAsync((profile, publication.PublicationId, "reference"), s_keptFor, () => ReferenceQuery.ReferenceAsync(database, token));

    public void Dispose() => _kept.Dispose();

    private async ValueTask<T> KeepAsync<T>(object key, TimeSpan time, Func<Task<T>> read, [CallerMemberName] string kind = "")
    {
        if (_kept.TryGetValue(key, out T? kept))
        {
            return kept!;
        }

        using var measured = Measured.Query(kind);
        var value = await read();
        return _kept.Set(key, value, new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = time, Size = 1 });
    }
}

/// <summary>Cells and what one must know to cite them.</summary>
/// <param name="Publication">Null before the first publication; then there are no cells.</param>
public sealed record CellAnswer(CellRequest Request, Profile Profile, Publication? Publication, string FigureId, IReadOnlyList<Cell> Cells);
