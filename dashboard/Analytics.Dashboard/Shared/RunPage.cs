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
    public required ILoggerFactory Loggers { get; set; }

    protected LoadState<TView> State { get; private set; } = LoadState.First<TView>();

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected abstract Task<TView> LoadAsync(CancellationToken token);

    protected override Task OnInitializedAsync() => ReloadAsync();

    protected async Task ReloadAsync()
    {
        State = State.Loading();
        try
        {
            State = LoadState.Ready(await LoadAsync(_gone.Token));
        }
        catch (OperationCanceledException) when (_gone.IsCancellationRequested)
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
