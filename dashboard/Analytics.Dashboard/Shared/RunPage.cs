using Analytics.Dashboard.Access;
using Analytics.Dashboard.Localization;
using Analytics.Dashboard.Published;
using Microsoft.AspNetCore.Components;

namespace Analytics.Dashboard.Shared;

/// <summary>A page of the administrator: reads how the system runs, not figures.</summary>
public abstract class RunPage<TView> : ComponentBase, IDisposable
    where TView : class
{
    private readonly CancellationTokenSource _gone = new();

    [CascadingParameter]
    public required Reader Reader { get; set; }

    [Inject]
    public required AuditTrail Audit { get; set; }

    [Inject]
    public required ILoggerFactory Loggers { get; set; }

    /// <summary>Ends when the reader leaves.</summary>
    protected CancellationToken Gone { get; private set; }

    /// <summary>Whether the page answers: before its connection stands, what is chosen on it would be lost.</summary>
    protected bool IsListening => RendererInfo.IsInteractive;

    protected LoadState<TView> State { get; private set; } = LoadState.First<TView>();

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected abstract Task<TView> LoadAsync(CancellationToken token);

    protected override Task OnInitializedAsync()
    {
        // Taken now: a source that is disposed gives none.
        Gone = _gone.Token;
        return ReloadAsync();
    }

    /// <summary>Reads again without dimming what is shown.</summary>
    protected Task RefreshAsync() => ReadAsync();

    protected async Task ReloadAsync()
    {
        State = State.Loading();
        await ReadAsync();
    }

    private async Task ReadAsync()
    {
        using var measured = Measured.Page(Reader.Address.Path);
        try
        {
            await Audit.OpenedAsync(Reader.User, Reader.Address.Path, Gone);
            State = LoadState.Ready(await LoadAsync(Gone));
        }
        catch (OperationCanceledException) when (Gone.IsCancellationRequested)
        {
            // The reader left.
        }
        catch (Exception fault) when (LoadFault.IsPassing(fault))
        {
            Loggers.CreateLogger(GetType()).LogError(fault, "The page could not be read");
            State = State.Failed();
        }
    }

    /// <summary>A moment as the database gives it (UTC), in Bishkek.</summary>
    protected string Moment(DateTime utc)
    {
        var local = new DateTimeOffset(utc, TimeSpan.Zero).ToOffset(Publication.Zone);
        return $"{Reader.Language.Date(DateOnly.FromDateTime(local.DateTime))}, {local:HH:mm}";
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _gone.Cancel();
            _gone.Dispose();
        }
    }
}
