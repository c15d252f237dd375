using Analytics.Dashboard.Localization;
using Analytics.Dashboard.Published;
using Analytics.Dashboard.Shared;
using Microsoft.AspNetCore.Components;

namespace Analytics.Dashboard.Layout;

public sealed partial class PublicationNote : IDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private bool _synthetic;

    [CascadingParameter]
    public required Reader Reader { get; set; }

    [Inject]
    public required PublishedData Data { get; set; }

    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        if (Reader.Role is null)
        {
            return;
        }

        try
        {
            _synthetic = await Data.CurrentAsync(Reader.User, _gone.Token) is { Synthetic: true };
        }
        catch (Exception fault) when (LoadFault.IsPassing(fault) || fault is OperationCanceledException)
        {
            // The page itself says that the database does not answer; a badge that was there stays.
        }
    }
}
