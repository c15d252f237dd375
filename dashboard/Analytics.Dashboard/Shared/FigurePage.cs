using Analytics.Dashboard.Access;
using Analytics.Dashboard.Localization;
using Analytics.Dashboard.Published;
using Microsoft.AspNetCore.Components;

namespace Analytics.Dashboard.Shared;

/// <summary>
/// A page of figures: loads its view when the address, the language or the publication changes, keeps the old one on screen
/// meanwhile, and drops an answer that another address has overtaken.
/// </summary>
public abstract class FigurePage<TView> : ComponentBase, IDisposable
    where TView : class
{
    private CancellationTokenSource _loading = new();

    [CascadingParameter]
    public required Reader Reader { get; set; }

    [Inject]
    public required PublishedData Data { get; set; }

    [Inject]
    public required AuditTrail Audit { get; set; }

    [Inject]
    public required ILoggerFactory Loggers { get; set; }

    protected LoadState<TView> State { get; private set; } = LoadState.First<TView>();

    /// <summary>The page's own path; another page's address is not this one's filter.</summary>
    protected abstract string Path { get; }

    /// <summary>Whether the page says nothing before the first data came.</summary>
    protected virtual bool NeedsData => true;

    protected abstract Task<TView> LoadAsync(CancellationToken token);

    protected override async Task OnParametersSetAsync()
    {
        // A session that ended leaves the page for a moment before the note takes its place; nothing is read for nobody.
        if (Reader.Address.Path == Path && Reader.Role is not null)
        {
            await ReloadAsync();
        }
    }

    protected async Task ReloadAsync()
    {
        await _loading.CancelAsync();
        _loading.Dispose();
        _loading = new CancellationTokenSource();
        var token = _loading.Token;
        State = State.Loading();
        using var measured = Measured.Page(Path);
        try
        {
            await Audit.OpenedAsync(Reader.User, Path, token);
            var publication = await Data.CurrentAsync(Reader.User, token);
            State = NeedsData && publication?.DataAsOf is null ? LoadState.Empty<TView>() : LoadState.Ready(await LoadAsync(token));
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            // The reader moved on; the newer load sets the state.
        }
        catch (Exception fault) when (LoadFault.IsPassing(fault))
        {
            Loggers.CreateLogger(GetType()).LogError(fault, "The figures of {Path} could not be read", Path);
            State = State.Failed();
        }
    }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _loading.Cancel();
            _loading.Dispose();
        }
    }
}
