using Npgsql;

namespace Analytics.Etl.Ingest.Fetch;

/// <summary>
/// Pulls the pages of a source that changed since they were last loaded. A page that did not change is passed over, since its records
/// are in the warehouse; a record that moved from one page to another comes twice, which its natural key settles. A pull that
/// fails is taken up at the page that failed.
/// </summary>
internal sealed class HttpPull(HttpFetch settings, FetchFolder folder, FetchStore store, TimeProvider time)
{
    private const int MostPasses = 3;
    private readonly HttpFetch _settings = settings;
    private readonly FetchFolder _folder = folder;
    private readonly FetchStore _store = store;
    private readonly TimeProvider _time = time;

    /// <summary>After this the pages are no longer those that were begun.</summary>
    private static readonly TimeSpan s_resumeFor = TimeSpan.FromDays(1);

    /// <returns>Null when nothing is new.</returns>
    /// <exception cref="FetchFailedException">It cannot go on; the inbox has nothing of it to load.</exception>
    public async Task<FetchedFile?> RunAsync(CancellationToken token)
    {
        using var client = new PageClient(_settings, _time);
        var known = await _store.PagesAsync(token);
        var resume = await ResumeAsync(token);
        using var budget = new CancellationTokenSource(_settings.Patience.Total, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(budget.Token, token);
        try
        {
            for (var pass = 1; ; pass++)
            {
                try
                {
                    var file = await new Pass(this, client, known, stop: token).RunAsync(resume, either.Token);
                    _folder.Clear();
                    return file;
                }
                catch (PagesMovedException) when (pass < MostPasses)
                {
                    await _store.SaveResumePointAsync(null, token);
                    resume = null;
                }
            }
        }
        catch (FetchFailedException cause) when (cause is not TransientFailureException)
        {
            await _store.SaveResumePointAsync(null, token);
            _folder.Clear();
            throw;
        }
    }

    /// <summary>Where to go on, if what came before is still there and recent; else it is forgotten.</summary>
    private async Task<ResumePoint?> ResumeAsync(CancellationToken token)
    {
        if (await _store.ResumePointAsync(token) is not { } point)
        {
            return null;
        }

        if (IsSameOrigin(point.Page) && point.Page.AbsolutePath == _settings.Address.AbsolutePath
            && _time.GetUtcNow() - point.Since < s_resumeFor
            && new FileInfo(_folder.Partial) is { Exists: true } file && file.Length >= point.Bytes)
        {
            return point;
        }

        await _store.SaveResumePointAsync(null, token);
        return null;
    }

    /// <summary>The token belongs to the server that it was given for; a page that points elsewhere does not get it.</summary>
    private bool IsSameOrigin(Uri page) =>
        page.UserInfo.Length == 0 && Uri.Compare(page, _settings.Address, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0;

    /// <summary>One walk over the pages.</summary>
    private sealed class Pass(HttpPull pull, PageClient client, Dictionary<string, KnownPage> known, CancellationToken stop)
    {
        private readonly Dictionary<string, KnownPage> _seen = new(StringComparer.Ordinal);
        private long? _count;

        public async Task<FetchedFile?> RunAsync(ResumePoint? resume, CancellationToken token)
        {
            bool isEmpty;
            using (var records = RecordsFile.Open(pull._folder.Partial, resume?.Bytes))
            {
                for (var page = resume?.Page ?? pull._settings.Address; page is not null;)
                {
                    var answer = await GetAsync(page, resume, records, token);
                    if (answer.IsNew && (!answer.IsJson || PageBody.IsArray(pull._folder.Page)))
                    {
                        return Whole(page, answer);
                    }

                    var next = answer.IsNew ? Take(page, records) : Next(page, known[page.AbsoluteUri].NextUrl);
                    _seen.Add(page.AbsoluteUri, new KnownPage(page.AbsoluteUri, answer.Etag, answer.LastModified, next?.AbsoluteUri));
                    page = next;
                }

                isEmpty = records.IsEmpty;
                records.End();
            }

            return isEmpty ? null : new FetchedFile(pull._folder.Deliver(pull._folder.Partial, ".json"), Save);
        }

        private async Task<Answer> GetAsync(Uri page, ResumePoint? resume, RecordsFile records, CancellationToken token)
        {
            var most = (pull._settings.MostMegabytes * 1024 * 1024) - records.Length;
            try
            {
                return await client.GetAsync(page, known.GetValueOrDefault(page.AbsoluteUri), pull._folder.Page, most, token);
            }
            catch (PageMissingException) when (_seen.Count > 0 || resume is not null)
            {
                throw new PagesMovedException();
            }
            catch (TransientFailureException)
            {
                await LeaveAsync(page, resume, records);
                throw;
            }
            catch (OperationCanceledException cause) when (!stop.IsCancellationRequested)
            {
                await LeaveAsync(page, resume, records);
                throw new TransientFailureException($"{PageClient.Shown(page)} was not done in {pull._settings.Patience.Total.TotalMinutes:0} minutes", cause: cause);
            }
        }

        private async Task LeaveAsync(Uri page, ResumePoint? resume, RecordsFile records)
        {
            if (_seen.Count > 0)
            {
                records.Flush();
                await pull._store.SaveResumePointAsync(new ResumePoint(page, records.Length, resume?.Since ?? pull._time.GetUtcNow()), CancellationToken.None);
            }
        }

        private Uri? Take(Uri page, RecordsFile records)
        {
            using var body = PageBody.Read(pull._folder.Page, page);
            if (body.Count < _count)
            {
                throw new PagesMovedException();
            }

            _count = body.Count ?? _count;
            foreach (var record in body.Records)
            {
                records.Add(record);
            }

            return Next(page, body.Next);
        }

        /// <summary>The page that a page names as the next one, if we may go there.</summary>
        private Uri? Next(Uri page, string? named)
        {
            if (named is null)
            {
                return null;
            }

            if (!Uri.TryCreate(page, named, out var next) || !pull.IsSameOrigin(next))
            {
                throw new FetchFailedException($"{PageClient.Shown(page)} names a next page on another server{(next is null ? "" : $" ({next.Scheme}://{next.Authority})")}, which must not get our token: have it put right there");
            }

            if (next == page || _seen.ContainsKey(next.AbsoluteUri))
            {
                throw new FetchFailedException($"{PageClient.Shown(page)} names a next page that has been: it would never end");
            }

            return _seen.Count + 1 < pull._settings.MostPages
                ? next
                : throw new FetchFailedException($"{PageClient.Shown(page)} has more than {pull._settings.MostPages} pages: raise MostPages, or ask for more records a page in the address");
        }

        /// <summary>A file that is all there is.</summary>
        private FetchedFile Whole(Uri page, Answer answer)
        {
            if (_seen.Count > 0)
            {
                throw new FetchFailedException($"{PageClient.Shown(page)} changed its shape between two pages");
            }

            _seen.Add(page.AbsoluteUri, new KnownPage(page.AbsoluteUri, answer.Etag, answer.LastModified, NextUrl: null));
            return new FetchedFile(pull._folder.Deliver(pull._folder.Page, answer.IsJson ? ".json" : ".csv"), Save);
        }

        /// <remarks>Pages before a resume point are left out, and come whole the next time.</remarks>
        private Task Save(NpgsqlConnection connection) => pull._store.SavePagesAsync(connection, _seen.Values);
    }
}
