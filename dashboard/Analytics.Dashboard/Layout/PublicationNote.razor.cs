using Analytics.Dashboard.Access;
using Analytics.Dashboard.Localization;
using Analytics.Dashboard.Published;
using Analytics.Dashboard.Shared;
using Microsoft.AspNetCore.Components;

namespace Analytics.Dashboard.Layout;

public sealed partial class PublicationNote : IDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private bool _synthetic;
    private IReadOnlyList<string> _late = [];
    private DateOnly? _asOf;

    [CascadingParameter]
    public required Reader Reader { get; set; }

    [Inject]
    public required PublishedData Data { get; set; }

    [Inject]
    public required TimeProvider Clock { get; set; }

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
            var publication = await Data.CurrentAsync(Reader.User, _gone.Token);
            var reference = await Data.ReferenceAsync(Reader.User, _gone.Token);
            _synthetic = publication is { Synthetic: true };
            _asOf = publication?.DataAsOfDay;
            var feeds = PageFeeds.Of(Reader.Address);
            _late = publication?.DataAsOf is null ? [] :
            [
                .. reference.Sources.Where(source => feeds.Contains(source.Feed) && source.IsLate(Clock.GetUtcNow()))
                    .Select(source => Reader.Text(UnitText.Feed(source.Feed))).Distinct(StringComparer.Ordinal),
            ];
        }
        catch (Exception fault) when (LoadFault.IsPassing(fault) || fault is OperationCanceledException)
        {
            // The page itself says that the database does not answer; a badge that was there stays.
        }
    }
}
