using Analytics.Dashboard.Access;
using Analytics.Dashboard.Localization;
using Analytics.Dashboard.Published;
using Analytics.Dashboard.Shared;
using Microsoft.AspNetCore.Components;

namespace Analytics.Dashboard.Alerts;

public sealed partial class AlertList : IDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private List<Alert> _open = [];
    private List<Alert> _ended = [];

    [CascadingParameter]
    public required Reader Reader { get; set; }

    /// <summary>Also those that ended by themselves.</summary>
    [Parameter]
    public bool WithHistory { get; set; }

    /// <summary>Only these kinds; all when null.</summary>
    [Parameter]
    public IReadOnlyList<string>? Kinds { get; set; }

    [Inject]
    public required AlertQuery Query { get; set; }

    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        try
        {
            var alerts = (await Query.ReadAsync(Reader, _gone.Token)).Where(alert => Kinds?.Contains(alert.Kind, StringComparer.Ordinal) != false).ToList();
            _open = alerts.FindAll(alert => alert.ClosedAt is null);
            _ended = alerts.FindAll(alert => alert.ClosedAt is not null);
        }
        catch (Exception fault) when (LoadFault.IsPassing(fault) || fault is OperationCanceledException)
        {
            // The page itself says that the database does not answer, or is gone.
        }
    }

    private string Day(DateTimeOffset moment) => Reader.Language.Date(Publication.Day(moment));
}
