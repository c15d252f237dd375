using System.Runtime.CompilerServices;
using Analytics.Contracts;
using Analytics.Dashboard.Access;
using Analytics.Database.Requests;

namespace Analytics.Dashboard.Uploads;

/// <summary>Asks the worker for the signed-in account, and follows what becomes of it.</summary>
public sealed class RequestClient(AdminDatabase database, TimeProvider time)
{
    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(300);

    private readonly RequestStore _requests = new(database.Source);

    /// <returns>The request's number.</returns>
    /// <exception cref="UnauthorizedAccessException">The account may not ask for that.</exception>
    public async Task<long> AskAsync(Reader reader, string kind, object arguments, CancellationToken token)
    {
        var may = await MayMeanAsync(reader, arguments, token) && (reader.Role is Role.Administrator || (reader.Role is Role.Coordinator && kind is not (RequestKind.Run or RequestKind.Pause or RequestKind.Resume)));
        return may && Session.AccountId(reader.User) is { } account
            ? await _requests.AskAsync(kind, arguments, account, token)
            : throw new UnauthorizedAccessException($"The account may not ask for {kind}.");
    }

    /// <summary>Whether what is asked keeps within the sources of these rights.</summary>
    public static bool MayMean(Rights rights, object arguments) => rights.Sources.Count == 0 || arguments switch
    {
        UploadArguments upload => rights.MaySource(upload.Source),
        RejectionFilter { Source: { } source } => rights.MaySource(source),
        RejectedFileArguments { Rows.Source: { } source } => rights.MaySource(source),
        _ => false,
    };

    // Whoever is limited to sources names one of them; what was done is undone by whoever did it, within them.
    private async Task<bool> MayMeanAsync(Reader reader, object arguments, CancellationToken token)
    {
        var rights = Rights.Of(reader.User);
        return rights.Sources.Count > 0 && arguments is UndoArguments undo
            ? await _requests.FindAsync(undo.Request, token) is { Kind: RequestKind.Dismiss } done
                && done.AskedBy == Session.AccountId(reader.User)
                && MayMean(rights, done.ArgumentsAs<RejectionFilter>())
            : MayMean(rights, arguments);
    }

    public Task<Request?> FindAsync(long request, CancellationToken token) => _requests.FindAsync(request, token);

    /// <summary>The request each time it has changed, until it has ended.</summary>
    public async IAsyncEnumerable<Request> FollowAsync(long request, [EnumeratorCancellation] CancellationToken token)
    {
        Request? before = null;
        while (true)
        {
            var now = await _requests.FindAsync(request, token) ?? throw new InvalidOperationException($"There is no request {request}.");
            if (now != before)
            {
                yield return before = now;
            }

            if (now.HasEnded)
            {
                yield break;
            }

            await Task.Delay(s_look, time, token);
        }
    }

    /// <summary>Asks and waits for the end.</summary>
    public async Task<Request> DoAsync(Reader reader, string kind, object arguments, CancellationToken token)
    {
        var id = await AskAsync(reader, kind, arguments, token);
        await foreach (var request in FollowAsync(id, token))
        {
            if (request.HasEnded)
            {
                return request;
            }
        }

        throw new InvalidOperationException($"Request {id} did not end.");
    }
}
