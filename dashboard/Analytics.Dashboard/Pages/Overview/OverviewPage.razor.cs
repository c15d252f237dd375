using Microsoft.AspNetCore.Components;

namespace Analytics.Dashboard.Pages.Overview;

public sealed partial class OverviewPage
{
    [Inject]
    public required TimeProvider Clock { get; set; }

    protected override string Path => Routes.Overview;

    protected override Task<OverviewView> LoadAsync(CancellationToken token) => OverviewModel.LoadAsync(Data, Reader, Clock, token);
}
